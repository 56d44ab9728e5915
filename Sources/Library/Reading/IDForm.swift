// What an id looks like, and the id that an odd name was probably meant to be.

/// Ids are names of files and parts of addresses: small ASCII letters and digits, in groups joined by single hyphens.
package enum IDForm {
  private static let longest = 120

  /// True for a name that can be an id and has no meaning of its own.
  package static func isValid(_ name: String) -> Bool { hasForm(name) && !isReserved(name) }

  static func hasForm(_ name: String) -> Bool {
    var afterHyphen = true  // none at the start
    var count = 0
    let bytes = name.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): afterHyphen = false
      case UInt8(ascii: "-") where !afterHyphen: afterHyphen = true
      default: return false
      }
      count += 1
    }
    return !afterHyphen && count <= longest
  }

  /// `all`, `index` and `page-N` mean something to the site; the others are devices to Windows.
  static func isReserved(_ name: String) -> Bool {
    // Only "page-N" is longer than "index".
    guard name.utf8.count <= 5 || name.utf8.first == UInt8(ascii: "p") || name.utf8.first == UInt8(ascii: "P") else {
      return false
    }
    let name = name.lowercased()
    switch name {
    case "all", "index", "todo": return true
    default: break
    }
    let digits = name.drop { !("0"..."9").contains($0) }
    return isDevice(name) || (name.hasPrefix("page-") && digits.count == name.count - 5 && isNumber(digits))
  }

  /// Windows keeps these names for devices, with any ending.
  static func isDevice(_ name: String) -> Bool {
    let name = name.lowercased()
    switch name {
    case "con", "prn", "aux", "nul": return true
    default: break
    }
    guard name.utf8.count == 4, name.hasPrefix("com") || name.hasPrefix("lpt") else { return false }
    return isNumber(name.suffix(1)) && !name.hasSuffix("0")
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The valid id nearest to `name`: letters made small and plain, everything else a hyphen. Nil where nothing is left.
  package static func suggestion(for name: String) -> String? {
    var id = ""
    for character in name.lowercased().prefix(longest) {
      if let plain = plainLetters(character) {
        id += plain
      } else if !id.isEmpty, !id.hasSuffix("-") {
        id += "-"
      }
    }
    while id.hasSuffix("-") { id.removeLast() }
    if isReserved(id) { id += "-1" }
    return isValid(id) ? id : nil
  }

  /// What stands before the last dot.
  package static func withoutExtension(_ name: String) -> String {
    guard let dot = name.utf8.span.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return name }
    return String(Substring(name.utf8.prefix(dot)))
  }

  private static func plainLetters(_ character: Character) -> String? {
    if let ascii = character.asciiValue {
      let isPlain = character.isLetter || character.isNumber
      return isPlain ? String(Unicode.Scalar(ascii)) : nil
    }
    for (letters, plain) in folding where letters.contains(character) { return plain }
    return nil
  }

  private static let folding = [
    ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("åàáâãāăą", "a"), ("çćčĉċ", "c"),
    ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ìíîïĩīĭįı", "i"), ("ĺļľł", "l"), ("ñńņň", "n"),
    ("òóôõøōŏő", "o"), ("ŕŗř", "r"), ("śŝşš", "s"), ("ţťŧ", "t"), ("þ", "th"), ("ùúûũūŭůűų", "u"), ("ýÿŷ", "y"),
    ("źżž", "z"),
  ]
}
