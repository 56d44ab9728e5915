// What stands in a cell for what stands in a label, and back. Nothing is lost either way: a spreadsheet must not take a
// text for a formula, and entries of a list may hold what separates them.

package enum SheetCell {
  /// With an apostrophe before what a spreadsheet would compute, as spreadsheets themselves mark a text.
  package static func protected(_ text: String) -> String { startsFormula(text) ? "'" + text : text }

  /// What `protected` was given.
  package static func unprotected(_ cell: String) -> String {
    cell.hasPrefix("'") && startsFormula(String(cell.dropFirst())) ? String(cell.dropFirst()) : cell
  }

  /// True for a text that begins, but for apostrophes, with what begins a formula.
  private static func startsFormula(_ text: String) -> Bool {
    switch text.utf8.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// "cfo; it-leader", an entry in quotes where it holds what separates entries.
  package static func joined(_ items: [String]) -> String {
    items.map { item in
      guard item.isEmpty || item.contains(";") || item.hasPrefix("\"") || item.contains("\n") else { return item }
      return "\"" + item.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }.joined(separator: "; ")
  }

  /// The entries of a cell, without blanks around them and without empty ones. A line end separates as well.
  package static func items(_ cell: String) -> [String] {
    var items: [String] = []
    var item = ""
    var isQuoted = false
    var wasQuoted = false
    func end() {
      let text = wasQuoted ? item : trimmed(item)
      if !text.isEmpty { items.append(text) }
      item = ""
      wasQuoted = false
    }
    var rest = cell.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          item.unicodeScalars.append(scalar)
        } else if rest.first == "\"" {
          item.unicodeScalars.append(scalar)
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == ";" || scalar == "\n" || scalar == "\r" {
        end()
      } else if scalar == "\"", !wasQuoted, trimmed(item).isEmpty {
        item = ""
        isQuoted = true
        wasQuoted = true
      } else if !wasQuoted || !scalar.properties.isWhitespace {
        item.unicodeScalars.append(scalar)
      }
    }
    end()
    return items
  }

  /// Without blanks around it.
  package static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  /// One line, as labels are read.
  static func onOneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
