// Where blocks stand in the file, and from which of its lines the text of a paragraph, heading or cell came.
import Diagnostics

/// The way from the tree's lines to the file's bytes.
struct BlockPlaces {
  let bytes: [UInt8]
  /// Offsets in the file of the body's lines.
  let lineStarts: [Int]
  private let definitions: Set<String>
  /// Where the tree has fewer lines than the body.
  var shifts = LineShifts()

  init(_ bytes: [UInt8], lineStarts: [Int], firstDefinition: Int?) {
    self.bytes = bytes
    self.lineStarts = lineStarts
    definitions = firstDefinition.map { BlockPlaces.definitions(bytes, from: $0) } ?? []
  }

  /// The names before each "]:", whether it is a definition's end or only looks like one.
  private static func definitions(_ bytes: [UInt8], from first: Int) -> Set<String> {
    var names: Set<String> = []
    for close in first..<max(first, bytes.count - 1) {
      guard bytes[close] == UInt8(ascii: "]"), bytes[close + 1] == UInt8(ascii: ":") else { continue }
      var open = close
      while open > 0, close - open < 1_000, bytes[open - 1] != UInt8(ascii: "["), bytes[open - 1] != UInt8(ascii: "]") {
        open -= 1
      }
      names.insert(normalizedName(bytes[open..<close]))
    }
    return names
  }

  /// The line's bytes without its end; lines count from 1 at the body's start.
  func line(_ number: Int) -> Range<Int> {
    let index = min(max(number, 1), lineStarts.count) - 1
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    while end > lineStarts[index], bytes[end - 1] == 0x0a || bytes[end - 1] == 0x0d { end -= 1 }
    return lineStarts[index]..<end
  }

  /// Of the body, for what the tree has.
  func startLine(of block: Node) -> Int { shifts.line(block.startLine) }
  private func endLine(of block: Node) -> Int { shifts.line(block.endLine) }

  /// From a block's beginning to the end of that line.
  func firstLine(of block: Node) -> ByteRange {
    let line = line(startLine(of: block))
    let start = min(line.lowerBound + max(0, block.startColumn - 1), line.upperBound)
    return ByteRange(start, max(start, line.upperBound))
  }

  /// Whether a task list's item is ticked; cmark-gfm takes any "[x]" on the line for the tick.
  func isTicked(_ item: Node) -> Bool {
    let line = line(startLine(of: item))
    guard let bracket = bytes[line].dropFirst(max(0, item.startColumn - 1)).firstIndex(of: UInt8(ascii: "[")),
      bracket + 2 < line.upperBound, bytes[bracket + 2] == UInt8(ascii: "]")
    else { return item.isTickedByCmark }
    return bytes[bracket + 1] | 0x20 == UInt8(ascii: "x")
  }

  // MARK: The lines of a block's text

  var inlines: InlinePlaces { InlinePlaces(definitions: definitions) }

  /// Reads the marks of a paragraph or heading.
  func read(_ block: Node, isHeading: Bool, nextTable: Node?, into inlines: inout InlinePlaces) {
    let content = block.content.trimmed
    let first = firstLineNumber(of: block, content, isHeading: isHeading, nextTable: nextTable)
    inlines.begin(content, isCell: false) { line, text in
      sourceStart(of: text, line: first + line, block, isHeading: isHeading)
    }
  }

  /// The block's own first line is that of definitions before the text, if there are any: they are not in the text.
  private func firstLineNumber(
    of block: Node, _ content: CText, isHeading: Bool, nextTable: Node?
  ) -> Int {
    let start = startLine(of: block)
    let first = content[0..<(content.firstIndex(of: 0x0a, from: 0) ?? content.count)]
    let lineCount = content.lineCount
    // Lines above a table: the tree has no line for them, but for the table's head.
    if start == 0 { return nextTable.map { headLine(of: $0) - lineCount } ?? 1 }
    func isRight(_ number: Int) -> Bool {
      (1...lineStarts.count).contains(number) && self.start(of: first, atEndOf: line(number)) != nil
    }
    if isHeading { return (start...max(start, min(endLine(of: block), start + 200))).first(where: isRight) ?? start }
    let last = endLine(of: block) - lineCount + 1
    return last > start && isRight(last) ? last : start
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return line.lowerBound..<end
  }

  /// Where the line ends with `text`, blanks at the end of both aside.
  private func start(of text: CText, atEndOf line: Range<Int>) -> Int? {
    let text = text.trimmed
    let start = trimmed(line).upperBound - text.count
    return start >= line.lowerBound && text.stands(in: bytes, at: start) ? start : nil
  }

  private func sourceStart(of text: CText, line number: Int, _ block: Node, isHeading: Bool) -> Int {
    let line = trimmed(line(number))
    if let start = start(of: text, atEndOf: line) { return start }
    // A heading may end with "#"s that are not in its text.
    var start = min(line.lowerBound + (isHeading ? max(0, block.startColumn - 1) : 0), line.upperBound)
    while start < line.upperBound, bytes[start] <= 0x20 || isHeading && bytes[start] == UInt8(ascii: "#") { start += 1 }
    return start
  }

  // MARK: Tables

  /// The body's rows have lines; the head stands two above the first of them, or above the table's end.
  private func headLine(of table: Node) -> Int {
    if let row = table.firstChild?.next { return startLine(of: row) - 2 }
    return endLine(of: table) - 1
  }

  /// Reads the marks of a table's cell, the `column`th of its row.
  func read(cell: Node, column: Int, row: Node, table: Node, into inlines: inout InlinePlaces) {
    let line = trimmed(line(row.isHeaderRow ? headLine(of: table) : startLine(of: row)))
    var start = line.lowerBound
    // What encloses the table, and the first "|".
    while start < line.upperBound, " \t>-+*.)0123456789".utf8.contains(bytes[start]) { start += 1 }
    if start < line.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 } else { start = line.lowerBound }
    var left = column
    var index = start
    while index < line.upperBound, left > 0 {
      if bytes[index] == UInt8(ascii: "|"), index == line.lowerBound || bytes[index - 1] != UInt8(ascii: "\\") {
        left -= 1
        start = index + 1
      }
      index += 1
    }
    let content = cell.content
    if column == 0, start == line.lowerBound, !content.isEmpty {
      let first = content[0]
      while start < line.upperBound, bytes[start] != first { start += 1 }
    }
    while start < line.upperBound, bytes[start] <= 0x20 { start += 1 }
    inlines.begin(content, isCell: true) { _, _ in start }
  }
}
