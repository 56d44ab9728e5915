// `report duplicates`: resources with nearly the same title or nearly the same text. Texts are compared by their runs of
// five words: how many of the runs of both are in both. Comparing all pairs would take hours at 10,000, so only pairs
// that share a sampled run are looked at; a pair that shares half of its runs shares a sampled one as good as always.

import Diagnostics
import Files
package import Library
import Markdown

package struct DuplicateReport: Sendable {
  /// Two texts are nearly the same from this share of common runs on, in percent.
  private static let leastShare = 50
  private static let runLength = 5
  /// Shorter texts are not compared: a few sentences may well be the same.
  private static let leastWords = 30
  /// One run in so many is sampled, chosen by its hash, so that equal texts sample equal runs.
  private static let samplingRate: UInt64 = 8

  private struct Group {
    /// Indices in `Library.resources`, ascending.
    var members: [Int]
    /// For each member but the first, how many percent of its runs it shares with the first.
    var shares: [Int]
  }

  private let library: Library
  private let titles: [[Int]]
  private let texts: [Group]

  /// Archived resources are left out: they may be what was replaced.
  package init(_ library: Library) {
    self.library = library
    let candidates = library.resources.indices.filter { library.resources[$0].status != .archived }
    titles = Self.nearTitles(library, candidates)
    let runs = candidates.map { Self.runs(of: library.resources[$0].body.text) }
    texts = Self.nearTexts(candidates, runs)
  }

  package func page() -> ReportPage {
    var page = ReportPage("Duplicates in \(library.site.title)", json: json())
    page.add(
      .sentence(
        "Titles are listed that differ in small words, order, an ending or one letter; texts that share at least "
          + "\(Self.leastShare) % of all runs of \(Self.runLength) words. Archived resources and texts under "
          + "\(Self.leastWords) words are left out."))
    page.add(.heading("Titles: \(titles.isEmpty ? "none" : counted(titles.count, "group"))"))
    for members in titles { page.add(.table(table(members, shares: nil))) }
    page.add(.heading("Texts: \(texts.isEmpty ? "none" : counted(texts.count, "group"))"))
    for group in texts { page.add(.table(table(group.members, shares: group.shares))) }
    if !titles.isEmpty || !texts.isEmpty {
      page.add(.heading("What to do"))
      page.add(
        .sentence(
          "Keep the better one and let it replace the other, so that old links lead on: add 'replaces: [ID]' to its labels "
            + "and delete the other file."))
    }
    return page
  }

  private func table(_ members: [Int], shares: [Int]?) -> ReportTable {
    let rows = members.enumerated().map { position, index in
      let resource = library.resources[index]
      let share = shares.map { position == 0 ? "" : "\($0[position - 1]) %" }
      return (share.map { [$0] } ?? []) + [resource.title, resource.file]
    }
    let first = shares == nil ? [] : [ReportTable.Column("same", isNumber: true)]
    return ReportTable(first + [.init("title", widest: 50), .init("file", widest: 80)], rows)
  }

  private func json() -> JSONText {
    func ids(_ members: [Int]) -> JSONText { .texts(members.map { library.resources[$0].id }) }
    return [
      "titles": .list(titles.map { ["ids": ids($0)] }),
      "texts": .list(texts.map { ["ids": ids($0.members), "percent": .list($0.shares.map { .number($0) })] }),
    ]
  }

  // MARK: Titles

  private static let smallWords: Set<String> = [
    "a", "an", "and", "for", "in", "of", "on", "the", "to", "with", "your", "our",
  ]

  private static func nearTitles(_ library: Library, _ candidates: [Int]) -> [[Int]] {
    var groups = Groups(count: candidates.count)
    let titles = candidates.map { comparable(library.resources[$0].title) }
    var firstWith: [UInt64: Int] = [:]
    for (position, title) in titles.enumerated() where !title.isEmpty {
      // Whole, and once without each of its letters: two titles one letter apart have one of these in common.
      let scalars = Array(title.unicodeScalars.prefix(120))
      let hashes = [hash(of: scalars[...], without: nil)] + scalars.indices.map { hash(of: scalars[...], without: $0) }
      for hash in Set(hashes) {
        guard let other = firstWith[hash] else {
          firstWith[hash] = position
          continue
        }
        if isNear(titles[other], title) { groups.join(other, position) }
      }
    }
    return groups.all.map { $0.map { candidates[$0] } }
  }

  /// In small letters, without small words, plural endings and order.
  private static func comparable(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = words.filter { !smallWords.contains($0) }
    return (telling.isEmpty ? words : telling).map { word in
      word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }.sorted().joined(separator: " ")
  }

  /// Equal, or a long title with one letter wrong. Figures must be equal: 2025 is not 2026, nor step 1 step 2.
  private static func isNear(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    guard left.count >= 8, left.filter(\.isNumber) == right.filter(\.isNumber) else { return false }
    return editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars)) <= 1
  }

  private static func hash(of scalars: ArraySlice<Unicode.Scalar>, without left: Int?) -> UInt64 {
    var hash = Hash()
    for (index, scalar) in scalars.enumerated() where index != left { hash.add(UInt64(scalar.value)) }
    return hash.value
  }

  // MARK: Texts

  /// The hashes of all runs of words of a text, ascending, each once.
  private static func runs(of text: [UInt8]) -> [UInt64] {
    let words = words(of: text)
    guard words.count >= leastWords else { return [] }
    var runs = Set<UInt64>()
    for start in 0...(words.count - runLength) {
      var hash = Hash()
      for word in words[start..<start + runLength] { hash.add(word) }
      runs.insert(hash.value)
    }
    return runs.sorted()
  }

  /// The hash of each word in small letters. From U+2E80 on, where words have no spaces between, a character is a word.
  private static func words(of text: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var word = Hash()
    var isEmpty = true
    func end() {
      if !isEmpty { words.append(word.value) }
      word = Hash()
      isEmpty = true
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80..<0xE2: break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case 0xE2...0xF4: end()
      default:
        end()
        continue
      }
      word.add(UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
      isEmpty = false
    }
    end()
    return words
  }

  private static func nearTexts(_ candidates: [Int], _ runs: [[UInt64]]) -> [Group] {
    var groups = Groups(count: candidates.count)
    var lastWith: [UInt64: Int] = [:]
    var pairs: [Int: Set<Int>] = [:]
    for (position, runs) in runs.enumerated() where !runs.isEmpty {
      // The smallest hashes are a fair sample too, for texts too short to have many that fit the rate.
      for run in Set(runs.prefix(4) + runs.filter { $0 % samplingRate == 0 }) {
        // Only the last text with a run: a paragraph that all texts share makes a chain, not all pairs.
        if let other = lastWith[run] { pairs[position, default: []].insert(other) }
        lastWith[run] = position
      }
    }
    for position in runs.indices {
      for other in (pairs[position] ?? []).sorted() where share(runs[position], runs[other]) >= leastShare {
        groups.join(other, position)
      }
    }
    return groups.all.map { members in
      let first = members[0]
      return Group(
        members: members.map { candidates[$0] }, shares: members.dropFirst().map { share(runs[$0], runs[first]) })
    }
  }

  /// How many percent of the runs of either text are in both.
  private static func share(_ left: [UInt64], _ right: [UInt64]) -> Int {
    guard min(left.count, right.count) * 100 >= leastShare * max(left.count, right.count) else { return 0 }
    var (i, j, common) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        common += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return common * 100 / max(1, left.count + right.count - common)
  }
}

/// FNV-1a over numbers, with its bits mixed in the end, so that any of them may be looked at.
private struct Hash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ number: UInt64) { state = (state ^ number) &* 0x100_0000_01b3 }

  var value: UInt64 {
    let mixed = (state ^ (state >> 32)) &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ (mixed >> 29)
  }
}

/// Things that belong together, by joining pairs.
private struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (root(left), root(right))
    parents[max(left, right)] = min(left, right)
  }

  private mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// The groups of more than one, by their first members.
  var all: [[Int]] {
    var copy = self
    let byRoot = Dictionary(grouping: parents.indices) { copy.root($0) }
    return byRoot.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
  }
}
