// What one resource says, while its words are counted: each of its terms once, in order of appearance. A sparse set:
// `slots` says where a term would stand in `terms`, and is right only if it does, so that nothing is cleared between
// resources. What a term says again leads back to what it said before. Half the words of a text are new to it and half
// are not, in no order that a processor could guess, so counting a word has no branches.

struct ResourceTally {
  /// What a term says that was there already.
  struct Repeat {
    var occurrence: UInt32 = 0
    /// What `entries` had for the term until then.
    var before: UInt32 = 0
  }
  private struct Counts {
    var terms = 0
    var repeats = 0
    var repeated = 0
    var places = 0
  }
  /// Only the first `count` are this resource's.
  private(set) var terms: [UInt32] = []
  /// With each term an `Occurrence`, or which of `repeats` is its last.
  private(set) var entries: [UInt32] = []
  private(set) var repeats: [Repeat] = []
  /// Which of `entries` lead to `repeats`: the first `repeatedCount`.
  private(set) var repeated: [UInt32] = []
  private var counts = Counts()
  private var slots: [UInt32] = []

  var count: Int { counts.terms }
  var repeatCount: Int { counts.repeats }
  var repeatedCount: Int { counts.repeated }
  /// Places taken so far, with the gaps between fields.
  var placeCount: Int { counts.places }

  /// There is one term more.
  mutating func addTerm() { slots.append(0) }

  /// The next resource begins.
  mutating func clear() { counts = Counts() }

  /// What follows is not next to what came before.
  mutating func breakPhrase() { counts.places += 1 }

  /// Counts `term`, and gives it a place if `hasPlace`.
  mutating func add(_ term: UInt32, _ field: Field, hasPlace: Bool) {
    makeRoom(1)
    let occurrence = hasPlace ? Occurrence.packed(field, place: counts.places) : Occurrence.packed(field)
    let found: InlineArray<1, UInt32> = [term]
    _ = Self.add(found.span, 0..<1, below: .max, occurrence, &terms, &entries, &repeats, &repeated, &slots, &counts)
    if !hasPlace { counts.places -= 1 }
  }

  /// Counts the terms in `range` up to the first that is not less than `limit`, and says where that stands.
  mutating func add(placed found: borrowing [UInt32], _ range: Range<Int>, below limit: UInt32, _ field: Field) -> Int {
    makeRoom(range.count)
    let first = Occurrence.packed(field, place: counts.places)
    return Self.add(
      found.span, range, below: limit, first, &terms, &entries, &repeats, &repeated, &slots, &counts)
  }

  private mutating func makeRoom(_ words: Int) {
    func grow<Element>(_ array: inout [Element], _ filled: Int, _ filler: Element) {
      guard array.count < filled + words else { return }
      array.append(contentsOf: repeatElement(filler, count: max(words, array.count)))
    }
    // One more than the words, since what is not new is written behind what is.
    grow(&terms, counts.terms + 1, 0)
    grow(&entries, counts.terms + 1, 0)
    grow(&repeats, counts.repeats + 1, Repeat())
    grow(&repeated, counts.repeated + 1, 0)
  }

  private static func add(
    _ found: Span<UInt32>, _ range: Range<Int>, below limit: UInt32, _ first: UInt32, _ terms: inout [UInt32],
    _ entries: inout [UInt32], _ repeats: inout [Repeat], _ repeated: inout [UInt32], _ slots: inout [UInt32],
    _ counts: inout Counts
  ) -> Int {
    var terms = terms.mutableSpan
    var entries = entries.mutableSpan
    var repeats = repeats.mutableSpan
    var repeated = repeated.mutableSpan
    var slots = slots.mutableSpan
    var (termCount, repeatCount, repeatedCount) = (counts.terms, counts.repeats, counts.repeated)
    var occurrence = first
    var index = range.lowerBound
    while index < range.upperBound, found[index] < limit {
      let term = found[index]
      let slot = Int(slots[Int(term)])
      let isThere = terms[slot] == term
      let isRepeated = isThere && slot < termCount
      let own = isRepeated ? slot : termCount
      let before = entries[own]
      slots[Int(term)] = UInt32(truncatingIfNeeded: own)
      terms[own] = term
      entries[own] = isRepeated ? UInt32(truncatingIfNeeded: repeatCount) : occurrence
      repeats[repeatCount] = Repeat(occurrence: occurrence, before: before)
      repeated[repeatedCount] = UInt32(truncatingIfNeeded: own)
      termCount &+= isRepeated ? 0 : 1
      repeatCount &+= isRepeated ? 1 : 0
      repeatedCount &+= isRepeated && Occurrence.isOne(before) ? 1 : 0
      occurrence = Occurrence.next(occurrence)
      index &+= 1
    }
    counts = Counts(
      terms: termCount, repeats: repeatCount, repeated: repeatedCount,
      places: counts.places + index - range.lowerBound)
    return index
  }
}
