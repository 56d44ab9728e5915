// One pass over a body before the C library sees it: finds where lines begin, whether all is UTF-8, and whether parsing
// could take time or memory out of proportion. Each count below stands for a loop in cmark-gfm that was seen to be
// quadratic; it is an upper bound of that loop's steps, so nothing may make it smaller than it is. Hence the care about
// where a paragraph certainly ends (`BlockEdges.swift`), for most of those loops stop there.
import Diagnostics

/// What the pass finds.
struct Prescan {
  private(set) var isUTF8 = true
  /// Offsets in the whole file of the lines from the body's start on; never empty.
  private(set) var lineStarts: [Int]
  /// Of the first "]:".
  private(set) var firstDefinition: Int?
  /// What the body may have.
  private(set) var syntax: ExtraSyntax = []
  /// What the library need not be given, since it is known what it would find there.
  private(set) var plain = PlainTexts()
  /// What the body has without that.
  var syntaxWithoutPlain: ExtraSyntax {
    tableLineCount == plain.tableLineCount ? syntax.subtracting(.tables) : syntax
  }
  /// The first limit that is passed.
  private(set) var refusal: Refusal?

  struct Refusal {
    let rule: Rule
    let offset: Int
    let message: String
    let help: String
  }

  private let limits: MarkdownLimits
  private var edges = BlockEdges()
  private var line = LineCounts()
  private var paragraph = ParagraphCounts()
  private var pieces = 0
  private var cells = 0
  private var steps = 0
  private var deepest = 0
  private var closers = 0
  private var longestParagraphWithDefinition = 0
  /// Of emphasis and code in this line.
  private var marks: [Int] = []
  private var pipes: [Int] = []
  private var tableLineCount = 0

  /// Since the line's start.
  private struct LineCounts {
    var mayBeRule = false
    var opened = 0
    var closed = 0
    var ats = 0
    var hasAddress = false
    var wwws = 0
    var startsBlock = false
    var hasOtherMarks = false
  }

  /// Since the paragraph's start.
  private struct ParagraphCounts {
    var start = 0
    var delimiters = 0
    var images = 0
    var tildes = 0
    var declarations = 0
    var declarationOffsets = 0
    var hasDefinition = false
    var pipeSteps = 0
  }

  init(_ bytes: [UInt8], from start: Int, limits: MarkdownLimits) {
    self.limits = limits
    lineStarts = [start]
    guard bytes.count - start <= limits.byteCount else {
      refuse(
        .tooLarge, start, "this text has \(bytes.count - start) bytes, and \(limits.byteCount) are allowed",
        "split it into several files")
      return
    }
    lineStarts.reserveCapacity((bytes.count - start) / 48 + 8)
    plain.reserve()
    marks.reserveCapacity(16)
    scan(bytes, from: start)
    if refusal == nil { checkReferences(bytes) }
  }

  private mutating func refuse(_ rule: Rule, _ offset: Int, _ message: String, _ help: String) {
    if refusal == nil { refusal = Refusal(rule: rule, offset: offset, message: message, help: help) }
  }

  // MARK: Bytes

  private mutating func scan(_ bytes: [UInt8], from start: Int) {
    let text = bytes.span
    beginLine(text, at: start + (bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))  // as the library does
    var seen = ByteBlock()
    bytes.withUnsafeBufferPointer { buffer in
      forEachPlace(
        in: buffer, from: start,
        where: { block in
          seen |= block
          return mayBeMarks(block)
        }, { visit(text, at: $0) })
    }
    guard refusal == nil else { return }
    finishLine(text, at: text.count)
    finishParagraph(at: text.count)
    if text.count - start > limits.pieceCount, refusal == nil { countDots(text, from: start) }
    plain.finish(text)
    if seen.max() >= 0x80 { isUTF8 = (try? UTF8Span(validating: text.extracting(start...))) != nil }
    // Bytes that are replaced are the library's business, and how often it uses definitions depends on the whole length.
    if !isUTF8 || firstDefinition != nil { plain = PlainTexts() }
  }

  /// Each dot of a row becomes a piece of its own; only a long text can have too many of them.
  private mutating func countDots(_ text: Span<UInt8>, from start: Int) {
    let dot = UInt8(ascii: ".")
    for index in start + 1..<text.count where text[index] == dot && text[index - 1] == dot {
      pieces += 1
      if pieces > limits.pieceCount { return refusePieces(at: index) }
    }
  }

  /// Takes a byte that may be a mark; false where a limit is passed.
  private mutating func visit(_ text: Span<UInt8>, at index: Int) -> Bool {
    let byte = text[index]
    guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
      if !edges.isInFence { count(byte, text, at: index) }
      return true
    }
    // Of "\r\n" the second ends the line.
    if byte == UInt8(ascii: "\r"), index + 1 < text.count, text[index + 1] == UInt8(ascii: "\n") { return true }
    let isSecond = byte == UInt8(ascii: "\n") && index > lineStart && text[index - 1] == UInt8(ascii: "\r")
    finishLine(text, at: isSecond ? index - 1 : index)
    guard refusal == nil else { return false }
    beginLine(text, at: index + 1)
    lineStarts.append(index + 1)
    return true
  }

  private var lineStart: Int { lineStarts[lineStarts.count - 1] }

  private mutating func count(_ byte: UInt8, _ text: Span<UInt8>, at index: Int) {
    var next: UInt8 { index + 1 < text.count ? text[index + 1] : 0 }
    var previous: UInt8 { index > lineStart ? text[index - 1] : 0 }
    if isMarkBetweenTexts(byte) {
      marks.append(index)
    } else if byte == UInt8(ascii: "|") {
      pipes.append(index)
    } else if isInlineMark(byte) {
      line.hasOtherMarks = true
    }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      break
    case UInt8(ascii: "&"):
      // "&#64;" and "&commat;" are at signs.
      if next == UInt8(ascii: "#") || next == UInt8(ascii: "c") { syntax.insert(.addresses) }
    case UInt8(ascii: "|"):
      syntax.insert(.tables)
    case UInt8(ascii: "("): line.opened += 1
    case UInt8(ascii: ")"): line.closed += 1
    case UInt8(ascii: "@"):
      pieces += 1
      line.ats += 1
      syntax.insert(.addresses)
    case UInt8(ascii: ":"):
      // The rule of a table may have no "|".
      if next == UInt8(ascii: "-") || previous == UInt8(ascii: "-") {
        syntax.insert(.tables)
        line.mayBeRule = true
      }
      if next == UInt8(ascii: "/") {
        pieces += 2
        line.hasAddress = true
        if !isInAngles(text, at: index) { syntax.insert(.addresses) }
      }
    case UInt8(ascii: "w"):
      if next == byte, previous != byte {
        line.hasAddress = true
        line.wwws += 1
        syntax.insert(.addresses)
      }
    case UInt8(ascii: "*"), UInt8(ascii: "_"): if previous != byte { paragraph.delimiters += 1 }
    case UInt8(ascii: "~"):
      if previous != byte {
        paragraph.delimiters += 1
        syntax.insert(.strikethrough)
        // A run that finds no partner of its length is searched past by every later one.
        paragraph.tildes += 1
        addSteps(paragraph.tildes, at: index, .paragraph)
      }
    case UInt8(ascii: "!"): if next == UInt8(ascii: "[") { paragraph.images += 1 }
    case UInt8(ascii: "]"):
      pieces += 1
      closers += 1
      // Each link looks through the emphasis marks that wait before it, and through the images not yet closed.
      addSteps(4 * (paragraph.delimiters + paragraph.images), at: index, .paragraph)
      if index >= lineStart + 2, text[index - 2] == UInt8(ascii: "[") { syntax.insert(.tasks) }
      if next == UInt8(ascii: ":") {
        paragraph.hasDefinition = true
        syntax.insert(.footnotes)
        if firstDefinition == nil { firstDefinition = index }
      }
    case UInt8(ascii: "<"):
      pieces += 1
      // "<?", "<!" that are never closed are each looked for to the paragraph's end.
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        paragraph.declarations += 1
        paragraph.declarationOffsets += index
      }
    default: return
    }
    // Links and tags make more than one piece, and more work.
    pieces += 1
  }

  /// Whether the colon belongs to an address that is a link for its angle brackets.
  private func isInAngles(_ text: Span<UInt8>, at colon: Int) -> Bool {
    var start = colon
    while start > lineStart, (text[start - 1] | 0x20) &- UInt8(ascii: "a") < 26 { start -= 1 }
    guard (2...32).contains(colon - start), start > lineStart, text[start - 1] == UInt8(ascii: "<"),
      start - 1 == lineStart || text[start - 2] != UInt8(ascii: "\\")
    else { return false }
    var end = colon
    while end < text.count, text[end] > 0x20 {
      switch text[end] {
      case UInt8(ascii: ">"): return true
      case UInt8(ascii: "<"), UInt8(ascii: "|"): return false
      default: end += 1
      }
    }
    return false
  }

  // MARK: Lines and paragraphs

  private mutating func beginLine(_ text: Span<UInt8>, at start: Int) {
    line = LineCounts()
    pieces += 1
    let edge = edges.beginLine(text, at: start)
    line.startsBlock = edge.startsBlock
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    if !pipes.isEmpty { pipes.removeAll(keepingCapacity: true) }
    plain.endLine(startsBlock: edge.startsBlock)
    pieces += edge.depth
    // Every line is tried against every open list and quote.
    if edge.depth > deepest { deepest = edge.depth }
    if deepest > limits.depth {
      refuse(
        .tooDeep, start, "lists and quotes stand more than \(limits.depth) deep within each other",
        "remove the surplus marks at the beginning of this line, or raise 'max_nesting' under 'site' in content/library.yml"
      )
    }
    addSteps(12 * deepest, at: start, .depth)
    if edge.startsBlock {
      finishParagraph(at: start)
      paragraph = ParagraphCounts()
      paragraph.start = start
    }
  }

  private mutating func finishLine(_ text: Span<UInt8>, at end: Int) {
    let start = lineStart
    findPlainTexts(text, start..<end)
    let rest = edges.finishLine(text, start..<end, pipes: pipes.count)
    let length = end - start
    // Closing parentheses at an address's end are counted anew for each that is cut off.
    if line.hasAddress { addSteps(max(0, line.closed - line.opened) * length, at: start, .address) }
    // A domain that turns out to be none is read to its end, and again from the next "www.".
    if line.wwws > 1 { addSteps(5 * line.wwws * length, at: start, .address) }
    // After each e-mail address the rest of the line is copied; the library itself stops after 1,000.
    if line.ats > 1 { addSteps(3 * min(line.ats, 1_000) * length, at: start, .address) }
    // The cells of a line are a list whose end is looked for anew for each cell.
    if pipes.count > 32 {
      paragraph.pipeSteps += 2 * pipes.count * pipes.count
      addSteps(2 * pipes.count * pipes.count, at: start, .table)
    }
    cells += rest.cells
    if cells > limits.cellCount {
      refuse(
        .tooLarge, start, "tables have more than \(limits.cellCount) cells up to here",
        "attach the table as a spreadsheet: files: [table.xlsx], or raise 'max_table_cells' under 'site' in library.yml"
      )
    }
    // If this does not make a table's head of the line before, all lines are read again for the next such line.
    if rest.kind == .possibleRule {
      addSteps(100 * (end - paragraph.start) + paragraph.pipeSteps, at: start, .table)
    }
    if pieces > limits.pieceCount { refusePieces(at: start) }
  }

  @inline(__always) private mutating func findPlainTexts(_ text: Span<UInt8>, _ range: Range<Int>) {
    if !pipes.isEmpty || line.mayBeRule { tableLineCount += 1 }
    if range.isEmpty { return plain.endTable() }
    guard !line.hasOtherMarks, !line.hasAddress, !edges.isInFence else { return plain.dropTable() }
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    let range = range.lowerBound..<end
    if pipes.count > 1, marks.isEmpty {
      let mayBegin = line.startsBlock && edges.isAtMargin
      return plain.addTableLine(lineStarts.count, range, text, pipes: pipes, mayBegin: mayBegin)
    }
    plain.dropTable()
    guard line.startsBlock, pipes.isEmpty else { return }
    if let start = edges.startOfParagraph(text) {
      let isAtMargin = start == range.lowerBound
      plain.add(line: lineStarts.count, start..<end, text, between: marks, isAtMargin: isAtMargin)
    } else if marks.isEmpty, edges.isAtMargin {
      plain.addHeading(line: lineStarts.count, range, text)
    }
  }

  private mutating func refusePieces(at offset: Int) {
    refuse(
      .tooLarge, offset, "this text has more than \(limits.pieceCount) lines and formatting characters up to here",
      "split it into several files, or raise 'max_formatting' under 'site' in content/library.yml")
  }

  @inline(__always) private mutating func finishParagraph(at end: Int) {
    if paragraph.declarations > 0 {
      let unread = paragraph.declarations * end - paragraph.declarationOffsets
      addSteps(unread, at: paragraph.start, .paragraph)
    }
    if paragraph.hasDefinition {
      longestParagraphWithDefinition = max(longestParagraphWithDefinition, end - paragraph.start)
    }
  }

  private enum Cause { case paragraph, address, table, depth }

  @inline(__always) private mutating func addSteps(_ count: Int, at offset: Int, _ cause: Cause) {
    steps += count
    if steps > limits.stepCount { refuseSteps(at: offset, cause) }
  }

  private mutating func refuseSteps(at offset: Int, _ cause: Cause) {
    switch cause {
    case .paragraph:
      refuse(
        .tooLarge, paragraph.start, "too many links and emphasis marks stand in one paragraph",
        "put empty lines between smaller paragraphs")
    case .address:
      refuse(.tooLarge, offset, "too many addresses stand in one line", "break the line into several")
    case .table:
      refuse(
        .tooLarge, offset, "a table is too wide, or too many lines look like tables",
        "attach the table as a spreadsheet: files: [table.xlsx]")
    case .depth:
      refuse(
        .tooDeep, offset,
        "so many lines follow lists or quotes \(deepest) deep that they take too long to work through",
        "remove surplus marks at the beginning of lines, or surplus empty lines")
    }
  }

  // MARK: References

  /// Each use of "[name]: address" is a copy of the address and its title, and a library that runs out of memory ends the
  /// process. Every `]` may be a use.
  private mutating func checkReferences(_ bytes: [UInt8]) {
    let limit = limits.referenceByteCount / max(1, closers)
    guard let first = firstDefinition, longestParagraphWithDefinition > limit,
      let long = placeOfDefinition(longerThan: limit, in: bytes, from: first)
    else { return }
    refuse(
      .tooLarge, long, "an address or title that is written once and used by name could make the page far too large",
      "write the address where it is used: [text](address)")
  }
}

/// Line ends, and what may be formatting: all but letters other than "w", digits, blanks, `+` `,` `-` `.` `/` and what is
/// not ASCII. A few more than are counted.
@inline(__always) private func mayBeMarks(_ bytes: ByteBlock) -> BlockAnswers {
  let areLetters =
    bytes.with(0x20).areWithin(UInt8(ascii: "a")...UInt8(ascii: "z")) .& .!bytes.with(0x20).equal(UInt8(ascii: "w"))
  let areHarmless =
    areLetters .| bytes.areWithin(UInt8(ascii: "+")...UInt8(ascii: "9")) .| bytes.equal(0x20) .| bytes.areNotASCII
  return .!areHarmless
}
