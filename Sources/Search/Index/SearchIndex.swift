// The index of a library: for each term the resources it stands in, with how much it tells about each, as the bytes that
// the shards are cut from. What reads it, here and in the browser, only adds, multiplies and compares integers.
//
// A posting is the gap to the resource before and a level from 1 to 91, the term's share in the resource by BM25F; the
// term's rarity is kept once for all its postings. How much ranking loses by 91 levels has not been compared with
// floating point.

package import Library
import Markdown

package struct SearchIndex: Sendable {
  /// For each document of the index its place in `Library.resources`; ascending, so in order of ids.
  package let documents: [Int]
  package let analyser: Analyser

  let terms: SortedWords
  /// How telling each term is.
  var rarity: [UInt16] = []
  /// How many documents each term stands in.
  var frequency: [UInt32] = []
  /// Postings of all terms, places of all terms, and titles of all terms, with where each term's begin.
  var postings: [UInt8] = []
  var postingStarts: [Int] = []
  var positions: [UInt8] = []
  var positionStarts: [Int] = []
  var titles: [UInt8] = []
  var titleStarts: [Int] = []
  /// Words as they stand in texts.
  let forms: SortedWords
  /// The term of each form.
  var termOfForm: [UInt32] = []
  /// The forms that a misspelt word may be corrected to.
  let correctionWords: [Int]

  var shards: [TermShard] = []

  /// BM25's saturation and how much a long body is held back.
  static let saturation = 1.6
  static let lengthShare = 0.8
  static let topLevel = 91

  /// The index of everything `parts` counted; in which part a resource was counted leaves no trace.
  package init(_ library: Library, _ parts: [IndexPart]) {
    analyser = Analyser(language: library.site.language)
    let order = parts.indices.sorted { (parts[$0].resources.first ?? 0) < (parts[$1].resources.first ?? 0) }
    let parts = order.map { parts[$0] }
    documents = parts.flatMap(\.resources)
    let (terms, termPlaces) = SortableWord.merged(parts.map(\.terms))
    self.terms = terms
    let (forms, formPlaces) = SortableWord.merged(parts.map(\.forms)) { part, form in
      parts[part].termOfForm[form] != TermSink.noTerm && !parts[part].forms.word(form).contains(0x27)
    }
    self.forms = forms
    correctionWords = Self.correctable(forms)
    termOfForm = [UInt32](repeating: 0, count: forms.count)
    for (part, places) in formPlaces.enumerated() {
      for (form, place) in places.enumerated() where place != .max {
        termOfForm[Int(place)] = termPlaces[part][Int(parts[part].termOfForm[form])]
      }
    }
    fillPostings(parts, termPlaces)
    fillTitles(parts, termPlaces)
    shards = cutShards()
    addPrefixLists()
  }

  /// Counts all published resources in this thread.
  package init(_ library: Library) {
    self.init(library, [IndexPart(library, library.resources.indices)])
  }
}

extension IndexPart {
  /// The parts that `count` workers are to count: neighbouring resources, about as many each.
  package static func ranges(_ library: Library, count: Int) -> [Range<Int>] {
    let total = library.resources.count
    let parts = max(1, min(count, total))
    return (0..<parts).map { $0 * total / parts..<($0 + 1) * total / parts }
  }

  /// Counts the resources of `range` that are published: neither drafts nor archived.
  package init(_ library: Library, _ range: Range<Int>) {
    var counter = TermCounter(library)
    counter.reserve(bytes: range.reduce(0) { $0 + library.resources[$1].body.text.count })
    for index in range where library.resources[index].status == .approved {
      counter.count(library.resources[index], at: index)
    }
    self = counter.part()
  }
}

// MARK: Filling

extension SearchIndex {
  private struct TermState {
    var frequency: UInt32 = 0
    var lastDocument: Int32 = -1
    var postingBytes = 0
    var positionBytes = 0
  }

  private mutating func fillPostings(_ parts: [IndexPart], _ places: [[UInt32]]) {
    var states = [TermState](repeating: TermState(), count: terms.count)
    var document = 0
    for (part, places) in zip(parts, places) { measure(part, places, from: &document, &states) }
    var (postingEnd, positionEnd) = (0, 0)
    for index in states.indices {
      frequency.append(states[index].frequency)
      rarity.append(Self.rarity(of: Int(states[index].frequency), among: documents.count))
      postingStarts.append(postingEnd)
      positionStarts.append(positionEnd)
      postingEnd += states[index].postingBytes
      positionEnd += states[index].positionBytes
      states[index].postingBytes = postingStarts[index]  // from now on where the next byte goes
      states[index].positionBytes = positionStarts[index]
      states[index].lastDocument = -1
    }
    postingStarts.append(postingEnd)
    positionStarts.append(positionEnd)

    let bodyLength = parts.reduce(0) { $0 + $1.lengths.reduce(0) { $0 + Int($1) } }
    let average = max(1, Double(bodyLength) / Double(max(1, documents.count)))
    postings = [UInt8](repeating: 0, count: postingEnd)
    positions = [UInt8](repeating: 0, count: positionEnd)
    document = 0
    for (part, places) in zip(parts, places) {
      Self.fill(part, places, average, from: &document, &states, &postings, &positions)
    }
  }

  /// Adds up how many bytes each term will take.
  private func measure(_ part: IndexPart, _ places: [UInt32], from document: inout Int, _ states: inout [TermState]) {
    var posting = 0
    for end in part.postingEnds {
      while posting < end {
        let term = Int(places[Int(part.postingTerms[posting])])
        var state = states[term]
        state.postingBytes += Printable.length(document - Int(state.lastDocument) - 1) + 1
        state.positionBytes += Int(part.positionLengths[posting])
        state.frequency += 1
        state.lastDocument = Int32(document)
        states[term] = state
        posting += 1
      }
      document += 1
    }
  }

  private static func fill(
    _ part: IndexPart, _ places: [UInt32], _ average: Double, from document: inout Int, _ states: inout [TermState],
    _ postings: inout [UInt8], _ positions: inout [UInt8]
  ) {
    // Spans: one look at who else holds an array, not one for each byte.
    let (source, lengths, terms, counts) = (
      part.positions.span, part.positionLengths.span, part.postingTerms.span, part.postingCounts.span
    )
    var postings = postings.mutableSpan
    var positions = positions.mutableSpan
    var posting = 0
    var next = 0
    for (index, end) in part.postingEnds.enumerated() {
      let length = Double(part.lengths[index])
      let factor = 1 / (1 - Self.lengthShare + Self.lengthShare * length / average) / Double(FieldWeight.unit)
      while posting < end {
        let term = Int(places[Int(terms[posting])])
        var state = states[term]
        Printable.put(document - Int(state.lastDocument) - 1, at: &state.postingBytes, in: &postings)
        let weight =
          Double(counts[posting] >> FieldWeight.longBits) / Double(FieldWeight.unit)
          + Double(counts[posting] & FieldWeight.longMask) * factor
        let level = Int(weight / (Self.saturation + weight) * Double(Self.topLevel) + 0.5)
        postings[state.postingBytes] = Printable.digit(max(1, min(level, Self.topLevel)))
        state.postingBytes += 1
        state.lastDocument = Int32(document)
        for _ in 0..<lengths[posting] {
          positions[state.positionBytes] = source[next]
          state.positionBytes += 1
          next += 1
        }
        states[term] = state
        posting += 1
      }
      document += 1
    }
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
