// The part of TOML that front matter of other generators is made of: texts, lists of texts, numbers, dates and yes or no
// at the top level. What is more than that is not guessed at: whoever asks keeps the source.

struct TOMLLabels {
  private(set) var entries: [(name: String, setting: LabelSetting)] = []
  /// False where something was passed over.
  private(set) var isWhole = true

  private let bytes: [UInt8]
  private var index = 0

  init(_ text: ArraySlice<UInt8>) {
    bytes = Array(text)
    while index < bytes.count {
      skipBlank()
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: "[") {
        isWhole = false  // a table: everything below belongs to it
        break
      }
      if let entry = entry() {
        entries.append(entry)
      } else {
        isWhole = false
        skipLine()
      }
    }
  }

  private mutating func entry() -> (name: String, setting: LabelSetting)? {
    guard let name = name() else { return nil }
    skipSpaces()
    guard take("=") else { return nil }
    skipSpaces()
    guard let setting = setting() else { return nil }
    skipSpaces()
    guard index == bytes.count || bytes[index].isLineBreak || bytes[index] == UInt8(ascii: "#") else { return nil }
    skipLine()
    return (name, setting)
  }

  private mutating func name() -> String? {
    if let quoted = quoted() { return quoted }
    let start = index
    while index < bytes.count, bytes[index].isTOMLName { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  private mutating func setting() -> LabelSetting? {
    guard take("[") else { return text().map { .text($0) } }
    var items: [String] = []
    while true {
      skipBlank()
      if take("]") { return .list(items) }
      guard let item = text() else { return nil }
      items.append(item)
      skipBlank()
      if take(",") { continue }
      return take("]") ? .list(items) : nil
    }
  }

  /// A text in quotes, or a word such as 12, true or 2026-03-01.
  private mutating func text() -> String? {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { return quoted() }
    let start = index
    while index < bytes.count, bytes[index].isTOMLName || "+.:".utf8.contains(bytes[index]) { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  /// On one line; texts in three quotes are left to those who can read them.
  private mutating func quoted() -> String? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = bytes[index]
    if bytes[index...].starts(with: [quote, quote, quote]) { return nil }
    var text: [UInt8] = []
    var place = index + 1
    while place < bytes.count, !bytes[place].isLineBreak {
      let byte = bytes[place]
      if byte == quote {
        index = place + 1
        return String(validating: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        place += 1
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(bytes[place])
        case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
        default: return nil
        }
      } else {
        text.append(byte)
      }
      place += 1
    }
    return nil
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard index < bytes.count, bytes[index] == sign.asciiValue else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
  }

  private mutating func skipLine() {
    while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
    while index < bytes.count, bytes[index].isLineBreak { index += 1 }
  }

  /// Over spaces, line ends and comments.
  private mutating func skipBlank() {
    while index < bytes.count {
      skipSpaces()
      guard index < bytes.count, bytes[index].isLineBreak || bytes[index] == UInt8(ascii: "#") else { return }
      skipLine()
    }
  }
}

extension UInt8 {
  fileprivate var isTOMLName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
