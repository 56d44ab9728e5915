// Files that hold nothing but an address: .url of Windows, .webloc of a Mac (as text or packed), .desktop of Linux.

import Library

enum LinkFile {
  static let endings: Set<String> = ["url", "webloc", "desktop"]

  /// The http or https address in such a file; nil where there is none.
  static func address(in bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.starts(with: "bplist00".utf8) { return packedAddress(bytes) }
    if let found = text.firstRange(of: "<string>") {
      let rest = text[found.upperBound...]
      guard let end = rest.firstRange(of: "</string>") else { return nil }
      return sound(String(rest[..<end.lowerBound]).replacing("&amp;", with: "&"))
    }
    for line in text.split(whereSeparator: \.isNewline) where line.lowercased().hasPrefix("url=") {
      return sound(SheetCell.trimmed(String(line.dropFirst(4))))
    }
    return nil
  }

  /// In a packed property list a text is stored as its ASCII letters behind a byte 0x5n, n its length, or 0x5F 0x10 and
  /// a byte for the length.
  private static func packedAddress(_ bytes: [UInt8]) -> String? {
    let start = Array("http".utf8)
    for index in bytes.indices.dropFirst(2) where bytes[index...].starts(with: start) {
      let mark = bytes[index - 1]
      let isLong = bytes[index - 2] == 0x10 && index > 2 && bytes[index - 3] == 0x5F
      let count = isLong ? Int(mark) : mark & 0xF0 == 0x50 && mark != 0x5F ? Int(mark & 0x0F) : 0
      guard count > 0, index + count <= bytes.count else { continue }
      return sound(String(decoding: bytes[index..<index + count], as: UTF8.self))
    }
    return nil
  }

  private static func sound(_ address: String) -> String? { WebAddress.host(of: address) == nil ? nil : address }
}
