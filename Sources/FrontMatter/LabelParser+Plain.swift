// Texts without quotes, on one line or several: the line breaks of the latter become blanks, and empty lines become
// line breaks.

import Diagnostics

extension LabelParser {
  /// A text after a colon or dash, or on a line of its own; its first byte has been looked at.
  mutating func plainText(under parent: Int) -> Labels.Value {
    let start = position
    guard let first = plainLine(from: start, isFirst: true) else {
      skipRest(under: parent, isText: true)
      return value(.unreadable, lineValue(from: start))
    }
    var textEnd = first
    // Empty for a text on one line. Not an optional: it grows in place.
    var folded: [UInt8] = []
    position = afterWhite(first)
    // A comment ends the text: what is indented below it belongs to nothing.
    while byte(position).isBreak, position < end {
      guard let (next, breaks, tabs) = nextLine(after: position, under: parent), !looksLikeNextLabel(at: next)
      else { break }
      for (tab, line) in tabs { reportTab(tab, line: line) }
      if folded.isEmpty { folded.append(contentsOf: bytes[start..<textEnd]) }
      if breaks == 0 {
        folded.append(.space)
      } else {
        folded.append(contentsOf: repeatElement(.lineFeed, count: breaks))
      }
      guard let lineEnd = plainLine(from: next, isFirst: false) else {
        skipRest(under: parent, isText: true)
        return value(.unreadable, start..<trimmed(next..<endOfLine(next)).upperBound)
      }
      folded.append(contentsOf: bytes[next..<lineEnd])
      textEnd = lineEnd
      position = afterWhite(lineEnd)
    }
    let result = plainValue(start..<textEnd, folded: folded)
    position = afterBreak(endOfLine(position))
    skipToContent()
    return result
  }

  /// What the text in `range` stands for.
  mutating func plainValue(_ range: Range<Int>, folded: [UInt8]) -> Labels.Value {
    if !folded.isEmpty { return value(.text(String(decoding: folded, as: UTF8.self), isPlain: true), range) }
    let first = bytes[range.lowerBound]
    if range.count <= 4, first == UInt8(ascii: "~") || first | 0x20 == UInt8(ascii: "n"), bytes[range].isAbsent {
      return value(.absent, range)
    }
    if first == 0xE2, let quotes = CurlyQuotes(around: bytes[range]) {
      reportCurlyQuotes(range, inner: quotes.inner)
      return value(.unreadable, range)
    }
    return value(.text(text(range), isPlain: true), range)
  }

  /// The end of the text that starts at `start` on its line, nil if the line would mean something else than it seems to.
  private mutating func plainLine(from start: Int, isFirst: Bool) -> Int? {
    var index = start
    var textEnd = start
    while true {
      let current = byte(index)
      // Nothing that means something here comes behind the colon; letters do.
      if current > .colon {
        index += 1
        textEnd = index
        continue
      }
      if current.isBreak { return textEnd }
      if current.isWhite {
        index += 1
        continue
      }
      if current == .colon, byte(index + 1).isWhiteOrBreak {
        reportColonInText(start..<index, isFirstLine: isFirst)
        return nil
      }
      if current == .hash, index > start, bytes[index - 1].isWhite {
        if isComment(index) { return textEnd }
        reportHashInText(start..<index, isFirstLine: isFirst)
        return nil
      }
      index += 1
      textEnd = index
    }
  }

  /// The next line of a text whose line ends at `lineBreak`, how many line breaks come before it in the text, and the
  /// tabs on the way that would have to be blanks.
  private func nextLine(
    after lineBreak: Int, under parent: Int
  ) -> (start: Int, breaks: Int, tabs: [(tab: Range<Int>, line: Int)])? {
    var lineStart = afterBreak(lineBreak)
    var breaks = 0
    var tabs: [(tab: Range<Int>, line: Int)] = []
    while lineStart < end {
      let (line, tab) = continuation(at: lineStart, under: parent)
      if let tab, tabs.isEmpty { tabs.append((tab, lineStart)) }
      switch line {
      case .blank(let next):
        breaks += 1
        lineStart = next
      case .content(let start, let isDeep):
        return isDeep && bytes[start] != .hash ? (start, breaks, tabs) : nil
      }
    }
    return nil
  }

  // MARK: Within brackets

  /// A text within brackets, on one line or several. Nil if it cannot start one: nothing is then read.
  mutating func flowPlainText(under parent: Int) -> Labels.Value? {
    let start = position
    guard let first = flowPlainLine(from: start, isFirst: true) else { return nil }
    var textEnd = first
    var folded: [UInt8] = []
    var breakAt = afterWhite(first)
    while byte(breakAt).isBreak, breakAt < end {
      guard let (next, breaks, tabs) = nextLine(after: breakAt, under: parent), !isDash(next),
        let lineEnd = flowPlainLine(from: next, isFirst: false)
      else { break }
      for (tab, line) in tabs { reportTab(tab, line: line) }
      if folded.isEmpty { folded.append(contentsOf: bytes[start..<textEnd]) }
      if breaks == 0 {
        folded.append(.space)
      } else {
        folded.append(contentsOf: repeatElement(.lineFeed, count: breaks))
      }
      folded.append(contentsOf: bytes[next..<lineEnd])
      textEnd = lineEnd
      breakAt = afterWhite(lineEnd)
    }
    position = textEnd
    return plainValue(start..<textEnd, folded: folded)
  }

  /// The end of the text on this line; nil if no text can start, or go on, with its first byte.
  func flowPlainLine(from start: Int, isFirst: Bool) -> Int? {
    let first = byte(start)
    // Readers disagree on '?' and ':' right before a letter here, so they are refused.
    if first == .question || first == .colon { return nil }
    if isFirst, first.isReserved { return nil }
    if isFirst, first == .dash, byte(start + 1).isWhiteOrBreak || byte(start + 1).isBracketOrComma { return nil }
    var index = start
    var textEnd = start
    while true {
      let current = byte(index)
      if current.isBreak || current.isBracketOrComma { break }
      if current == .colon {
        let next = byte(index + 1)
        if next.isWhiteOrBreak || next.isBracketOrComma { break }
      }
      if current == .hash, index > start, bytes[index - 1].isWhite { break }
      index += 1
      if !current.isWhite { textEnd = index }
    }
    return textEnd > start ? textEnd : nil
  }
}
