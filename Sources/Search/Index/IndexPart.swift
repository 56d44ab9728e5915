// What counting the words of a run of resources gives: numbers only, in flat arrays. Several parts, counted by several
// workers, make one index; how the resources were spread over parts leaves no trace in it.

package struct IndexPart: Sendable {
  /// Indices in `Library.resources` of what was counted, ascending.
  var resources: [Int] = []
  /// Words as they stand in texts, and the term of each.
  var forms = WordTable()
  var termOfForm: [UInt32] = []
  var terms = WordTable()

  /// In how many resources each term stands.
  var frequencies: [UInt32] = []
  var postings = CountedPostings()

  /// The terms of each title that count, then those of other forms of them, and where each resource's end.
  var titleTerms: [UInt32] = []
  var titleWordEnds: [Int] = []
  var titleEnds: [Int] = []
  var titleHashes: [TitleHashes] = []
  /// Words in the body of each.
  var lengths: [UInt32] = []
}
