// Reads back what the index wrote: the postings, titles and places of one term.

extension SearchIndex {
  /// The documents that `term` stands in, ascending, with its level in each.
  func forEachPosting(ofTerm term: Int, _ body: (_ document: Int, _ level: Int) -> Void) {
    var reader = PrintableReader(entries, postingStarts[term]..<positionStarts[term])
    var document = -1
    while !reader.isAtEnd {
      document += reader.number() + 1
      body(document, reader.digit())
    }
  }

  func forEachTitle(ofTerm term: Int, _ body: (TitleEntry) -> Void) {
    var reader = PrintableReader(titles, titleStarts[term]..<titleStarts[term + 1])
    var document = -1
    while !reader.isAtEnd {
      let gap = reader.number()
      document += gap / 2 + 1
      let share = reader.digit()
      var hashes: TitleHashes?
      if gap % 2 == 1 {
        let whole = UInt32(truncatingIfNeeded: reader.fixed(5))
        hashes = TitleHashes(whole: whole, start: UInt32(truncatingIfNeeded: reader.fixed(5)))
      }
      body(TitleEntry(term: term, document: document, share: share, hashes: hashes))
    }
  }

  /// The places of `term` in each document it stands in, in the order of its postings.
  func places(ofTerm term: Int) -> [[Int]] {
    var reader = PrintableReader(entries, positionStarts[term]..<postingStarts[term + 1])
    var all: [[Int]] = []
    while !reader.isAtEnd {
      var place = 0
      all.append(
        (0..<reader.number()).map { _ in
          place += reader.number()
          return place
        })
    }
    return all
  }
}
