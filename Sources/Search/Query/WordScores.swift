// What the words of a query are worth in each document: for each word the best of the terms it may mean, and a bonus for
// how much of the title all of them cover, weighted by how telling they are. Any word may match. Integers only.

package struct WordScores: Sendable {
  /// Of each document of the index; 0 where no word matches.
  package private(set) var scores: [Int]
  /// Documents whose title is the query.
  package private(set) var exactTitles: Set<Int> = []
  /// Words that the index lacks, and what was looked for instead; nothing where nothing is like them.
  package private(set) var corrections: [(typed: String, meant: [String])] = []
  /// The words asked for as they were read, and for each document which of them it holds, a bit for each.
  private var asked: [String]
  private var held: [UInt32]

  /// In quarters of a term's rarity: what a word counts for that is there, that begins so, that is one slip away, or two.
  private enum Share {
    static let exact = 4
    static let prefix = 3
    static let oneSlip = 3
    static let twoSlips = 2
  }
  /// So many words at most are a question; more are a text that nothing holds every word of.
  private static let shortQuestion = 5
  private struct Alternative {
    var term: Int?
    var factor: Int
    var list: PrefixList?
  }

  package init(_ query: Query, _ index: SearchIndex) {
    let count = index.documents.count
    scores = [Int](repeating: 0, count: count)
    held = [UInt32](repeating: 0, count: count)
    asked = query.words.map { String(decoding: $0.surface, as: UTF8.self) }
    var titleShares = [Int](repeating: 0, count: count)
    var titleFactors = [Int](repeating: 0, count: count)
    var titleWords = [Int](repeating: 0, count: count)
    var inside: Set<Int> = []
    var mended: Set<Int> = []
    var begun: Set<Int> = []
    var ended: Set<Int> = []
    let meanings = query.words.map { alternatives(for: $0, index) }
    let mendedHashes = Self.mendedHashes(query, corrections)
    // A misspelt word goes by what it was read as.
    for correction in corrections where !correction.meant.isEmpty {
      for word in asked.indices where asked[word] == correction.typed {
        asked[word] = correction.meant.joined(separator: " or ")
      }
    }
    var word = [Int](repeating: 0, count: count)
    var share = [Int](repeating: 0, count: count)
    var factor = [Int](repeating: 0, count: count)
    for (number, asked) in query.words.enumerated() {
      let alternatives = meanings[number]
      guard !alternatives.isEmpty else { continue }
      var touched: [Int] = []
      func titled(_ document: Int, _ newShare: Int, _ newFactor: Int) {
        guard newShare * newFactor > share[document] * factor[document] else { return }
        if word[document] == 0, share[document] == 0 { touched.append(document) }
        (share[document], factor[document]) = (newShare, newFactor)
      }
      for alternative in alternatives {
        if let term = alternative.term {
          index.postings.forEach(ofTerm: term) { document, level in
            if word[document] == 0, share[document] == 0 { touched.append(document) }
            word[document] = max(word[document], level * alternative.factor)
          }
          index.forEachTitle(ofTerm: term) { entry in
            titled(entry.document, entry.share, alternative.factor)
            guard let hashes = entry.hashes else { return }
            if hashes.whole == query.titleHash { exactTitles.insert(entry.document) }
            if query.runs.contains(hashes.whole) { inside.insert(entry.document) }
            if mendedHashes.contains(hashes.whole) { mended.insert(entry.document) }
            if hashes.start == query.startHash { begun.insert(entry.document) }
          }
        } else if let list = alternative.list {
          index.forEachTitle(in: list) { document, newShare, start in
            if let start, start == query.startHash { begun.insert(document) }
            if word[document] == 0, share[document] == 0 { touched.append(document) }
            word[document] = max(word[document], SearchIndex.prefixLevel * alternative.factor)
            titled(document, newShare, alternative.factor)
          }
        }
      }
      for document in touched {
        scores[document] += word[document] * asked.count
        held[document] |= 1 << UInt32(number)
        if share[document] > 0 { titleWords[document] += 1 }
        if share[document] > 0, number == query.words.count - 1 { ended.insert(document) }
        titleShares[document] += share[document]
        titleFactors[document] += factor[document]
        (word[document], share[document], factor[document]) = (0, 0, 0)
      }
    }
    for document in 0..<count where titleShares[document] > 0 {
      // One word of a title says little unless it is most of it; two say more the more they cover.
      let share = min(titleShares[document], Postings.topLevel)
      let whole = titleFactors[document] * share
      scores[document] +=
        titleWords[document] > 1
        ? whole * 5 / 4 : whole * share * share * 3 / (4 * Postings.topLevel * Postings.topLevel)
      if inside.contains(document) { scores[document] += whole / 4 }
      // All of a title but for the end of its last word, or for a slip.
      if mended.contains(document) || begun.contains(document) && ended.contains(document) {
        scores[document] += 3 * titleFactors[document] * Postings.topLevel
      }
    }
    // The fewer words a question has, the more each is meant: of two a missing one halves, of a whole text none counts.
    let all = query.words.count
    if all <= Self.shortQuestion {
      for document in 0..<count where scores[document] > 0 && !inside.contains(document) {
        let missing = all - held[document].nonzeroBitCount
        scores[document] = scores[document] * (all * all - 2 * missing) / (all * all)
      }
    }
    for phrase in query.phrases {
      let holding = index.documents(with: phrase.terms)
      // A phrase that nothing holds narrows to nothing: its words count then without it.
      if holding.contains(where: { scores[$0] > 0 }) { keep(holding) } else { corrections.append((phrase.text, [])) }
    }
  }

  /// The words asked for that `document` holds.
  package func words(in document: Int) -> [String] {
    asked.indices.filter { held[document] >> UInt32($0) & 1 == 1 }.map { asked[$0] }
  }

  /// The hashes of what was typed with its slips mended; two words at most, for each can mean three.
  private static func mendedHashes(_ query: Query, _ corrections: [(typed: String, meant: [String])]) -> Set<UInt32> {
    let wrong = corrections.filter { !$0.meant.isEmpty }
    guard !wrong.isEmpty, wrong.count <= 2 else { return [] }
    var ways = [query.placed]
    for (typed, meant) in wrong {
      let typed = Array(typed.utf8)
      ways = ways.flatMap { words in meant.map { other in words.map { $0 == typed ? Array(other.utf8) : $0 } } }
    }
    return Set(ways.map { TitleHash(of: $0).value })
  }

  private mutating func keep(_ documents: Set<Int>) {
    for document in scores.indices where !documents.contains(document) { scores[document] = 0 }
  }

  /// The terms a word may mean, each with what it counts for.
  private mutating func alternatives(for word: Query.Word, _ index: SearchIndex) -> [Alternative] {
    var all: [Alternative] = []
    let exact = index.terms.index(of: word.term)
    if word.isPrefix {
      let (words, lists) = index.expansions(of: word.surface)
      let others = words.filter { $0 != exact }
      var least = min(others.map { Int(index.rarity[$0]) }.min() ?? .max, lists.map { Int($0.rarity) }.min() ?? .max)
      if let exact {
        // A word that may be the beginning of commoner ones tells less than its own rarity says.
        let own = Int(index.rarity[exact])
        least = min(least, own)
        all.append(Alternative(term: exact, factor: (own + least) / 2 * Share.exact))
      }
      all += lists.map { Alternative(factor: least * Share.prefix, list: $0) }
      all += others.map { Alternative(term: $0, factor: least * Share.prefix) }
    } else if let exact {
      all.append(Alternative(term: exact, factor: Int(index.rarity[exact]) * Share.exact))
    }
    if all.isEmpty {
      let corrections = index.corrections(of: word.surface)
      self.corrections.append(
        (
          String(decoding: word.surface, as: UTF8.self),
          corrections.map { String(decoding: index.forms[$0.form], as: UTF8.self) }
        ))
      var seen: Set<Int> = []
      for correction in corrections {
        let term = Int(index.termOfForm[correction.form])
        guard seen.insert(term).inserted else { continue }
        let share = correction.distance == 1 ? Share.oneSlip : Share.twoSlips
        all.append(Alternative(term: term, factor: Int(index.rarity[term]) * share))
      }
    }
    return all
  }
}

extension SearchIndex {
  /// The level of a word known only by a short beginning: about that of a word in a title.
  static let prefixLevel = 60

  func forEachTitle(in list: PrefixList, _ body: (_ document: Int, _ share: Int, _ start: UInt32?) -> Void) {
    var reader = PrintableReader(list.bytes)
    var document = -1
    while !reader.isAtEnd {
      let gap = reader.number()
      document += gap / 2 + 1
      body(document, reader.digit(), gap % 2 == 1 ? UInt32(truncatingIfNeeded: reader.fixed(5)) : nil)
    }
  }

  /// What begins so in the shard where `prefix` stands: terms, and terms of words that do, ascending; and the lists of
  /// what stands in others.
  func expansions(of prefix: [UInt8]) -> (terms: [Int], lists: [PrefixList]) {
    guard let shard = shard(of: prefix) else { return ([], []) }
    var all = Set(terms.range(startingWith: prefix).clamped(to: shard.terms))
    for form in forms.range(startingWith: prefix).clamped(to: shard.forms) {
      let term = Int(termOfForm[form])
      if shard.terms.contains(term) { all.insert(term) }
    }
    return (all.sorted(), shard.lists.filter { $0.continues(prefix) })
  }

  /// The documents in which these terms stand next to each other in this order.
  func documents(with phrase: [[UInt8]]) -> Set<Int> {
    var ends: [Int: Set<Int>]?  // by document, the places where what was read so far ends
    for bytes in phrase {
      guard let term = terms.index(of: bytes) else { return [] }
      var documents: [Int] = []
      postings.forEach(ofTerm: term) { document, _ in documents.append(document) }
      var next: [Int: Set<Int>] = [:]
      for (document, places) in zip(documents, postings.eachDocumentsPlaces(ofTerm: term)) {
        guard let before = ends else {
          if !places.isEmpty { next[document] = Set(places) }
          continue
        }
        guard let before = before[document] else { continue }
        let following = Set(places.filter { before.contains($0 - 1) })
        if !following.isEmpty { next[document] = following }
      }
      ends = next
    }
    return Set((ends ?? [:]).keys)
  }
}
