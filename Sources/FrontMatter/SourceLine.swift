// Looking at whole lines, before anything is parsed.

/// A line: where it starts, where its content ends, and where the next line starts.
struct SourceLine {
  let start: Int
  let end: Int
  let next: Int
}

/// The lines of a part of a file, found one by one.
struct SourceLines: Sequence, IteratorProtocol {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  mutating func next() -> SourceLine? {
    guard position < end else { return nil }
    let start = position
    let lineEnd = start + bytes.span.extracting(start..<end).lineLength
    var index = lineEnd
    if index < end {
      index += bytes[index] == .carriageReturn && index + 1 < end && bytes[index + 1] == .lineFeed ? 2 : 1
    }
    position = index
    return SourceLine(start: start, end: lineEnd, next: index)
  }
}

extension Span<UInt8> {
  /// How many bytes stand before the first line break.
  fileprivate var lineLength: Int {
    var index = 0
    // Letters first: all of them are above a break.
    while index < count, self[index] > .carriageReturn || !self[index].isBreak { index &+= 1 }
    return index
  }
}

extension [UInt8] {
  func lines(in range: Range<Int>) -> SourceLines {
    SourceLines(bytes: self, position: range.lowerBound, end: range.upperBound)
  }

  /// The first byte behind a byte order mark.
  var startOfText: Int { count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0 }

  func isBlank(_ range: Range<Int>) -> Bool { self[range].allSatisfy(\.isWhite) }

  func isBlankOrComment(_ range: Range<Int>) -> Bool {
    guard let first = self[range].first(where: { !$0.isWhite }) else { return true }
    return first == .hash
  }

  func trimmed(_ line: SourceLine) -> Range<Int> {
    var lower = line.start
    var upper = line.end
    while lower < upper, self[lower].isWhite { lower += 1 }
    while upper > lower, self[upper - 1].isWhite { upper -= 1 }
    return lower..<upper
  }

  /// Only for a message: it counts from the start of the file.
  func lineNumber(of offset: Int) -> Int {
    var number = 1
    for line in lines(in: 0..<offset) where line.next <= offset { number += 1 }
    return number
  }

  /// A line of two or more dashes, or of what word processors make of them, that is not exactly three dashes.
  func isNearlyDashes(_ line: SourceLine) -> Bool {
    let content = trimmed(line)
    guard content.count >= 2, content.count <= 200 else { return false }
    var index = content.lowerBound
    while index < content.upperBound {
      if self[index] == .dash {
        index += 1
      } else if index + 2 < content.upperBound, self[index] == 0xE2, self[index + 1] == 0x80,
        self[index + 2] == 0x93 || self[index + 2] == 0x94
      {
        index += 3  // – or —
      } else {
        return false
      }
    }
    return !(content.count == 3 && self[content.lowerBound] == .dash && content.lowerBound == line.start)
  }

  /// True where a line starts with a lower-case word, a colon and a blank or the line's end.
  func startsWithLabel(_ start: Int) -> Bool {
    var index = start
    while index < count, self[index].isWordByte { index += 1 }
    guard index > start, index < count, self[index] == .colon, self[start] | 0x20 == self[start] else { return false }
    return index + 1 == count || self[index + 1].isWhiteOrBreak
  }

  /// True for lines that stand among labels: labels, items, comments, empty and indented lines. An empty line only if
  /// what follows may be a label, for a text below labels starts after one; and '#' there starts a heading.
  func continuesLabels(_ line: SourceLine) -> Bool {
    guard line.start < line.end else {
      guard let next = lines(in: line.next..<count).first(where: { $0.start < $0.end }) else { return true }
      return startsWithLabel(next.start)
    }
    switch self[line.start] {
    case .space, .tab, .hash: return true
    case .dash: return line.start + 1 < line.end && self[line.start + 1].isWhite
    default: return startsWithLabel(line.start)
    }
  }

  /// True if labels start there without a line of dashes above, but with one below.
  func hasLabelsWithoutOpening(_ start: Int) -> Bool {
    guard startsWithLabel(start) else { return false }
    var count = 0
    for line in lines(in: start..<self.count) {
      if let marker = DocumentMarker(self, line) {
        // One line above dashes is a heading.
        return marker == .opening && count > 1 && isBlank(line.start + 3..<line.end)
      }
      guard line.start < line.end, continuesLabels(line) else { return false }
      count += 1
    }
    return false
  }

  /// The invisible character that starts at `index`, if it is one that may not stand in labels.
  func oddCharacter(at index: Int) -> (code: UInt32, length: Int)? {
    let byte = self[index]
    func next(_ offset: Int) -> UInt8 { index + offset < count ? self[index + offset] : 0 }
    switch byte {
    case .tab, .lineFeed, .carriageReturn: return nil
    case 0..<0x20, 0x7F: return (UInt32(byte), 1)
    case 0xC2 where (0x80..<0xA0).contains(next(1)) && next(1) != 0x85: return (UInt32(next(1)), 2)
    case 0xEF where next(1) == 0xBB && next(2) == 0xBF: return (0xFEFF, 3)
    case 0xEF where next(1) == 0xBF && next(2) >= 0xBE: return (0xFF00 + UInt32(next(2)) + 0x40, 3)
    default: return nil
    }
  }
}
