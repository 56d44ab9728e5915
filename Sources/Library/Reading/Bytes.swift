// Searching in bytes. A text's bytes are looked at as a span: the same through its UTF-8 view costs five times as much.

extension Span<UInt8> {
  @inline(__always) func firstIndex(where isWanted: (UInt8) -> Bool) -> Int? {
    for index in indices where isWanted(self[index]) { return index }
    return nil
  }

  @inline(__always) func contains(where isWanted: (UInt8) -> Bool) -> Bool { firstIndex(where: isWanted) != nil }

  /// The least byte, 255 where there is none. Loops without a way out, which the compiler makes look at sixteen bytes at
  /// a time.
  var least: UInt8 {
    var least = UInt8.max
    for index in indices { least = Swift.min(least, self[index]) }
    return least
  }

  var isASCII: Bool {
    var bits: UInt8 = 0
    for index in indices { bits |= self[index] }
    return bits < 0x80
  }

  func lastIndex(of byte: UInt8) -> Int? {
    var index = count
    while index > 0 {
      index -= 1
      if self[index] == byte { return index }
    }
    return nil
  }
}

extension Array<UInt8> {
  /// Where `text` first stands in a part of the bytes.
  func offset(of text: String, in range: Range<Int>) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, range.count >= wanted.count else { return nil }
    for start in range.lowerBound...range.upperBound - wanted.count where self[start] == first {
      if self[start..<start + wanted.count] == wanted[...] { return start }
    }
    return nil
  }
}
