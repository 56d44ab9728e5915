// What counting the words of a run of resources gives: numbers only, in flat arrays. Several parts, counted by several
// workers, make one index; how the resources were spread over parts leaves no trace in it.

package struct IndexPart: Sendable {
  /// Indices in `Library.resources` of what was counted, ascending.
  var resources: [Int] = []
  /// Words as they stand in texts, and the term of each.
  var forms = WordTable()
  var termOfForm: [UInt32] = []
  var terms = WordTable()

  var postings = CountedPostings()

  /// The terms of each title that count, then those of other forms of them, and where each resource's end.
  var titleTerms: [UInt32] = []
  var titleWordEnds: [Int] = []
  var titleEnds: [Int] = []
  var titleHashes: [TitleHashes] = []
  /// Words in the body of each.
  var lengths: [UInt32] = []
}

/// What a word counts for by where it stands. Fields that are short add up as they are; the body and what is in it is
/// divided by how long it is. Kept in one integer while counting: the short fields' sum in the upper 12 bits. The highest
/// bit of each sum says that it is full.
enum FieldWeight {
  /// Of both sums: a word in a body counts as one.
  static let unit = 4
  static let longBits: UInt32 = 20
  static let longMask: UInt32 = 1 << longBits - 1
  static let fullBits: UInt32 = 1 << 31 | 1 << (longBits - 1)

  static let title: UInt32 = 6 << longBits
  static let keyword: UInt32 = 8 << longBits
  static let label: UInt32 = 4 << longBits
  static let summary: UInt32 = 4 << longBits
  static let heading: UInt32 = 8
  static let body: UInt32 = 4
  /// Text found in attachments.
  static let attachment: UInt32 = 2
}
