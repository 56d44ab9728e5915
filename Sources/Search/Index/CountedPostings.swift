// What a part of the library says about each term, resource after resource, as it was counted: written in one go, dealt
// out to the terms when an index is made (`Postings`). Four of five terms stand once in a resource, and are
// two numbers.

struct CountedPostings: Sendable {
  /// One for each distinct term of each resource.
  private(set) var terms: [UInt32] = []
  /// With each term its `Occurrence`, or where in `others` its occurrences begin.
  private(set) var entries: [UInt32] = []
  /// How much the term counts, how many places it has, and the places, the last one first.
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
    let start = entries.count
    terms.append(contentsOf: tally.terms[..<tally.count])
    entries.append(contentsOf: tally.entries[..<tally.count])
    ends.append(terms.count)
    let end = others.count
    others.append(contentsOf: repeatElement(0, count: 3 * tally.repeatedCount + tally.repeatCount))
    let unused = Self.write(tally, to: &entries, from: start, &others, from: end)
    others.removeLast(others.count - unused)
  }

  /// Writes into `others` what a resource says again, and returns where it ends.
  private static func write(
    _ tally: borrowing ResourceTally, to entries: inout [UInt32], from start: Int, _ others: inout [UInt32],
    from end: Int
  ) -> Int {
    let (repeated, repeats) = (tally.repeated.span, tally.repeats.span)
    var entries = entries.mutableSpan
    var others = others.mutableSpan
    var end = end
    for index in 0..<tally.repeatedCount {
      var next = entries[start + Int(repeated[index])]
      entries[start + Int(repeated[index])] = UInt32(truncatingIfNeeded: end)
      let first = end
      end += 2
      var count: UInt32 = 0
      while true {
        let isFirst = Occurrence.isOne(next)
        let one = isFirst ? next : repeats[Int(next)].occurrence
        others[end] = Occurrence.placeBits(one)
        if Occurrence.hasPlace(one) { end += 1 }
        // A sum that is full stays as it is: nobody needs a word more often than that.
        let sum = count &+ Occurrence.weight(one)
        if sum & Field.fullBits == 0 { count = sum }
        if isFirst { break }
        next = repeats[Int(next)].before
      }
      others[first] = count
      others[first + 1] = UInt32(truncatingIfNeeded: end - first - 2)
    }
    return end
  }

  /// How many numbers there are in one of `entries`.
  @inline(__always)
  static func numberCount(of entry: UInt32, _ others: Span<UInt32>) -> Int {
    Occurrence.isOne(entry) ? 1 : 2 &+ Int(others[Int(entry) &+ 1])
  }
}
