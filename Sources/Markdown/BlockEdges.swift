// Where a line *certainly* begins another block, line by line, without parsing: what the prescan counts per paragraph may
// be forgotten there. In doubt a line continues its paragraph: a hostile text must not be able to look shorter, or less
// nested, than it is.

/// Follows lists, quotes, fences and tables through the lines of a body.
struct BlockEdges {
  /// True in a code block that certainly is one: nothing in it is formatting.
  private(set) var isInFence = false

  private var fence: (byte: UInt8, length: Int) = (0, 0)
  private var fenceEndsHere = false
  private var mayBeInHTML = false
  private var mayBeInCode = false
  /// The list items that certainly are open: where the marker stands, where the text begins.
  private var items: [(indent: Int, content: Int, isOrdered: Bool)] = []
  private var nextStartsBlock = true
  private var line = Line()
  private var sinceBlank = SinceBlank()

  private struct Line {
    var quotes = 0
    var indent = 0
    var content = 0
    var isBlank = true
  }

  /// What the lines since the last empty one have shown.
  private struct SinceBlank {
    var quotes: Int?
    var hasMarker = false
    /// The last line's columns, were it a table's head, and its indent.
    var head: (columns: Int, indent: Int)?
    /// The indent of a table that certainly is one.
    var tableIndent: Int?
    /// Of the widest table that there may be.
    var columns = 0
  }

  enum Kind {
    case text
    /// It looks like the line between a table's head and body, but it is not certain to be one.
    case possibleRule
  }

  // MARK: The beginning of a line

  /// Reads what stands before the text of the line at `start`: whether it certainly begins a block, and an upper bound of
  /// the depth it is at, if it opens lists, quotes or footnotes.
  @inline(__always)
  mutating func beginLine(_ bytes: Span<UInt8>, at start: Int) -> (startsBlock: Bool, depth: Int) {
    if isInFence {
      fenceEndsHere = closesFence(bytes, at: start)
      return (false, 0)
    }
    readPrefix(bytes, at: start)
    let startsBlock = nextStartsBlock
    nextStartsBlock = line.isBlank
    guard !line.isBlank else {
      sinceBlank = SinceBlank()
      return (true, line.quotes > 0 ? depth(bytes, at: start) : 0)
    }
    if let quotes = sinceBlank.quotes, quotes != line.quotes {
      items = []
      sinceBlank.tableIndent = nil
      sinceBlank.head = nil
    }
    let isNew = startsNewBlock(bytes)
    if sinceBlank.quotes == nil { sinceBlank.quotes = line.quotes }
    let hasMarks = line.quotes > 0 || mayBeMark(bytes.at(line.content))
    return (startsBlock || isNew, hasMarks ? depth(bytes, at: start) : 0)
  }

  @inline(__always) private mutating func readPrefix(_ bytes: Span<UInt8>, at start: Int) {
    line = Line()
    line.content = start
    skipBlanks(bytes)
    while bytes.at(line.content) == UInt8(ascii: ">"), line.indent <= 3 {
      line.quotes += 1
      line.indent = 0
      line.content += 1
      if bytes.at(line.content) == 0x20 { line.content += 1 }
      skipBlanks(bytes)
    }
    line.isBlank = isLineEnd(bytes.at(line.content))
  }

  @inline(__always) private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while isBlank(bytes.at(line.content)) {
      line.indent += bytes.at(line.content) == 0x20 ? 1 : 4 - line.indent % 4
      line.content += 1
    }
  }

  @inline(__always) private mutating func startsNewBlock(_ bytes: Span<UInt8>) -> Bool {
    let indent = line.indent
    if let quotes = sinceBlank.quotes, line.quotes > quotes { return true }
    if mayBeMark(bytes.at(line.content)), let marker = Marker(bytes, at: line.content) {
      sinceBlank.hasMarker = true
      sinceBlank.tableIndent = nil
      let sibling = items.last { $0.indent == indent }
      let isReachable =
        indent <= 3 || sibling != nil || items.contains { ($0.content...$0.content + 3).contains(indent) }
      closeItems(before: indent)
      guard isReachable, let text = marker.textColumns, marker.isBulletOrOne || sibling?.isOrdered == true else {
        return false
      }
      if items.count < 128 { items.append((indent, indent + text, marker.isOrdered)) }
      return true
    }
    closeItems(before: indent)
    switch bytes.at(line.content) {
    case UInt8(ascii: "#") where indent <= 3 && isHeading(bytes):
      nextStartsBlock = true
      return true
    case UInt8(ascii: "<"):
      mayBeInHTML = true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      guard let length = fenceLength(bytes, isClosing: false) else { break }
      // At the very beginning of a line it is in no list, no quote, no footnote.
      guard indent == 0, line.quotes == 0, !mayBeInHTML, !mayBeInCode else {
        // In a quote it is closed with that, by the next line that has no ">".
        if line.quotes == 0 { mayBeInCode = true }
        break
      }
      isInFence = true
      fenceEndsHere = false
      fence = (bytes.at(line.content), length)
      return true
    default: break
    }
    guard let table = sinceBlank.tableIndent else { return false }
    if (table...table + 3).contains(indent) { return true }
    sinceBlank.tableIndent = nil
    return false
  }

  /// Each item's text begins further in than that of the one before.
  @inline(__always) private mutating func closeItems(before indent: Int) {
    while let last = items.last, last.content > indent { items.removeLast() }
  }

  @inline(__always)
  private func isHeading(_ bytes: Span<UInt8>) -> Bool {
    var end = line.content
    while bytes.at(end) == UInt8(ascii: "#") { end += 1 }
    return end - line.content <= 6 && (isBlank(bytes.at(end)) || isLineEnd(bytes.at(end)))
  }

  // MARK: Code between fences

  private mutating func closesFence(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    readPrefix(bytes, at: start)
    guard line.quotes == 0, line.indent <= 3, bytes.at(line.content) == fence.byte else { return false }
    return fenceLength(bytes, isClosing: true).map { $0 >= min(fence.length, 255) } ?? false
  }

  private func fenceLength(_ bytes: Span<UInt8>, isClosing: Bool) -> Int? {
    let byte = bytes.at(line.content)
    var index = line.content
    while bytes.at(index) == byte { index += 1 }
    let length = index - line.content
    guard length >= 3 else { return nil }
    while !isLineEnd(bytes.at(index)) {
      if isClosing ? !isBlank(bytes.at(index)) : byte == UInt8(ascii: "`") && bytes.at(index) == byte { return nil }
      index += 1
    }
    return length
  }

  // MARK: The rest of a line

  /// Whether the line that began last, if that starts a block, certainly stands in no other, nor in code, HTML or a table.
  @inline(__always) var isAtMargin: Bool {
    line.indent == 0 && line.quotes == 0 && !mayBeInHTML && !mayBeInCode && sinceBlank.tableIndent == nil
  }

  /// Where a paragraph certainly begins in the line that began last, if that starts a block: with a letter, at the margin
  /// or behind a list's mark there. At the margin, all lists and quotes before are closed.
  @inline(__always)
  func startOfParagraph(_ bytes: Span<UInt8>) -> Int? {
    guard isAtMargin else { return nil }
    var start = line.content
    if mayBeMark(bytes.at(start)), let marker = Marker(bytes, at: start) {
      start = marker.end
      while bytes.at(start) == 0x20, start - marker.end < 4 { start += 1 }
    }
    return (bytes.at(start) | 0x20) &- UInt8(ascii: "a") < 26 ? start : nil
  }

  /// Reads the rest of the line that began last: what it is, and an upper bound of the table cells it makes.
  @inline(__always)
  mutating func finishLine(_ bytes: Span<UInt8>, _ range: Range<Int>, pipes: Int) -> (kind: Kind, cells: Int) {
    if isInFence {
      guard fenceEndsHere else { return (.text, 0) }
      isInFence = false
      nextStartsBlock = true
      items = []
      sinceBlank = SinceBlank()
      return (.text, 0)
    }
    guard !line.isBlank, line.content < range.upperBound else { return (.text, 0) }
    let cells = sinceBlank.columns
    guard sinceBlank.tableIndent == nil else { return (.text, cells) }
    let content = line.content..<range.upperBound
    // Were an earlier line of another list or quote, this one could be its lazy continuation.
    let isCertain = !sinceBlank.hasMarker && sinceBlank.quotes == line.quotes && line.indent <= 3
    let head = sinceBlank.head
    sinceBlank.head = nil
    guard isTableRule(bytes, content) else {
      if isCertain, pipes > 0, !content.contains(where: { bytes[$0] == UInt8(ascii: "\\") }) {
        sinceBlank.head = (columnCount(bytes, content), line.indent)
      }
      return (.text, cells)
    }
    let columns = columnCount(bytes, content)
    sinceBlank.columns = max(cells, columns)
    if isCertain, let head, head.columns == columns, head.indent == line.indent {
      sinceBlank.tableIndent = line.indent
      return (.text, columns)
    }
    return (.possibleRule, cells)
  }

  private func isTableRule(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var hasDash = false
    var hasOther = false
    for index in content {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasOther = true
      // A quote within a list may stand further in than quotes are looked for above.
      case 0x20, 0x09, 0x0b, 0x0c, UInt8(ascii: ">"): break
      default: return false
      }
    }
    return hasDash && hasOther
  }

  private func columnCount(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Int {
    var end = content.upperBound
    while end > content.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    var count = 1
    for index in content.lowerBound..<end where bytes[index] == UInt8(ascii: "|") {
      if index > content.lowerBound, index < end - 1 { count += 1 }
    }
    return count
  }

  // MARK: Depth

  /// Every mark before the text that could open a list, a quote or a footnote, wherever it stands, and half of the blanks
  /// between them, for a list inside another begins at least two further in; one blank belongs to each mark.
  private func depth(_ bytes: Span<UInt8>, at start: Int) -> Int {
    var marks = 0
    var columns = 0
    var index = start
    var firstMark: UInt8 = 0
    var areAllAlike = true
    while true {
      let byte = bytes.at(index)
      if byte == UInt8(ascii: ">") {
        index += 1
      } else if isBlank(byte) {
        columns += byte == 0x20 ? 1 : 4
        index += 1
        continue
      } else if let marker = Marker(bytes, at: index) {
        index = marker.end
      } else if byte == UInt8(ascii: "["), let end = footnoteEnd(bytes, at: index) {
        index = end
      } else {
        areAllAlike = areAllAlike && isLineEnd(byte)
        break
      }
      if marks == 0 { firstMark = byte }
      areAllAlike = areAllAlike && byte == firstMark && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "+")
      marks += 1
    }
    // "* * *" is a line across the page.
    guard marks > 0, !(areAllAlike && marks > 2) else { return 0 }
    return marks + max(0, columns - marks) / 2
  }

  private func footnoteEnd(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    guard bytes.at(start + 1) == UInt8(ascii: "^") else { return nil }
    var index = start + 2
    while bytes.at(index) > 0x20, bytes.at(index) != UInt8(ascii: "]") { index += 1 }
    guard index > start + 2, bytes.at(index) == UInt8(ascii: "]"), bytes.at(index + 1) == UInt8(ascii: ":") else {
      return nil
    }
    return index + 2
  }
}

/// The bullet or number before a list item.
private struct Marker {
  /// The offset behind it.
  let end: Int
  let isOrdered: Bool
  /// A bullet, or the number 1: it begins a list even right after a paragraph's line.
  let isBulletOrOne: Bool
  /// From the marker to the item's text; nil if nothing follows.
  let textColumns: Int?

  init?(_ bytes: Span<UInt8>, at start: Int) {
    var index = start
    switch bytes.at(start) {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      (isOrdered, isBulletOrOne) = (false, true)
      index += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var number = 0
      while index - start < 9, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes.at(index)) {
        number = number * 10 + Int(bytes.at(index) - UInt8(ascii: "0"))
        index += 1
      }
      guard bytes.at(index) == UInt8(ascii: ".") || bytes.at(index) == UInt8(ascii: ")") else { return nil }
      (isOrdered, isBulletOrOne) = (true, number == 1)
      index += 1
    default: return nil
    }
    guard isBlank(bytes.at(index)) || isLineEnd(bytes.at(index)) else { return nil }
    end = index
    let width = index - start
    var blanks = 0
    while isBlank(bytes.at(index)) {
      // How far a tab goes depends on what stands before: taken as the furthest.
      blanks += bytes.at(index) == 0x20 ? 1 : 4
      index += 1
    }
    textColumns = isLineEnd(bytes.at(index)) ? nil : width + (blanks > 4 ? 1 : blanks)
  }
}

/// Whether a list, a quote or a footnote may begin with it.
@inline(__always) private func mayBeMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "["),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}

@inline(__always) private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
@inline(__always) private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

extension Span<UInt8> {
  /// The byte there, or a line feed behind the end.
  @inline(__always) fileprivate func at(_ index: Int) -> UInt8 { index < count ? self[index] : 0x0a }
}
