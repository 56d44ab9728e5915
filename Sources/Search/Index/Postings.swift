// Which documents each term stands in, and where. What the parts of a library counted resource by resource is dealt out
// to the terms as it was counted; a shard puts it into bytes when it is written (`Postings+Writing`), and nothing is
// held twice. A level is the term's share in the document by BM25F, in 91 steps; how much ranking loses by that has not
// been compared with floating point.

struct Postings: Sendable {
  /// BM25's saturation and how much a long body is held back.
  private static let saturation = 1.6
  private static let lengthShare = 0.8
  static let topLevel = 91

  /// Term after term, and for each the documents it stands in, ascending: the document, and what was counted, which is
  /// an `Occurrence` or how much the term counts, how many places it has, and the places, the last one first.
  private var numbers: [UInt32] = []
  /// Where each term's numbers begin; one more for the end.
  private var starts: [Int] = [0]
  private var frequencies: [UInt32]
  /// What a word in each document's body counts for, by how long that is.
  private var factors: [Double] = []
  /// The level of a term that stands in each document's body once.
  private var onceLevels: [UInt8] = []

  /// What was counted of `termCount` terms; `places` says for each part which of them its own are.
  init(_ counted: [IndexPart], _ places: [[UInt32]], termCount: Int) {
    frequencies = [UInt32](repeating: 0, count: termCount)
    var states = [State](repeating: State(), count: termCount)
    for (part, places) in zip(counted, places) {
      Self.withOwn(&states, places) { Self.measure(part.postings, &$0) }
    }
    var end = 0
    for term in states.indices {
      frequencies[term] = states[term].frequency
      (states[term].end, end) = (end, end + states[term].end)
      starts.append(end)
    }
    numbers = [UInt32](repeating: 0, count: end)
    var document = 0
    for (part, places) in zip(counted, places) {
      Self.withOwn(&states, places) { Self.deal(part.postings, from: document, behind: &$0, into: &numbers) }
      document += part.lengths.count
    }
    let lengths = counted.flatMap(\.lengths)
    let average = max(1, Double(lengths.reduce(0) { $0 + Int($1) }) / Double(max(1, lengths.count)))
    factors = lengths.map {
      1 / (1 - Self.lengthShare + Self.lengthShare * Double($0) / average) / Double(Field.unit)
    }
    onceLevels = factors.map { Self.level(Field.body.weight, $0) }
  }

  private struct State {
    /// How many numbers the term will have; then where its next one goes.
    var end = 0
    var frequency: UInt32 = 0
  }

  /// Hands out the states of a part's terms in the part's own order. Terms of every text come first in that, so that
  /// what is asked for most often stands together.
  private static func withOwn(_ states: inout [State], _ places: [UInt32], _ body: (inout [State]) -> Void) {
    var own = places.map { states[Int($0)] }
    body(&own)
    for (number, place) in places.enumerated() { states[Int(place)] = own[number] }
  }

  private static func measure(_ part: CountedPostings, _ states: inout [State]) {
    let (terms, entries, others) = (part.terms.span, part.entries.span, part.others.span)
    var states = states.mutableSpan
    for index in terms.indices {
      let length = 1 &+ CountedPostings.numberCount(of: entries[index], others)
      let term = Int(terms[index])
      states[term].end &+= length
      states[term].frequency &+= 1
    }
  }

  /// Writes each posting behind those that its term has.
  private static func deal(
    _ part: CountedPostings, from first: Int, behind states: inout [State], into numbers: inout [UInt32]
  ) {
    let (terms, entries, others) = (part.terms.span, part.entries.span, part.others.span)
    var states = states.mutableSpan
    var numbers = numbers.mutableSpan
    var next = 0
    for (index, end) in part.ends.enumerated() {
      let document = UInt32(first + index)
      while next < end {
        let (term, entry) = (Int(terms[next]), entries[next])
        let place = states[term].end
        numbers[place] = document
        if Occurrence.isOne(entry) {
          numbers[place &+ 1] = entry
          states[term].end = place &+ 2
        } else {
          let count = CountedPostings.numberCount(of: entry, others)
          for number in 0..<count { numbers[place &+ 1 &+ number] = others[Int(entry) &+ number] }
          states[term].end = place &+ 1 &+ count
        }
        next &+= 1
      }
    }
  }

  // MARK: Reading

  /// How many documents `term` stands in.
  func count(ofTerm term: Int) -> Int { Int(frequencies[term]) }

  /// The documents that `term` stands in, ascending.
  @inline(__always)
  func forEachDocument(ofTerm term: Int, _ body: (Int) -> Void) {
    forEachPosting(ofTerm: term) { numbers, place in body(Int(numbers[place])) }
  }

  /// The same with the term's level in each, from 1 to 91.
  @inline(__always)
  func forEach(ofTerm term: Int, _ body: (_ document: Int, _ level: Int) -> Void) {
    forEachPosting(ofTerm: term) { numbers, place in
      let (document, entry) = (Int(numbers[place]), numbers[place &+ 1])
      let count = Occurrence.isOne(entry) ? Occurrence.weight(entry) : entry
      let isOnce = count == Field.body.weight
      body(document, Int(isOnce ? onceLevels[document] : Self.level(count, factors[document])))
    }
  }

  /// Hands out, for each document that `term` stands in, how many places it has there, the first of them, and the gaps
  /// between them.
  @inline(__always)
  func forEachPlaceNumber(ofTerm term: Int, _ body: (Int) -> Void) {
    forEachPosting(ofTerm: term) { numbers, place in
      let entry = numbers[place &+ 1]
      if Occurrence.isOne(entry) {
        body(Occurrence.hasPlace(entry) ? 1 : 0)
        if Occurrence.hasPlace(entry) { body(Int(Occurrence.placeBits(entry))) }
        return
      }
      let count = Int(numbers[place &+ 2])
      body(min(count, Self.mostPlaces))
      var last = 0
      for index in 0..<min(count, Self.mostPlaces) {
        let one = Int(numbers[place &+ 2 &+ count &- index])
        body(one &- last)
        last = one
      }
    }
  }

  /// That hands out no more numbers.
  func mostPlaceNumbers(ofTerm term: Int) -> Int { starts[term + 1] - starts[term] }

  /// A word has no more places than this in one resource.
  private static let mostPlaces = 10_000

  @inline(__always)
  private func forEachPosting(ofTerm term: Int, _ body: (_ numbers: Span<UInt32>, _ place: Int) -> Void) {
    let numbers = numbers.span
    var place = starts[term]
    while place < starts[term + 1] {
      body(numbers, place)
      place &+= Occurrence.isOne(numbers[place &+ 1]) ? 2 : 3 &+ Int(numbers[place &+ 2])
    }
  }

  /// BM25F's share of a term in a document.
  private static func level(_ count: UInt32, _ factor: Double) -> UInt8 {
    let weight =
      Double(count >> Field.longBits) / Double(Field.unit) + Double(count & Field.longMask) * factor
    let level = Int(weight / (saturation + weight) * Double(topLevel) + 0.5)
    return UInt8(max(1, min(level, topLevel)))
  }
}
