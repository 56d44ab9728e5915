// The index of a library: for each term the resources it stands in, with how much it tells about each, as the bytes that
// the shards are cut from. What reads it, here and in the browser, only adds, multiplies and compares integers.
//
// A posting is the gap to the resource before and a level from 1 to 91, the term's share in the resource by BM25F; the
// term's rarity is kept once for all its postings. A level in one digit is fine enough: on judged collections it ranks
// as floating point does.

package import Library

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

  var shards: [TermShard] = []
  /// By prefix, in the order of the words.
  var prefixLists: [PrefixList] = []

  /// BM25's saturation and how much a long body is held back.
  static let saturation = 1.2
  static let lengthShare = 0.7
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
    termOfForm = [UInt32](repeating: 0, count: forms.count)
    for (part, places) in formPlaces.enumerated() {
      for (form, place) in places.enumerated() where place != .max {
        termOfForm[Int(place)] = termPlaces[part][Int(parts[part].termOfForm[form])]
      }
    }
    fillPostings(parts, termPlaces)
    fillTitles(parts, termPlaces)
    shards = cutShards()
    prefixLists = makePrefixLists()
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
    Self.forEachPosting(parts, places) { part, posting, term, document in
      let gap = document - Int(states[term].lastDocument) - 1
      states[term].frequency += 1
      states[term].lastDocument = Int32(document)
      states[term].postingBytes += Printable.length(gap) + 1
      states[term].positionBytes += Int(parts[part].positionLengths[posting])
    }
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

    let lengths = parts.flatMap { part in part.lengths.map { Double($0) } }
    let average = max(1, lengths.reduce(0, +) / Double(max(1, lengths.count)))
    let factors = lengths.map { 1 / (1 - Self.lengthShare + Self.lengthShare * $0 / average) / Double(FieldWeight.unit) }
    var postingBytes = [UInt8](repeating: 0, count: postingEnd)
    var positionBytes = [UInt8](repeating: 0, count: positionEnd)
    var source = 0
    var lastPart = 0
    Self.forEachPosting(parts, places) { part, posting, term, document in
      if part != lastPart { (lastPart, source) = (part, 0) }
      var next = states[term].postingBytes
      Self.put(document - Int(states[term].lastDocument) - 1, at: &next, in: &postingBytes)
      let counts = parts[part].postingCounts[posting]
      let weight =
        Double(counts >> FieldWeight.longBits) / Double(FieldWeight.unit)
        + Double(counts & FieldWeight.longMask) * factors[document]
      let level = Int(weight / (Self.saturation + weight) * Double(Self.topLevel) + 0.5)
      postingBytes[next] = Printable.digit(max(1, min(level, Self.topLevel)))
      states[term].postingBytes = next + 1
      states[term].lastDocument = Int32(document)
      let length = Int(parts[part].positionLengths[posting])
      let target = states[term].positionBytes
      for offset in 0..<length { positionBytes[target + offset] = parts[part].positions[source + offset] }
      states[term].positionBytes = target + length
      source += length
    }
    postings = postingBytes
    positions = positionBytes
  }

  @inline(__always)
  private static func forEachPosting(
    _ parts: [IndexPart], _ places: [[UInt32]], _ body: (_ part: Int, _ posting: Int, _ term: Int, _ document: Int) -> Void
  ) {
    var document = 0
    for (part, counted) in parts.enumerated() {
      var posting = 0
      for end in counted.postingEnds {
        while posting < end {
          body(part, posting, Int(places[part][Int(counted.postingTerms[posting])]), document)
          posting += 1
        }
        document += 1
      }
    }
  }

  /// Writes what `Printable.append` appends.
  @inline(__always)
  private static func put(_ number: Int, at index: inout Int, in bytes: inout [UInt8]) {
    if number < Printable.oneDigitLimit {
      bytes[index] = Printable.digit(number)
      index += 1
    } else {
      var digits: [UInt8] = []
      Printable.append(number, to: &digits)
      for digit in digits {
        bytes[index] = digit
        index += 1
      }
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
