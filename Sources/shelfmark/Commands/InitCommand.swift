// `shelfmark init`: a new library that checks clean and builds, from the binary alone.

import Authoring
import Diagnostics
import Files
import Library

enum InitCommand: Command {
  static let spec = CommandSpec(
    name: "init", summary: "Start a new library",
    discussion: """
      Makes a small library that checks clean and builds: its words (library.yml), six stages, three personas, two \
      resources, a check before each commit, and what runs the check on GitHub and GitLab. Its company is invented, to be \
      replaced by yours. DIR is made if it is missing; it may be a repository that holds no content yet. Nothing that is \
      there is changed.
      """,
    operands: "DIR", operandCount: 1...1,
    options: [
      OptionSpec(
        "--today", value: "DATE",
        help: "The day on which its resources count as reviewed, such as 2026-03-01 (default: today, UTC)")
    ],
    examples: ["shelfmark init library", "cd library && shelfmark serve --open"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let today = try arguments.today()
    let name = arguments.operands[0]
    guard !name.isEmpty else { throw .missingOperand(command: spec.name) }
    let folder = Folder(name)
    do throws(FileFailure) {
      switch try Starter.make(in: folder, today: today) {
      case .failure(let refusal):
        let shown = refusal.names.prefix(5).map { "'\(printable($0))'" }.joined(separator: ", ")
        let more = refusal.names.count > 5 ? " and \(refusal.names.count - 5) more" : ""
        terminal.printError("error: nothing was made: '\(printable(name))' holds \(shown)\(more) already\n")
        terminal.printError("  help: name a new folder: shelfmark init \(shellQuoted(printable(suggestion(name))))\n")
        return .usage
      case .success(let report):
        terminal.print(summary(report, in: name))
        return .success
      }
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  private static func suggestion(_ name: String) -> String {
    var name = name
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    return name == "." ? "library" : name + "/library"
  }

  private static func summary(_ report: Starter.Report, in name: String) -> String {
    var text = "Made a library in \(printable(name)): \(counted(report.written.count, "file"))\n"
    if !report.kept.isEmpty { text += "Left as they were: \(report.kept.joined(separator: ", "))\n" }
    if report.siteIsNotIgnored { text += "Add a line to .gitignore, so that the built site stays out of git: /site/\n" }
    if report.hook == .installed { text += "Each commit in this clone is checked from now on (.githooks/pre-commit)\n" }
    text += "\nNext:\n"
    var steps: [(command: String, does: String)] = []
    if name != "." { steps.append(("cd \(shellQuoted(printable(name)))", "")) }
    steps.append(("shelfmark build", "the site, in site/: open site/index.html"))
    if Shelfmark.commands.contains(where: { $0.spec.name == "serve" }) {
      steps.append(("shelfmark serve --open", "see it change while you write"))
    }
    steps.append(("shelfmark new resource first-steps --type one-pager", "your first resource"))
    steps.append(("shelfmark check", "what is not right yet, and how to mend it"))
    switch report.hook {
    case .installed: break
    case .noRepository: steps.append(("git init && " + Hook.command(), "check before each commit"))
    case .leftAlone(let folder): steps.append((Hook.command(folder: folder), "check before each commit"))
    }
    let width = steps.map(\.command.count).filter { $0 < 52 }.max() ?? 0
    for (command, does) in steps {
      let gap = String(repeating: " ", count: max(2, width + 2 - command.count))
      text += "  " + command + (does.isEmpty ? "" : gap + does) + "\n"
    }
    return text + "\nIts company is invented: begin with content/library.yml.\n"
  }
}
