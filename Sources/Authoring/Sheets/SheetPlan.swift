// From an edited sheet to changes of files. Only a cell that differs from what it would show now asks for a change; every
// change is made in memory and read as the library would read it, so that a sheet is applied whole or not at all.

import Diagnostics
package import Files
import FrontMatter
package import Library

/// What applying a sheet would do.
package struct SheetPlan: Sendable {
  /// By row. To be used only where there is no mistake.
  package private(set) var changes: [FileChange] = []
  /// How many labels those change.
  package private(set) var labelCount = 0
  package private(set) var mistakes: [SheetMistake] = []

  private let library: Library
  private let folder: Folder
  private let check: ResourceCheck
  private let resources: [String: Int]
  private let files: [String: Int]
  /// After so many mistakes, or in so wide a sheet, something else is wrong than what each of them says.
  private static let mostMistakes = 1_000
  static let mostColumns = 1_000
  private static let mostEntries = 1_000
  /// Comparing with all names is slow.
  private var guesses = 50

  package init(_ csv: CSV, for library: Library, in folder: Folder) throws(FileFailure) {
    self.library = library
    self.folder = folder
    check = try ResourceCheck(library, in: folder)
    resources = Dictionary(library.resources.enumerated().map { ($1.id, $0) }) { first, _ in first }
    files = Dictionary(library.resources.enumerated().map { ($1.file, $0) }) { first, _ in first }
    if let mistake = csv.mistake {
      mistakes = [mistake]
      return
    }
    let columns = columns(of: csv.rows[0])
    guard mistakes.isEmpty else { return }
    var seen: [Int: Int] = [:]
    for row in csv.rows.dropFirst() {
      guard mistakes.count < Self.mostMistakes else {
        mistakes.append(
          SheetMistake(
            row: row.number, "the rows from here on are not read: there are too many mistakes above",
            help: "mend those first"))
        return
      }
      guard let index = resource(of: row, columns) else { continue }
      if let first = seen.updateValue(row.number, forKey: index) {
        mistakes.append(
          SheetMistake(
            row: row.number, column: "id", "'\(library.resources[index].id)' stands in row \(first) too",
            help: "keep one of the two rows"))
        continue
      }
      try take(row, columns, of: library.resources[index])
    }
  }

  // MARK: Columns and rows

  /// The sheet's columns in the order of its first row; nil for one without a name.
  private mutating func columns(of header: CSV.Row) -> [LabelSheet.Column?] {
    let known = LabelSheet(library).columns
    guard header.cells.count <= Self.mostColumns else {
      mistakes.append(.tooWide(header))
      return []
    }
    var seen = Set<String>()
    let columns = header.cells.map { cell -> LabelSheet.Column? in
      let name = SheetCell.trimmed(cell)
      guard !name.isEmpty else { return nil }
      guard let column = known.first(where: { $0.name == name.lowercased() }) else {
        let meant = known.map(\.name).closest(to: name).map { "did you mean '\($0)'?" }
        mistakes.append(
          SheetMistake(
            row: header.number, column: name, "'\(name)' is not a label that a sheet can change",
            help: meant ?? "delete the column; the others are: \(known.map(\.name).joined(separator: ", "))"))
        return nil
      }
      if !seen.insert(column.name).inserted {
        mistakes.append(
          SheetMistake(
            row: header.number, column: name, "there are two columns '\(column.name)'", help: "delete one of them"))
      }
      return column
    }
    if mistakes.isEmpty, !seen.contains("id"), !seen.contains("file") {
      mistakes.append(
        SheetMistake(
          row: header.number, "there is no column 'id'",
          help: "the first row names the columns, and 'id' or 'file' says which resource a row is"))
    }
    return columns
  }

  /// The resource that a row is about.
  private mutating func resource(of row: CSV.Row, _ columns: [LabelSheet.Column?]) -> Int? {
    func cell(_ name: String) -> String {
      guard let index = columns.firstIndex(where: { $0?.name == name }), row.cells.indices.contains(index) else {
        return ""
      }
      return SheetCell.trimmed(SheetCell.unprotected(row.cells[index]))
    }
    let (id, file) = (cell("id"), cell("file"))
    guard !id.isEmpty || !file.isEmpty else {
      mistakes.append(
        SheetMistake(
          row: row.number, column: "id", "this row names no resource", help: "write its id, or delete the row"))
      return nil
    }
    let (name, known, column) = id.isEmpty ? (file, files, "file") : (id, resources, "id")
    guard let index = known[name] else {
      guesses -= 1
      let meant = guesses < 0 ? nil : known.keys.sorted().closest(to: name).map { "did you mean '\($0)'?" }
      mistakes.append(
        SheetMistake(
          row: row.number, column: column, "there is no resource '\(name)'",
          help: meant ?? "delete the row; 'shelfmark new' or 'shelfmark import' add resources"))
      return nil
    }
    let path = library.resources[index].file
    if !id.isEmpty, !file.isEmpty, file != path {
      mistakes.append(
        SheetMistake(
          row: row.number, column: "file", "'\(id)' is '\(path)', not '\(file)'",
          help: "correct the one that is wrong, or delete the column 'file'"))
      return nil
    }
    return index
  }

  // MARK: Cells

  private mutating func take(
    _ row: CSV.Row, _ columns: [LabelSheet.Column?], of resource: Resource
  ) throws(FileFailure) {
    let bytes = try folder.read(resource.file)
    let source: LabelSource
    do throws(LabelEditRefusal) {
      source = try LabelSource(bytes, file: resource.file)
    } catch {
      // Cannot be compared; it was left out of the sheet, and a row of it is somebody's wish to change it.
      mistakes.append(SheetMistake(row: row.number, error.description, help: error.help))
      return
    }
    let count = mistakes.count
    var wanted: [LabelChange] = []
    for (index, cell) in row.cells.enumerated() where !columns.indices.contains(index) || columns[index] == nil {
      guard !SheetCell.trimmed(cell).isEmpty, mistakes.count < Self.mostMistakes else { continue }
      mistakes.append(
        SheetMistake(
          row: row.number, "'\(cell.prefix(40))' stands in column \(index + 1), which has no name",
          help: "delete it, or put quotes around a cell that holds a separator"))
    }
    let sheet = LabelSheet(library)
    for (index, column) in columns.enumerated() {
      guard let column, column.content != .id, column.content != .file else { continue }
      let current = sheet.cell(column, of: resource, source)
      guard row.cells.indices.contains(index) else {
        if current.isEmpty { continue }
        mistakes.append(
          SheetMistake(
            row: row.number, column: column.name, "the row ends before this column, where the file says '\(current)'",
            help: "write the value again, or delete the column"))
        continue
      }
      let cell = SheetCell.unprotected(row.cells[index])
      if let change = change(cell, column, from: current, source, row: row.number) { wanted.append(change) }
    }
    guard mistakes.count == count, !wanted.isEmpty else { return }
    do throws(LabelEditRefusal) {
      let edited = try LabelEditor.edited(bytes, file: resource.file, wanted)
      let wrong = newMistakes(in: edited, before: bytes, path: resource.file, wanted, row: row.number)
      mistakes += wrong
      guard wrong.isEmpty, edited != bytes else { return }
      changes.append(FileChange(path: resource.file, before: bytes, after: edited))
      labelCount += wanted.count
    } catch {
      mistakes.append(SheetMistake(row: row.number, error.description, help: error.help))
    }
  }

  /// What a cell asks for; nil where it says what the file says.
  private mutating func change(
    _ cell: String, _ column: LabelSheet.Column, from current: String, _ source: LabelSource, row: Int
  ) -> LabelChange? {
    let text = SheetCell.onOneLine(cell)
    guard text != current else { return nil }
    if column.content == .list {
      let items = SheetCell.items(cell).map(SheetCell.onOneLine)
      guard items != source.items(column.name) else { return nil }
      guard items.count <= Self.mostEntries else {
        mistakes.append(
          SheetMistake(
            row: row, column: column.name, "the cell has \(items.count) entries, \(Self.mostEntries) are allowed",
            help: "keep those that matter"))
        return nil
      }
      return items.isEmpty ? .remove(column.name) : .set(column.name, to: .list(items))
    }
    if text.isEmpty { return source.labels[column.name] == nil ? nil : .remove(column.name) }
    if column.content == .flag {
      // Spreadsheets write TRUE for true.
      guard text.lowercased() != current.lowercased() else { return nil }
      return .set(column.name, to: .text(text.lowercased()))
    }
    if column.content == .day, Day(text) == nil {
      let now = current.isEmpty ? "" : " (the file says \(current))"
      mistakes.append(
        SheetMistake(
          row: row, column: column.name,
          "'\(text)' is not a day such as 2026-03-01, and could be read in several ways\(now)",
          help: "spreadsheets rewrite days when they open a file: give the column the format 'Text' and write it as "
            + "2026-03-01, or delete the whole column if none of it is to change"))
      return nil
    }
    // A text below a '|' or '>' keeps the line break at its end.
    let keepsBreak = source.labels[column.name]?.value.text?.hasSuffix("\n") == true
    return .set(column.name, to: .text(keepsBreak ? text + "\n" : text))
  }

  /// What the library would say of the file that it does not say now.
  private func newMistakes(
    in edited: [UInt8], before: [UInt8], path: String, _ wanted: [LabelChange], row: Int
  ) -> [SheetMistake] {
    let known = check.problems(of: before, at: path).map { $0.rule.name + $0.message }
    var problems = Problems()
    let labels = WrittenLabels.inFrontMatter(of: edited, file: path, report: &problems).labels
    return check.problems(of: edited, at: path).compactMap { problem in
      guard problem.severity == .error, !known.contains(problem.rule.name + problem.message) else { return nil }
      let named = labels?.entries.first { entry in
        entry.value.range.lower <= problem.range.lower && problem.range.lower < entry.value.range.upper
      }?.name
      let missing = wanted.map(\.name).first { problem.message.contains("'\($0)'") }
      let hasComma = wanted.contains { change in
        guard case .set(named ?? "", .list(let items)) = change else { return false }
        return items.contains { $0.contains(",") }
      }
      return SheetMistake(
        row: row, column: named ?? missing, problem.message,
        help: hasComma ? "separate several values with semicolons" : problem.help.flatMap(Self.forCells))
    }
  }

  /// Help as far as it speaks of the value: how a line is written says nothing to someone who fills in a cell.
  private static func forCells(_ help: String) -> String? {
    if let end = help.firstRange(of: "'? ") { return String(help[..<end.lowerBound]) + "'?" }
    let listed = "write: "
    guard help.hasPrefix(listed) else { return help }
    guard let open = help.firstIndex(of: "["), help.hasSuffix("]") else { return nil }
    let items = help[help.index(after: open)...].dropLast().split(separator: ",").map { SheetCell.trimmed(String($0)) }
    return "write \(items.joined(separator: "; "))"
  }
}
