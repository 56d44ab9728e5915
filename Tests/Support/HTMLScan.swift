// Just enough reading of HTML for a crawler: the attributes of start tags, outside comments. Pages are checked for
// being valid HTML by a real checker elsewhere.

import Foundation

/// What one page refers to and what can be referred to in it.
package struct HTMLScan: Sendable {
  /// Values of href, src and action, with the attribute's name.
  package private(set) var references: [(attribute: String, value: String)] = []
  package private(set) var ids: [String] = []
  /// True where a start tag has a style or an event attribute, or a script or style with text of its own.
  package private(set) var hasInlineCode = false

  package init(_ html: String) {
    let bytes = Array(html.utf8)
    var index = 0
    while index < bytes.count {
      index = Self.next("<", in: bytes, from: index)
      guard index < bytes.count else { break }
      if bytes[index...].starts(with: "<!--".utf8) {
        index = Self.end(of: "-->", in: bytes, from: index + 4)
        continue
      }
      index += 1
      guard index < bytes.count, Self.isLetter(bytes[index]) else { continue }
      readTag(bytes, &index)
    }
  }

  private mutating func readTag(_ bytes: [UInt8], _ index: inout Int) {
    let nameStart = index
    while index < bytes.count, Self.isLetter(bytes[index]) || (48...57).contains(bytes[index]) { index += 1 }
    let tag = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    var hasSource = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard Self.isNameByte(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
      let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      let value = Self.value(bytes, &index)
      switch name {
      case "href", "src", "action", "data", "poster":
        references.append((name, value))
        hasSource = hasSource || name == "src"
      case "id": ids.append(value)
      case "content":
        if let url = value.range(of: "url=") { references.append((name, String(value[url.upperBound...]))) }
      case "style": hasInlineCode = true
      default: if name.hasPrefix("on") { hasInlineCode = true }
      }
    }
    if (tag == "script" && !hasSource) || tag == "style" {
      let end = Self.end(of: "</" + tag, in: bytes, from: index)
      if end - index > tag.utf8.count + 4 { hasInlineCode = true }
      index = end
    }
  }

  private static func value(_ bytes: [UInt8], _ index: inout Int) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      let start = index
      while index < bytes.count, !" \n\t>".utf8.contains(bytes[index]) { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    let quote = bytes[index]
    let start = index + 1
    index = next(Unicode.Scalar(quote), in: bytes, from: start)
    let text = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
    index += 1
    return unescaped(text)
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = text
    for (entity, character) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      result = result.replacingOccurrences(of: entity, with: character)
    }
    return result
  }

  private static func end(of text: String, in bytes: [UInt8], from start: Int) -> Int {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return start }
    var index = next(Unicode.Scalar(first), in: bytes, from: start)
    while index + wanted.count <= bytes.count {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) { return index + wanted.count }
      index = next(Unicode.Scalar(first), in: bytes, from: index + 1)
    }
    return bytes.count
  }

  /// Where the next such byte is, or the end. The C library's search, since tests are built without optimisation and a
  /// site has millions of bytes.
  private static func next(_ byte: Unicode.Scalar, in bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, let found = memchr(base + start, Int32(byte.value), all.count - start) else {
        return all.count
      }
      return UnsafeRawPointer(found) - base
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
  private static func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || byte == UInt8(ascii: "-") }
}
