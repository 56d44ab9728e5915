// `shelfmark report`: what the library lacks, what is due, what is there twice, what nobody uses.

import Authoring
import Diagnostics
import Files
import Library
import Site

enum ReportCommand: Command {
  private static let kinds = ["coverage", "stale", "duplicates", "unused-values"]

  static let spec = CommandSpec(
    name: "report", summary: "Report on coverage, due reviews, duplicates or unused values",
    discussion: """
      coverage: how many resources each persona has at each stage, the gaps in words, and the command that begins what is \
      missing. stale: reviews that are overdue or due in the next 26 weeks, by week and owner. duplicates: nearly the same \
      titles or texts. unused-values: personas, stages, types, values and people that no resource names.
      """,
    operands: "coverage|stale|duplicates|unused-values", operandCount: 1...1,
    options: [
      CommonOptions.folder,
      OptionSpec(
        "--format", value: "FORMAT", choices: ["text", "json", "markdown"], help: "text (default), json or markdown"),
      OptionSpec("--ics", value: "FILE", help: "With 'stale': write the reviews into FILE as a calendar too"),
      CommonOptions.today, CommonOptions.jobs,
    ],
    examples: [
      "shelfmark report coverage", "shelfmark report stale --ics reviews.ics",
      "shelfmark report duplicates --format markdown",
    ])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let kind = arguments.operands[0]
    guard kinds.contains(kind) else {
      throw .unknownChoice(option: "report", value: kind, choices: kinds, command: arguments.command)
    }
    let today = try arguments.today()
    let jobs = try arguments.jobs()
    if arguments.has("--ics"), kind != "stale" {
      throw .missingCompanion(option: "--ics", needs: "stale", command: arguments.command)
    }
    do throws(FileFailure) {
      let library = try Asking.library(arguments, workers: jobs, terminal).library
      if kind == "stale" {
        let report = StaleReport(library, today: today)
        if let file = arguments["--ics"] {
          try Folder.anywhere.save(arguments.path(file), report.calendar())
        }
        show(report.page(), arguments, terminal)
      } else {
        show(page(kind, library), arguments, terminal)
      }
      return .success
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  private static func page(_ kind: String, _ library: Library) -> ReportPage {
    switch kind {
    case "coverage": CoverageReport.page(library)
    case "duplicates": DuplicateReport(library).page()
    default: UnusedReport.page(library)
    }
  }

  /// Prints a page in the format that was asked for.
  static func show(_ page: ReportPage, _ arguments: Arguments, _ terminal: Terminal, by format: String = "text") {
    switch arguments["--format"] ?? format {
    case "json": terminal.print(page.json.rendered)
    case "markdown": terminal.print(page.markdown())
    default: terminal.print(page.text(usesColor: terminal.colorsOutput))
    }
  }
}
