// Where bytes are UTF-8 and where they are not.

extension [UInt8] {
  /// The length of the well-formed sequence at `index`, 0 if there is none.
  func utf8Length(at index: Int) -> Int {
    let first = self[index]
    let (length, lowest, highest): (Int, UInt8, UInt8)
    switch first {
    case 0xc2...0xdf: (length, lowest, highest) = (2, 0x80, 0xbf)
    case 0xe0: (length, lowest, highest) = (3, 0xa0, 0xbf)
    case 0xed: (length, lowest, highest) = (3, 0x80, 0x9f)
    case 0xe1...0xef: (length, lowest, highest) = (3, 0x80, 0xbf)
    case 0xf0: (length, lowest, highest) = (4, 0x90, 0xbf)
    case 0xf1...0xf3: (length, lowest, highest) = (4, 0x80, 0xbf)
    case 0xf4: (length, lowest, highest) = (4, 0x80, 0x8f)
    default: return 0
    }
    guard index + length <= count, self[index + 1] >= lowest, self[index + 1] <= highest else { return 0 }
    for later in 2..<Swift.max(2, length) where self[index + later] & 0xc0 != 0x80 { return 0 }
    return length
  }

  /// Puts a question mark in the place of every byte that is not part of UTF-8; what stands around it stays where it is.
  mutating func replaceMalformedUTF8() {
    guard (try? UTF8Span(validating: span)) == nil else { return }
    var index = 0
    while index < count {
      let length = self[index] < 0x80 ? 1 : utf8Length(at: index)
      if length == 0 { self[index] = UInt8(ascii: "?") }
      index += Swift.max(1, length)
    }
  }
}
