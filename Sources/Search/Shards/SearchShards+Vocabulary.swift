// The words that a misspelt word may have meant. A slip leaves the first or the last letter of a word as it was, so
// the words are there twice: by their first letter and by their last. A browser loads one file of each.

extension SearchShards {
  /// A file holds the words of neighbouring letters up to about so many bytes.
  private static let vocabularyBytes = 12_000

  func renderVocabulary() -> Rendered {
    var rendered = Rendered()
    let words = index.correctionWords
    for (first, file) in files(of: words, by: { index.firstScalar(ofForm: $0) }) {
      rendered.firsts.append(first)
      rendered.names.append(file.name)
      rendered.files.append(file.file)
    }
    for (last, file) in files(of: words, by: { index.lastScalar(ofForm: $0) }) {
      rendered.reversedFirsts.append(last)
      rendered.reversedNames.append(file.name)
      // The two orders may make the same file in a small library.
      if !rendered.names.contains(file.name) { rendered.files.append(file.file) }
    }
    return rendered
  }

  private func files(
    of words: [Int], by end: (Int) -> UInt32
  ) -> [(first: [UInt8], file: (name: String, file: SearchFile))] {
    var groups: [UInt32: [Int]] = [:]
    for word in words { groups[end(word), default: []].append(word) }
    var letters: [[UInt8]: [Int]] = [:]
    for (scalar, words) in groups {
      var bytes: [UInt8] = []
      appendUTF8(scalar, to: &bytes)
      letters[bytes] = words
    }
    let order = letters.keys.sorted { SortedWords.precedes($0[...], $1[...]) }
    var files: [(first: [UInt8], file: (name: String, file: SearchFile))] = []
    var start = 0
    while start < order.count {
      var end = start
      var chosen: [Int] = []
      var size = 0
      repeat {
        let words = letters[order[end]] ?? []
        chosen += words
        size += words.reduce(0) { $0 + index.forms[$1].count + 1 }
        end += 1
      } while end < order.count && size < Self.vocabularyBytes
      chosen.sort()
      var writer = ShardWriter()
      writer.open("[")
      writer.plain(index.forms.joined(chosen))
      writer.plain(chosen.map { Printable.digit(index.commonness(ofForm: $0)) })
      writer.close("]")
      files.append((order[start], writer.file(kind: "c")))
      start = end
    }
    return files
  }
}

extension SearchIndex {
  /// Forms that a misspelt word may be corrected to: three letters or more, no digits, of no script without spaces.
  static func correctable(_ forms: SortedWords) -> [Int] {
    (0..<forms.count).filter { form in
      let word = forms[form]
      guard word.count > 2, !word.contains(where: { $0 < 0x61 }) else { return false }
      guard word.contains(where: { $0 >= 0x80 }) else { return true }
      let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
      return scalars.count > 2
        && scalars.allSatisfy { $0.isASCII || FoldTable.shared.wordClass(of: $0.value) == .letter }
    }
  }

  func firstScalar(ofForm form: Int) -> UInt32 {
    let word = forms[form]
    guard let first = word.first, first >= 0x80 else { return UInt32(word.first ?? 0) }
    return String(decoding: word, as: UTF8.self).unicodeScalars.first?.value ?? 0
  }

  func lastScalar(ofForm form: Int) -> UInt32 {
    let word = forms[form]
    guard let last = word.last, last >= 0x80 else { return UInt32(word.last ?? 0) }
    return String(decoding: word, as: UTF8.self).unicodeScalars.last?.value ?? 0
  }

  /// In how many documents a form's term stands, as a number of bits.
  func commonness(ofForm form: Int) -> Int {
    let count = UInt32(postings.count(ofTerm: Int(termOfForm[form])))
    return UInt32.bitWidth - count.leadingZeroBitCount
  }
}
