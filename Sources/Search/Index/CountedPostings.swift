// What a part of the library says about each term, resource after resource, as it was counted: written in one go, dealt
// out to the terms when an index is made (`Postings`). Three of four terms stand once in a body, and are one number;
// they are kept apart from the others, which nobody could tell from them beforehand.

struct CountedPostings: Sendable {
  /// The terms that a resource says once, as `Once`.
  private(set) var once: [UInt32] = []
  /// All others: the term, how much it counts, how many places it has, and the places, the last one first.
  private(set) var others: [UInt32] = []
  /// Where each resource's terms end.
  private(set) var ends: [(once: Int, others: Int)] = []
  /// By term, how much more its places take at most than if each resource that it stands in said it once.
  private(set) var morePlaceBytes: [Int] = []

  /// Makes room for texts of about so many bytes: memory that is not used is never touched.
  mutating func reserve(bytes: Int) {
    once.reserveCapacity(bytes / 8)
    others.reserveCapacity(bytes / 4)
  }

  /// There is one term more.
  mutating func addTerm() { morePlaceBytes.append(0) }

  /// Adds the next resource, and leaves `tally` to be cleared.
  mutating func add(_ tally: inout ResourceTally) {
    let left = tally.moveOnce(to: &once)
    let end = others.count
    others.append(contentsOf: repeatElement(0, count: 4 * left + tally.repeatCount))
    let unused = Self.write(tally, left, to: &others, from: end, &morePlaceBytes)
    others.removeLast(others.count - unused)
    ends.append((once.count, others.count))
  }

  /// Writes into `others` what a resource says not once, and returns where it ends.
  private static func write(
    _ tally: borrowing ResourceTally, _ count: Int, to others: inout [UInt32], from start: Int,
    _ morePlaceBytes: inout [Int]
  ) -> Int {
    let (entries, repeats) = (tally.entries.span, tally.repeats.span)
    var others = others.mutableSpan
    var morePlaceBytes = morePlaceBytes.mutableSpan
    var end = start
    for index in 0..<count {
      let first = end
      end &+= 3
      var sum: UInt32 = 0
      var next = entries[index].bits
      while true {
        let isFirst = Occurrence.isOne(next)
        let one = isFirst ? next : repeats[Int(next)].occurrence
        others[end] = Occurrence.placeBits(one)
        if Occurrence.hasPlace(one) { end &+= 1 }
        // A sum that is full stays as it is: nobody needs a word more often than that.
        let newSum = sum &+ Occurrence.weight(one)
        if newSum & Field.fullBits == 0 { sum = newSum }
        if isFirst { break }
        next = repeats[Int(next)].before
      }
      let places = end &- first &- 3
      let byteCount = Printable.mostBytes(1, sum: places) &+ Printable.mostBytes(places, sum: Int(others[first &+ 3]))
      others[first] = entries[index].term
      others[first &+ 1] = sum
      others[first &+ 2] = UInt32(truncatingIfNeeded: places)
      morePlaceBytes[Int(entries[index].term)] &+= byteCount &- Once.mostPlaceBytes
    }
    return end
  }
}

/// A term that stands once in a body, and its place, in 32 bits.
enum Once {
  private static let placeBits: UInt32 = 11
  private static let placeMask: UInt32 = 1 << placeBits - 1
  /// How many places it takes to print one, with the count before it.
  static let mostPlaceBytes = 3

  /// Nothing beyond these has room, or a place of at most two characters.
  private static let lastTerm: UInt64 = 1 << (32 - UInt64(placeBits)) - 1
  private static let lastPlace = UInt64(Printable.twoDigitLimit - 1)

  /// 1 where both have room, 0 where they have not; a sum and no question, since nobody could guess the answer.
  @inline(__always)
  static func fits(_ term: UInt32, place: UInt32) -> Int {
    let left = (lastTerm &- UInt64(term)) | (lastPlace &- UInt64(place))
    return 1 &- Int(left >> 63)
  }

  @inline(__always)
  static func packed(_ term: UInt32, place: UInt32) -> UInt32 { term << placeBits | place & placeMask }
  @inline(__always)
  static func term(_ bits: UInt32) -> Int { Int(bits >> placeBits) }
  @inline(__always)
  static func place(_ bits: UInt32) -> Int { Int(bits & placeMask) }
}
