// Which documents each term stands in, and where, as shards have it: in printable numbers. What the parts of a library
// counted resource by resource is dealt out to the terms and printed in one go, because memory that is written twice, or
// touched at all, costs more than printing. A level is the term's share in the document by BM25F, in 91 steps; how much
// ranking loses by that has not been compared with floating point.

struct Postings: Sendable {
  /// BM25's saturation and how much a long body is held back.
  private static let saturation = 1.6
  private static let lengthShare = 0.8
  static let topLevel = 91
  /// A word has no more places than this in one resource.
  private static let mostPlaces = 10_000

  /// For each document the gap to the one before and the level.
  private var levels: [UInt8]
  /// For each document how many places there are, the first, and the gaps between them.
  private var places: [UInt8]
  /// What is each term's of both. There is more room than it takes.
  private var terms: [Term]

  private struct Term {
    var documents = 0
    var levels = 0..<0
    var places = 0..<0
  }

  /// What was counted of `termCount` terms; `numbers` says for each part which of them its own are.
  init(_ counted: [IndexPart], _ numbers: [[UInt32]], termCount: Int) {
    let lengths = counted.flatMap(\.lengths)
    (terms, levels, places) = Self.room(for: counted, numbers, termCount, documents: lengths.count)
    let average = max(1, Double(lengths.reduce(0) { $0 + Int($1) }) / Double(max(1, lengths.count)))
    let factors = lengths.map {
      1 / (1 - Self.lengthShare + Self.lengthShare * Double($0) / average) / Double(Field.unit)
    }
    var states = terms.map { State(level: $0.levels.lowerBound, place: $0.places.lowerBound) }
    var document = 0
    for (part, numbers) in zip(counted, numbers) {
      // Each part's terms in its own order: terms of every text come first in that, so that what is asked for most often
      // stands together.
      var own = numbers.map { states[Int($0)] }
      Self.deal(part.postings, from: document, factors, behind: &own, to: &levels, &places)
      for (number, state) in zip(numbers, own) { states[Int(number)] = state }
      document += part.lengths.count
    }
    for (term, state) in states.enumerated() {
      terms[term].levels = terms[term].levels.lowerBound..<state.level
      terms[term].places = terms[term].places.lowerBound..<state.place
    }
  }

  /// Makes room for each term's numbers.
  private static func room(
    for counted: [IndexPart], _ numbers: [[UInt32]], _ termCount: Int, documents: Int
  ) -> (terms: [Term], levels: [UInt8], places: [UInt8]) {
    var terms = [Term](repeating: Term(), count: termCount)
    var morePlaceBytes = [Int](repeating: 0, count: termCount)
    for (part, numbers) in zip(counted, numbers) {
      for (own, number) in numbers.enumerated() {
        terms[Int(number)].documents += Int(part.frequencies[own])
        morePlaceBytes[Int(number)] += part.postings.morePlaceBytes[own]
      }
    }
    var (level, place) = (0, 0)
    for (term, more) in morePlaceBytes.enumerated() {
      let count = terms[term].documents
      terms[term].levels = level..<level + count + Printable.mostBytes(count, sum: documents)
      // A number may change the character behind it.
      terms[term].places = place..<place + Once.mostPlaceBytes * count + more + 1
      (level, place) = (terms[term].levels.upperBound, terms[term].places.upperBound)
    }
    return (terms, [UInt8](repeating: 0, count: level), [UInt8](repeating: 0, count: place))
  }

  /// Where a term's next numbers go.
  private struct State {
    var level: Int
    var place: Int
    /// The one behind the last document.
    var document = 0
  }

  /// Writes each posting behind those that its term has.
  private static func deal(
    _ part: CountedPostings, from first: Int, _ factors: borrowing [Double], behind states: inout [State],
    to levels: inout [UInt8], _ places: inout [UInt8]
  ) {
    let (once, others) = (part.once.span, part.others.span)
    let printable = Printable.pairs
    var states = states.mutableSpan
    var levels = levels.mutableSpan
    var places = places.mutableSpan
    var start = (once: 0, others: 0)
    for (index, end) in part.ends.enumerated() {
      let document = first + index
      deal(
        once: once.extracting(start.once..<end.once), document, factors[document], &states, &levels, &places,
        printable.span)
      deal(
        others: others.extracting(start.others..<end.others), document, factors[document], &states, &levels, &places,
        printable.span)
      start = end
    }
  }

  // Two functions, so that what each of them needs has room in registers.

  @inline(never)
  private static func deal(
    once: Span<UInt32>, _ document: Int, _ factor: Double, _ states: inout MutableSpan<State>,
    _ levels: inout MutableSpan<UInt8>, _ places: inout MutableSpan<UInt8>, _ pairs: Span<UInt16>
  ) {
    let level = Printable.digit(level(Field.body.weight, factor))
    for index in once.indices {
      let term = Once.term(once[index])
      var state = states[term]
      put(document, level, &state, &levels, pairs)
      places[state.place] = Printable.digit(1)
      state.place &+= 1
      Printable.put(Once.place(once[index]), at: &state.place, in: &places, pairs)
      states[term] = state
    }
  }

  @inline(never)
  private static func deal(
    others: Span<UInt32>, _ document: Int, _ factor: Double, _ states: inout MutableSpan<State>,
    _ levels: inout MutableSpan<UInt8>, _ places: inout MutableSpan<UInt8>, _ pairs: Span<UInt16>
  ) {
    var index = 0
    while index < others.count {
      let term = Int(others[index])
      var state = states[term]
      put(document, Printable.digit(level(others[index &+ 1], factor)), &state, &levels, pairs)
      let count = Int(others[index &+ 2])
      let first = index &+ 2 &+ count
      var place = state.place
      Printable.put(min(count, mostPlaces), at: &place, in: &places, pairs)
      var last = 0
      for number in 0..<min(count, mostPlaces) {
        let one = Int(others[first &- number])
        Printable.put(one &- last, at: &place, in: &places, pairs)
        last = one
      }
      state.place = place
      states[term] = state
      index = first &+ 1
    }
  }

  @inline(__always)
  private static func put(
    _ document: Int, _ level: UInt8, _ state: inout State, _ levels: inout MutableSpan<UInt8>, _ pairs: Span<UInt16>
  ) {
    Printable.put(document &- state.document, at: &state.level, in: &levels, pairs)
    levels[state.level] = level
    state.level &+= 1
    state.document = document &+ 1
  }

  /// BM25F's share of a term in a document.
  private static func level(_ count: UInt32, _ factor: Double) -> Int {
    let weight =
      Double(count >> Field.longBits) / Double(Field.unit) + Double(count & Field.longMask) * factor
    let level = Int(weight / (saturation + weight) * Double(topLevel) + 0.5)
    return max(1, min(level, topLevel))
  }

  // MARK: Reading

  /// How many documents `term` stands in.
  func count(ofTerm term: Int) -> Int { terms[term].documents }

  /// As a shard has them.
  func levels(ofTerm term: Int) -> ArraySlice<UInt8> { levels[terms[term].levels] }
  func places(ofTerm term: Int) -> ArraySlice<UInt8> { places[terms[term].places] }

  /// The documents that `term` stands in, ascending, with its level in each, from 1 to 91.
  @inline(__always)
  func forEach(ofTerm term: Int, _ body: (_ document: Int, _ level: Int) -> Void) {
    var reader = PrintableReader(levels, terms[term].levels)
    var document = -1
    while !reader.isAtEnd {
      document += reader.number() + 1
      body(document, reader.digit())
    }
  }

  /// Its places in each of them.
  func eachDocumentsPlaces(ofTerm term: Int) -> [[Int]] {
    var reader = PrintableReader(places, terms[term].places)
    var all: [[Int]] = []
    while !reader.isAtEnd {
      var place = 0
      all.append(
        (0..<reader.number()).map { _ in
          place += reader.number()
          return place
        })
    }
    return all
  }
}
