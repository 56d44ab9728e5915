// Counts the words of resources, one after the other, into an `IndexPart`. Each distinct word is folded, stemmed and
// looked up once for each counter; after that a word costs one probe and one addition to the resource's tally.

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
    sink.forget()
  }

  /// Makes room for texts of about so many bytes: memory that is not used is never touched.
  package mutating func reserve(bytes: Int) { sink.part.postings.reserve(bytes: bytes) }

  /// What was counted so far.
  package consuming func part() -> IndexPart { sink.finished() }

  /// Counts `resource`, which stands at `index` in the library; `attachments` is text found in its files.
  package mutating func count(_ resource: borrowing Resource, at index: Int, attachments: [UInt8] = []) {
    sink.begin(index)
    sink.field = .title
    sink.isTitle = true
    scan(resource.title)
    sink.endTitle()

    sink.field = .summary
    scan(resource.summary)
    if let useWhen = resource.useWhen { scan(useWhen) }
    sink.field = .keyword
    for keyword in resource.keywords { scan(keyword) }
    sink.field = .label
    labels.forEachTerm(of: resource) { sink.addUnplaced($0) }

    let beforeBody = sink.placeCount
    if let say = resource.say {
      sink.field = .body
      scan(say)
    }
    let text = resource.body.text
    var start = 0
    for heading in resource.body.headings.map(\.textRange)
    where heading.lowerBound >= start && heading.upperBound <= text.count {
      scan(text, start..<heading.lowerBound, .body)
      scan(text, heading, .heading)
      start = heading.upperBound
    }
    scan(text, start..<text.count, .body)
    sink.breakPhrase()
    let bodyLength = sink.placeCount - beforeBody
    scan(attachments, attachments.indices, .attachment)
    sink.end(bodyLength: bodyLength)
  }

  private mutating func scan(_ text: [UInt8], _ range: Range<Int>, _ field: Field) {
    sink.field = field
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
  /// Where the next words stand.
  var field = Field.title
  var isTitle = false
  /// Places taken so far, with the gaps between fields.
  var placeCount: Int { tally.placeCount }

  private let analyser: Analyser
  private var stemmer = Porter2()
  private var isStopForm: [Bool] = []
  /// The terms of the plain words that are being counted.
  private var found: [UInt32] = []
  /// What the current resource says.
  private var tally = ResourceTally()
  private var titleForms: [UInt32] = []
  private var extraTitleTerms: [UInt32] = []

  init(_ analyser: Analyser) { self.analyser = analyser }

  mutating func add(plain keys: borrowing Span<WordKey>) {
    guard !isTitle else {
      for index in keys.indices { add(keys[index], [], .word) }
      return
    }
    if found.count < keys.count { found = [UInt32](repeating: 0, count: keys.count) }
    part.forms.values(ofShort: keys, missing: Self.unknownWord, into: &found)
    var index = 0
    while index < keys.count {
      index = tally.add(placed: found, index..<keys.count, below: Self.unknownWord, field)
      if index < keys.count, found[index] == Self.unknownWord { add(keys[index], [], .word) }
      index += 1
    }
  }

  mutating func add(_ key: WordKey, _ bytes: borrowing [UInt8], _ kind: WordKind) {
    let (form, isNew) = part.forms.number(of: key, bytes)
    if isNew { addForm(form, key) }
    let term = part.termOfForm[form]
    guard term != Self.noTerm else { return }
    tally.add(term, field, hasPlace: kind == .word)
    if isTitle, kind == .word { titleForms.append(UInt32(form)) }
    if isTitle, kind == .extra { extraTitleTerms.append(term) }
  }

  /// Counts `term` without giving it a place.
  mutating func addUnplaced(_ term: UInt32) { tally.add(term, field, hasPlace: false) }

  /// The distinct terms of `phrases`, in order of appearance; nothing is counted.
  mutating func terms(of phrases: [String], _ scanner: inout WordScanner) -> [UInt32] {
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      scanner.scan(bytes.span, 0..<bytes.count, into: &self)
    }
    let terms = tally.entries[..<tally.count].map(\.term)
    tally.clear()
    return terms
  }

  /// What was met so far was not in a resource.
  mutating func forget() { tally.forget() }

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
    if isNew {
      tally.addTerm()
      part.postings.addTerm()
    }
    part.termOfForm.append(UInt32(term))
    part.forms.setValue(UInt32(term), of: key, number: form)
  }

  // MARK: One resource

  consuming func finished() -> IndexPart {
    part.frequencies = tally.frequencies
    return part
  }

  mutating func begin(_ index: Int) { part.resources.append(index) }

  /// What follows is not next to what came before.
  mutating func breakPhrase() { tally.breakPhrase() }

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
    part.postings.add(&tally)
    part.lengths.append(UInt32(bodyLength))
    tally.clear()
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
