// The way back: how a text is written as a value, so that a message can show a corrected line and a command can write
// labels. What this writes, the reader reads as the same text.

/// How texts are written in labels.
package enum LabelText {
  /// Where a value stands.
  package enum Place: Sendable {
    /// After `name: ` or `- `, alone on its line.
    case line
    /// Within square or curly brackets.
    case brackets
  }

  /// The text as it is, if that is safe there, or else in quotes.
  package static func written(_ text: String, in place: Place) -> String {
    isSafe(Array(text.utf8), in: place) ? text : quoted(text)
  }

  /// The text in double quotes, or in single quotes where that spares escapes.
  package static func quoted(_ text: String) -> String {
    var needsEscapes = false
    var hasQuoteOrBackslash = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { hasQuoteOrBackslash = true }
      if isUnwritable(scalar) { needsEscapes = true }
    }
    guard hasQuoteOrBackslash || needsEscapes else { return "\"\(text)\"" }
    guard needsEscapes else { return singleQuoted(text) }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isUnwritable(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The text in single quotes; only for one that needs no escapes.
  package static func singleQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "'" { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  /// True for a text that only double quotes with escapes can hold on one line.
  package static func needsEscapes(_ text: String) -> Bool { text.unicodeScalars.contains(where: isUnwritable) }

  /// What may not stand in a file of labels, or not on one line. None of it is above U+FFFF.
  private static func isUnwritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Stricter than the reader: what is safe in one place only by a hair is quoted.
  private static func isSafe(_ text: [UInt8], in place: Place) -> Bool {
    guard let first = text.first, let last = text.last, !first.isIndicator, first != .space, last != .space,
      last != .colon, !text.isAbsent, CurlyQuotes(around: text[...]) == nil
    else { return false }
    for index in text.indices {
      switch text[index] {
      case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: return false  // the last three begin odd blanks, breaks and curly quotes
      case .colon where place == .brackets || text[index + 1] == .space: return false
      case .hash where index > 0 && text[index - 1] == .space: return false
      case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace:
        if place == .brackets { return false }
      default: break
      }
    }
    return true
  }
}
