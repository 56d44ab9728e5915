// Ids of headings as GitHub makes them: lower case, letters, digits, marks, hyphens and underscores kept in every script,
// blanks as hyphens, all else dropped; a repeated one gets -1, -2… Ids that rendering makes itself hold a colon ("fn:1"),
// which no heading's id can.

struct HeadingIDs {
  private let prefix: String
  /// How often each id was asked for again; those handed out are in it too.
  private var repetitions: [String: Int] = [:]
  /// The same as long as nothing repeats, and cheaper for the few headings of most documents.
  private var first: [String] = []

  init(prefix: String) { self.prefix = prefix }

  mutating func id(for text: String) -> String {
    let base = slug(text)
    if repetitions.isEmpty, first.count < 16, !first.contains(base) {
      first.append(base)
      return prefix + base
    }
    for id in first { repetitions[id] = 0 }
    first = []
    var result = base
    if var count = repetitions[base] {
      repeat {
        count += 1
        result = "\(base)-\(count)"
      } while repetitions[result] != nil
      repetitions[base] = count
    }
    repetitions[result] = 0
    return prefix + result
  }

  private func slug(_ text: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        slug.append(byte)
      case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
      case 0x80...: return unicodeSlug(text)
      default: break
      }
    }
    return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
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
