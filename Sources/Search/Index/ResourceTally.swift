// What one resource says, while its words are counted: each of its terms once, in order of appearance, with how much it
// counts and where it stands. A sparse set: `slots` says where a term would stand in `entries`, and is right only if it
// does, so that nothing is cleared between resources. The places of a term are a chain through `following`.

struct ResourceTally {
  struct Entry {
    var term: UInt32 = 0
    /// See `FieldWeight`.
    var count: UInt32 = 0
    var placeCount: UInt32 = 0
    var firstPlace: UInt32 = 0
    var lastPlace: UInt32 = 0
  }
  /// Only the first `count` are this resource's.
  private(set) var entries: [Entry] = []
  private(set) var count = 0
  /// For each place that of the same term's next word.
  private(set) var following: [UInt32] = []
  /// Places taken so far, with the gaps between fields.
  private(set) var placeCount = 0
  private var slots: [UInt32] = []

  /// There is one term more.
  mutating func addTerm() { slots.append(0) }

  /// The next resource begins.
  mutating func clear() { (count, placeCount) = (0, 0) }

  /// What follows is not next to what came before.
  mutating func breakPhrase() {
    makeRoom(1)
    placeCount += 1
  }

  /// Counts `term`, and gives it a place if `hasPlace`.
  mutating func add(_ term: UInt32, _ increment: UInt32, hasPlace: Bool) {
    makeRoom(1)
    Self.add(term, increment, hasPlace, to: &entries, &count, &slots, &following, &placeCount)
  }

  private static func add(
    _ term: UInt32, _ increment: UInt32, _ hasPlace: Bool, to entries: inout [Entry], _ count: inout Int,
    _ slots: inout [UInt32], _ following: inout [UInt32], _ placeCount: inout Int
  ) {
    var entries = entries.mutableSpan
    var slots = slots.mutableSpan
    var following = following.mutableSpan
    let slot = Self.count(term, increment, in: &entries, &count, &slots)
    if hasPlace { place(&placeCount, &entries[slot], &following) }
  }

  /// Counts the terms in `range` up to the first that is not less than `limit`, and says where that stands.
  mutating func add(placed terms: borrowing [UInt32], _ range: Range<Int>, below limit: UInt32, _ increment: UInt32)
    -> Int
  {
    makeRoom(range.count)
    return Self.add(terms.span, range, below: limit, increment, to: &entries, &count, &slots, &following, &placeCount)
  }

  private mutating func makeRoom(_ words: Int) {
    if entries.count < count + words {
      entries.append(contentsOf: repeatElement(Entry(), count: max(words, entries.count)))
    }
    if following.count < placeCount + words {
      following.append(contentsOf: repeatElement(0, count: max(words, following.count)))
    }
  }

  private static func add(
    _ terms: Span<UInt32>, _ range: Range<Int>, below limit: UInt32, _ increment: UInt32, to entries: inout [Entry],
    _ count: inout Int, _ slots: inout [UInt32], _ following: inout [UInt32], _ placeCount: inout Int
  ) -> Int {
    var entries = entries.mutableSpan
    var slots = slots.mutableSpan
    var following = following.mutableSpan
    var (entryCount, place) = (count, placeCount)
    var index = range.lowerBound
    while index < range.upperBound, terms[index] < limit {
      let slot = Self.count(terms[index], increment, in: &entries, &entryCount, &slots)
      Self.place(&place, &entries[slot], &following)
      index += 1
    }
    (count, placeCount) = (entryCount, place)
    return index
  }

  /// The term's place in `entries`.
  @inline(__always)
  private static func count(
    _ term: UInt32, _ increment: UInt32, in entries: inout MutableSpan<Entry>, _ count: inout Int,
    _ slots: inout MutableSpan<UInt32>
  ) -> Int {
    var slot = Int(slots[Int(term)])
    if slot >= count || entries[slot].term != term {
      slot = count
      slots[Int(term)] = UInt32(truncatingIfNeeded: slot)
      entries[slot] = Entry(term: term)
      count += 1
    }
    // A sum that is full stays as it is: nobody needs a word more often than that.
    let sum = entries[slot].count &+ increment
    if sum & FieldWeight.fullBits == 0 { entries[slot].count = sum }
    return slot
  }

  @inline(__always)
  private static func place(_ place: inout Int, _ entry: inout Entry, _ following: inout MutableSpan<UInt32>) {
    let own = UInt32(truncatingIfNeeded: place)
    if entry.placeCount == 0 { entry.firstPlace = own } else { following[Int(entry.lastPlace)] = own }
    entry.lastPlace = own
    entry.placeCount += 1
    place += 1
  }
}
