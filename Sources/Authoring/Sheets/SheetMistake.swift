// What is wrong with a sheet, with the row and the column as the spreadsheet shows them.

package struct SheetMistake: Error, Sendable, Equatable {
  /// From 1; nil for the sheet as a whole.
  package let row: Int?
  package let column: String?
  package let message: String
  package let help: String?

  init(row: Int? = nil, column: String? = nil, _ message: String, help: String? = nil) {
    self.row = row
    self.column = column
    self.message = message
    self.help = help
  }

  static func tooWide(_ header: CSV.Row) -> SheetMistake {
    SheetMistake(
      row: header.number, "the sheet has \(header.cells.count) columns, \(SheetPlan.mostColumns) are allowed",
      help: "delete those that are no labels")
  }

  /// "labels.csv: row 5, column 'personas': …", with its help below.
  package func text(file: String) -> String {
    var place = file
    if let row { place += ": row \(row)" }
    if let column { place += row == nil ? ": column '\(column)'" : ", column '\(column)'" }
    return "\(place): error: \(message)\n" + (help.map { "  help: \($0)\n" } ?? "")
  }
}

extension CSV {
  /// What keeps a file from being read as a sheet at all.
  package var mistake: SheetMistake? {
    if isRepaired {
      return SheetMistake(
        "the file is not stored as UTF-8 but as Windows-1252 or the like, so its accents cannot be told",
        help: "in Excel, save it as 'CSV UTF-8 (Comma delimited)'")
    }
    if rows.contains(where: { $0.cells.contains { $0.utf8.contains(0) } }) {
      return SheetMistake("the file is not a CSV file", help: "in the spreadsheet, save it as 'CSV UTF-8'")
    }
    if let row = unclosedRow {
      return SheetMistake(
        row: row, "a quote in this row is never closed", help: "close it, or write it twice to mean a quote")
    }
    return rows.isEmpty ? SheetMistake("the file is empty", help: "'shelfmark labels --export' writes one") : nil
  }
}
