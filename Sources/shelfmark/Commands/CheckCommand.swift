// `shelfmark check`: every problem of every file, in one run.

import Diagnostics
import Files
import Library
import Site

enum CheckCommand: Command {
  static let spec = CommandSpec(
    name: "check", summary: "Check the library's labels, links and files",
    discussion: """
      Reports all problems of all files, each with its place and what to do. With --baseline only what its file does not \
      name fails: problems are known by rule, file and message. What leaks or cannot be read for certain is never taken \
      into a baseline.
      """,
    options: [
      CommonOptions.folder, CommonOptions.today, CommonOptions.strict,
      Reporting.format, Reporting.baseline,
      OptionSpec("--update-baseline", help: "Write today's problems into the file of --baseline"),
      CommonOptions.jobs,
    ],
    examples: [
      "shelfmark check", "shelfmark check --strict --format github",
      "shelfmark check --baseline known-problems.txt --update-baseline",
    ])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    var options = CheckOptions(root: arguments.folder)
    options.today = try arguments.today()
    options.workers = try arguments.jobs()
    let updates = arguments.has("--update-baseline")
    if updates, !arguments.has("--baseline") {
      throw .missingCompanion(option: "--update-baseline", needs: "--baseline FILE", command: arguments.command)
    }
    do throws(FileFailure) {
      if updates { return try updateBaseline(checkLibrary(options), arguments, terminal) }
      guard let baseline = Reporting.readBaseline(arguments, terminal) else { return .usage }
      options.baseline = baseline.value
      let checked = try checkLibrary(options)
      let report = ProblemReport(checked, arguments, Shelfmark.version)
      let format = Reporting.format(arguments)
      try Reporting.print(report, format, terminal)
      if format != .json { terminal.printError(Reporting.summary(report, checked.baseline)) }
      return report.hasFailures ? .mistakes : .success
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  /// Writes down what is wrong today, and tells what cannot be written down.
  private static func updateBaseline(
    _ checked: BuildReport, _ arguments: Arguments, _ terminal: Terminal
  ) throws(FileFailure) -> ExitStatus {
    let file = arguments["--baseline"] ?? ""
    let problems = checked.problems.sorted()
    let baseline = Baseline(of: problems)
    try Folder.anywhere.save(arguments.path(file), Array(baseline.text.utf8))
    terminal.printError("\(counted(baseline.count, "problem")) written to '\(printable(file))'\n")
    var refused = checked
    refused.problems = Problems()
    refused.problems.add(contentsOf: problems.filter { !Baseline.mayHold($0) })
    guard !refused.problems.isEmpty else { return .success }
    let report = ProblemReport(refused, arguments, Shelfmark.version)
    terminal.print(report.rendered(.text, usesColor: terminal.colorsOutput))
    terminal.printError(
      "\(counted(report.problems.count, "problem")) cannot be in a baseline and must be mended first\n")
    return .mistakes
  }
}
