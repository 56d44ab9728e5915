// `shelfmark import`: a folder of Markdown or documents, or an inventory, becomes resources.

import Authoring
import Diagnostics
import Files
import Library
import Site

enum ImportCommand: Command {
  static let spec = CommandSpec(
    name: "import", summary: "Make resources of a folder of Markdown or documents, or of a CSV inventory",
    discussion: """
      SOURCE is a folder (Markdown, PDF, Office files, videos, link files) or a CSV file with a row for each resource. \
      Links between the texts are put right, and what they show is brought along. What nothing decides is left 'todo'; \
      nothing is ever overwritten. Labels are decided by options such as --type battlecard, by those of the library's \
      facets, and by the rules of a file (--map): folders, words and labels of others. docs/import.md shows one.
      """,
    operands: "SOURCE", operandCount: 1...1,
    options: [
      CommonOptions.folder,
      OptionSpec("--map", value: "FILE", help: "Rules that say which folder or word means which label"),
      OptionSpec("--type", value: "TYPE", help: "The type of whatever nothing else decides"),
      OptionSpec("--personas", value: "LIST", help: "Its personas, separated by commas"),
      OptionSpec("--stages", value: "LIST", help: "Its stages, separated by commas"),
      OptionSpec("--owner", value: "WHO", help: "Its owner, a person or a team"),
      OptionSpec("--into", value: "FOLDER", help: "The folder in content/resources (default: the source's name)"),
      OptionSpec("--dry-run", help: "Only show what would be done"),
    ],
    takesFacets: true,
    examples: [
      "shelfmark import ../handbook --map import.yml --dry-run", "shelfmark import ~/Sales --type one-pager",
      "shelfmark import inventory.csv",
    ])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    do throws(FileFailure) {
      let library = try Editing.library(arguments)
      let check = try ResourceCheck(library, in: arguments.folder)
      var rules = ImportRules(library, check)
      let facets = library.facets.map(\.id)
      for pair in arguments.facets where !facets.contains(pair.name) {
        return refuse(.unknownOption("--" + pair.name, command: arguments.command), terminal)
      }
      let options = ["type", "personas", "stages", "owner"].compactMap { name in
        arguments["--" + name].map { (name, $0) }
      }
      for (name, value) in options + arguments.facets.map({ ($0.name, $0.value) }) {
        guard let problem = rules.add(default: name, value) else { continue }
        terminal.printError("error: '--\(printable(name))': \(printable(problem.message))\n")
        if let help = problem.help { terminal.printError("  help: \(printable(help))\n") }
        return .usage
      }
      if let file = arguments["--map"], try !readMap(file, &rules, arguments, terminal) { return .mistakes }
      return try run(place(of: arguments.operands[0], arguments), library, check, rules, arguments, terminal)
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  private static func refuse(_ error: UsageError, _ terminal: Terminal) -> ExitStatus {
    terminal.printError(Usage.message(error, commands: [spec]))
    return .usage
  }

  /// A path of the command line; one that only makes sense from where the command was started is taken from there.
  private static func place(of path: String, _ arguments: Arguments) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let seen = arguments.path(path)
    return !Folder.anywhere.has(seen) && Folder.anywhere.has(path) ? path : seen
  }

  private static func read(_ path: String) throws(FileFailure) -> [UInt8] {
    try Folder.anywhere.read(path, limit: 256 << 20)
  }

  /// False where the file has mistakes, which are printed.
  private static func readMap(
    _ file: String, _ rules: inout ImportRules, _ arguments: Arguments, _ terminal: Terminal
  ) throws(FileFailure) -> Bool {
    let bytes = try read(place(of: file, arguments))
    let problems = rules.add(contentsOf: bytes, file: file)
    let resolved = problems.resolved { _ in bytes }
    terminal.printError(TextFormat(usesColor: terminal.colorsErrors).render(resolved))
    return problems.isEmpty
  }

  private static func run(
    _ path: String, _ library: Library, _ check: ResourceCheck, _ rules: ImportRules, _ arguments: Arguments,
    _ terminal: Terminal
  ) throws(FileFailure) -> ExitStatus {
    let here = Folder.anywhere
    guard here.has(path) else {
      terminal.printError("error: there is no '\(printable(path))'\n  help: name a folder, or a CSV file\n")
      return .usage
    }
    let isFolder = here.hasFolder(path)
    let ending = path.lowercased().suffix(4)
    guard isFolder || ending == ".csv" || ending == ".tsv" || ending == ".txt" else {
      terminal.printError("error: '\(printable(path))' is neither a folder nor a CSV file\n")
      terminal.printError("  help: name the folder it stands in, or save an inventory as 'CSV UTF-8'\n")
      return .usage
    }
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let source = isFolder ? Folder(path) : Folder(parent)
    let content = Folder(arguments.folder.absolute("content"))
    if isFolder, content.contains(source) || source.contains(content) {
      terminal.printError("error: '\(printable(path))' and the library's content are one within the other\n")
      terminal.printError("  help: import from a folder outside of the library\n")
      return .usage
    }
    let resolved = (isFolder ? source.resolved : path).split(separator: "/").last.map(String.init) ?? "import"
    let name = isFolder ? resolved : IDForm.withoutExtension(resolved)
    let into = arguments["--into"] ?? IDForm.suggestion(for: name) ?? "imported"
    guard into.split(separator: "/").allSatisfy({ IDForm.isValid(String($0)) }), !into.hasPrefix("/") else {
      terminal.printError("error: '\(printable(into))' is no value of '--into'\n")
      terminal.printError(
        "  help: write small letters, digits and hyphens, such as \(IDForm.suggestion(for: into) ?? "sales")\n")
      return .usage
    }
    var importer = try Importer(
      source, name: name, into: into, library: library, in: arguments.folder, rules: rules, check: check)
    let plan: ImportPlan
    if isFolder {
      plan = try importer.planTree()
    } else {
      switch importer.planInventory(CSV(try read(path))) {
      case .success(let made): plan = made
      case .failure(let mistake):
        terminal.printError(Editing.printableLines(mistake.text(file: path)))
        return .mistakes
      }
    }
    if !arguments.has("--dry-run") { try plan.write(from: source, to: arguments.folder) }
    report(plan, isDry: arguments.has("--dry-run"), terminal)
    return .success
  }

  // MARK: Telling

  /// A line for each resource, then what a person should know, then what was skipped, then how many of each.
  private static func report(_ plan: ImportPlan, isDry: Bool, _ terminal: Terminal) {
    var text = ""
    for page in plan.pages {
      let todo = page.undecided.isEmpty ? "" : "  (todo: \(page.undecided.joined(separator: ", ")))"
      text += "\(printable(page.source)) -> \(printable(page.path))\(todo)\n"
    }
    for copy in plan.copies { text += "\(printable(copy.source)) -> \(printable(copy.path))\n" }
    for note in plan.notes {
      let line = note.line.map { ":\($0)" } ?? ""
      text += "note: \(printable(note.source))\(line): \(printable(note.text))\n"
    }
    for skipped in plan.skipped { text += "skipped: \(printable(skipped.source)): \(printable(skipped.reason))\n" }
    terminal.print(text)
    let rows = [
      (
        isDry ? "to import" : "imported", plan.pages.count,
        plan.copies.isEmpty ? "" : "with \(counted(plan.copies.count, "file"))"
      ),
      ("left todo", plan.undecidedCount, "type, personas or stages"),
      ("skipped", plan.skipped.count, ""),
    ]
    for (what, count, of) in rows {
      let number = grouped(count)
      terminal.printError(
        what + String(repeating: " ", count: max(1, 18 - what.count - number.count)) + number
          + (of.isEmpty ? "" : "   " + of)
          + "\n")
    }
  }
}
