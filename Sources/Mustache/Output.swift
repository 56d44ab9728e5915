// What is printed, and the only place where text becomes HTML. A page is some hundred pieces of a few bytes; an array's
// own append costs more than their copying, so the array is kept longer than what is written, and pieces are put into it.

/// Bytes being written.
struct Output {
  private var bytes: [UInt8]
  private(set) var count: Int

  /// What the array is made longer by, again and again.
  private static let blank = [UInt8](repeating: 0, count: 1_024)

  /// Goes on behind `bytes`.
  init(_ bytes: consuming [UInt8]) {
    count = bytes.count
    self.bytes = bytes
  }

  /// What was written.
  consuming func finished() -> [UInt8] {
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  @inline(never)  // rare: what puts a piece stays small
  private mutating func grow(by added: Int) {
    while bytes.count - count < added { bytes.append(contentsOf: Self.blank) }
  }

  /// Puts one byte, or a piece.
  mutating func put(_ byte: UInt8) {
    if bytes.count == count { grow(by: 1) }
    bytes[count] = byte
    count += 1
  }

  mutating func put(_ source: Span<UInt8>) {
    if bytes.count - count < source.count { grow(by: source.count) }
    let (start, added) = (count, source.count)
    var free = bytes.mutableSpan
    // The name that this has until the standard library settles on another.
    var target = free._mutatingExtracting(start..<start + added)
    // Written so, the compiler copies sixteen bytes at a time.
    var index = 0
    while index < added {
      target[index] = source[index]
      index &+= 1
    }
    count += added
  }

  /// Puts text with & < > " and ' written so that it means itself, in HTML's text and in quoted attributes.
  mutating func put(escaping source: Span<UInt8>) {
    var special: UInt8 = 0
    var index = 0
    while index < source.count {  // nearly every text stays as it is, and sixteen bytes at a time are looked at so
      special |= source[index].isSpecial ? 1 : 0
      index &+= 1
    }
    guard special != 0 else { return put(source) }
    var run = 0
    for index in source.indices where source[index].isSpecial {
      put(source.extracting(run..<index))
      put(Self.escape(source[index]).span)
      run = index + 1
    }
    put(source.extracting(run...))
  }

  private static func escape(_ byte: UInt8) -> String.UTF8View {
    switch byte {
    case UInt8(ascii: "&"): "&amp;".utf8
    case UInt8(ascii: "<"): "&lt;".utf8
    case UInt8(ascii: ">"): "&gt;".utf8
    case UInt8(ascii: "\""): "&quot;".utf8
    default: "&#39;".utf8
    }
  }

  /// Puts a number as people write it.
  mutating func put(decimal number: Int) {
    if (0..<10).contains(number) { return put(UInt8(ascii: "0") + UInt8(number)) }
    let digits = String(number).utf8
    put(digits.span)
  }
}

extension UInt8 {
  fileprivate var isSpecial: Bool {
    self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">") || self == UInt8(ascii: "\"")
      || self == UInt8(ascii: "'")
  }
}
