// English stems: Porter2, as Snowball publishes it ("english", 2026). Works on lower-case ASCII letters and apostrophes
// in one buffer; everything else is left as it is. templates/search.js holds the same steps.

struct Porter2 {
  private var word: [UInt8] = []
  /// Where the regions after the first and the second vowel–consonant pair begin.
  private var region1 = 0
  private var region2 = 0

  /// The stem of `bytes`, which are lower-case letters a–z and apostrophes.
  mutating func stem(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 2 else { return bytes }
    if bytes.count <= Self.longestException, let special = Self.exceptions[bytes] { return special }
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: bytes)
    markConsonantYs()
    markRegions()
    removePossessive()
    removePlural()
    removePastOrGerund()
    if let last = word.last, last == Letter.y || last == Letter.consonantY, word.count > 2,
      !isVowel(word[word.count - 2])
    {
      word[word.count - 1] = Letter.i
    }
    shorten(Self.step2, from: region1)
    shorten(Self.step3, from: region1)
    shorten(Self.step4, from: region2)
    removeFinal()
    for index in word.indices where word[index] == Letter.consonantY { word[index] = Letter.y }
    return word
  }

  // MARK: Regions

  /// A leading apostrophe goes; a y at the start or after a vowel is a consonant, written Y.
  private mutating func markConsonantYs() {
    if word.first == Letter.apostrophe { word.removeFirst() }  // at least two are left
    guard word.contains(Letter.y) else { return }
    for index in word.indices where word[index] == Letter.y && (index == 0 || isVowel(word[index - 1])) {
      word[index] = Letter.consonantY
    }
  }

  private mutating func markRegions() {
    region1 = word.count
    region2 = word.count
    if let length = wholePrefixLength {
      region1 = length
    } else if let end = endOfVowelConsonant(from: 0) {
      region1 = end
    } else {
      return
    }
    region2 = endOfVowelConsonant(from: region1) ?? word.count
  }

  private var wholePrefixLength: Int? {
    guard word[0] &- Letter.a < 26 else { return nil }
    let prefix = Self.wholePrefixes[Int(word[0] &- Letter.a)]
    return !prefix.isEmpty && word.starts(with: prefix) ? prefix.count : nil
  }

  private func endOfVowelConsonant(from start: Int) -> Int? {
    var index = start
    while index < word.count, !isVowel(word[index]) { index += 1 }
    while index < word.count, isVowel(word[index]) { index += 1 }
    return index < word.count ? index + 1 : nil
  }

  // MARK: Steps

  private mutating func removePossessive() {
    guard word.last == Letter.apostrophe || word.last == Letter.s, word.contains(Letter.apostrophe) else { return }
    for suffix in Self.possessives where ends(with: suffix) {
      word.removeLast(suffix.count)
      return
    }
  }

  private mutating func removePlural() {
    if ends(with: Suffix.sses) {
      word.removeLast(2)
    } else if ends(with: Suffix.ied) || ends(with: Suffix.ies) {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if word.last == Letter.s, !ends(with: Suffix.us), !ends(with: Suffix.ss),
      word.dropLast(2).contains(where: isVowel)
    {
      word.removeLast()
    }
  }

  private mutating func removePastOrGerund() {
    guard let last = word.last, last == Letter.d || last == Letter.g || last == Letter.y else { return }
    for suffix in Self.eedSuffixes where ends(with: suffix) {
      let start = word.count - suffix.count
      if start >= region1, !Self.keepingEed.contains(where: { word[..<start].elementsEqual($0) }) {
        word.removeLast(suffix.count - 2)
      }
      return
    }
    guard let suffix = Self.pastSuffixes.first(where: { ends(with: $0) }) else { return }
    let start = word.count - suffix.count
    if suffix == Suffix.ing {
      if start == 2, word[1] == Letter.y, !isVowel(word[0]) {
        word.replaceSubrange(1..., with: [Letter.i, Letter.e])
        return
      }
      if Self.keepingIng.contains(where: { word[..<start].elementsEqual($0) }) { return }
    }
    guard word[..<start].contains(where: isVowel) else { return }
    word.removeLast(suffix.count)
    if ends(with: Suffix.at) || ends(with: Suffix.bl) || ends(with: Suffix.iz) {
      word.append(Letter.e)
    } else if endsInDouble {
      let first = word[0]
      if word.count != 3 || (first != Letter.a && first != Letter.e && first != Letter.o) { word.removeLast() }
    } else if word.count == region1, endsInShortSyllable(before: word.count) {
      word.append(Letter.e)
    }
  }

  /// Puts the replacement of the longest suffix that is there, if it stands in its region and its condition holds.
  private mutating func shorten(_ suffixes: SuffixTable, from region: Int) {
    guard let last = word.last, last &- Letter.a < 26 else { return }
    let candidates = suffixes.byLastLetter[Int(last &- Letter.a)]
    for index in candidates.indices where ends(with: candidates[index].bytes) {
      let start = word.count - candidates[index].bytes.count
      guard start >= region else { return }
      switch candidates[index].condition {
      case .none: break
      case .inRegion2: guard start >= region2 else { return }
      case .after(let letters): guard start > 0, letters.contains(word[start - 1]) else { return }
      }
      word.replaceSubrange(start..., with: candidates[index].replacement)
      return
    }
  }

  private mutating func removeFinal() {
    let start = word.count - 1
    if word.last == Letter.e {
      if start >= region2 || (start >= region1 && !endsInShortSyllable(before: start)) { word.removeLast() }
    } else if word.last == Letter.l, start >= region2, start > 0, word[start - 1] == Letter.l {
      word.removeLast()
    }
  }

  // MARK: Letters

  private func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case Letter.a, Letter.e, Letter.i, Letter.o, Letter.u, Letter.y: true
    default: false
    }
  }

  private func ends(with suffix: [UInt8]) -> Bool {
    guard word.count >= suffix.count, word.last == suffix.last else { return false }
    let start = word.count - suffix.count
    for index in suffix.indices where word[start + index] != suffix[index] { return false }
    return true
  }

  private var endsInDouble: Bool {
    guard word.count > 1, let last = word.last, word[word.count - 2] == last else { return false }
    return Self.doubles.contains(last)
  }

  private func endsInShortSyllable(before end: Int) -> Bool {
    guard end > 1 else { return false }
    let last = word[end - 1]
    if end == 2 { return isVowel(word[0]) && !isVowel(last) }
    if word[..<end].suffix(4).elementsEqual(Suffix.past) { return true }
    return !isVowel(last) && last != Letter.w && last != Letter.x && last != Letter.consonantY
      && isVowel(word[end - 2]) && !isVowel(word[end - 3])
  }

  private enum Letter {
    static let a = UInt8(ascii: "a")
    static let d = UInt8(ascii: "d")
    static let e = UInt8(ascii: "e")
    static let g = UInt8(ascii: "g")
    static let i = UInt8(ascii: "i")
    static let l = UInt8(ascii: "l")
    static let o = UInt8(ascii: "o")
    static let s = UInt8(ascii: "s")
    static let u = UInt8(ascii: "u")
    static let w = UInt8(ascii: "w")
    static let x = UInt8(ascii: "x")
    static let y = UInt8(ascii: "y")
    static let consonantY = UInt8(ascii: "Y")
    static let apostrophe = UInt8(ascii: "'")
  }
}

/// An ending, what replaces it, and on what condition.
private struct Suffix {
  enum Condition {
    case none
    case inRegion2
    case after([UInt8])
  }
  let bytes: [UInt8]
  let replacement: [UInt8]
  var condition = Condition.none

  static let sses = Array("sses".utf8)
  static let ied = Array("ied".utf8)
  static let ies = Array("ies".utf8)
  static let us = Array("us".utf8)
  static let ss = Array("ss".utf8)
  static let ing = Array("ing".utf8)
  static let at = Array("at".utf8)
  static let bl = Array("bl".utf8)
  static let iz = Array("iz".utf8)
  static let past = Array("past".utf8)

}

/// Endings by their last letter, the longest first, so that the first that fits is the longest.
private struct SuffixTable {
  private(set) var byLastLetter = [[Suffix]](repeating: [], count: 26)

  /// "ational>ate ation>ate"
  init(_ lines: String, conditions: [String: Suffix.Condition] = [:]) {
    for line in lines.split(separator: " ") {
      let parts = line.split(separator: ">", omittingEmptySubsequences: false)
      let condition = conditions[String(parts[0])] ?? .none
      let suffix = Suffix(bytes: Array(parts[0].utf8), replacement: Array(parts[1].utf8), condition: condition)
      if let last = suffix.bytes.last { byLastLetter[Int(last - UInt8(ascii: "a"))].append(suffix) }
    }
    for letter in byLastLetter.indices { byLastLetter[letter].sort { $0.bytes.count > $1.bytes.count } }
  }
}

extension Porter2 {
  private static let doubles = Array("bdfgmnprt".utf8)
  private static let possessives = ["'s'", "'s", "'"].map { Array($0.utf8) }
  private static let eedSuffixes = ["eedly", "eed"].map { Array($0.utf8) }
  private static let keepingEed = ["proc", "exc", "succ"].map { Array($0.utf8) }
  private static let pastSuffixes = ["ingly", "edly", "ing", "ed"].map { Array($0.utf8) }
  private static let keepingIng = ["inn", "out", "cann", "herr", "earr", "even"].map { Array($0.utf8) }
  /// By first letter; no two begin alike.
  private static let wholePrefixes: [[UInt8]] = {
    var table = [[UInt8]](repeating: [], count: 26)
    for prefix in ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"] {
      let bytes = Array(prefix.utf8)
      table[Int(bytes[0] &- Letter.a)] = bytes
    }
    return table
  }()

  private static let longestException = 6
  private static let exceptions: [[UInt8]: [UInt8]] = {
    let pairs = """
      skis ski skies sky idly idl gently gentl ugly ugli early earli only onli singly singl sky sky news news howe howe \
      atlas atlas cosmos cosmos bias bias andes andes
      """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    var table: [[UInt8]: [UInt8]] = [:]
    for index in stride(from: 0, to: pairs.count, by: 2) { table[pairs[index]] = pairs[index + 1] }
    return table
  }()

  private static let step2 = SuffixTable(
    """
    tional>tion enci>ence anci>ance abli>able entli>ent izer>ize ization>ize ational>ate ation>ate ator>ate alism>al \
    aliti>al alli>al fulness>ful ousli>ous ousness>ous iveness>ive iviti>ive biliti>ble bli>ble ogist>og ogi>og \
    fulli>ful lessli>less li>
    """, conditions: ["ogi": .after(Array("l".utf8)), "li": .after(Array("cdeghkmnrt".utf8))])
  private static let step3 = SuffixTable(
    "tional>tion ational>ate alize>al icate>ic iciti>ic ical>ic ful> ness> ative>", conditions: ["ative": .inRegion2])
  private static let step4 = SuffixTable(
    "al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ism> ate> iti> ous> ive> ize> ion>",
    conditions: ["ion": .after(Array("st".utf8))])
}
