// What a part of the library says about each term, resource after resource, as it was counted: written in one go, read
// in one go when an index is filled (`SearchIndex.fillPostings`). Four of five terms stand once in a resource, and are
// two numbers.

struct CountedPostings: Sendable {
  /// One for each distinct term of each resource.
  private(set) var terms: [UInt32] = []
  /// With each term either all there is to say, packed, or where in `others` it stands.
  private(set) var entries: [UInt32] = []
  /// How much the term counts, how many places it has, and the places.
  private(set) var others: [UInt32] = []
  /// Where each resource's terms end.
  private(set) var ends: [Int] = []

  /// Makes room for texts of about so many bytes: memory that is not used is never touched.
  mutating func reserve(bytes: Int) {
    terms.reserveCapacity(bytes / 8)
    entries.reserveCapacity(bytes / 8)
    others.reserveCapacity(bytes / 8)
  }

  /// Adds the next resource.
  mutating func add(_ tally: borrowing ResourceTally) {
    let start = terms.count
    terms.append(contentsOf: repeatElement(0, count: tally.count))
    entries.append(contentsOf: repeatElement(0, count: tally.count))
    Self.write(tally, to: &terms, &entries, &others, from: start)
    ends.append(terms.count)
  }

  private static func write(
    _ tally: borrowing ResourceTally, to terms: inout [UInt32], _ entries: inout [UInt32], _ others: inout [UInt32],
    from start: Int
  ) {
    let tallied = tally.entries.span
    var terms = terms.mutableSpan
    var entries = entries.mutableSpan
    for index in 0..<tally.count {
      let entry = tallied[index]
      terms[start + index] = entry.term
      if entry.placeCount == 1, entry.count < 1 << countBits, entry.firstPlace < 1 << placeBits {
        entries[start + index] = isPacked | entry.count << placeBits | entry.firstPlace
      } else {
        entries[start + index] = UInt32(others.count)
        others.append(entry.count)
        others.append(entry.placeCount)
        var place = entry.firstPlace
        for _ in 0..<entry.placeCount {
          others.append(place)
          place = tally.following[Int(place)]
        }
      }
    }
  }

  // MARK: Packed entries: a bit that says so, the count, the place

  private static let isPacked: UInt32 = 1 << 31
  private static let countBits: UInt32 = 9
  private static let placeBits: UInt32 = 22

  /// Reads one of `entries`: hands out how many places the term has, the first of them and the gaps between them, and
  /// returns how much it counts.
  @inline(__always)
  static func read(_ entry: UInt32, _ others: Span<UInt32>, _ number: (Int) -> Void) -> UInt32 {
    guard entry & isPacked == 0 else {
      number(1)
      number(Int(entry & (1 << placeBits - 1)))
      return (entry & ~isPacked) >> placeBits
    }
    let start = Int(entry) + 2
    let placeCount = min(Int(others[start - 1]), mostPlaces)
    number(placeCount)
    var last = 0
    for index in start..<start + placeCount {
      number(Int(others[index]) - last)
      last = Int(others[index])
    }
    return others[start - 2]
  }

  /// A word has no more places than this in one resource.
  private static let mostPlaces = 10_000
}
