// Finds the tags of one template, left to right, each byte looked at a fixed number of times. A tag that is not closed
// is taken to end at the next opening delimiter, so that one missing '}}' does not swallow the tags after it.

import Diagnostics

struct Scanner {
  private let bytes: [UInt8]
  private let file: String
  private var delimiters = Delimiters()
  private var position: Int
  private var line = 0
  private var tags: [Tag] = []

  private init(_ bytes: [UInt8], file: String, from start: Int) {
    self.bytes = bytes
    self.file = file
    position = start
  }

  /// The tags of a template in order. What could not be read is reported and comes back as a silent tag, or, where its
  /// name can be guessed, as what was meant.
  static func tags(of bytes: [UInt8], file: String, from start: Int, report: inout Problems) -> [Tag] {
    var scanner = Scanner(bytes, file: file, from: start)
    while scanner.findOpening() { scanner.readTag(&report) }
    return scanner.tags
  }

  // MARK: Moving

  private func matches(_ mark: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == mark[0], index + mark.count <= bytes.count else { return false }
    for offset in mark.indices.dropFirst() where bytes[index + offset] != mark[offset] { return false }
    return true
  }

  private mutating func step() {
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private mutating func findOpening() -> Bool {
    while position < bytes.count {
      if matches(delimiters.open, at: position) { return true }
      step()
    }
    return false
  }

  private enum End { case found, short, opening, missing }

  /// Moves to the closing delimiter, behind `mark` if there is one. `short`: the delimiter stands there without the
  /// mark; `opening`: another tag begins first.
  private mutating func findClosing(after mark: UInt8? = nil, stopsAtOpening: Bool = true) -> End {
    while position < bytes.count {
      if let mark, bytes[position] == mark, position + 1 < bytes.count, matches(delimiters.close, at: position + 1) {
        return .found
      }
      if matches(delimiters.close, at: position) { return mark == nil ? .found : .short }
      if stopsAtOpening, matches(delimiters.open, at: position) { return .opening }
      step()
    }
    return .missing
  }

  // MARK: One tag

  private mutating func readTag(_ report: inout Problems) {
    var tag = Tag(kind: .escaped, lower: position, upper: position, line: line, endLine: line, delimiters: delimiters)
    position += delimiters.open.count
    while position < bytes.count, bytes[position].isBlank, !matches(delimiters.close, at: position) { step() }
    let sign = position < bytes.count ? bytes[position] : 0
    let signIndex = position
    switch sign {
    case UInt8(ascii: "!"): readComment(&tag, &report)
    case UInt8(ascii: "="): readDelimiters(&tag, &report)
    case UInt8(ascii: "{"): readTriple(&tag, &report)
    default:
      if let kind = Self.kind(of: sign), !matches(delimiters.close, at: position) {
        tag.kind = kind
        position += 1
      }
      let start = position
      let end = findClosing()
      guard end == .found else {
        recover(&tag, from: signIndex, contentFrom: start, &report)
        break
      }
      setName(&tag, start..<position)
      position += delimiters.close.count
      finish(&tag)
      checkName(&tag, &report)
    }
    tags.append(tag)
  }

  private static func kind(of sign: UInt8) -> Tag.Kind? {
    switch sign {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "&"): .raw
    default: nil
    }
  }

  private mutating func readComment(_ tag: inout Tag, _ report: inout Problems) {
    tag.kind = .silent
    position += 1
    if findClosing(stopsAtOpening: false) == .found {
      position += delimiters.close.count
    } else {
      report.add(.unclosedComment(file, ByteRange(tag.lower, endOfLine(from: tag.lower)), delimiters))
    }
    finish(&tag)
  }

  private mutating func readDelimiters(_ tag: inout Tag, _ report: inout Problems) {
    tag.kind = .silent
    position += 1
    let start = position
    let end = findClosing(after: UInt8(ascii: "="))
    let content = bytes[start..<position]
    switch end {
    case .found: position += 1 + delimiters.close.count
    case .short: position += delimiters.close.count
    case .opening, .missing: break
    }
    finish(&tag)
    let marks = content.split(whereSeparator: \.isBlank)
    let isFit = marks.count == 2 && marks.allSatisfy { !$0.contains(UInt8(ascii: "=")) }
    guard end == .found, isFit else {
      let upper = end == .found || end == .short ? position : endOfLine(from: tag.lower)
      report.add(.badDelimiters(file, ByteRange(tag.lower, upper), delimiters))
      return
    }
    delimiters = Delimiters(open: Array(marks[0]), close: Array(marks[1]))
  }

  private mutating func readTriple(_ tag: inout Tag, _ report: inout Problems) {
    tag.kind = .raw
    let signIndex = position
    position += 1
    let start = position
    let end = findClosing(after: UInt8(ascii: "}"))
    setName(&tag, start..<position)
    switch end {
    case .found:
      position += 1 + delimiters.close.count
      finish(&tag)
      checkName(&tag, &report)
    case .short:
      position += delimiters.close.count
      finish(&tag)
      report.add(.unclosedTriple(file, tag.range, delimiters, name: tag.name))
    case .opening, .missing:
      recover(&tag, from: signIndex, contentFrom: start, &report)
    }
  }

  private mutating func finish(_ tag: inout Tag) {
    tag.upper = position
    tag.endLine = line
  }

  /// Reports a tag without an end and takes its first word for its name, so that what it opens counts as opened.
  private mutating func recover(_ tag: inout Tag, from sign: Int, contentFrom start: Int, _ report: inout Problems) {
    finish(&tag)
    var nameStart = start
    while nameStart < position, bytes[nameStart].isBlank { nameStart += 1 }
    var nameEnd = nameStart
    while nameEnd < position, bytes[nameEnd].isLikelyInName { nameEnd += 1 }
    setName(&tag, nameStart..<nameEnd)
    if tag.name.isEmpty { tag.kind = .silent }
    var guess = String(decoding: bytes[sign..<min(nameEnd, position)], as: UTF8.self).filter { !$0.isWhitespace }
    if guess.first == "{" { guess += "}" }
    if tag.name.isEmpty { guess = "" }
    report.add(.unclosedTag(file, ByteRange(tag.lower, endOfLine(from: tag.lower)), delimiters, guess: guess))
  }

  /// The end of the line's text, or where reading stopped if that comes first: no byte is passed twice.
  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < position, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  // MARK: Names

  private func setName(_ tag: inout Tag, _ content: Range<Int>) {
    var lower = content.lowerBound
    var upper = content.upperBound
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while lower < upper, bytes[upper - 1].isBlank { upper -= 1 }
    let whole = lower
    let mayBeDynamic = tag.kind == .partial || tag.kind == .parent || tag.kind == .close
    if mayBeDynamic, lower < upper, bytes[lower] == UInt8(ascii: "*") {
      tag.isDynamic = true
      lower += 1
      while lower < upper, bytes[lower].isBlank { lower += 1 }
    }
    tag.name = String(decoding: bytes[lower..<upper], as: UTF8.self)
    tag.nameRange = lower < upper ? ByteRange(whole, upper) : ByteRange(tag.lower, tag.upper)
  }

  private func checkName(_ tag: inout Tag, _ report: inout Problems) {
    guard !tag.name.isEmpty else {
      // A closing tag without a name is told by nesting, which knows the name.
      if tag.kind != .close { report.add(.emptyTag(file, tag.range, tag.delimiters)) }
      if !tag.opens && tag.kind != .close { tag.kind = .silent }
      return
    }
    guard tag.kind != .close else { return }
    if tag.name.utf8.contains(where: \.isBlank) {
      report.add(.blankInName(file, tag))
    } else if tag.isPath, tag.name != ".", tag.name.utf8.hasEmptyPart {
      report.add(.emptyNamePart(file, tag))
    }
  }
}

extension Tag {
  /// Whether its name is that of a value, so that dots in it have a meaning.
  fileprivate var isPath: Bool {
    switch kind {
    case .escaped, .raw, .section, .inverted: true
    case .partial, .parent: isDynamic
    case .close, .block, .silent: false
    }
  }
}

extension UInt8 {
  /// A blank, a tab, or the end of a line.
  var isBlank: Bool { self == 32 || (self >= 9 && self <= 13) }

  fileprivate var isLikelyInName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "*"), 128...:
      true
    default: false
    }
  }
}

extension String.UTF8View {
  fileprivate var hasEmptyPart: Bool {
    var previous = UInt8(ascii: ".")
    for byte in self {
      if byte == UInt8(ascii: "."), previous == UInt8(ascii: ".") { return true }
      previous = byte
    }
    return previous == UInt8(ascii: ".")
  }
}
