// Plain words: ASCII letters, or digits, up to sixteen of them and nothing tied to them. Nearly all of an English text is
// that, so letters are read eight at a time. What is anything else stops this and goes the general way.

extension WordScanner {
  /// Reads words of ASCII letters, or of digits, up to the first that is longer or goes on behind a mark, or up to
  /// anything that is not ASCII.
  static func scanPlain(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, into keys: inout [WordKey]
  ) -> (end: Int, count: Int) {
    var keys = keys.mutableSpan
    var count = 0
    var index = start
    while index < end, count < keys.count {
      var (key, length) =
        end - index >= 17 ? letters(text.extracting(index..<index + 17)) : letters(text, from: index, to: end)
      if length == 0 {
        let first = text[index]
        if first >= 0x80 { break }
        guard first &- 0x30 < 10 else {
          index += 1
          continue
        }
        (key, length) = digits(text, from: index, to: end)
      }
      let next = index + length
      if length > 16 || (next < end && mayContinue(text, at: next, to: end)) { break }
      keys[count] = key
      count += 1
      index = next < end && text[next] == 0x20 ? next + 1 : next
    }
    return (index, count)
  }

  /// The letters that `bytes`, seventeen of them, begin with: eight bytes at a time. A length of 17 stands for more
  /// than sixteen.
  @inline(__always)
  private static func letters(_ bytes: Span<UInt8>) -> (key: WordKey, length: Int) {
    let (high, length) = leadingLetters(bytes, 0)
    if length < 8 { return (WordKey(high: high, low: 0), length) }
    let (low, more) = leadingLetters(bytes, 8)
    let isLonger = more == 8 && (bytes[16] | 0x20) &- 0x61 < 26
    return (WordKey(high: high, low: low), isLonger ? 17 : 8 + more)
  }

  /// Up to eight letters from `start` on, in lower case, left-aligned, and how many there are.
  @inline(__always)
  private static func leadingLetters(_ bytes: Span<UInt8>, _ start: Int) -> (letters: UInt64, count: Int) {
    var eight: UInt64 = 0
    for place in 0..<8 { eight |= UInt64(bytes[start + place]) << UInt64(place * 8) }
    eight = eight.byteSwapped
    let lowered = eight | 0x2020_2020_2020_2020
    let low = lowered & 0x7F7F_7F7F_7F7F_7F7F
    // In each byte the highest bit: set by the first sum from "a" on, by the second behind "z".
    let isLetter = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~eight
    let count = (~isLetter & 0x8080_8080_8080_8080).leadingZeroBitCount / 8
    return (count == 0 ? 0 : lowered & (.max << UInt64(64 - count * 8)), count)
  }

  /// Near the end of the text: byte by byte.
  private static func letters(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> (key: WordKey, length: Int) {
    run(text, from: start, to: end) { byte in (byte | 0x20) &- 0x61 < 26 ? byte | 0x20 : nil }
  }

  private static func digits(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> (key: WordKey, length: Int) {
    run(text, from: start, to: end) { byte in byte &- 0x30 < 10 ? byte : nil }
  }

  @inline(__always)
  private static func run(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, _ kept: (UInt8) -> UInt8?
  ) -> (key: WordKey, length: Int) {
    var key = WordKey(high: 0, low: 0)
    var index = start
    while index < end, index - start <= 16, let byte = kept(text[index]) {
      let place = index - start
      if place < 8 {
        key.high |= UInt64(byte) << UInt64(56 - place * 8)
      } else if place < 16 {
        key.low |= UInt64(byte) << UInt64(120 - place * 8)
      }
      index += 1
    }
    return (key, index - start)
  }

  @inline(__always)
  static func isASCIIWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// Whether a plain word that ends at `index` may go on after what stands there.
  @inline(__always)
  static func mayContinue(_ text: borrowing Span<UInt8>, at index: Int, to end: Int) -> Bool {
    let byte = text[index]
    if byte == 0x20 || byte == 0x0A { return false }
    if byte >= 0x80 || isASCIIWordByte(byte) { return true }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "&"),
      UInt8(ascii: ","):
      return index + 1 < end && (text[index + 1] >= 0x80 || isASCIIWordByte(text[index + 1]))
    case UInt8(ascii: "+"): return index + 1 < end && text[index + 1] == byte
    case UInt8(ascii: "#"): return true
    default: return false
    }
  }
}
