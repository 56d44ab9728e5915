// What is printed, and the only place where text becomes HTML. A page is some hundred pieces of a few bytes; an array's
// own append costs more than their copying, so the array is kept longer than what is written, and pieces are put into it.

package import Diagnostics

/// Sixteen bytes, which are copied at once.
typealias TextBlock = SIMD16<UInt8>

/// Bytes being written.
package struct Output: Sendable {
  private var bytes: [UInt8]
  package private(set) var count: Int
  /// Where a `Value.gap` was printed: before these bytes.
  package private(set) var gaps: [Int] = []

  /// Has room for `capacity` bytes before it grows.
  package init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
    count = 0
  }

  /// Goes on behind `bytes`.
  init(_ bytes: consuming [UInt8]) {
    count = bytes.count
    self.bytes = bytes
  }

  /// What was written.
  package consuming func finished() -> [UInt8] {
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// What was written so far. It is to be let go of before more is put, or that is put into a copy.
  package var written: ArraySlice<UInt8> { bytes[..<count] }

  /// Takes back all, and keeps the memory.
  package mutating func removeAll() { cut(to: 0) }

  /// Takes back what was put behind the first `kept` bytes.
  mutating func cut(to kept: Int) {
    count = min(count, kept)
    gaps.removeAll { $0 > kept }
  }

  @inline(never)  // rare: what puts a piece stays small
  private mutating func grow(by added: Int) {
    while bytes.count - count < added {
      // Within what there is room for already, but for the last time.
      let room = max(16, min(bytes.capacity - bytes.count, 1_024))
      bytes.append(addingCapacity: room) { $0.append(repeating: 0, count: room) }
    }
  }

  /// Puts one byte, or a piece.
  package mutating func put(_ byte: UInt8) {
    if bytes.count == count { grow(by: 1) }
    bytes[count] = byte
    count += 1
  }

  package mutating func put(_ source: Span<UInt8>) {
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

  /// Puts text as it is.
  package mutating func put(_ text: String) {
    let text = text.utf8Span  // `utf8` would count a reference to the text, which costs more than to copy it
    put(text.span)
  }

  /// Puts what another was given, with its gaps.
  package mutating func put(_ other: Output) {
    for gap in other.gaps { gaps.append(count + gap) }
    put(other.bytes.span.extracting(0..<other.count))
  }

  /// Puts bytes of `source`, whole blocks of it; what is too much of the last one is written over.
  mutating func put(_ source: Span<TextBlock>, from first: Int, byteCount: Int) {
    let blockCount = (byteCount + 15) / 16
    if bytes.count - count < blockCount * 16 { grow(by: blockCount * 16) }
    var place = count
    var free = bytes.mutableSpan
    for number in first..<first + blockCount {
      let block = source[number]
      var target = free._mutatingExtracting(place..<place + 16)
      for index in 0..<16 { target[index] = block[index] }
      place &+= 16
    }
    count += byteCount
  }

  /// Notes the place of a `Value.gap`.
  mutating func putGap() { gaps.append(count) }

  /// Puts text with & < > " and ' written so that it means itself, in HTML's text and in quoted attributes.
  mutating func put(escaping source: Span<UInt8>) {
    // Nearly every text stays as it is: it is copied while it is looked at, sixteen bytes at a time.
    if bytes.count - count < source.count { grow(by: source.count) }
    let (start, added) = (count, source.count)
    var free = bytes.mutableSpan
    var target = free._mutatingExtracting(start..<start + added)
    var special: UInt8 = 0
    var index = 0
    while index < added {
      let byte = source[index]
      target[index] = byte
      special |= byte.isSpecial ? 1 : 0
      index &+= 1
    }
    guard special != 0 else {
      count += added
      return
    }
    let part = 32
    guard added <= part else {  // most parts stay as they are
      for start in stride(from: 0, to: added, by: part) {
        put(escaping: source.extracting(start..<min(start + part, added)))
      }
      return
    }
    var run = 0
    for index in source.indices where source[index].isSpecial {
      put(source.extracting(run..<index))
      put(Self.escape(source[index]).span)
      run = index + 1
    }
    put(source.extracting(run...))
  }

  /// Puts text as it may stand in an address: see `putPercentEncoded`.
  package mutating func put(percentEncoding text: String, keeping kept: AddressBytes, endingLines: Bool = false) {
    let most = text.utf8.count * 6
    if bytes.count - count < most { grow(by: most) }
    let start = count
    var free = bytes.mutableSpan
    var room = free._mutatingExtracting(start..<start + most)
    count += putPercentEncoded(text, keeping: kept, endingLines: endingLines, into: &room)
  }

  /// Puts a value as it is printed; lists and objects print nothing.
  @inline(__always)
  mutating func put(_ value: borrowing Value, isRaw: Bool) {
    switch value {
    case .text(let text):
      let text = text.utf8
      if isRaw { put(text.span) } else { put(escaping: text.span) }
    case .html(let bytes): put(bytes.span)
    case .escaped(let bytes, let html): if isRaw { put(bytes.span) } else { put(html.span) }
    case .bytes(let bytes): if isRaw { put(bytes.span) } else { put(escaping: bytes.span) }
    case .integer(let number): put(decimal: number)
    case .bool(let flag):
      let text = (flag ? "true" : "false").utf8
      put(text.span)
    case .gap: putGap()
    case .absent, .list, .object, .kept, .filling: break
    }
  }

  /// Puts a part of what another was given.
  mutating func put(_ part: Range<Int>, of other: borrowing Output, isEscaped: Bool) {
    let source = other.bytes.span.extracting(part)
    if isEscaped { put(escaping: source) } else { put(source) }
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
  package mutating func put(decimal number: Int) {
    if number < 0 { put(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var power: UInt = 1
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      put(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
      power /= 10
    }
  }
}

extension UInt8 {
  fileprivate var isSpecial: Bool {
    self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">") || self == UInt8(ascii: "\"")
      || self == UInt8(ascii: "'")
  }
}
