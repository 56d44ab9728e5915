// Searching in bytes.

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
