// How the terms are cut into shards: neighbours in the order of words, about so many bytes, cut where neighbours differ
// early, so that all words with one beginning are likely together. A beginning that fills more than a whole shard gets
// a list of its own, of titles only: nobody loads a tenth of the index for the first letter of a word.

/// Neighbouring terms, and the forms that stand between them in the order of words.
struct TermShard: Sendable {
  var terms: Range<Int>
  var forms: Range<Int>
}

/// What a short beginning of a word finds.
struct PrefixList: Sendable {
  var prefix: [UInt8]
  /// Of the most frequent word that begins so.
  var rarity: UInt16
  /// Gap and share for each document, as `Printable` numbers.
  var bytes: [UInt8]
}

extension SearchIndex {
  static let targetBytes = 18_000
  private static let longestPrefixList = 1_000

  func cutShards() -> [TermShard] {
    var cuts = [0]
    var start = 0
    var size = 0
    var best: (cut: Int, common: Int)?
    var term = 0
    while term < terms.count {
      if size >= Self.targetBytes * 3 / 4, term > start {
        let common = Self.commonPrefix(terms[term - 1], terms[term]).count
        if common < best?.common ?? .max { best = (term, common) }
      }
      let own = byteCount(ofTerm: term)
      if size >= Self.targetBytes / 4, size + own > Self.targetBytes * 3 / 2, best == nil { best = (term, 0) }
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
      return TermShard(terms: first..<next, forms: formStart..<formEnd)
    }
  }

  private func byteCount(ofTerm term: Int) -> Int {
    postingStarts[term + 1] - postingStarts[term] + titleStarts[term + 1] - titleStarts[term] + terms[term].count + 4
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

  /// Where two shards begin with it, a beginning has a list: whoever knows where shards begin knows which have one.
  func makePrefixLists() -> [PrefixList] {
    var beginnings: [[UInt8]: Int] = [:]
    for shard in shards.dropFirst() {
      let first = terms[shard.terms.lowerBound]
      for end in first.indices where end + 1 == first.endIndex || first[end + 1] & 0xC0 != 0x80 {
        beginnings[Array(first[...end]), default: 0] += 1
      }
    }
    let prefixes = SortedWords(beginnings.filter { $0.value > 1 }.keys)
    return (0..<prefixes.count).map { makePrefixList(Array(prefixes[$0])) }
  }

  private func makePrefixList(_ prefix: [UInt8]) -> PrefixList {
    let range = terms.range(startingWith: prefix)
    var shares: [Int: Int] = [:]
    for term in range { forEachTitle(ofTerm: term) { shares[$0.document] = max(shares[$0.document] ?? 0, $0.share) } }
    var best = shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if best.count > Self.longestPrefixList { best.removeLast(best.count - Self.longestPrefixList) }
    var bytes: [UInt8] = []
    var last = -1
    for (document, share) in best.sorted(by: { $0.key < $1.key }) {
      Printable.append(document - last - 1, to: &bytes)
      bytes.append(Printable.digit(share))
      last = document
    }
    return PrefixList(prefix: prefix, rarity: range.map { rarity[$0] }.min() ?? 1, bytes: bytes)
  }
}

extension SortedWords {
  init(_ words: some Sequence<[UInt8]>) {
    for word in words.sorted(by: { Self.precedes($0[...], $1[...]) }) { append(word[...]) }
  }
}
