// Which tags stand alone on their line, so that the line's blanks and end are not printed, and by how much partials and
// blocks are indented. Parents and blocks may be opened and closed on one line and still stand alone; other tags have
// the line to themselves. What stands inside a parent beside its blocks is never printed, so there it does not count.

struct Layout {
  /// What is met first on the way from a tag to the line's end, blanks aside.
  private enum Neighbour { case lineEnd, tag, text }

  /// How a tag treats what surrounds it.
  struct Placement {
    /// Text before the tag is printed up to here, text behind it from there.
    var before: Int
    var after: Int
    /// The blanks in front of a partial, a parent or a block that indent each line of what is put there; nil if it
    /// stands within a line.
    var indent: Range<Int>?
    /// The line's end behind an opened block was taken away, so its text begins on a line of its own.
    var opensLine = false
  }

  private let bytes: [UInt8]
  private let tags: [Tag]
  private let start: Int

  init(_ bytes: [UInt8], _ tags: [Tag], start: Int) {
    self.bytes = bytes
    self.tags = tags
    self.start = start
  }

  func placement(of index: Int) -> Placement {
    let tag = tags[index]
    let left = left(of: index)
    let right = right(of: index)
    var placement = Placement(before: tag.lower, after: tag.upper)
    let leftIsClear = left.neighbour == .lineEnd || (left.neighbour == .tag && tags[index - 1].kind == .parent)
    let rightIsClear = right.neighbour == .lineEnd || (right.neighbour == .tag && closesParent(index + 1))
    let blanks = left.neighbour == .lineEnd ? left.edge..<tag.lower : tag.lower..<tag.lower
    switch tag.kind {
    case .escaped, .raw: return placement
    case .parent:
      guard left.neighbour == .lineEnd, !isOnOneLine(index) || self.right(of: tag.partner).neighbour == .lineEnd
      else { return placement }
      placement.before = blanks.lowerBound
      placement.indent = blanks
    case .close where tags[tag.partner].kind == .parent:
      guard right.neighbour == .lineEnd, !isOnOneLine(tag.partner) || self.left(of: tag.partner).neighbour == .lineEnd
      else { return placement }
      placement.after = right.edge
    case .block where leftIsClear && right.neighbour == .lineEnd:
      placement = Placement(before: blanks.lowerBound, after: right.edge, indent: blanks, opensLine: true)
      // The first line of the block's own text says how far it is indented; an empty block says it by its place.
      if let own = ownIndent(from: right.edge, to: tags[tag.partner].lower) { placement.indent = own }
    case .block:
      guard left.neighbour == .lineEnd, isOnOneLine(index), self.right(of: tag.partner).neighbour == .lineEnd
      else { return placement }
      placement.before = blanks.lowerBound
      placement.indent = blanks
    default:
      guard leftIsClear, rightIsClear else { return placement }
      placement.before = blanks.lowerBound
      if right.neighbour == .lineEnd { placement.after = right.edge }
      if tag.kind == .partial { placement.indent = blanks }
    }
    return placement
  }

  private func closesParent(_ index: Int) -> Bool {
    tags[index].kind == .close && tags[tags[index].partner].kind == .parent
  }

  /// Whether the pair that `opening` begins ends on the line where its opening tag ends.
  private func isOnOneLine(_ opening: Int) -> Bool { tags[tags[opening].partner].line == tags[opening].endLine }

  private func left(of index: Int) -> (neighbour: Neighbour, edge: Int) {
    let floor = index > 0 ? tags[index - 1].upper : start
    var edge = tags[index].lower
    while edge > floor, bytes[edge - 1].isIndent { edge -= 1 }
    if edge == start || bytes[edge - 1] == UInt8(ascii: "\n") { return (.lineEnd, edge) }
    return (edge == floor ? .tag : .text, edge)
  }

  private func right(of index: Int) -> (neighbour: Neighbour, edge: Int) {
    let ceiling = index + 1 < tags.count ? tags[index + 1].lower : bytes.count
    var edge = tags[index].upper
    while edge < ceiling, bytes[edge].isIndent { edge += 1 }
    if edge == ceiling { return (edge == bytes.count ? .lineEnd : .tag, edge) }
    if bytes[edge] == UInt8(ascii: "\n") { return (.lineEnd, edge + 1) }
    if bytes[edge] == UInt8(ascii: "\r"), edge + 1 < ceiling, bytes[edge + 1] == UInt8(ascii: "\n") {
      return (.lineEnd, edge + 2)
    }
    return (.text, edge)
  }

  /// The blanks before the first text or tag in a range that begins at the start of a line; nil if there is none.
  private func ownIndent(from lower: Int, to upper: Int) -> Range<Int>? {
    var lineStart = lower
    var index = lower
    while index < upper, bytes[index].isBlank {
      index += 1
      if bytes[index - 1] == UInt8(ascii: "\n") { lineStart = index }
    }
    return index < upper ? lineStart..<index : nil
  }
}

extension UInt8 {
  /// A blank or a tab.
  var isIndent: Bool { self == 32 || self == 9 }
}
