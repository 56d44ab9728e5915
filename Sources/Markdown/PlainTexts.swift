// Texts that need no parser: what stands between the marks of emphasis and code in a paragraph of one line, at the margin
// or in a list's item there; mostly the whole of it. The prescan finds them, the C library is given a few bytes in place of
// each, and the renderer writes the text itself. Where a line only may be such a paragraph, it is left to the library; and
// where the library does not give back each of those bytes where it should be, it is given the whole text.

struct PlainTexts {
  /// What the library is given for a part of a paragraph: a byte that none has, and that it takes for a letter.
  private static let partMark: UInt8 = 1
  static let part: StaticString = "\u{1}"
  /// The same for a whole one: a block that ends with its line, and that is not looked through for formatting.
  static let whole: StaticString = "<!-->"
  /// A shorter text is not worth it.
  private static let shortest = 6

  private struct Line {
    /// From 1, as the tree counts lines.
    let number: Int
    let range: Range<Int>
    /// Which of `all` stand in it.
    let texts: Range<Int>
    var isWhole: Bool
  }

  /// Of all lines, in order, as ranges of the file.
  private var all: [Range<Int>] = []
  private var lines: [Line] = []
  /// Whether the last of `lines` is one only if a block begins behind it.
  private var isLastOpen = false

  // MARK: Finding

  /// A line with nothing but `marks` and, from `text.lowerBound` on, text; it counts if a block begins behind it.
  mutating func add(line number: Int, _ text: Range<Int>, _ bytes: Span<UInt8>, between marks: borrowing [Int]) {
    func isLetter(_ index: Int) -> Bool { (bytes[index] | 0x20) &- UInt8(ascii: "a") < 26 }
    let count = all.count
    var place = text.lowerBound
    for index in 0...marks.count {
      let isLast = index == marks.count
      let next = isLast ? text.upperBound : marks[index]
      guard next >= place else { continue }
      var (start, end) = (place, next)
      // From a letter to a letter: what a mark makes of a text depends on the characters beside it, and on no more.
      while start < end, !isLetter(start) { start += 1 }
      if !isLast { while end > start, !isLetter(end - 1) { end -= 1 } }
      if end - start >= Self.shortest { all.append(start..<end) }
      place = next + 1
    }
    guard all.count > count else { return }
    lines.append(Line(number: number, range: text, texts: count..<all.count, isWhole: all[count] == text))
    isLastOpen = true
  }

  /// The next line begins: whether with it a block.
  mutating func endLine(startsBlock: Bool) {
    guard isLastOpen else { return }
    isLastOpen = false
    if !startsBlock, let last = lines.popLast() { all.removeLast(last.texts.count) }
  }

  mutating func reserve() {
    lines.reserveCapacity(32)
    all.reserveCapacity(64)
  }

  // MARK: Leaving out

  var isEmpty: Bool { lines.isEmpty }

  /// Calls `body` with each text and what stands in its place.
  @inline(__always) func forEach(_ body: (_ text: Range<Int>, _ placeholder: StaticString) -> Void) {
    for line in lines {
      for index in line.texts { body(all[index], line.isWhole ? Self.whole : Self.part) }
    }
  }

  // MARK: Putting back

  private var nextLine = 0
  /// Those of the last paragraph that were not met yet.
  private var open = 0..<0
  private var hasFailed = false

  /// Whether each text was given back in a paragraph on its line.
  var areMet: Bool { nextLine == lines.count && open.isEmpty && !hasFailed }

  /// A paragraph begins on the line.
  mutating func beginParagraph(line: Int) {
    guard nextLine < lines.count, open.isEmpty, lines[nextLine].number == line, !lines[nextLine].isWhole else { return }
    open = lines[nextLine].texts
    nextLine += 1
  }

  /// The text of the line if all of it is one.
  mutating func paragraph(line: Int) -> Range<Int>? {
    guard nextLine < lines.count, open.isEmpty, lines[nextLine].number == line, lines[nextLine].isWhole else {
      return nil
    }
    nextLine += 1
    return lines[nextLine - 1].range
  }

  /// What is in the file where the library has `literal`, if that has texts in it: there it stands in a row too.
  mutating func source(of literal: CText) -> Range<Int>? {
    guard !open.isEmpty, let first = literal.firstIndex(of: Self.partMark, from: 0) else { return nil }
    let start = all[open.lowerBound].lowerBound - first
    // How much further on in the file the library's bytes stand.
    var shift = start
    var next: Int? = first
    while let place = next, !open.isEmpty, all[open.lowerBound].lowerBound == place + shift {
      shift = all[open.lowerBound].upperBound - place - 1
      open = open.dropFirst()
      next = literal.firstIndex(of: Self.partMark, from: place + 1)
    }
    let line = lines[nextLine - 1].range
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
