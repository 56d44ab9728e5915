// How many columns a text takes in a terminal: two for the characters of East Asia and for pictures, none for what only
// changes the character before. After Unicode's East Asian Width, as far as terminals agree about it.

extension String {
  /// Columns in a terminal.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// With spaces to `width` columns, at the end or at the start.
  func padded(to width: Int, isNumber: Bool = false) -> String {
    let spaces = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return isNumber ? spaces + self : self + spaces
  }

  /// In lines of at most 100 columns, all but the first indented.
  func wrapped(indent: Int = 0) -> String {
    var lines: [String] = []
    var line = ""
    var width = indent
    for word in split(separator: " ").map(String.init) {
      if !line.isEmpty, width + 1 + word.displayWidth > 100 {
        lines.append(line)
        (line, width) = ("", indent)
      }
      width += word.displayWidth + (line.isEmpty ? 0 : 1)
      line += line.isEmpty ? word : " " + word
    }
    return (lines + [line]).joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  /// At most `width` columns of it, the last of them "…" where something is left out.
  func clipped(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var result = ""
    var used = 0
    for character in self {
      guard used + character.displayWidth < width else { break }
      result.append(character)
      used += character.displayWidth
    }
    return result + "…"
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isASCII { return 1 }
    if first.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return first.isWide ? 2 : 1
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
