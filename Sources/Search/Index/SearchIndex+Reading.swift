// Reads back what the index wrote: the titles of one term.

extension SearchIndex {
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
}
