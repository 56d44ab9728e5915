// The words about mistakes in labels: what is there, what was expected, and wherever possible the corrected line. Here
// are lines and names; what is wrong within a value is in LabelParser+ValueMistakes.swift. None of this runs for a file
// without mistakes. Every message costs a bounded time, however long the line is: one line may
// hold a mistake in every other byte.

import Diagnostics

extension LabelParser {
  /// Lines longer than this are not shown corrected.
  static let shownByteCount = 480

  mutating func add(_ range: Range<Int>, _ message: String, help: String?) {
    guard !isStopped else { return }
    let place = ByteRange(range.lowerBound, range.upperBound)
    if problems.all.count >= LabelLimits.problemCount {
      isStopped = true
      problems.add(.tooManyProblems(place, file: file))
    } else {
      problems.add(Problem(.labelSyntax, in: file, at: place, message, help: help))
    }
  }

  // MARK: Corrected lines

  /// The line of `range` with `replacement` in its place; nil if that is too much to show.
  func corrected(_ range: Range<Int>, with replacement: String, keepsIndent: Bool = false) -> String? {
    guard range.count <= Self.shownByteCount else { return nil }
    var start = range.lowerBound
    while start > 0, !bytes[start - 1].isBreak {
      start -= 1
      if range.lowerBound - start > Self.shownByteCount { return nil }
    }
    var lineEnd = range.upperBound
    while !byte(lineEnd).isBreak {
      lineEnd += 1
      if lineEnd - range.upperBound > Self.shownByteCount { return nil }
    }
    if bytes[range].contains(where: \.isBreak) { return nil }
    if !keepsIndent { start = min(afterWhite(start), range.lowerBound) }
    return text(start..<range.lowerBound) + replacement
      + text(range.upperBound..<trimmed(range.upperBound..<lineEnd).upperBound)
  }

  func write(_ range: Range<Int>, as replacement: String, otherwise: String) -> String {
    corrected(range, with: replacement).map { "write: \($0)" } ?? otherwise
  }

  func writeQuoted(_ range: Range<Int>) -> String {
    guard range.count <= Self.shownByteCount else { return Self.quoteHelp }
    var text = text(range)
    // Curly quotes around the whole text were meant as the quotes that are missing.
    if text.count > 2, text.first == "“", text.last == "”" { text = String(text.dropFirst().dropLast()) }
    return write(range, as: LabelText.quoted(text), otherwise: Self.quoteHelp)
  }

  static let quoteHelp = "put quotes around the whole text"

  /// The start of what stands there, for a message.
  func shown(_ range: Range<Int>) -> String {
    guard range.count > 40 else { return text(range) }
    var end = range.lowerBound + 36
    while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return text(range.lowerBound..<end) + "…"
  }

  /// The word at `start`, as a place.
  func word(at start: Int) -> Range<Int> {
    var index = start
    while !byte(index).isWhiteOrBreak, index < start + Self.shownByteCount { index += 1 }
    return start..<index
  }

  mutating func lineNumber(of offset: Int) -> Int {
    let index = lineIndex ?? LineIndex(bytes)
    lineIndex = index
    return index.position(of: UInt32(clamping: offset)).line
  }

  func blanks(_ count: Int) -> String {
    switch count {
    case 0: "no spaces"
    case 1: "1 space"
    default: "\(count) spaces"
    }
  }

  // MARK: Indentation

  mutating func reportTab(_ range: Range<Int>, line: Int) {
    let spaces = String(repeating: " ", count: min(range.count, 64) * 2)
    let help =
      byte(range.upperBound).isBreak
      ? "delete it" : corrected(range, with: spaces, keepsIndent: true).map { "write '\($0)', with spaces" }
    add(
      range, "a tab stands at the start of this line, where only spaces may stand",
      help: help ?? "write two spaces instead of each tab")
  }

  mutating func reportIndent(expected: Int) {
    guard tabShift == 0 else { return }  // the tab has been reported
    let start = position - (column - tabShift)
    let line = corrected(start..<position, with: String(repeating: " ", count: min(expected, 64)), keepsIndent: true)
    let help =
      line.map { expected == 0 ? "write '\($0)' at the very start of the line" : "write '\($0)'" }
      ?? "start this line in column \(expected + 1)"
    add(word(at: position), "expected \(blanks(expected)) before this line, found \(column)", help: help)
  }

  /// A line within quotes or brackets that starts too far left.
  mutating func reportContinuationIndent(_ start: Int, under parent: Int) {
    let needed = parent + 1
    let indent = String(repeating: " ", count: min(max(2, needed), 64))
    let line = corrected(startOfIndent(start)..<start, with: indent, keepsIndent: true)
    add(
      word(at: start), "expected at least \(blanks(needed)) before this line, which belongs to the label above",
      help: line.map { "write '\($0)'" } ?? "indent this line by \(blanks(needed))")
  }

  private func startOfIndent(_ start: Int) -> Int {
    var index = start
    while index > 0, bytes[index - 1].isWhite { index -= 1 }
    return index
  }

  mutating func reportDeepBlankLine(_ start: Int, indentation: Int) {
    add(
      start..<endOfLine(start), "this empty line is indented deeper than the text below it",
      help: "delete the spaces on this line")
  }

  // MARK: Lines that are no labels

  mutating func reportItemWithoutLabel() {
    add(
      word(at: position), "expected a label such as 'title: …', found an item of a list",
      help: "write the name of its label, such as 'personas:', on a line above it")
  }

  mutating func reportLineInList(expected: Int) {
    guard column == expected else { return reportIndent(expected: expected) }
    let line = corrected(position..<position, with: "- ", keepsIndent: true)
    add(
      word(at: position), "expected '- ' before this item of the list",
      help: line.map { "write '\($0)'" } ?? "start the line with '- '")
  }

  mutating func reportColonWithoutBlank(at colon: Int) {
    let hasNoBreakSpace = hasNoBreakSpace(at: colon + 1)
    let name = shown(position..<colon + 1)
    let range = colon..<colon + 1
    let help = write(
      colon..<colon + (hasNoBreakSpace ? 3 : 1), as: ": ", otherwise: "write '\(name) ' with a space after it")
    let message =
      hasNoBreakSpace
      ? "the space after '\(name)' is a no-break space, not an ordinary one" : "a space is missing after '\(name)'"
    add(range, message, help: help)
  }

  func hasNoBreakSpace(at index: Int) -> Bool { byte(index) == 0xC2 && byte(index + 1) == 0xA0 }

  mutating func reportMissingColon(_ range: Range<Int>) {
    let name = shown(range)
    add(range, "a ':' is missing after '\(name)'", help: "write: \(name):")
  }

  /// A line without `name: `. True if it rather is the first of the text below the labels.
  mutating func reportStrayLine(_ range: Range<Int>, isRoot: Bool) -> Bool {
    if byte(range.lowerBound) == .question, byte(range.lowerBound + 1).isWhiteOrBreak {
      add(
        range.lowerBound..<range.lowerBound + 1, "a label may not start with '? '",
        help: "write the name, a colon, a space and the value in one line: name: value")
      return false
    }
    if isRoot, isFrontMatter, bodyStart == nil, isPrecededByEmptyLine, !hasLabelBelow {
      add(
        word(at: range.lowerBound), "the line '---' that ends the labels is missing above this line",
        help: "write '---' on a line of its own above it")
      bodyStart = lineStart
      return true
    }
    add(
      word(at: range.lowerBound), "expected a label such as 'title: …', found '\(shown(range))'",
      help: strayLineHelp(range))
    return false
  }

  /// "title = x" and "title：x" are labels nearly; else the line may go on with the text above.
  private func strayLineHelp(_ range: Range<Int>) -> String {
    var index = range.lowerBound
    while byte(index).isWordByte { index += 1 }
    let nameEnd = index
    index = afterWhite(index)
    if nameEnd > range.lowerBound {
      if byte(index) == UInt8(ascii: "=") {
        return write(nameEnd..<afterWhite(index + 1), as: ": ", otherwise: "write ': ' instead of '='")
      }
      if byte(index) == 0xEF, byte(index + 1) == 0xBC, byte(index + 2) == 0x9A {
        return write(nameEnd..<afterWhite(index + 3), as: ": ", otherwise: "write ': ' with an ordinary colon")
      }
    }
    let line = corrected(lineStart..<range.lowerBound, with: "  ", keepsIndent: true)
    return "write 'name: value'; or, if this goes on with the text above, indent it"
      + (line.map { ": '\($0)'" } ?? " by two spaces")
  }

  private var isPrecededByEmptyLine: Bool {
    var index = lineStart
    guard index > 0 else { return false }
    index -= bytes[index - 1] == .lineFeed && index > 1 && bytes[index - 2] == .carriageReturn ? 2 : 1
    while index > 0, bytes[index - 1].isWhite { index -= 1 }
    return index > 0 && bytes[index - 1].isBreak
  }

  /// True if a label starts one of the lines below. Looks over all of them, but a false ends the labels here, and
  /// after a true there is a label below still: `labelBelow` remembers where.
  private var hasLabelBelow: Bool {
    mutating get {
      if labelBelow > position { return true }
      var index = afterBreak(endOfLine(position))
      while index < end {
        if bytes.startsWithLabel(index) {
          labelBelow = index
          return true
        }
        index = afterBreak(endOfLine(index))
      }
      return false
    }
  }

  /// Checks a name without quotes.
  mutating func checkName(_ range: Range<Int>) -> Bool {
    guard let first = bytes[range].first, let last = bytes[range].last else {
      let _: Int? = reportMissingName(range.lowerBound)
      return false
    }
    if first.isReserved || ((first == .question || first == .dash) && byte(range.lowerBound + 1).isWhite) {
      add(
        range.lowerBound..<range.lowerBound + 1, "a name without quotes may not start with '\(shown(first))'",
        help: writeQuoted(range))
      return false
    }
    if range.count > 1024 {
      add(word(at: range.lowerBound), "this name is longer than 1,024 letters", help: "write a shorter name before ':'")
      return false
    }
    // A no-break space is part of the name for everyone but the eye.
    if hasNoBreakSpace(at: range.lowerBound) || (range.count > 1 && last == 0xA0 && bytes[range.upperBound - 2] == 0xC2)
    {
      add(
        range, "a no-break space stands beside this name, where only ordinary spaces may stand",
        help: "delete it and type the space again")
      return false
    }
    return true
  }

  /// Nil, as what could not be read.
  mutating func reportMissingName<Name>(_ colon: Int) -> Name? {
    add(colon..<colon + 1, "the name before ':' is missing", help: "write: name: value")
    return nil
  }

  func shown(_ byte: UInt8) -> String { String(decoding: CollectionOfOne(byte), as: UTF8.self) }

  mutating func reportDuplicate(_ entry: Labels.Entry, first: Labels.Entry) {
    let line = lineNumber(of: Int(first.nameRange.lower))
    let range = Int(entry.nameRange.lower)..<Int(entry.nameRange.upper)
    let name = entry.name.utf8.count > 60 ? String(entry.name.prefix(40)) + "…" : entry.name
    add(range, "'\(name)' stands twice", help: "keep one of the two; the other is in line \(line)")
  }

  // MARK: Limits

  mutating func reportDepth(_ start: Int) {
    add(
      start..<start + 1, "lists and groups within each other go deeper than \(limits.depth) levels",
      help: "write them less deep")
  }

  mutating func stopAtValueLimit() {
    let place = min(position, max(0, end - 1))
    add(
      place..<min(place + 1, end), "there are more than \(limits.valueCount) names and values here",
      help: "spread them over several files, or write less")
    isStopped = true
    position = end
  }
}
