// `shelfmark labels`: all labels as a sheet for a spreadsheet program, and back into the files.

import Authoring
import Diagnostics
import Files
import Library
import Site

enum LabelsCommand: Command {
  static let spec = CommandSpec(
    name: "labels", summary: "Write all labels to a sheet for Excel, and take an edited one back",
    discussion: """
      A row is a resource and a column a label; several values in a cell are separated by semicolons. An empty cell \
      removes the label. Rows and columns that you delete are left as they are in the files. With --apply the \
      difference is shown first, only those lines of those files change, and one mistake anywhere changes nothing. \
      Sheets may be saved by Excel ('CSV UTF-8' or 'Unicode text'), LibreOffice or Google Sheets.
      """,
    options: [
      CommonOptions.folder,
      OptionSpec("--export", value: "FILE", help: "Write the sheet; - for standard output"),
      OptionSpec("--apply", value: "FILE", help: "Change the files as the sheet says"),
      OptionSpec("--dry-run", help: "Only show the difference"),
      OptionSpec("--yes", help: "Change without being asked, and write over a sheet that is there"),
    ],
    examples: ["shelfmark labels --export labels.csv", "shelfmark labels --apply labels.csv"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    do throws(FileFailure) {
      switch (arguments["--export"], arguments["--apply"]) {
      case (let file?, nil): return try export(to: file, arguments, terminal)
      case (nil, let file?): return try apply(file, arguments, terminal)
      default:
        terminal.printError("error: name the sheet with either --export or --apply\n")
        terminal.printError("  help: shelfmark labels --export labels.csv\n")
        return .usage
      }
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  private static func export(
    to file: String, _ arguments: Arguments, _ terminal: Terminal
  ) throws(FileFailure) -> ExitStatus {
    let library = try Editing.library(arguments)
    let (csv, leftOut) = try LabelSheet(library).export(library, in: arguments.folder)
    for reason in leftOut { terminal.printError("left out: \(printable(reason))\n") }
    guard file != "-" else {
      terminal.print(csv)
      return .success
    }
    let path = arguments.path(file)
    let place = Folder.anywhere
    if place.has(path) {
      guard arguments.has("--yes") else {
        terminal.printError("error: '\(printable(file))' is there already, maybe with edits in it\n")
        terminal.printError("  help: choose another name, or write over it with --yes\n")
        return .usage
      }
      try place.replace([FileChange(path: path, before: try place.read(path), after: Array(csv.utf8))])
    } else {
      try place.create(path, Array(csv.utf8))
    }
    return .success
  }

  private static func apply(
    _ file: String, _ arguments: Arguments, _ terminal: Terminal
  ) throws(FileFailure) -> ExitStatus {
    let path = arguments.path(file)
    let bytes = try Folder.anywhere.read(path, limit: 256 << 20)
    let plan = try SheetPlan(CSV(bytes), for: try Editing.library(arguments), in: arguments.folder)
    guard plan.mistakes.isEmpty else {
      for mistake in plan.mistakes { terminal.printError(Editing.printableLines(mistake.text(file: file))) }
      terminal.printError("\(counted(plan.mistakes.count, "error")) in the sheet; no file was changed\n")
      return .mistakes
    }
    guard !plan.changes.isEmpty else {
      terminal.printError("the files say what the sheet says; nothing to change\n")
      return .success
    }
    return try Editing.make(plan.changes, counted(plan.labelCount, "label"), arguments, terminal)
  }
}
