// The only place where text becomes HTML. Text is appended whole and looked through where it lies; only from the first
// byte that has to be escaped on is it taken apart, in runs.

extension [UInt8] {
  /// Appends text with & < > " and ' written so that it means itself, in HTML's text and in quoted attributes.
  package mutating func append(escaping text: String) {
    let start = count
    append(contentsOf: text.utf8)
    escape(from: start)
  }

  package mutating func append(escaping text: [UInt8]) {
    let start = count
    append(contentsOf: text)
    escape(from: start)
  }

  private mutating func escape(from start: Int) {
    guard let first = firstSpecial(from: start) else { return }
    let text = [UInt8](self[first...])
    removeLast(text.count)
    var run = 0
    for index in text.indices where text[index].isSpecial {
      append(contentsOf: text[run..<index])
      append(contentsOf: Self.escape(text[index]))
      run = index + 1
    }
    append(contentsOf: text[run...])
  }

  private func firstSpecial(from start: Int) -> Int? {
    let bytes = span
    for index in start..<bytes.count where bytes[index].isSpecial { return index }
    return nil
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
}

extension UInt8 {
  /// Whether it is one of & < > " and ': a bit each, for all are below 64, as letters are not.
  fileprivate var isSpecial: Bool {
    let special: UInt64 = 1 << 38 | 1 << 60 | 1 << 62 | 1 << 34 | 1 << 39
    return self < 64 && (special &>> UInt64(self)) & 1 != 0
  }
}
