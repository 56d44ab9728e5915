// Texts that need no parser: what stands between the marks of emphasis and code in a paragraph of one line, at the margin
// or in a list's item there, mostly the whole of it; headings and tables (`PlainTexts+Tables.swift`) without any. The
// prescan finds them, the C library is given a few bytes in place of each, and the renderer writes them itself. Where
// something only may be one, it is left to the library; and where the library does not give back each of those bytes where
// it should be, it is given the whole text.

struct PlainTexts {
  /// What the library is given for a part of a paragraph: a byte that none has, and that it takes for a letter.
  private static let partMark: UInt8 = 1
  private static let part: StaticString = "\u{1}"
  /// The same for a whole block: one that ends with its line, and that is not looked through for formatting.
  private static let block: StaticString = "<!-->"
  /// The same for a table's other lines, which stay lines: an empty one would be none between "\r" and "\n".
  private static let blank: StaticString = " "
  /// A shorter text is not worth it.
  private static let shortest = 6

  /// What stands on a line, or begins there.
  struct Item {
    enum Kind {
      case parts
      case paragraph
      case heading(level: Int)
      case table(PlainTable)
    }
    /// From 1, as the tree counts lines.
    let line: Int
    let kind: Kind
    let range: Range<Int>
    /// Which of `texts` are left out.
    let texts: Range<Int>
  }

  /// In order, as ranges of the file.
  var texts: [Range<Int>] = []
  private(set) var items: [Item] = []
  /// Whether the last of `items` is one only if a block begins behind it.
  private var isLastOpen = false
  /// Of all tables.
  var cells: [Range<Int>] = []
  var openTable = OpenPlainTable()

  // MARK: Finding

  mutating func reserve() {
    items.reserveCapacity(32)
    texts.reserveCapacity(64)
  }

  /// A line with nothing but `marks` and, from `text.lowerBound` on, text; it counts if a block begins behind it.
  mutating func add(line: Int, _ text: Range<Int>, _ bytes: Span<UInt8>, between marks: borrowing [Int]) {
    func isLetter(_ index: Int) -> Bool { (bytes[index] | 0x20) &- UInt8(ascii: "a") < 26 }
    let count = texts.count
    var place = text.lowerBound
    for index in 0...marks.count {
      let isLast = index == marks.count
      let next = isLast ? text.upperBound : marks[index]
      guard next >= place else { continue }
      var (start, end) = (place, next)
      // From a letter to a letter: what a mark makes of a text depends on the characters beside it, and on no more.
      while start < end, !isLetter(start) { start += 1 }
      if !isLast { while end > start, !isLetter(end - 1) { end -= 1 } }
      if end - start >= Self.shortest { texts.append(start..<end) }
      place = next + 1
    }
    guard texts.count > count else { return }
    items.append(
      Item(
        line: line, kind: texts[count] == text ? .paragraph : .parts, range: text, texts: count..<texts.count))
    isLastOpen = true
  }

  /// A line at the margin with nothing but text, if it is a heading.
  mutating func addHeading(line: Int, _ range: Range<Int>, _ bytes: Span<UInt8>) {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == UInt8(ascii: "#") { start += 1 }
    let level = start - range.lowerBound
    guard (1...6).contains(level), start < range.upperBound, bytes[start] == 0x20 else { return }
    while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
    // "#"s at its end would not be its text.
    guard range.upperBound - start >= Self.shortest, bytes[range.upperBound - 1] != UInt8(ascii: "#") else { return }
    texts.append(range)
    items.append(
      Item(
        line: line, kind: .heading(level: level), range: start..<range.upperBound, texts: texts.count - 1..<texts.count)
    )
  }

  /// The next line begins: whether with it a block.
  mutating func endLine(startsBlock: Bool) {
    guard isLastOpen else { return }
    isLastOpen = false
    if !startsBlock, let last = items.popLast() { texts.removeLast(last.texts.count) }
  }

  mutating func add(_ table: PlainTable, line: Int, texts: Range<Int>) {
    items.append(Item(line: line, kind: .table(table), range: self.texts[texts.lowerBound], texts: texts))
  }

  // MARK: Leaving out

  var isEmpty: Bool { items.isEmpty }

  /// Calls `body` with each text and what stands in its place.
  @inline(__always) func forEach(_ body: (_ text: Range<Int>, _ placeholder: StaticString) -> Void) {
    for item in items {
      var placeholder = if case .parts = item.kind { Self.part } else { Self.block }
      for index in item.texts {
        body(texts[index], placeholder)
        if case .table = item.kind { placeholder = Self.blank }
      }
    }
  }

  // MARK: Putting back

  private var nextItem = 0
  /// Those texts of the last paragraph that were not met yet.
  private var open = 0..<0
  private var hasFailed = false

  /// Whether all was given back on its line.
  var areMet: Bool { nextItem == items.count && open.isEmpty && !hasFailed }

  /// A paragraph begins on the line.
  mutating func beginParagraph(line: Int) {
    guard nextItem < items.count, open.isEmpty, items[nextItem].line == line, case .parts = items[nextItem].kind else {
      return
    }
    open = items[nextItem].texts
    nextItem += 1
  }

  /// What the HTML that begins on the line stands for.
  mutating func block(_ literal: CText, line: Int) -> Item? {
    guard nextItem < items.count, open.isEmpty, items[nextItem].line == line, literal.hasPrefix(Self.block) else {
      return nil
    }
    if case .parts = items[nextItem].kind { return nil }
    nextItem += 1
    return items[nextItem - 1]
  }

  /// What is in the file where the library has `literal`, if that has texts in it: there it stands in a row too.
  mutating func source(of literal: CText) -> Range<Int>? {
    guard !open.isEmpty, let first = literal.firstIndex(of: Self.partMark, from: 0) else { return nil }
    let start = texts[open.lowerBound].lowerBound - first
    // How much further on in the file the library's bytes stand.
    var shift = start
    var next: Int? = first
    while let place = next, !open.isEmpty, texts[open.lowerBound].lowerBound == place + shift {
      shift = texts[open.lowerBound].upperBound - place - 1
      open = open.dropFirst()
      next = literal.firstIndex(of: Self.partMark, from: place + 1)
    }
    let line = items[nextItem - 1].range
    guard next == nil, start >= line.lowerBound, literal.count + shift <= line.upperBound else {
      hasFailed = true
      return nil
    }
    return start..<literal.count + shift
  }
}

/// Whether it can make a text more than itself, where it is not at the beginning of its line. Addresses are counted.
@inline(__always) func isInlineMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "*"),
    UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "|"),
    UInt8(ascii: "@"), 0x00...0x1F:
    true
  default: false
  }
}

/// Whether it is such a mark, and cares for no other text than the bytes beside it.
@inline(__always) func isMarkBetweenTexts(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
}
