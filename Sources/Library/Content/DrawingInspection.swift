// Is a drawing (SVG, or other XML that a browser would show) inert? It is read strictly, tag by tag: whatever is not
// understood is refused. Refused are script in any form, foreign objects and pages within the drawing, animations that
// change addresses, and addresses other than a part of the same drawing or a picture that is written into it.

struct DrawingInspection {
  private static let activeElements: Set<String> = [
    "script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video",
  ]
  private static let animations: Set<String> = ["animate", "set", "animatetransform", "animatemotion", "animatecolor"]
  private static let addresses: Set<String> = ["href", "src", "action", "formaction", "data", "poster", "ping", "base"]
  private static let pictures = [
    "data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp",
  ]

  private let bytes: [UInt8]
  private var index = 0
  private var isInStyle = false

  /// Why the drawing must not be published, nil where it may.
  static func finding(in bytes: [UInt8]) -> String? {
    guard TextEncoding.mistake(in: bytes) == nil, !bytes.contains(0) else { return "it is not stored as UTF-8" }
    var inspection = DrawingInspection(bytes)
    return inspection.run()
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private mutating func run() -> String? {
    while index < bytes.count {
      let finding: String? =
        if starts(with: Self.comment) {
          skip(Self.comment, upTo: Self.commentEnd) ? nil : Self.malformed
        } else if starts(with: Self.section) {
          section()
        } else if starts(with: Self.declaration) {
          declaration()
        } else if starts(with: Self.instruction) {
          instruction()
        } else if bytes[index] == UInt8(ascii: "<") {
          tag()
        } else {
          text()
        }
      if let finding { return finding }
    }
    return nil
  }

  // MARK: Pieces

  private static let malformed = "it is not well-formed"

  private static let comment = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let section = Array("<![CDATA[".utf8)
  private static let sectionEnd = Array("]]>".utf8)
  private static let declaration = Array("<!".utf8)
  private static let instruction = Array("<?".utf8)
  private static let instructionEnd = Array("?>".utf8)

  private mutating func text() -> String? {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return isInStyle ? Self.findingInStyle(Array(bytes[start..<index])) : nil
  }

  private mutating func section() -> String? {
    let start = index + Self.section.count
    guard skip(Self.section, upTo: Self.sectionEnd) else { return Self.malformed }
    return isInStyle ? Self.findingInStyle(Array(bytes[start..<index - 3])) : nil
  }

  /// A document type may be named, but not define anything.
  private mutating func declaration() -> String? {
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "[") { return "it defines short forms for text (ENTITY)" }
      index += 1
    }
    index += 1
    return nil
  }

  private mutating func instruction() -> String? {
    let start = index + 2
    guard skip(Self.instruction, upTo: Self.instructionEnd) else { return Self.malformed }
    let content = String(decoding: bytes[start..<index - 2], as: UTF8.self).lowercased()
    guard content.hasPrefix("xml"), content.dropFirst(3).first?.isWhitespace == true else {
      return content.hasPrefix("xml-stylesheet") ? "it reaches for a style sheet" : nil
    }
    let isUTF8 = !content.contains("encoding") || content.contains("utf-8") || content.contains("ascii")
    return isUTF8 ? nil : "it is not stored as UTF-8"
  }

  private mutating func tag() -> String? {
    index += 1
    let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let element = localName(name())
    guard !element.isEmpty else { return Self.malformed }
    if element == "style" { isInStyle = !isClosing }
    if Self.activeElements.contains(element) { return "it contains <\(element)>" }
    while true {
      skipBlanks()
      guard index < bytes.count else { return Self.malformed }
      if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">") { break }
      guard let (attribute, value) = attribute() else { return Self.malformed }
      if let finding = Self.finding(attribute, value, of: element) { return finding }
    }
    if bytes[index] == UInt8(ascii: "/") { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { return Self.malformed }
    index += 1
    return nil
  }

  private mutating func attribute() -> (name: String, value: [UInt8])? {
    let name = name()
    skipBlanks()
    guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = bytes[index]
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote { index += 1 }
    guard index < bytes.count else { return nil }
    index += 1
    return decoded(bytes[start..<index - 1]).map { (name, $0) }
  }

  /// A name in small letters, with its prefix.
  private mutating func name() -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"), 0x20, 0x09...0x0D:
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
      default: index += 1
      }
    }
    return String(decoding: bytes[start...], as: UTF8.self).lowercased()
  }

  private func localName(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// An attribute's value with its references to characters resolved; nil where one is not understood.
  private func decoded(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
    var result: [UInt8] = []
    var rest = value
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&") else {
        result.append(byte)
        continue
      }
      guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = Self.character(String(decoding: rest[..<end], as: UTF8.self))
      else { return nil }
      result += String(character).utf8
      rest = rest[(end + 1)...]
    }
    return result
  }

  private static func character(_ reference: String) -> Character? {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard reference.hasPrefix("#") else { return nil }
    let isHex = reference.hasPrefix("#x")
    let digits = reference.dropFirst(isHex ? 2 : 1)
    guard digits.first != "+", digits.first != "-", let value = UInt32(digits, radix: isHex ? 16 : 10) else {
      return nil
    }
    return Unicode.Scalar(value).map(Character.init)
  }

  // MARK: What is refused

  private static func finding(_ attribute: String, _ value: [UInt8], of element: String) -> String? {
    // Nearly all are numbers and words under a name that reaches for nothing.
    let isWord = !value.contains { byte in ":(@\\".utf8.contains(byte) }
    if isWord, !attribute.utf8.contains(UInt8(ascii: ":")), !attribute.hasPrefix("on"), attribute != "xmlns",
      !addresses.contains(attribute), !animations.contains(element)
    {
      return nil
    }
    let local = attribute.split(separator: ":").last.map(String.init) ?? attribute
    let text = String(decoding: value.filter { $0 > 0x20 }.map(\.lowercased), as: UTF8.self)
    if attribute == "xmlns" || attribute.hasPrefix("xmlns:") {
      return text.contains("1999/xhtml") ? "it contains parts of a web page" : nil
    }
    if local.hasPrefix("on") { return "it runs script (\(local))" }
    if text.contains("javascript:") || text.contains("vbscript:") { return "it runs script" }
    if animations.contains(element), local == "attributename" {
      let changed = text.split(separator: ":").last.map(String.init) ?? text
      return addresses.contains(changed) || changed.hasPrefix("on") ? "an animation changes an address" : nil
    }
    if addresses.contains(local), !text.isEmpty, !text.hasPrefix("#"), !pictures.contains(where: { text.hasPrefix($0) })
    {
      return "it reaches for another address (\(local))"
    }
    return attribute.contains(":") ? nil : findingInStyle(value)
  }

  /// Styles, in attributes and in <style>, may only name parts of the same drawing.
  private static func findingInStyle(_ bytes: [UInt8]) -> String? {
    guard bytes.contains(UInt8(ascii: "(")) || bytes.contains(UInt8(ascii: "@")) || bytes.contains(UInt8(ascii: "\\"))
    else { return nil }
    let text = String(decoding: bytes.filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }.map(\.lowercased), as: UTF8.self)
    if text.contains("@import") { return "it reaches for a style sheet" }
    if text.contains("\\") { return "its styles are written in code" }
    for part in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      guard part.hasPrefix("#") || pictures.contains(where: { part.hasPrefix($0) }) else {
        return "its styles reach for another address"
      }
    }
    return text.contains("image-set(") || text.contains("src(") ? "its styles reach for another address" : nil
  }

  // MARK: Moving on

  private func starts(with text: [UInt8]) -> Bool {
    guard index + text.count <= bytes.count, bytes[index] == text[0] else { return false }
    return bytes[index..<index + text.count].elementsEqual(text)
  }

  /// Moves behind the next `end` after the `start` that is here; false where there is none.
  private mutating func skip(_ start: [UInt8], upTo end: [UInt8]) -> Bool {
    index += start.count
    while index < bytes.count {
      if starts(with: end) {
        index += end.count
        return true
      }
      index += 1
    }
    return false
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index].isBlank { index += 1 }
  }
}
