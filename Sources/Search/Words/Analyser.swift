// What a text is made of, as the search sees it: folded words, their stems and which of them say nothing. Used for
// queries, titles and labels; texts that are indexed go through `TermCounter`, which does the same with a cache.

package struct Analyser: Sendable {
  /// A word of a query, a title or a label.
  package struct Word: Sendable, Equatable {
    /// Folded, without apostrophes.
    package var surface: [UInt8]
    /// What the index holds for it: the stem in English, else the surface.
    package var term: [UInt8]
    /// False for other forms of words that are there already, such as "iso27001" beside "iso" and "27001".
    package var hasPlace: Bool
    package var isStopWord: Bool
  }

  let isEnglish: Bool

  /// Stems and drops stop words where `language` is English ("en", "en-GB"); no other language has a stemmer yet.
  package init(language: String) {
    let code = language.prefix { $0 != "-" && $0 != "_" }
    isEnglish = code.lowercased() == "en"
  }

  package func words(in text: String) -> [Word] {
    var scanner = WordScanner(isEnglish: isEnglish)
    var sink = WordList(analyser: self)
    let bytes = Array(text.utf8)
    scanner.scan(bytes.span, 0..<bytes.count, into: &sink)
    return sink.words
  }

  /// The words of a title in their order with single blanks between them: equal for titles that differ only in case,
  /// accents and punctuation.
  package func titleKey(_ title: String) -> [UInt8] {
    Array(words(in: title).filter(\.hasPlace).map(\.surface).joined(separator: [0x20]))
  }

  /// The same without the blanks, for names: a CRM may hold "marketingqualifiedlead".
  func nameKey(_ name: String) -> [UInt8] { titleKey(name).filter { $0 != 0x20 } }

  func isStopWord(_ surface: [UInt8]) -> Bool {
    isEnglish && surface.count <= Self.longestStopWord && Self.stopWords.contains(surface)
  }

  /// The stem of a folded word, without apostrophes; empty where nothing is left.
  func term(of word: [UInt8], _ stemmer: inout Porter2) -> [UInt8] {
    let isStemmed = isEnglish && word.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x27 }
    return Self.withoutApostrophes(isStemmed ? stemmer.stem(word) : word)
  }

  static func withoutApostrophes(_ word: [UInt8]) -> [UInt8] { word.contains(0x27) ? word.filter { $0 != 0x27 } : word }

  private static let longestStopWord = 6

  /// Few, and none that means something in a company: not "it", "us", "no", "who", "up" or "off".
  private static let stopWords = Set(
    """
    a about an and are as at be been being but by can could did do does doing don dont for from had has have having he \
    her here hers him his how i if im in into is isnt its ive just me my of on or our ours she should so some such \
    than that thats the their theirs them then there these they this those to too very was we were what when where \
    which while whom whose why will with would you your yours
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}

private struct WordList: WordSink {
  let analyser: Analyser
  var words: [Analyser.Word] = []
  private var stemmer = Porter2()

  init(analyser: Analyser) { self.analyser = analyser }

  mutating func add(plain keys: borrowing Span<WordKey>) {
    for index in keys.indices { add(keys[index], [], .word) }
  }

  mutating func add(_ key: WordKey, _ bytes: borrowing [UInt8], _ kind: WordKind) {
    guard kind != .tail else { return }
    let word = key.isLong ? copy bytes : key.shortBytes
    let term = analyser.term(of: word, &stemmer)
    guard !term.isEmpty else { return }
    let surface = Analyser.withoutApostrophes(word)
    words.append(
      Analyser.Word(
        surface: surface, term: term, hasPlace: kind == .word, isStopWord: analyser.isStopWord(surface)))
  }
}

extension WordKey {
  /// The bytes of a word of sixteen bytes or less.
  var shortBytes: [UInt8] {
    var bytes: [UInt8] = []
    for half in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        let byte = UInt8(truncatingIfNeeded: half >> UInt64(shift))
        guard byte != 0 else { return bytes }
        bytes.append(byte)
      }
    }
    return bytes
  }
}
