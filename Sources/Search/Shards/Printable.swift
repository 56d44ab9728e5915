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
    value == 57 ? UInt8(ascii: "!") : UInt8(truncatingIfNeeded: value + 35)
  }

  @inline(__always)
  static func value(_ digit: UInt8) -> Int { digit == UInt8(ascii: "!") ? 57 : Int(digit) - 35 }

  @inline(__always)
  static func length(_ number: Int) -> Int { number < oneDigitLimit ? 1 : number < twoDigitLimit ? 2 : 5 }

  /// Appends `number`, from 0 to 71,639,295.
  @inline(__always)
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < oneDigitLimit {
      bytes.append(digit(number))
    } else if number < twoDigitLimit {
      bytes.append(digit(oneDigitLimit + (number - oneDigitLimit) / base))
      bytes.append(digit((number - oneDigitLimit) % base))
    } else {
      bytes.append(digit(91))
      appendFixed(number, digits: 4, to: &bytes)
    }
  }

  /// Writes what `append` appends.
  @inline(__always)
  static func put(_ number: Int, at index: inout Int, in bytes: inout MutableSpan<UInt8>) {
    if number < oneDigitLimit {
      bytes[index] = digit(number)
      index += 1
    } else if number < twoDigitLimit {
      let rest = number - oneDigitLimit
      bytes[index] = digit(oneDigitLimit + rest / base)
      bytes[index + 1] = digit(rest % base)
      index += 2
    } else {
      bytes[index] = digit(91)
      var rest = number
      for place in stride(from: 4, through: 1, by: -1) {
        bytes[index + place] = digit(rest % base)
        rest /= base
      }
      index += 5
    }
  }

  /// Appends `number` as exactly so many digits, the first the highest.
  static func appendFixed(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    for _ in 0..<digits {
      bytes.insert(digit(rest % base), at: start)
      rest /= base
    }
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
