// What one resource says, while its words are counted: each of its terms once, in order of appearance. `slots` says where
// a term stands in `entries`, in numbers that go on from resource to resource, so that nothing is cleared between them.
// What a term says again leads back to what it said before. Half the words of a text are new to it and half
// are not, in no order that a processor could guess, so counting a word has no branches.

struct ResourceTally {
  struct Entry {
    var term: UInt32 = 0
    /// An `Occurrence`, or which of `repeats` is the term's last.
    var bits: UInt32 = 0
  }
  /// What a term says that was there already.
  struct Repeat {
    var occurrence: UInt32 = 0
    /// The bits of the term's entry until then.
    var before: UInt32 = 0
  }
  private struct Slot {
    /// Of the resource that had the term last, its number in `entries` and `Counts.before`.
    var number: UInt32 = 0
    /// In how many resources the term stands.
    var resources: UInt32 = 0
  }
  private struct Counts {
    var terms = 0
    var repeats = 0
    var places = 0
    /// More than the number that any slot has from resources before.
    var before: UInt32 = 1
  }
  /// Only the first `count` are this resource's.
  private(set) var entries: [Entry] = []
  private(set) var repeats: [Repeat] = []
  private var counts = Counts()
  private var slots: [Slot] = []

  var count: Int { counts.terms }
  var repeatCount: Int { counts.repeats }
  /// Places taken so far, with the gaps between fields.
  var placeCount: Int { counts.places }
  /// In how many resources each term stands.
  var frequencies: [UInt32] { slots.map(\.resources) }

  /// There is one term more.
  mutating func addTerm() { slots.append(Slot()) }

  /// The next resource begins.
  mutating func clear() {
    // Numbers start again long before there are too many for 32 bits.
    if counts.before > 1 << 30 {
      for term in slots.indices { slots[term].number = 0 }
      counts = Counts()
    } else {
      counts = Counts(before: counts.before + UInt32(counts.terms))
    }
  }

  /// What was said so far was not said by a resource.
  mutating func forget() {
    slots = [Slot](repeating: Slot(), count: slots.count)
    counts = Counts()
  }

  /// What follows is not next to what came before.
  mutating func breakPhrase() { counts.places += 1 }

  /// Counts `term`, and gives it a place if `hasPlace`.
  mutating func add(_ term: UInt32, _ field: Field, hasPlace: Bool) {
    makeRoom(1)
    let occurrence = hasPlace ? Occurrence.packed(field, place: counts.places) : Occurrence.packed(field)
    let found: InlineArray<1, UInt32> = [term]
    _ = Self.add(found.span, 0..<1, below: .max, occurrence, &entries, &repeats, &slots, &counts)
    if !hasPlace { counts.places -= 1 }
  }

  /// Counts the terms in `range` up to the first that is not less than `limit`, and says where that stands.
  mutating func add(placed found: borrowing [UInt32], _ range: Range<Int>, below limit: UInt32, _ field: Field) -> Int {
    makeRoom(range.count)
    let first = Occurrence.packed(field, place: counts.places)
    return Self.add(found.span, range, below: limit, first, &entries, &repeats, &slots, &counts)
  }

  private mutating func makeRoom(_ words: Int) {
    func grow<Element>(_ array: inout [Element], _ filled: Int, _ filler: Element) {
      guard array.count < filled + words else { return }
      array.append(contentsOf: repeatElement(filler, count: max(words, array.count)))
    }
    // One more than the words, since what is not new is written behind what is.
    grow(&entries, counts.terms + 1, Entry())
    grow(&repeats, counts.repeats + 1, Repeat())
  }

  private static func add(
    _ found: Span<UInt32>, _ range: Range<Int>, below limit: UInt32, _ first: UInt32, _ entries: inout [Entry],
    _ repeats: inout [Repeat], _ slots: inout [Slot], _ counts: inout Counts
  ) -> Int {
    var entries = entries.mutableSpan
    var repeats = repeats.mutableSpan
    var slots = slots.mutableSpan
    let before = counts.before
    var (termCount, repeatCount) = (counts.terms, counts.repeats)
    var occurrence = first
    var index = range.lowerBound
    while index < range.upperBound, found[index] < limit {
      let term = found[index]
      let slot = slots[Int(term)]
      let isRepeated = slot.number >= before
      let own = isRepeated ? Int(slot.number &- before) : termCount
      let isNew = isRepeated ? 0 : 1
      let last = entries[own].bits
      slots[Int(term)] = Slot(
        number: UInt32(truncatingIfNeeded: own) &+ before,
        resources: slot.resources &+ UInt32(truncatingIfNeeded: isNew))
      entries[own] = Entry(term: term, bits: isRepeated ? UInt32(truncatingIfNeeded: repeatCount) : occurrence)
      repeats[repeatCount] = Repeat(occurrence: occurrence, before: last)
      termCount &+= isNew
      repeatCount &+= 1 &- isNew
      occurrence = Occurrence.next(occurrence)
      index &+= 1
    }
    counts.terms = termCount
    counts.repeats = repeatCount
    counts.places += index - range.lowerBound
    return index
  }

  // MARK: Handing over

  /// Moves to the end of `once` what fits there, and returns how many of `entries` are left.
  mutating func moveOnce(to once: inout [UInt32]) -> Int {
    let end = once.count
    once.append(contentsOf: repeatElement(0, count: count + 1))
    let left = Self.moveOnce(&entries, count, to: &once, from: end)
    once.removeLast(1 + left)
    return left
  }

  private static func moveOnce(_ entries: inout [Entry], _ count: Int, to once: inout [UInt32], from start: Int) -> Int
  {
    var entries = entries.mutableSpan
    var once = once.mutableSpan
    let first = Occurrence.packed(.body, place: 0)
    var kept = 0
    for index in 0..<count {
      let entry = entries[index]
      let fits = Once.fits(entry.term, place: entry.bits &- first)
      once[start &+ index &- kept] = Once.packed(entry.term, place: entry.bits)
      entries[kept] = entry
      kept &+= 1 &- fits
    }
    return kept
  }
}
