// The only place where text becomes HTML. Text is appended whole and looked through where it lies, sixteen bytes at a
// time; only text that has something to escape is taken apart.

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
    guard hasSpecialBytes(from: start) else { return }
    let text = [UInt8](self[start...])
    removeLast(text.count)
    var run = 0
    for index in text.indices {
      let escape: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      case UInt8(ascii: "'"): escape = "&#39;"
      default: continue
      }
      append(contentsOf: text[run..<index])
      append(contentsOf: escape.description.utf8)
      run = index + 1
    }
    append(contentsOf: text[run...])
  }

  /// Without an early way out, so that the compiler looks at many bytes at once.
  private func hasSpecialBytes(from start: Int) -> Bool {
    let tail = self[start...]
    let bytes = tail.span
    var found = false
    for index in 0..<bytes.count {
      let byte = bytes[index]
      found =
        found || (byte == UInt8(ascii: "&")) || (byte == UInt8(ascii: "<")) || (byte == UInt8(ascii: ">"))
        || (byte == UInt8(ascii: "\"")) || (byte == UInt8(ascii: "'"))
    }
    return found
  }
}
