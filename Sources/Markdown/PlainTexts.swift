// Texts that need no parser: what stands between the marks of emphasis and code in a paragraph of one line, at the margin
// or in a list's item there, mostly the whole of it; headings and tables (`PlainTexts+Tables.swift`) without any. The
// prescan finds them, the C library is given a few bytes in place of each, and the renderer writes them itself. Where
// something only may be one, it is left to the library; and where the library does not give back each of those bytes where
// it should be, it is given the whole text.

struct PlainTexts {
  /// What the library is given for a part of a paragraph: a byte that none has, and that it takes for a letter.
  private static let partMark: UInt8 = 1
  private static let part: StaticString = "\u{1}"
  /// The same for whole blocks: one that ends with its line, and that is not looked through for formatting.
  private static let block: StaticString = "<!-->"
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
    let kind: Kind
    /// From 1, as lines are counted in the body.
    let lines: ClosedRange<Int>
    /// In the file, as all ranges: what is left out, or where parts of it are.
    let range: Range<Int>
    /// The text of a paragraph or heading.
    let text: Range<Int>
    /// Which of `texts` are its parts.
    var parts = 0..<0
    /// In no list.
    var isAtMargin = true
    /// Nothing stands between it and the next, and one block stands for both.
    var goesOn = false

    var isWhole: Bool { if case .parts = kind { false } else { true } }
  }

  private(set) var items: [Item] = []
  private var texts: [Range<Int>] = []
  /// Whether the last of `items` is one only if a block begins behind it.
  private var isLastOpen = false
  /// Of all tables.
  var cells: [Range<Int>] = []
  var openTable = OpenPlainTable()
  private(set) var lineShifts = LineShifts()

  // MARK: Finding

  mutating func reserve() {
    items.reserveCapacity(32)
    texts.reserveCapacity(48)
  }

  /// A line with nothing but `marks` and, from `text.lowerBound` on, text; it counts if a block begins behind it.
  mutating func add(
    line: Int, _ text: Range<Int>, _ bytes: Span<UInt8>, between marks: borrowing [Int], isAtMargin: Bool
  ) {
    isLastOpen = true
    guard !marks.isEmpty, marks[marks.count - 1] >= text.lowerBound else {
      isLastOpen = text.count >= Self.shortest
      if isLastOpen {
        items.append(Item(kind: .paragraph, lines: line...line, range: text, text: text, isAtMargin: isAtMargin))
      }
      return
    }
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
    isLastOpen = texts.count > count
    if isLastOpen {
      items.append(Item(kind: .parts, lines: line...line, range: text, text: text, parts: count..<texts.count))
    }
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
    items.append(
      Item(kind: .heading(level: level), lines: line...line, range: range, text: start..<range.upperBound))
  }

  mutating func add(_ table: PlainTable, lines: ClosedRange<Int>, _ range: Range<Int>) {
    items.append(Item(kind: .table(table), lines: lines, range: range, text: range))
  }

  /// The next line begins: whether with it a block.
  mutating func endLine(startsBlock: Bool) {
    guard isLastOpen else { return }
    isLastOpen = false
    if !startsBlock, let last = items.popLast() { texts.removeLast(last.parts.count) }
  }

  /// The body ends.
  mutating func finish(_ bytes: Span<UInt8>) {
    endLine(startsBlock: true)
    endTable()
    func areNeighbours(_ item: Item, _ next: Item) -> Bool {
      guard item.isWhole, next.isWhole, item.isAtMargin, next.isAtMargin else { return false }
      for index in item.range.upperBound..<next.range.lowerBound {
        guard bytes[index] == 0x20 || bytes[index] == 0x0a || bytes[index] == 0x0d else { return false }
      }
      return true
    }
    var first = 0
    for index in items.indices {
      if index + 1 < items.count, areNeighbours(items[index], items[index + 1]) {
        items[index].goesOn = true
      } else {
        lineShifts.leaveOut(
          items[index].lines.upperBound - items[first].lines.lowerBound, behind: items[first].lines.lowerBound)
        first = index + 1
      }
    }
  }

  // MARK: Leaving out

  var isEmpty: Bool { items.isEmpty }

  /// Calls `body` with each text and what stands in its place.
  @inline(__always) func forEach(_ body: (_ text: Range<Int>, _ placeholder: StaticString) -> Void) {
    var start: Int?
    for item in items {
      for index in item.parts { body(texts[index], Self.part) }
      guard item.isWhole else { continue }
      let first = start ?? item.range.lowerBound
      start = item.goesOn ? first : nil
      if !item.goesOn { body(first..<item.range.upperBound, Self.block) }
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
    guard nextItem < items.count, open.isEmpty, items[nextItem].lines.lowerBound == line, !items[nextItem].isWhole
    else {
      return
    }
    open = items[nextItem].parts
    nextItem += 1
  }

  /// What the HTML that begins on the line stands for.
  mutating func blocks(_ literal: CText, line: Int) -> Range<Int> {
    guard nextItem < items.count, open.isEmpty, items[nextItem].lines.lowerBound == line, items[nextItem].isWhole,
      literal.hasPrefix(Self.block)
    else { return 0..<0 }
    let first = nextItem
    while items[nextItem].goesOn { nextItem += 1 }
    nextItem += 1
    return first..<nextItem
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

/// From the lines that the library counts to those of the body.
struct LineShifts {
  /// Behind which of the library's lines how many are left out, with all before.
  private var all: [(line: Int, count: Int)] = []

  /// Leaves out `count` lines behind one of the body's.
  mutating func leaveOut(_ count: Int, behind line: Int) {
    guard count > 0 else { return }
    let before = all.last?.count ?? 0
    all.append((line - before, before + count))
  }

  func line(_ line: Int) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? line + all[low - 1].count : line
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
