// Fills the index with what its parts counted: once to see how many bytes each term will take, once to write them. Only
// now is it known how long a body is on average, and so what a count is worth: its level.

extension SearchIndex {
  private struct TermState {
    var frequency: UInt32 = 0
    var lastDocument: Int32 = -1
    /// How many bytes it will take; then where its next byte goes.
    var posting = 0
    var position = 0
  }

  /// A word has no more places than this in one document.
  private static let mostPlaces = 10_000

  mutating func fillPostings(_ parts: [IndexPart], _ places: [[UInt32]]) {
    var states = [TermState](repeating: TermState(), count: terms.count)
    var document = 0
    for (part, places) in zip(parts, places) {
      Self.withOwn(&states, places) { Self.measure(part.postings, from: &document, &$0) }
    }
    var (postingEnd, positionEnd) = (0, 0)
    for index in states.indices {
      let state = states[index]
      frequency.append(state.frequency)
      rarity.append(Self.rarity(of: Int(state.frequency), among: documents.count))
      postingStarts.append(postingEnd)
      positionStarts.append(positionEnd)
      states[index] = TermState(posting: postingEnd, position: positionEnd)
      postingEnd += state.posting
      positionEnd += state.position
    }
    postingStarts.append(postingEnd)
    positionStarts.append(positionEnd)

    let bodyLength = parts.reduce(0) { $0 + $1.lengths.reduce(0) { $0 + Int($1) } }
    let average = max(1, Double(bodyLength) / Double(max(1, documents.count)))
    postings = [UInt8](repeating: 0, count: postingEnd)
    positions = [UInt8](repeating: 0, count: positionEnd)
    document = 0
    for (part, places) in zip(parts, places) {
      let factors = part.lengths.map {
        1 / (1 - Self.lengthShare + Self.lengthShare * Double($0) / average) / Double(FieldWeight.unit)
      }
      Self.withOwn(&states, places) {
        Self.fill(part.postings, factors, from: &document, &$0, &postings, &positions)
      }
    }
  }

  /// Hands out the states of a part's terms in the part's own order. Terms of every text come first in that, so that
  /// what is asked for most often stands together.
  private static func withOwn(_ states: inout [TermState], _ places: [UInt32], _ body: (inout [TermState]) -> Void) {
    var own = places.map { states[Int($0)] }
    body(&own)
    for (number, place) in places.enumerated() { states[Int(place)] = own[number] }
  }

  /// Adds up how many bytes each term will take.
  private static func measure(
    _ part: CountedPostings, from document: inout Int, _ states: inout [TermState]
  ) {
    let (terms, entries, others) = (part.terms.span, part.entries.span, part.others.span)
    var states = states.mutableSpan
    var next = 0
    for end in part.ends {
      while next < end {
        let term = Int(terms[next])
        var state = states[term]
        state.posting += Printable.length(document - Int(state.lastDocument) - 1) + 1
        if let (_, place) = CountedPostings.unpacked(entries[next]) {
          state.position += 1 + Printable.length(Int(place))
        } else {
          let start = Int(entries[next]) + 2
          let count = min(Int(others[start - 1]), mostPlaces)
          state.position += Printable.length(count)
          var last = 0
          for index in start..<start + count {
            state.position += Printable.length(Int(others[index]) - last)
            last = Int(others[index])
          }
        }
        state.frequency += 1
        state.lastDocument = Int32(truncatingIfNeeded: document)
        states[term] = state
        next += 1
      }
      document += 1
    }
  }

  /// Writes each term's postings and places behind those it has; `factors` say what a word in each body counts for.
  private static func fill(
    _ part: CountedPostings, _ factors: [Double], from document: inout Int,
    _ states: inout [TermState], _ postings: inout [UInt8], _ positions: inout [UInt8]
  ) {
    let (terms, entries, others) = (part.terms.span, part.entries.span, part.others.span)
    var states = states.mutableSpan
    var postings = postings.mutableSpan
    var positions = positions.mutableSpan
    var next = 0
    for (end, factor) in zip(part.ends, factors) {
      let onceLevel = level(FieldWeight.body, factor)
      while next < end {
        let term = Int(terms[next])
        var state = states[term]
        Printable.put(document - Int(state.lastDocument) - 1, at: &state.posting, in: &postings)
        let count: UInt32
        if let packed = CountedPostings.unpacked(entries[next]) {
          count = packed.count
          Printable.put(1, at: &state.position, in: &positions)
          Printable.put(Int(packed.place), at: &state.position, in: &positions)
        } else {
          let start = Int(entries[next]) + 2
          count = others[start - 2]
          let placeCount = min(Int(others[start - 1]), mostPlaces)
          Printable.put(placeCount, at: &state.position, in: &positions)
          var last = 0
          for index in start..<start + placeCount {
            Printable.put(Int(others[index]) - last, at: &state.position, in: &positions)
            last = Int(others[index])
          }
        }
        postings[state.posting] = count == FieldWeight.body ? onceLevel : level(count, factor)
        state.posting += 1
        state.lastDocument = Int32(truncatingIfNeeded: document)
        states[term] = state
        next += 1
      }
      document += 1
    }
  }

  /// BM25F's share of a term in a document, as a digit.
  private static func level(_ count: UInt32, _ factor: Double) -> UInt8 {
    let weight =
      Double(count >> FieldWeight.longBits) / Double(FieldWeight.unit) + Double(count & FieldWeight.longMask) * factor
    let level = Int(weight / (saturation + weight) * Double(topLevel) + 0.5)
    return Printable.digit(max(1, min(level, topLevel)))
  }

  /// BM25's inverse document frequency, in steps of 1/180 of a doubling. Integers all the way: no platform's logarithm.
  static func rarity(of frequency: Int, among count: Int) -> UInt16 {
    let numerator = UInt64(2 * count + 2)
    let denominator = UInt64(2 * frequency + 1)
    var whole = 0
    while numerator >= denominator << UInt64(whole + 1) { whole += 1 }
    var mantissa = (numerator << 31) / (denominator << UInt64(whole))  // in [1, 2) with 31 binary places
    var logarithm = 0
    for _ in 0..<16 {
      mantissa = (mantissa * mantissa) >> 31
      logarithm <<= 1
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        logarithm |= 1
      }
    }
    return UInt16(max(1, min(4_000, ((whole << 16 | logarithm) * 180 + 1 << 15) >> 16)))
  }
}
