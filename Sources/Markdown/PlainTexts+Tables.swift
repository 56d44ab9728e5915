// Tables without formatting: at the margin, each line from "|" to "|", with as many cells in each, up to an empty line.

struct PlainTable {
  /// One byte a column: "l", "c", "r" or 0.
  let alignments: [UInt8]
  /// Which of `PlainTexts.cells` are its own: the head's, then those of each row.
  let cells: Range<Int>
}

/// A table of which it is not certain yet that it is one.
struct OpenPlainTable {
  enum Lines { case none, head, rows }
  var lines = Lines.none
  var firstLine = 0
  var lastLine = 0
  var range = 0..<0
  var columns = 0
  var alignments: [UInt8] = []
  var firstCell = 0
}

extension PlainTexts {
  /// How many lines its tables have.
  var tableLineCount: Int {
    items.reduce(0) { count, item in if case .table = item.kind { count + item.lines.count } else { count } }
  }

  /// A line that has nothing but text and `pipes`.
  mutating func addTableLine(
    _ line: Int, _ text: Range<Int>, _ bytes: Span<UInt8>, pipes: borrowing [Int], mayBegin: Bool
  ) {
    guard pipes.count > 1, pipes[0] == text.lowerBound, pipes[pipes.count - 1] == text.upperBound - 1,
      openTable.lines == .none ? mayBegin : pipes.count == openTable.columns + 1
    else { return dropTable() }
    switch openTable.lines {
    case .none:
      openTable.lines = .head
      (openTable.firstLine, openTable.range) = (line, text)
      (openTable.firstCell, openTable.columns) = (cells.count, pipes.count - 1)
    case .head:
      openTable.lines = .rows
      openTable.alignments.removeAll(keepingCapacity: true)
    case .rows: break
    }
    openTable.lastLine = line
    openTable.range = openTable.range.lowerBound..<text.upperBound
    for index in 1..<pipes.count {
      var (start, end) = (pipes[index - 1] + 1, pipes[index])
      guard start < end else { return dropTable() }
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      while start < end, bytes[start] == 0x20 { start += 1 }
      if openTable.lines == .rows, openTable.alignments.count < openTable.columns {
        guard let alignment = Self.alignment(bytes, start..<end) else { return dropTable() }
        openTable.alignments.append(alignment)
      } else {
        cells.append(start..<end)
      }
    }
  }

  /// An empty line or the text's end: what was read is a table, if it has its rule.
  mutating func endTable() {
    guard openTable.lines == .rows else { return dropTable() }
    let table = PlainTable(alignments: openTable.alignments, cells: openTable.firstCell..<cells.count)
    add(table, lines: openTable.firstLine...openTable.lastLine, openTable.range)
    openTable.lines = .none
  }

  mutating func dropTable() {
    guard openTable.lines != .none else { return }
    cells.removeLast(cells.count - openTable.firstCell)
    openTable.lines = .none
  }

  /// What a cell of the line under a table's head says; nil if it is none.
  private static func alignment(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> UInt8? {
    var (start, end) = (cell.lowerBound, cell.upperBound)
    let isLeft = start < end && bytes[start] == UInt8(ascii: ":")
    if isLeft { start += 1 }
    let isRight = start < end && bytes[end - 1] == UInt8(ascii: ":")
    if isRight { end -= 1 }
    guard start < end else { return nil }
    for index in start..<end where bytes[index] != UInt8(ascii: "-") { return nil }
    return isLeft ? UInt8(ascii: isRight ? "c" : "l") : isRight ? UInt8(ascii: "r") : 0
  }
}
