// What was asked: the words that count, how often each, which of them are still being typed, and what stands in quotes.
// templates/search.js reads a query in the same steps.

package struct Query: Sendable {
  /// A word asked for, and how often.
  struct Word: Sendable {
    var surface: [UInt8]
    var term: [UInt8]
    /// The last word may be the beginning of another, even when it is a word itself or a stop word.
    var isPrefix: Bool
    var count: Int
  }
  /// More than these are a text, not a question.
  static let mostWords = 32

  private(set) var words: [Word] = []
  /// Each quoted phrase as it was typed, and its terms in their order.
  private(set) var phrases: [(text: String, terms: [[UInt8]])] = []
  /// All words as they stand, those that do not count included.
  private(set) var placed: [[UInt8]] = []
  private(set) var titleHash: UInt32 = 0
  /// Of all words but the last, where that may be half typed.
  private(set) var startHash: UInt32?
  /// The hashes of all runs of neighbouring words: a title in the query is one of them.
  private(set) var runs: Set<UInt32> = []
  package var isEmpty: Bool { words.isEmpty }

  package init(_ text: String, _ analyser: Analyser) {
    var plain = String.UnicodeScalarView()
    var quoted: [String] = []
    var isClosed = false
    var rest = text.unicodeScalars[...]
    while let quote = rest.firstIndex(where: Self.isQuote) {
      plain += rest[..<quote]
      plain.append(" ")
      rest = rest[rest.index(after: quote)...]
      guard let end = rest.firstIndex(where: Self.isQuote) else { break }
      quoted.append(String(rest[..<end]))
      plain += rest[..<end]
      plain.append(" ")
      rest = rest[rest.index(after: end)...]
      isClosed = analyser.words(in: String(rest)).isEmpty
    }
    plain += rest

    let all = analyser.words(in: String(plain))
    placed = all.filter(\.hasPlace).map(\.surface)
    titleHash = TitleHash(of: placed).value
    if !isClosed, !placed.isEmpty { startHash = TitleHash(of: placed.dropLast()).value }
    runs = Self.runs(placed.prefix(Self.mostWords))
    phrases = quoted.map { ($0, analyser.words(in: $0).filter(\.hasPlace).map(\.term)) }.filter { !$0.1.isEmpty }
    keep(all, lastIsPrefix: !isClosed)
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { "\"“”„‟«»".unicodeScalars.contains(scalar) }

  private static func runs(_ words: ArraySlice<[UInt8]>) -> Set<UInt32> {
    var all: Set<UInt32> = []
    for start in words.indices {
      var hash = TitleHash()
      for index in start..<words.endIndex {
        if index > start { hash.add(0x20) }
        hash.add(words[index])
        all.insert(hash.value)
      }
    }
    return all
  }

  private mutating func keep(_ all: [Analyser.Word], lastIsPrefix: Bool) {
    let last = lastIsPrefix ? all.lastIndex(where: \.hasPlace) : nil
    let hasOthers = all.contains { !$0.isStopWord }
    for (index, word) in all.enumerated() {
      let isPrefix = last.map { index >= $0 && Self.isSameEnd(word.surface, all[$0].surface) } ?? false
      guard isPrefix || !word.isStopWord || !hasOthers else { continue }
      if let known = words.firstIndex(where: {
        $0.isPrefix == isPrefix && (isPrefix ? $0.surface == word.surface : $0.term == word.term)
      }) {
        words[known].count += 1
      } else if words.count < Self.mostWords {
        words.append(Word(surface: word.surface, term: word.term, isPrefix: isPrefix, count: 1))
      }
    }
  }

  /// "iso-270" is being typed whole and in its last part.
  private static func isSameEnd(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count > right.count
      ? left.suffix(right.count).elementsEqual(right) : right.suffix(left.count).elementsEqual(left)
  }
}
