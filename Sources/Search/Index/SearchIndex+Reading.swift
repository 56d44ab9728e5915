// Reads back what the index wrote: the postings, titles and places of one term.

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

  /// The places of `term` in each document it stands in, in the order of its postings.
  func places(ofTerm term: Int) -> [[Int]] {
    var all: [[Int]] = []
    var (left, place) = (0, 0)
    postings.forEachPlaceNumber(ofTerm: term) { number in
      if left == 0 {
        all.append([])
        (left, place) = (number, 0)
      } else {
        place += number
        all[all.count - 1].append(place)
        left -= 1
      }
    }
    return all
  }
}
