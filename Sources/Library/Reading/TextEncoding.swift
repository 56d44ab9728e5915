// Is it UTF-8, and if not, what is it? Enough to name the command that converts it.

/// How a file that is not UTF-8 seems to be stored.
package enum TextEncoding: Sendable {
  /// With a mark at its start that tells the order of bytes.
  case utf16
  case utf16LittleEndian, utf16BigEndian, latin1, other

  /// What iconv calls it.
  package var iconvName: String? {
    switch self {
    case .utf16: "UTF-16"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .latin1: "WINDOWS-1252"
    case .other: nil
    }
  }

  /// Nil for UTF-8, else what `bytes` seem to be and where the first byte stands that is not UTF-8.
  package static func mistake(in bytes: [UInt8]) -> (encoding: TextEncoding, offset: Int)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return (.utf16, 0) }
    // Without a mark at its start, UTF-16 of mostly Western text has a zero in every second byte.
    if bytes.count >= 4, bytes[0] == 0 || bytes[1] == 0 {
      let head = bytes.prefix(512)
      let oddZeros = head.enumerated().count { $0.element == 0 && $0.offset % 2 == 1 }
      let evenZeros = head.enumerated().count { $0.element == 0 && $0.offset % 2 == 0 }
      if oddZeros * 3 >= head.count { return (.utf16LittleEndian, 0) }
      if evenZeros * 3 >= head.count { return (.utf16BigEndian, 0) }
    }
    guard let invalid = firstInvalidOffset(bytes) else { return nil }
    let looksLikeText = !bytes.prefix(512).contains { $0 < 9 || (14..<27).contains($0) }
    return (looksLikeText ? .latin1 : .other, invalid)
  }

  /// The offset of the first byte that is not well-formed UTF-8.
  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
