// Which titles each term stands in: how much of the title it is, by how telling its words are. A query that covers a
// title is worth more than one word that stands in it often. The most telling word of a title also carries a hash of
// the whole and one of all but the last word, so that a query that is a title, or will be one in a few more letters, is
// recognised with nothing more to load.

extension SearchIndex {
  struct TitleEntry {
    var term: Int
    var document: Int
    /// 1 to 91, of the whole title.
    var share: Int
    var hashes: TitleHashes?
  }

  mutating func fillTitles(_ parts: [IndexPart], _ places: [[UInt32]]) {
    var entries: [TitleEntry] = []
    var document = 0
    for (part, counted) in parts.enumerated() {
      var start = 0
      for (index, end) in counted.titleEnds.enumerated() {
        let words = counted.titleTerms[start..<counted.titleWordEnds[index]].map { Int(places[part][Int($0)]) }
        let others = counted.titleTerms[counted.titleWordEnds[index]..<end].map { Int(places[part][Int($0)]) }
        addEntries(words, others, counted.titleHashes[index], document, to: &entries)
        start = end
        document += 1
      }
    }
    let (order, ends) = Self.orderedByTerm(entries, termCount: terms.count)
    var next = 0
    for term in 0..<terms.count {
      titleStarts.append(titles.count)
      var last = -1
      while next < ends[term] {
        let entry = entries[order[next]]
        Printable.append((entry.document - last - 1) * 2 + (entry.hashes == nil ? 0 : 1), to: &titles)
        titles.append(Printable.digit(entry.share))
        if let hashes = entry.hashes {
          Printable.appendFixed(Int(hashes.whole), digits: 5, to: &titles)
          Printable.appendFixed(Int(hashes.start), digits: 5, to: &titles)
        }
        last = entry.document
        next += 1
      }
    }
    titleStarts.append(titles.count)
  }

  /// The places of `entries`, term after term, each term's in the order that they have, and where each term's end.
  private static func orderedByTerm(_ entries: [TitleEntry], termCount: Int) -> (order: [Int], ends: [Int]) {
    var ends = [Int](repeating: 0, count: termCount)
    for entry in entries { ends[entry.term] += 1 }
    var start = 0
    for term in ends.indices { (ends[term], start) = (start, start + ends[term]) }
    var order = [Int](repeating: 0, count: entries.count)
    for (place, entry) in entries.enumerated() {
      order[ends[entry.term]] = place
      ends[entry.term] += 1
    }
    return (order, ends)
  }

  private func addEntries(
    _ words: [Int], _ others: [Int], _ hashes: TitleHashes, _ document: Int, to entries: inout [TitleEntry]
  ) {
    let whole = words.reduce(0) { $0 + Int(rarity[$1]) }
    guard whole > 0 else { return }
    // Terms are in order, so the first of two that are equally telling is the lesser.
    let mostTelling = words.max { (rarity[$0], $1) < (rarity[$1], $0) }
    for term in words + others {
      let share = (Int(rarity[term]) * Postings.topLevel * 2 + whole) / (whole * 2)
      let isCarrier = term == mostTelling
      entries.append(
        TitleEntry(
          term: term, document: document, share: max(1, min(share, Postings.topLevel)), hashes: isCarrier ? hashes : nil
        ))
    }
  }
}
