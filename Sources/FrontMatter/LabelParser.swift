// The state of one reading and how it moves over the bytes. It goes forward only, and looks ahead by a line at most, so
// the time is proportional to the bytes. What each construct is lives in LabelParser+….swift; the words for mistakes in
// LabelParser+Mistakes.swift.
//
// Two invariants hold it together. Whatever reads a block value (`block`, `group`, `list`, `inlineValue`, `blockText`)
// leaves `position` on the first byte of the next line with content, or at `end`; whatever reads within a line or within
// brackets (`quoted`, `flowValue`) leaves it right after what was read.

import Diagnostics

/// Reads the labels in `position..<end` of a file.
struct LabelParser {
  let bytes: [UInt8]
  let file: String
  let limits: LabelLimits
  /// True where a line of three dashes can be what is missing.
  let isFrontMatter: Bool
  var problems = Problems()

  var end: Int
  var position: Int
  /// Where the line of `position` starts; kept only as far as `column` needs it, not within quotes and brackets.
  var lineStart: Int
  /// What the tabs that indent this line count for beyond one column each.
  var tabShift = 0
  /// The end of the last thing that was read: where the list or group ends that it stands in.
  var lastEnd: Int
  var valueCount = 0
  /// Set when a limit is exceeded: nothing more is read.
  var isStopped = false
  /// Set when a bracket or quote was never closed: `position` is at the start of the line that showed it, and all open
  /// brackets are given up.
  var isFlowBroken = false
  var openBrackets = 0
  var openBraces = 0
  /// Lines within brackets that start too far left are reported once per outermost bracket.
  var reportedFlowIndent = false
  /// Where the body begins after all, when the closing dashes turned out to be missing.
  var bodyStart: Int?
  /// Lines of the whole file, once a message needs a number.
  var lineIndex: LineIndex?
  /// A line further down that starts with a label, once one was looked for.
  var labelBelow = 0

  init(_ bytes: [UInt8], in range: Range<Int>, file: String, limits: LabelLimits, isFrontMatter: Bool) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
    self.isFrontMatter = isFrontMatter
    end = range.upperBound
    position = range.lowerBound
    lineStart = range.lowerBound
    lastEnd = range.lowerBound
  }

  /// The byte there; behind the end, lines end without end.
  func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : .lineFeed }

  /// How far the content at `position` is indented; -1 at the end, which is left of everything.
  var column: Int { position < end ? position - lineStart + tabShift : -1 }

  func isDash(_ index: Int) -> Bool { byte(index) == .dash && byte(index + 1).isWhiteOrBreak }

  func afterWhite(_ index: Int) -> Int {
    var index = index
    while byte(index).isWhite { index += 1 }
    return index
  }

  func endOfLine(_ index: Int) -> Int {
    var index = index
    while !byte(index).isBreak { index += 1 }
    return index
  }

  /// The start of the next line, given the offset of a line's break ("\n", "\r\n" or a lone "\r") or of the end.
  func afterBreak(_ index: Int) -> Int {
    guard index < end else { return end }
    return bytes[index] == .carriageReturn && index + 1 < end && bytes[index + 1] == .lineFeed ? index + 2 : index + 1
  }

  /// `range` without white space at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var upper = range.upperBound
    while upper > range.lowerBound, bytes[upper - 1].isWhite { upper -= 1 }
    return range.lowerBound..<upper
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// From the start of a line, over empty lines and comments, to the first byte of content.
  mutating func skipToContent(reportsTabs: Bool = true) {
    while position < end {
      lineStart = position
      tabShift = 0
      var index = position
      while byte(index) == .space { index += 1 }
      let firstTab = index
      if byte(index) == .tab { index = afterWhite(index) }
      if byte(index).isBreak {
        position = afterBreak(index)
      } else if byte(index) == .hash {
        position = afterBreak(endOfLine(index))
      } else {
        for place in firstTab..<index where bytes[place] == .tab { tabShift += 1 }
        position = index
        if reportsTabs, firstTab < index { reportTab(firstTab..<index, line: lineStart) }
        return
      }
    }
  }

  /// After a value: over a comment, to the next content. False, without moving, if something else follows.
  mutating func finishLine() -> Bool {
    let next = afterWhite(position)
    if byte(next).isBreak {
      position = afterBreak(next)
    } else if byte(next) == .hash, next > position {
      position = afterBreak(endOfLine(next))
    } else {
      return false
    }
    skipToContent()
    return true
  }

  /// Gives up what stands here: over the rest of this line and the lines that are indented deeper than `column`.
  /// Where a text was given up, labels below it are rather mistakes of their own than part of it.
  mutating func skipRest(under column: Int, isText: Bool = false) {
    repeat {
      position = afterBreak(endOfLine(position))
      skipToContent(reportsTabs: false)
      if isText, self.column > column, !isDash(position), looksLikeNextLabel(at: position) { break }
    } while self.column > column
    if position < end, tabShift > 0 {
      position = lineStart
      skipToContent()
    }
  }

  /// A line within quotes, brackets or a text of several lines, given its start.
  enum Continuation {
    case blank(next: Int)
    /// `isDeep` unless it starts further left than the place allows.
    case content(at: Int, isDeep: Bool)
  }

  /// Looks at the line at `start`, in a value under the column `parent`. Tabs may follow the blanks that indent it, not
  /// stand for them: `tab` is then the first of them.
  func continuation(at start: Int, under parent: Int) -> (line: Continuation, tab: Range<Int>?) {
    var index = start
    while byte(index) == .space { index += 1 }
    let blanks = index - start
    var tab: Range<Int>?
    if byte(index) == .tab {
      let first = index
      index = afterWhite(index)
      if blanks <= parent { tab = first..<index }
    }
    if byte(index).isBreak { return (.blank(next: afterBreak(index)), tab) }
    return (.content(at: index, isDeep: blanks > parent || tab != nil), tab)
  }

  /// Where the name of a label ends and its colon stands, if a label starts at `start`.
  func nameAhead(at start: Int) -> (nameEnd: Int, colon: Int)? {
    var index = start
    let first = byte(start)
    if first == .doubleQuote || first == .singleQuote {
      guard let close = closingQuote(of: start) else { return nil }
      let colon = afterWhite(close + 1)
      return byte(colon) == .colon && byte(colon + 1).isWhiteOrBreak ? (close + 1, colon) : nil
    }
    while true {
      let current = byte(index)
      if current == .colon {
        if byte(index + 1).isWhiteOrBreak { return (trimmed(start..<index).upperBound, index) }
      } else if current.isBreak || (current == .hash && index > start && bytes[index - 1].isWhite) {
        return nil
      }
      index += 1
    }
  }

  /// The quote that closes the one at `open`, on the same line.
  func closingQuote(of open: Int) -> Int? {
    let quote = bytes[open]
    var index = open + 1
    while true {
      let current = byte(index)
      if current.isBreak { return nil }
      if current == .backslash, quote == .doubleQuote {
        guard !byte(index + 1).isBreak else { return nil }
        index += 2
      } else if current == quote {
        guard quote == .singleQuote, byte(index + 1) == quote else { return index }
        index += 2
      } else {
        index += 1
      }
    }
  }

  /// True where a line is rather the next label, or item, than the rest of what is open above it.
  func looksLikeNextLabel(at start: Int) -> Bool {
    if isDash(start) { return true }
    guard let name = nameAhead(at: start) else { return false }
    return isWord(start..<name.nameEnd)
  }

  func isWord(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    for index in range where !bytes[index].isWordByte { return false }
    return true
  }

  /// Counts one name or value; false when there are too many.
  mutating func countValue() -> Bool {
    valueCount += 1
    if valueCount > limits.valueCount, !isStopped { stopAtValueLimit() }
    return !isStopped
  }

  /// The value in `range`, which is then what was read last.
  mutating func value(_ content: Labels.Content, _ range: Range<Int>) -> Labels.Value {
    lastEnd = max(lastEnd, range.upperBound)
    return Labels.Value(content, ByteRange(range.lowerBound, range.upperBound))
  }
}
