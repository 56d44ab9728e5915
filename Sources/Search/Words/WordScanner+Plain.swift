// Plain words: ASCII letters, or digits, up to sixteen of them and nothing tied to them. Nearly all of an English text is
// that. Where words of letters begin and end is asked of 64 bytes at once; digits and the end of a text are read word by
// word, eight letters at a time. What is anything else stops this and goes the general way.

import Markdown

extension WordScanner {
  /// How many bytes a `LetterWindow` looks at.
  private static let windowLength = 64

  /// Reads words of ASCII letters, or of digits, up to the first that is longer or goes on behind a mark, or up to
  /// anything that is not ASCII.
  static func scanPlain(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, into keys: inout [WordKey]
  ) -> (end: Int, count: Int) {
    var keys = keys.mutableSpan
    var count = 0
    var index = start
    while index < end, count < keys.count {
      if end - index >= windowLength + 16, keys.count - count >= windowLength / 2 {
        let read = scanWindow(text, from: index, to: end, into: &keys, &count)
        index += read
        if read > 0 { continue }
      }
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

  /// Reads the words of letters that begin and end in the next 64 bytes, behind which there are sixteen more, as far as
  /// nothing else that may be a word or part of one comes before, and says how far that is.
  @inline(__always)
  private static func scanWindow(
    _ text: borrowing Span<UInt8>, from index: Int, to textEnd: Int, into keys: inout MutableSpan<WordKey>,
    _ count: inout Int
  ) -> Int {
    let bytes = text.extracting(index..<index + windowLength + 16)
    let window = LetterWindow(bytes)
    var (starts, ends) = (window.starts, window.ends)
    let (marks, limit) = (window.marks, window.others.trailingZeroBitCount)
    while ends != 0 {
      let start = starts.trailingZeroBitCount
      let end = ends.trailingZeroBitCount
      guard end < limit, end &- start <= 16 else { return min(start, limit) }
      if marks &>> UInt64(end) & 1 != 0, mayContinue(text, at: index &+ end, to: textEnd) { return start }
      keys[count] = lettersKey(bytes.extracting(start..<start &+ 16), count: end &- start)
      count &+= 1
      starts &= starts &- 1
      ends &= ends &- 1
    }
    return min(starts.trailingZeroBitCount, limit)
  }

  /// The key of the first `count` of sixteen letters, at least one.
  @inline(__always)
  private static func lettersKey(_ bytes: Span<UInt8>, count: Int) -> WordKey {
    let (high, low) = (loweredEight(bytes, 0), loweredEight(bytes, 8))
    return WordKey(
      high: count < 8 ? high & (.max &<< UInt64(64 &- count &* 8)) : high,
      low: count > 8 ? low & (.max &<< UInt64(128 &- count &* 8)) : 0)
  }

  /// Eight letters in lower case, left-aligned.
  @inline(__always)
  private static func loweredEight(_ bytes: Span<UInt8>, _ start: Int) -> UInt64 {
    var eight: UInt64 = 0
    for place in 0..<8 { eight |= UInt64(bytes[start + place]) << UInt64(place * 8) }
    return eight.byteSwapped | 0x2020_2020_2020_2020
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
