// Counts the words of resources, one after the other, into an `IndexPart`. Each distinct word is folded, stemmed and
// looked up once for each counter; after that a word costs one probe and one addition.

package import Library
import Markdown

package struct TermCounter {
  private var scanner: WordScanner
  private var sink: TermSink
  /// For each label of the library the terms that find what bears it.
  private var labels: LabelTerms

  package init(_ library: borrowing Library) {
    let analyser = Analyser(language: library.site.language)
    scanner = WordScanner(isEnglish: analyser.isEnglish)
    sink = TermSink(analyser)
    labels = LabelTerms()
    labels = LabelTerms(library, scanner: &scanner, sink: &sink)
  }

  /// Makes room for texts of about so many bytes: memory that is not used is never touched.
  package mutating func reserve(bytes: Int) { sink.part.reserve(bytes: bytes) }

  /// What was counted so far.
  package consuming func part() -> IndexPart { sink.part }

  /// Counts `resource`, which stands at `index` in the library; `attachments` is text found in its files.
  package mutating func count(_ resource: borrowing Resource, at index: Int, attachments: [UInt8] = []) {
    sink.begin(index)
    sink.increment = FieldWeight.title
    sink.isTitle = true
    scan(resource.title)
    sink.endTitle()

    sink.increment = FieldWeight.summary
    scan(resource.summary)
    if let useWhen = resource.useWhen { scan(useWhen) }
    sink.increment = FieldWeight.keyword
    for keyword in resource.keywords { scan(keyword) }
    sink.increment = FieldWeight.label
    labels.forEachTerm(of: resource) { sink.addUnplaced($0) }

    let beforeBody = sink.placedCount
    if let say = resource.say {
      sink.increment = FieldWeight.body
      scan(say)
    }
    let text = resource.body.text
    var start = 0
    for heading in resource.body.headings.map(\.textRange)
    where heading.lowerBound >= start && heading.upperBound <= text.count {
      scan(text, start..<heading.lowerBound, FieldWeight.body)
      scan(text, heading, FieldWeight.heading)
      start = heading.upperBound
    }
    scan(text, start..<text.count, FieldWeight.body)
    sink.breakPhrase()
    let bodyLength = sink.placedCount - beforeBody
    scan(attachments, attachments.indices, FieldWeight.attachment)
    sink.end(bodyLength: bodyLength)
  }

  private mutating func scan(_ text: [UInt8], _ range: Range<Int>, _ weight: UInt32) {
    sink.increment = weight
    scanner.scan(text.span, range, into: &sink)
  }

  private mutating func scan(_ text: String) {
    let bytes = Array(text.utf8)
    scanner.scan(bytes.span, 0..<bytes.count, into: &sink)
    sink.breakPhrase()
  }
}

/// Takes the words of one resource at a time.
struct TermSink: WordSink {
  static let noTerm = UInt32.max
  /// Stands for a word that was not met before, while words are looked up.
  private static let unknownWord = UInt32.max - 1

  var part = IndexPart()
  /// What the next words add to their terms' counts.
  var increment: UInt32 = 0
  var isTitle = false
  /// Places taken so far, with the gaps between fields.
  var placedCount: Int { placed.count }

  private let analyser: Analyser
  private var stemmer = Porter2()
  private var isStopForm: [Bool] = []
  private struct TermState {
    /// In this resource; see `FieldWeight`.
    var count: UInt32 = 0
    /// Its place in `touched`.
    var slot: UInt32 = 0
  }
  private var states: [TermState] = []
  /// The terms of the plain words that are being counted.
  private var found: [UInt32] = []
  private var touched: [UInt32] = []
  /// The term at each place of the text; `noTerm` between fields.
  private var placed: [UInt32] = []
  private var titleForms: [UInt32] = []
  private var extraTitleTerms: [UInt32] = []
  private var placeEnds: [UInt32] = []
  private var places: [UInt32] = []
  private var encoded: [UInt8] = []

  init(_ analyser: Analyser) { self.analyser = analyser }

  mutating func add(plain keys: borrowing Span<WordKey>) {
    guard !isTitle else {
      for index in keys.indices { add(keys[index], [], .word) }
      return
    }
    if found.count < keys.count { found = [UInt32](repeating: 0, count: keys.count * 2) }
    part.forms.values(ofShort: keys, missing: Self.unknownWord, into: &found)
    var start = 0
    while start < keys.count {
      let end = Self.countKnown(found, start..<keys.count, increment, &states, &touched)
      placed.append(contentsOf: found[start..<end])
      if end < keys.count, found[end] == Self.unknownWord { add(keys[end], [], .word) }
      start = end + 1
    }
  }

  /// Counts the words found in `range`, up to the first that is new or that is no term.
  private static func countKnown(
    _ found: [UInt32], _ range: Range<Int>, _ increment: UInt32, _ states: inout [TermState],
    _ touched: inout [UInt32]
  ) -> Int {
    let found = found.span
    var states = states.mutableSpan
    for index in range {
      let term = found[index]
      guard term < unknownWord else { return index }
      count(term, increment, &states[Int(term)], &touched)
    }
    return range.upperBound
  }

  mutating func add(_ key: WordKey, _ bytes: borrowing [UInt8], _ kind: WordKind) {
    let (form, isNew) = part.forms.number(of: key, bytes)
    if isNew { addForm(form, key) }
    let term = part.termOfForm[form]
    guard term != Self.noTerm else { return }
    addUnplaced(term)
    if kind == .word {
      placed.append(term)
      if isTitle { titleForms.append(UInt32(form)) }
    } else if isTitle, kind == .extra {
      extraTitleTerms.append(term)
    }
  }

  /// Counts `term` without giving it a place.
  mutating func addUnplaced(_ term: UInt32) {
    Self.count(term, increment, &states[Int(term)], &touched)
  }

  @inline(__always)
  private static func count(
    _ term: UInt32, _ increment: UInt32, _ state: inout TermState, _ touched: inout [UInt32]
  ) {
    if state.count == 0 {
      state.slot = UInt32(truncatingIfNeeded: touched.count)
      touched.append(term)
    }
    // A sum that is full stays as it is: nobody needs a word more often than that.
    let sum = state.count &+ increment
    state.count = sum & FieldWeight.fullBits == 0 ? sum : state.count
  }

  /// The distinct terms of `phrases`, in order of appearance; nothing is counted.
  mutating func terms(of phrases: [String], _ scanner: inout WordScanner) -> [UInt32] {
    increment = 1
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      scanner.scan(bytes.span, 0..<bytes.count, into: &self)
    }
    defer {
      Self.clearCounts(of: touched, in: &states)
      touched.removeAll(keepingCapacity: true)
      placed.removeAll(keepingCapacity: true)
    }
    return touched
  }

  private mutating func addForm(_ form: Int, _ key: WordKey) {
    let word = Array(part.forms.word(form))
    let bytes = analyser.term(of: word, &stemmer)
    isStopForm.append(analyser.isStopWord(Analyser.withoutApostrophes(word)))
    guard !bytes.isEmpty else {
      part.termOfForm.append(Self.noTerm)
      part.forms.setValue(Self.noTerm, of: key, number: form)
      return
    }
    let (term, isNew) = part.terms.number(of: WordKey(bytes), bytes)
    if isNew { states.append(TermState()) }
    part.termOfForm.append(UInt32(term))
    part.forms.setValue(UInt32(term), of: key, number: form)
  }

  // MARK: One resource

  mutating func begin(_ index: Int) { part.resources.append(index) }

  /// What follows is not next to what came before.
  mutating func breakPhrase() { placed.append(Self.noTerm) }

  /// Keeps the title's terms that count, which are all but the stop words, or all where there are no others.
  mutating func endTitle() {
    isTitle = false
    var kept = titleForms.filter { !isStopForm[Int($0)] }
    if kept.isEmpty { kept = titleForms }
    let first = part.titleTerms.count
    for form in kept where !part.titleTerms[first...].contains(part.termOfForm[Int(form)]) {
      part.titleTerms.append(part.termOfForm[Int(form)])
    }
    part.titleWordEnds.append(part.titleTerms.count)
    for term in extraTitleTerms where !part.titleTerms[first...].contains(term) { part.titleTerms.append(term) }
    part.titleEnds.append(part.titleTerms.count)
    var hash = TitleHash()
    var start = hash.value
    for (index, form) in titleForms.enumerated() {
      start = hash.value
      if index > 0 { hash.add(0x20) }
      for byte in part.forms.word(Int(form)) where byte != 0x27 { hash.add(byte) }
    }
    part.titleHashes.append(TitleHashes(whole: hash.value, start: start))
    titleForms.removeAll(keepingCapacity: true)
    extraTitleTerms.removeAll(keepingCapacity: true)
  }

  mutating func end(bodyLength: Int) {
    part.lengths.append(UInt32(bodyLength))
    orderPlaces()
    writePlaces()
    part.postingTerms.append(contentsOf: touched)
    Self.moveCounts(of: touched, from: &states, to: &part.postingCounts)
    part.postingEnds.append(part.postingTerms.count)
    touched.removeAll(keepingCapacity: true)
    placed.removeAll(keepingCapacity: true)
  }

  private static func clearCounts(of terms: [UInt32], in states: inout [TermState]) {
    var states = states.mutableSpan
    for term in terms { states[Int(term)].count = 0 }
  }

  private static func moveCounts(of terms: [UInt32], from states: inout [TermState], to counts: inout [UInt32]) {
    let start = counts.count
    counts.append(contentsOf: repeatElement(0, count: terms.count))
    var states = states.mutableSpan
    var counts = counts.mutableSpan
    for index in terms.indices {
      counts[start + index] = states[Int(terms[index])].count
      states[Int(terms[index])].count = 0
    }
  }

  /// A word has no more places than this in one resource, so that their length fits 16 bits.
  private static let mostPlaces = 10_000

  /// Groups the places by term: a counting sort, in the order of `touched`.
  private mutating func orderPlaces() {
    placeEnds.removeAll(keepingCapacity: true)
    placeEnds.append(contentsOf: repeatElement(0, count: touched.count))
    if places.count < placed.count { places = [UInt32](repeating: 0, count: placed.count * 2) }
    Self.order(placed, states, ends: &placeEnds, into: &places)
  }

  private static func order(
    _ placed: [UInt32], _ states: [TermState], ends: inout [UInt32], into places: inout [UInt32]
  ) {
    let placed = placed.span
    let states = states.span
    var ends = ends.mutableSpan
    var places = places.mutableSpan
    for index in placed.indices where placed[index] != noTerm { ends[Int(states[Int(placed[index])].slot)] += 1 }
    var sum: UInt32 = 0
    for slot in ends.indices {
      let count = ends[slot]
      ends[slot] = sum  // its start; after the next loop its end
      sum += count
    }
    for index in placed.indices where placed[index] != noTerm {
      let slot = Int(states[Int(placed[index])].slot)
      places[Int(ends[slot])] = UInt32(truncatingIfNeeded: index)
      ends[slot] += 1
    }
  }

  /// For each term how many places it has, and the gaps between them.
  private mutating func writePlaces() {
    let longest = 5 * (touched.count + placed.count)
    if encoded.count < longest { encoded = [UInt8](repeating: 0, count: longest * 2) }
    let count = Self.write(places, ends: placeEnds, into: &encoded, lengths: &part.positionLengths)
    part.positions.append(contentsOf: encoded[..<count])
  }

  private static func write(
    _ places: [UInt32], ends: [UInt32], into bytes: inout [UInt8], lengths: inout [UInt16]
  ) -> Int {
    let firstLength = lengths.count
    lengths.append(contentsOf: repeatElement(0, count: ends.count))
    var lengths = lengths.mutableSpan
    let places = places.span
    var bytes = bytes.mutableSpan
    var count = 0
    var place = 0
    for slot in ends.indices {
      let start = count
      let end = Int(ends[slot])
      Printable.put(min(end - place, mostPlaces), at: &count, in: &bytes)
      var last = 0
      for index in place..<min(end, place + mostPlaces) {
        Printable.put(Int(places[index]) - last, at: &count, in: &bytes)
        last = Int(places[index])
      }
      place = end
      lengths[firstLength + slot] = UInt16(truncatingIfNeeded: count - start)
    }
    return count
  }
}

/// What a title is recognised by: all of it, and all but its last word, which may be half typed.
package struct TitleHashes: Sendable {
  package var whole: UInt32
  package var start: UInt32
}

/// FNV-1a, 32 bits: of a title's key.
package struct TitleHash {
  package private(set) var value: UInt32 = 0x811C_9DC5
  package init() {}
  package init(of words: some Sequence<[UInt8]>) { add(words.joined(separator: [0x20])) }
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
  package mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }
}
