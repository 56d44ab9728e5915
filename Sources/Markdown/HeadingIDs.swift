// Ids of headings as GitHub makes them: lower case, letters, digits, marks, hyphens and underscores kept in every script,
// blanks as hyphens, all else dropped; a repeated one gets -1, -2… Ids that rendering makes itself hold a colon ("fn:1"),
// which no heading's id can.

struct HeadingIDs {
  private let prefix: String
  /// How often each id was asked for again; those handed out are in it too. Empty as long as headings are few and none
  /// repeats, which is nearly always.
  private var repetitions: [String: Int] = [:]

  init(prefix: String) { self.prefix = prefix }

  /// The id of a heading with this text, after those that have theirs.
  mutating func id(for text: [UInt8], after headings: [MarkdownHeading]) -> String {
    let base = prefix.isEmpty ? slug(text) : prefix + slug(text)
    if repetitions.isEmpty {
      if headings.count < 16, !headings.contains(where: { $0.id == base }) { return base }
      for heading in headings { repetitions[heading.id] = 0 }
    }
    var result = base
    if var count = repetitions[base] {
      repeat {
        count += 1
        result = "\(base)-\(count)"
      } while repetitions[result] != nil
      repetitions[base] = count
    }
    repetitions[result] = 0
    return result
  }

  private func slug(_ text: [UInt8]) -> String {
    var isASCII = true
    let slug = String(unsafeUninitializedCapacity: text.count) { slug in
      var count = 0
      for byte in text {
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
          slug[count] = byte | 0x20
        } else if byte == UInt8(ascii: " ") {
          slug[count] = UInt8(ascii: "-")
        } else if byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
          slug[count] = byte
        } else {
          if byte >= 0x80 { isASCII = false }
          continue
        }
        count += 1
      }
      return count
    }
    guard isASCII else { return unicodeSlug(String(decoding: text, as: UTF8.self)) }
    return slug.isEmpty ? "section" : slug
  }

  private func unicodeSlug(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": slug.unicodeScalars.append("-")
      case "-": slug.unicodeScalars.append("-")
      default:
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: slug += scalar.properties.lowercaseMapping
        case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
          .decimalNumber, .connectorPunctuation:
          slug.unicodeScalars.append(scalar)
        default: break
        }
      }
    }
    return slug.isEmpty ? "section" : slug
  }
}
