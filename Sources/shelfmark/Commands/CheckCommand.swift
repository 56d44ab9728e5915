// `shelfmark check`: every problem of every file, in one run.

import Diagnostics
import Files
import Library
import Site

enum CheckCommand: Command {
  static let spec = CommandSpec(
    name: "check", summary: "Check the library's labels, links and files",
    discussion: "Reports all problems of all files, each with its place and what to do. Nothing is written.",
    options: [
      CommonOptions.folder, CommonOptions.today, CommonOptions.strict,
      OptionSpec("--format", value: "FORMAT", choices: ["text", "json"], help: "text (default) or json"),
      CommonOptions.jobs,
    ],
    examples: ["shelfmark check", "shelfmark check --strict --format json"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let root = arguments.folder
    let today = try arguments.today()
    let jobs = try arguments.jobs()
    do throws(FileFailure) {
      let checked = try checkLibrary(in: root, today: today, workers: jobs)
      let problems = checked.problems.resolved { file in contents(of: file, in: root) }
      if arguments["--format"] == "json" {
        terminal.print(JSONFormat().render(problems, fileCount: checked.fileCount))
      } else {
        terminal.print(TextFormat(usesColor: terminal.colorsOutput).render(problems))
        terminal.printError(summary(problems, fileCount: checked.fileCount))
      }
      return status(problems, isStrict: arguments.has("--strict"))
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  static func status(_ problems: [ResolvedProblem], isStrict: Bool) -> ExitStatus {
    problems.contains { $0.problem.severity == .error || isStrict } ? .mistakes : .success
  }

  /// "62 files checked: 2 errors, 1 warning".
  static func summary(_ problems: [ResolvedProblem], fileCount: Int) -> String {
    let errors = problems.count { $0.problem.severity == .error }
    guard !problems.isEmpty else { return "\(counted(fileCount, "file")) checked, no problems\n" }
    var parts: [String] = []
    if errors > 0 { parts.append(counted(errors, "error")) }
    if problems.count > errors { parts.append(counted(problems.count - errors, "warning")) }
    var text = "\(counted(fileCount, "file")) checked: \(parts.joined(separator: ", "))\n"
    if let rule = problems.first?.problem.rule.name { text += "'shelfmark explain \(rule)' says more about a rule\n" }
    return text
  }
}

/// "1 file", "1,204 files".
func counted(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

/// "1,204".
func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  var index = digits.count - 3
  while index > 0 {
    digits.insert(",", at: index)
    index -= 3
  }
  return String(digits)
}
