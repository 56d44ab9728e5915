// Comma-separated values as RFC 4180 has them and as spreadsheets write them: quotes doubled inside quotes, any line
// end, a semicolon or a tab instead of the comma where the first line has more of it, a byte order mark or none, UTF-16
// as Excel's "Unicode text". Reading refuses nothing: what may not be is for whoever asks to say.

package struct CSV: Sendable {
  package struct Row: Sendable, Equatable {
    /// As a spreadsheet counts: from 1, empty rows included.
    package let number: Int
    package let cells: [String]
  }

  /// The rows that are not empty.
  package private(set) var rows: [Row] = []
  /// The row whose last quote is never closed: it reaches to the end.
  package private(set) var unclosedRow: Int?
  /// True where a byte is no UTF-8: then accents are not what they were.
  package private(set) var isRepaired = false

  package init(_ bytes: [UInt8]) {
    guard let wide = Self.fromUTF16(bytes) else {
      read(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
      return
    }
    read(wide[...])
  }

  private mutating func read(_ all: ArraySlice<UInt8>) {
    let (separator, start) = Self.separator(all)
    var number = start == all.startIndex ? 1 : 2
    var cells: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var quotedSince = 0
    var index = start
    func endField() {
      let text = String(decoding: field, as: UTF8.self)
      if text.utf8.count != field.count || !text.utf8.elementsEqual(field) { isRepaired = true }
      cells.append(text)
      field.removeAll(keepingCapacity: true)
    }
    func endRow() {
      endField()
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(number: number, cells: cells)) }
      cells = []
      number += 1
    }
    while index < all.endIndex {
      let byte = all[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < all.endIndex, all[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        isQuoted = true
        quotedSince = number
      } else if byte == separator {
        endField()
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if byte == UInt8(ascii: "\r"), index < all.endIndex, all[index] == UInt8(ascii: "\n") { index += 1 }
        endRow()
      } else {
        field.append(byte)
      }
    }
    if isQuoted { unclosedRow = quotedSince }
    if !field.isEmpty || !cells.isEmpty { endRow() }
  }

  /// What separates the cells, as the first line tells, and where the rows begin: Excel may write "sep=;" above them.
  private static func separator(_ bytes: ArraySlice<UInt8>) -> (UInt8, start: Int) {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    if line.count == 5, line.starts(with: "sep=".utf8), let separator = line.last {
      var start = line.endIndex
      while start < bytes.endIndex, bytes[start] == UInt8(ascii: "\n") || bytes[start] == UInt8(ascii: "\r") {
        start += 1
      }
      return (separator, start)
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    return (counts[best] > counts[0] ? candidates[best] : candidates[0], bytes.startIndex)
  }

  /// The text of a file that begins with the mark of UTF-16, as UTF-8; nil for any other.
  private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  // MARK: Writing

  /// What stands before the rows so that Excel reads them as UTF-8.
  package static let mark = "\u{FEFF}"

  /// A row with its line end. Cells with any separator a spreadsheet may use are quoted.
  package static func line(_ cells: [String]) -> String {
    let written = cells.map { cell in
      let isPlain = cell.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\n"),
          UInt8(ascii: "\r"):
          false
        default: true
        }
      }
      guard !isPlain || cell.hasPrefix(" ") || cell.hasSuffix(" ") else { return cell }
      // Byte by byte: a quote with an accent upon it is another character, and still a quote to who reads this.
      let quote = UInt8(ascii: "\"")
      let doubled = cell.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
      return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
    }
    return written.joined(separator: ",") + "\r\n"
  }
}
