// `shelfmark serve`: the site on this computer while its content is being written, with live reload.

import Diagnostics
import Files
import Library
import Preview

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

enum ServeCommand: Command {
  private static let usualPort: UInt16 = 8080

  static let spec = CommandSpec(
    name: "serve", summary: "Show the library in a browser while you write",
    discussion: """
      Pages reload by themselves when a file is saved. What is wrong is listed in the page and here. Drafts are shown \
      as they will be published, each marked as a draft. Only this computer can see it. Ctrl-C ends it.
      """,
    options: [
      CommonOptions.folder,
      OptionSpec("--port", value: "N", help: "Listen on this port; 0 for any (default: 8080, or the next free one)"),
      OptionSpec("--open", help: "Open the browser"),
      CommonOptions.today, CommonOptions.jobs,
    ],
    examples: ["shelfmark serve", "shelfmark serve -C library --port 9000 --open"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    _ = try arguments.today()
    let root = arguments.folder
    let options = PreviewOptions(root: root, workers: try arguments.jobs()) {
      (try? arguments.today()) ?? Day(number: 0)
    }
    let port = try port(arguments)
    let printer = Printer(terminal)
    do throws(FileFailure) {
      let preview = try Preview(options, port: port)
      let ready = { (title: String) in
        terminal.print("Preview of '\(printable(title))' at \(preview.address) (Ctrl-C ends it)\n")
        if arguments.has("--open") { open(preview.address, terminal) }
      }
      try preview.run(ready: ready) { printer.print($0) }
      return .success
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      if error.operation == "listen on" {
        terminal.printError("  help: name another port with --port, or leave it out to get the next free one\n")
      }
      return .failure
    }
  }

  private static func port(_ arguments: Arguments) throws(UsageError) -> PortChoice {
    guard let text = arguments["--port"] else { return .from(usualPort) }
    guard let port = UInt16(text) else {
      throw .invalidValue(
        option: "--port", value: text, expected: "a number from 0 to 65535", command: arguments.command)
    }
    return .exactly(port)
  }

  /// Asks the desktop to show an address.
  private static func open(_ address: String, _ terminal: Terminal) {
    #if canImport(Glibc)
      let program = "xdg-open"
    #else
      let program = "open"
    #endif
    if !startedProgram(program, address) {
      terminal.printError("'\(program)' is not there to open a browser; open \(address) yourself\n")
    }
  }
}

/// Prints what is wrong after each change, as `check` does; of what was wrong before only how much of it is left.
private final class Printer: Sendable {
  private let terminal: Terminal
  /// Without their lines, which every edit above them moves.
  private let known = Locked<Set<String>?>(nil)

  init(_ terminal: Terminal) { self.terminal = terminal }

  func print(_ report: PreviewReport) {
    if let failure = report.failure { return terminal.printError("error: \(printable(failure.description))\n") }
    let format = TextFormat(usesColor: terminal.colorsErrors)
    let names = report.problems.map { "\($0.problem.file)\n\($0.problem.rule.name)\n\($0.problem.message)" }
    let before = known.withLock { known in
      defer { known = Set(names) }
      return known
    }
    if let before, before == Set(names) { return }
    let new = zip(report.problems, names).filter { !(before?.contains($1) ?? false) }.map(\.0)
    terminal.printError(format.render(new))
    let all = ProblemReport(report.problems, fileCount: report.fileCount, digest: SHA256.hex)
    terminal.printError(Reporting.summary(all, Baseline()))
    if report.isOutdated { terminal.printError("pages stay as they were until the errors are mended\n") }
  }
}
