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

  mutating func fillPostings(_ parts: [IndexPart], _ places: [[UInt32]]) {
    var states = [TermState](repeating: TermState(), count: terms.count)
    var document = 0
    for (part, places) in zip(parts, places) {
      Self.withOwn(&states, places) { Self.measure(part.postings, from: &document, &$0) }
    }
    var end = 0
    for index in states.indices {
      let state = states[index]
      frequency.append(state.frequency)
      rarity.append(Self.rarity(of: Int(state.frequency), among: documents.count))
      postingStarts.append(end)
      positionStarts.append(end + state.posting)
      states[index] = TermState(posting: end, position: end + state.posting)
      end += state.posting + state.position
    }
    postingStarts.append(end)

    let bodyLength = parts.reduce(0) { $0 + $1.lengths.reduce(0) { $0 + Int($1) } }
    let average = max(1, Double(bodyLength) / Double(max(1, documents.count)))
    entries = [UInt8](repeating: 0, count: end)
    document = 0
    for (part, places) in zip(parts, places) {
      let factors = part.lengths.map {
        1 / (1 - Self.lengthShare + Self.lengthShare * Double($0) / average) / Double(FieldWeight.unit)
      }
      Self.withOwn(&states, places) {
        Self.fill(part.postings, factors, from: &document, &$0, &entries)
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
        _ = CountedPostings.read(entries[next], others) { state.position += Printable.length($0) }
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
    _ states: inout [TermState], _ bytes: inout [UInt8]
  ) {
    let (terms, entries, others) = (part.terms.span, part.entries.span, part.others.span)
    var states = states.mutableSpan
    var bytes = bytes.mutableSpan
    var next = 0
    for (end, factor) in zip(part.ends, factors) {
      let onceLevel = level(FieldWeight.body, factor)
      while next < end {
        let term = Int(terms[next])
        var state = states[term]
        Printable.put(document - Int(state.lastDocument) - 1, at: &state.posting, in: &bytes)
        let count = CountedPostings.read(entries[next], others) {
          Printable.put($0, at: &state.position, in: &bytes)
        }
        bytes[state.posting] = count == FieldWeight.body ? onceLevel : level(count, factor)
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
