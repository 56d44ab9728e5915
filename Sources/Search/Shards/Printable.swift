// Numbers as printable ASCII, one character for a small one. Every value starts on a character of its own, so that gzip
// sees the values themselves; base64 of packed bits comes out a third larger after gzip, and decodes no faster.
// The digits are the 92 characters from "#" to "~", with "!" in place of the backslash.

enum Printable {
  static let base = 92
  /// Numbers below this take one character.
  static let oneDigitLimit = 70
  /// Numbers below this take at most two.
  static let twoDigitLimit = oneDigitLimit + 21 * base

  @inline(__always)
  static func digit(_ value: Int) -> UInt8 {
    value == 57 ? UInt8(ascii: "!") : UInt8(truncatingIfNeeded: value &+ 35)
  }

  @inline(__always)
  static func value(_ digit: UInt8) -> Int { digit == UInt8(ascii: "!") ? 57 : Int(digit) - 35 }

  /// No number takes more characters.
  static let longest = 5

  /// Hands out the characters of `number`, from 0 to 71,639,295.
  @inline(__always)
  static func write(_ number: Int, _ put: (UInt8) -> Void) {
    if number < oneDigitLimit {
      put(digit(number))
    } else if number < twoDigitLimit {
      let rest = UInt32(truncatingIfNeeded: number &- oneDigitLimit)
      put(digit(oneDigitLimit &+ Int(rest / UInt32(base))))
      put(digit(Int(rest % UInt32(base))))
    } else {
      put(digit(base - 1))
      writeFixed(number, digits: longest - 1, put)
    }
  }

  /// `number` as exactly so many digits, the first the highest.
  @inline(__always)
  private static func writeFixed(_ number: Int, digits: Int, _ put: (UInt8) -> Void) {
    var unit = 1
    for _ in 1..<digits { unit *= base }
    while unit > 0 {
      put(digit(number / unit % base))
      unit /= base
    }
  }

  /// The characters of each number below `twoDigitLimit`, the first one lowest.
  static let pairs: [UInt16] = (0..<twoDigitLimit).map { number in
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
  }

  /// Writes `number` from `next` on, and goes on behind it; a byte more than it takes may change. Most numbers have one
  /// character or two, which cannot be told beforehand: both are written.
  @inline(__always)
  static func put(_ number: Int, at next: inout Int, in target: inout MutableSpan<UInt8>, _ pairs: Span<UInt16>) {
    guard number < pairs.count else {
      next = putLong(number, at: next, in: &target)
      return
    }
    target[next] = UInt8(truncatingIfNeeded: pairs[number])
    target[next &+ 1] = UInt8(truncatingIfNeeded: pairs[number] >> 8)
    next &+= number < oneDigitLimit ? 1 : 2
  }

  /// Writes a number of more than two characters from `start` on, and returns where it ends.
  @inline(never)
  private static func putLong(_ number: Int, at start: Int, in target: inout MutableSpan<UInt8>) -> Int {
    var next = start
    write(number) { character in
      target[next] = character
      next &+= 1
    }
    return next
  }

  /// No more characters than these are needed for so many numbers with such a sum.
  @inline(__always)
  static func mostBytes(_ count: Int, sum: Int) -> Int {
    // Powers of two below the two limits.
    count &+ min(count, sum >> 6) &+ (longest - 2) &* min(count, sum >> 10)
  }

  static func append(_ number: Int, to bytes: inout [UInt8]) { write(number) { bytes.append($0) } }

  static func appendFixed(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    writeFixed(number, digits: digits) { bytes.append($0) }
  }
}

/// Reads what `Printable` wrote.
struct PrintableReader {
  let bytes: [UInt8]
  private(set) var index: Int
  let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
    self.bytes = bytes
    index = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  var isAtEnd: Bool { index >= end }

  mutating func digit() -> Int {
    guard index < end else { return 0 }
    defer { index += 1 }
    return Printable.value(bytes[index])
  }

  mutating func number() -> Int {
    let first = digit()
    if first < Printable.oneDigitLimit { return first }
    return first < 91
      ? Printable.oneDigitLimit + (first - Printable.oneDigitLimit) * Printable.base + digit() : fixed(4)
  }

  mutating func fixed(_ digits: Int) -> Int { (0..<digits).reduce(0) { sum, _ in sum * Printable.base + digit() } }
}
