// How the terms are cut into shards: neighbours in the order of words, about so many bytes, cut where neighbours differ
// early and no word is parted from its stem, so that all words with one beginning are likely together. What begins in a
// shard and stands in others has a list there, of titles only: half a word never asks for more than one shard.

/// Neighbouring terms, and the forms that stand between them in the order of words.
struct TermShard: Sendable {
  var terms: Range<Int>
  var forms: Range<Int>
  /// Words from here on belong to it: as much of its first word as tells that from the word before.
  var first: [UInt8]
  var lists: [PrefixList] = []
}

/// The titles that hold words which begin in one shard and stand in others.
struct PrefixList: Sendable {
  /// The beginning and a star; or the words that stand here while their stem does not, with blanks between them.
  var key: [UInt8]
  /// Of the most frequent of the words.
  var rarity: UInt16
  /// For each document twice the gap, one more where a hash follows, then the share and the hash.
  var bytes: [UInt8]

  /// Whether it holds more of what begins with `prefix`; the stem of a whole word is looked up anyway.
  func continues(_ prefix: [UInt8]) -> Bool {
    if key.last == UInt8(ascii: "*") { return key.dropLast().elementsEqual(prefix) }
    let words = key.split(separator: 0x20)
    return words.contains { $0.starts(with: prefix) } && !words.contains { $0.elementsEqual(prefix) }
  }
}

extension SearchIndex {
  static let targetBytes = 18_000
  private static let longestPrefixList = 1_000

  func cutShards() -> [TermShard] {
    let parted = formsParted()
    var cuts = [0]
    var start = 0
    var size = 0
    var best: (cut: Int, cost: (Int, Int))?
    var term = 0
    while term < terms.count {
      if size >= Self.targetBytes * 3 / 4, term > start {
        let common = Self.commonPrefix(terms[term - 1], terms[term]).count
        if (parted[term], common) < best?.cost ?? (.max, .max) { best = (term, (parted[term], common)) }
      }
      let own = byteCount(ofTerm: term)
      if size >= Self.targetBytes / 4, size + own > Self.targetBytes * 3 / 2, best == nil { best = (term, (0, 0)) }
      if size >= Self.targetBytes || size + own > Self.targetBytes * 3 / 2, let cut = best?.cut {
        cuts.append(cut)
        start = cut
        size = (cut..<term).reduce(0) { $0 + byteCount(ofTerm: $1) }
        best = nil
        // What lies between the cut and here is less than a third of a shard, so this does not go back for ever.
      }
      size += own
      term += 1
    }
    cuts.append(terms.count)
    guard terms.count > 0 else { return [] }
    var formStart = 0
    return zip(cuts, cuts.dropFirst()).map { first, next in
      let formEnd = next < terms.count ? forms.lowerBound(Array(terms[next])) : forms.count
      defer { formStart = formEnd }
      return TermShard(
        terms: first..<next, forms: formStart..<formEnd, first: beginning(ofTerm: first, form: formStart))
    }
  }

  /// For each term how many forms a cut before it would part from their stems.
  private func formsParted() -> [Int] {
    var changes = [Int](repeating: 0, count: terms.count + 2)
    var next = 0  // the first term that is not before the form
    for form in 0..<forms.count {
      while next < terms.count, SortedWords.precedes(terms[next], forms[form]) { next += 1 }
      let own = Int(termOfForm[form])
      let end = next < terms.count && terms[next].elementsEqual(forms[form]) ? next + 1 : next
      let cuts = own < end ? own + 1..<end : end..<own + 1
      changes[cuts.lowerBound] += 1
      changes[cuts.upperBound] -= 1
    }
    var parted = 0
    return changes.map { change in
      parted += change
      return parted
    }
  }

  /// As much of the term as no word before it begins with.
  private func beginning(ofTerm term: Int, form: Int) -> [UInt8] {
    let word = terms[term]
    guard term > 0 else { return Array(word) }
    var common = Self.commonPrefix(terms[term - 1], word).count
    if form > 0 { common = max(common, Self.commonPrefix(forms[form - 1], word).count) }
    var end = word.startIndex + common + 1
    while end < word.endIndex, word[end] & 0xC0 == 0x80 { end += 1 }
    return Array(word[..<end])
  }

  /// The shard in which a word stands or would stand; there is none in an empty index.
  func shard(of word: [UInt8]) -> TermShard? {
    var (low, high) = (0, shards.count)
    while low < high {
      let middle = (low + high) / 2
      if SortedWords.precedes(word[...], shards[middle].first[...]) { high = middle } else { low = middle + 1 }
    }
    return shards.isEmpty ? nil : shards[max(0, low - 1)]
  }

  private func byteCount(ofTerm term: Int) -> Int {
    postings.levels(ofTerm: term).count + titleStarts[term + 1] - titleStarts[term] + terms[term].count + 4
  }

  /// The beginning that both words share, cut back to whole characters.
  private static func commonPrefix(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = left.startIndex
    for (a, b) in zip(left, right) {
      guard a == b else { break }
      end += 1
    }
    while end < left.endIndex, end > left.startIndex, left[end] & 0xC0 == 0x80 { end -= 1 }
    return left[..<end]
  }

  /// Gives each shard its lists: of the beginnings that go on in the shards after it, and of stems parted from words.
  mutating func addPrefixLists() {
    var beginnings: Set<[UInt8]> = []
    for shard in shards.dropFirst() {
      for end in shard.first.indices.dropFirst() where shard.first[end] & 0xC0 != 0x80 {
        beginnings.insert(Array(shard.first[..<end]))
      }
    }
    let prefixes = SortedWords(beginnings)
    var next = 0
    for shard in shards.indices {
      let own = shards[shard].terms
      while next < prefixes.count,
        shard + 1 == shards.count || SortedWords.precedes(prefixes[next], shards[shard + 1].first[...])
      {
        let range = terms.range(startingWith: Array(prefixes[next]))
        let others = max(range.lowerBound, own.upperBound)..<max(range.upperBound, own.upperBound)
        shards[shard].lists.append(prefixList(prefixes[next] + [UInt8(ascii: "*")], others))
        next += 1
      }
      var parted: [Int: [Int]] = [:]
      for form in shards[shard].forms where !own.contains(Int(termOfForm[form])) {
        parted[Int(termOfForm[form]), default: []].append(form)
      }
      for (term, words) in parted.sorted(by: { $0.key < $1.key }) {
        shards[shard].lists.append(prefixList(forms.joined(words)[...], term..<term + 1))
      }
    }
  }

  /// The titles that any of the terms stands in, by document, each once with its greatest share.
  private func titles(of terms: Range<Int>) -> [TitleEntry] {
    var entries: [TitleEntry] = []
    for term in terms { forEachTitle(ofTerm: term) { entries.append($0) } }
    guard terms.count > 1 else { return entries }
    entries.sort { $0.document < $1.document }
    var titles: [TitleEntry] = []
    for entry in entries {
      if var last = titles.last, last.document == entry.document {
        last.share = max(last.share, entry.share)
        last.hashes = last.hashes ?? entry.hashes
        titles[titles.count - 1] = last
      } else {
        titles.append(entry)
      }
    }
    return titles
  }

  private func prefixList(_ key: ArraySlice<UInt8>, _ range: Range<Int>) -> PrefixList {
    let found = titles(of: range)
    // The greatest shares have room; of the least that has some, the first documents.
    var counts = [Int](repeating: 0, count: Printable.base)
    for title in found { counts[title.share] += 1 }
    var least = Printable.base - 1
    var room = Self.longestPrefixList
    while least > 0, counts[least] <= room {
      room -= counts[least]
      least -= 1
    }
    var bytes: [UInt8] = []
    var last = -1
    for title in found where title.share >= least {
      if title.share == least {
        guard room > 0 else { continue }
        room -= 1
      }
      Printable.append((title.document - last - 1) * 2 + (title.hashes == nil ? 0 : 1), to: &bytes)
      bytes.append(Printable.digit(title.share))
      if let hashes = title.hashes { Printable.appendFixed(Int(hashes.start), digits: 5, to: &bytes) }
      last = title.document
    }
    return PrefixList(key: Array(key), rarity: range.map { rarity[$0] }.min() ?? 1, bytes: bytes)
  }
}

extension SortedWords {
  init(_ words: some Sequence<[UInt8]>) {
    for word in words.sorted(by: { Self.precedes($0[...], $1[...]) }) { append(word[...]) }
  }
}
