// A whole library of any size for timing, the same bytes for the same size: resources of about 6.8 KB with a Zipf
// distribution over 20,000 invented words, so that an index over them grows as a real one does. The same texts can be
// laid out for Hugo.

import Foundation
import TestSupport

enum CorpusLayout { case shelfmark, hugo }

struct Corpus {
  private static let personas = [
    "economic-buyer", "it-director", "security-lead", "end-user", "champion", "procurement", "developer", "ops-manager",
  ]
  private static let stages = ["awareness", "consideration", "decision", "retention", "advocacy"]
  private static let types = [
    "case-study", "one-pager", "deck", "video", "battlecard", "email-template", "whitepaper", "calculator",
  ]
  private static let industries = ["retail", "healthcare", "finance", "manufacturing", "public-sector", "software"]
  private static let people = ["ana", "bo", "cy", "di", "ed"]

  private var random = SeededGenerator(seed: 1)
  private let words: [String]
  private let cumulated: [Double]
  private let layout: CorpusLayout

  init(layout: CorpusLayout) {
    self.layout = layout
    var vocabulary = SeededGenerator(seed: 7)
    words = Self.vocabulary(&vocabulary)
    var sum = 0.0
    cumulated = words.indices.map { index in
      sum += 1 / (Double(index) + 2.7)
      return sum
    }
  }

  private static func vocabulary(_ random: inout SeededGenerator) -> [String] {
    let onsets = "b c d f g h k l m n p r s t v w br cl dr fl gr pl pr sh st th tr".split(separator: " ")
    let vowels = "a e i o u ai ea ou".split(separator: " ")
    let ends = ["", "", "n", "r", "s", "t", "l", "ng", "nt", "ck", "tion", "ment", "ing", "ed", "er", "ly"]
    var seen: Set<String> = []
    var words: [String] = []
    while words.count < 20_000 {
      var syllables = words.count > 200 ? 2 : 1
      while syllables < 4, random.unit() < 0.33 { syllables += 1 }
      var word = ""
      for _ in 0..<syllables { word += random.element(onsets) + random.element(vowels) }
      word += random.element(ends)
      if word.count > 1, seen.insert(word).inserted { words.append(word) }
    }
    return words
  }

  /// Writes `count` resources with their vocabulary files below `folder`; returns the resources' bytes.
  mutating func write(_ count: Int, to folder: String) throws -> Int {
    let resources = folder + "/content/resources"
    var byteCount = 0
    for index in 0..<count {
      let batch = resources + "/" + Self.batch(index)
      if index % 500 == 0 { try FileManager.default.createDirectory(atPath: batch, withIntermediateDirectories: true) }
      let text = Data(document(index, of: count).utf8)
      byteCount += text.count
      try text.write(to: URL(fileURLWithPath: "\(batch)/\(Self.name(index)).md"))
    }
    if layout == .shelfmark { try writeVocabulary(to: folder + "/content") }
    return byteCount
  }

  /// Where a resource is, below `content/resources`.
  static func path(_ index: Int) -> String { "\(batch(index))/\(name(index)).md" }
  private static func name(_ index: Int) -> String { "r" + padded(index, 6) }
  private static func batch(_ index: Int) -> String { "batch-" + padded(index / 500, 3) }
  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  // MARK: Text

  private mutating func word() -> String {
    let wanted = random.unit() * (cumulated.last ?? 1)
    var low = 0
    var high = cumulated.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return words[low]
  }

  private mutating func phrase(_ range: ClosedRange<Int>) -> String {
    (0..<random.integer(range)).map { _ in word() }.joined(separator: " ")
  }

  private mutating func sentence() -> String {
    var text = phrase(6...18)
    switch random.unit() {
    case ..<0.12: text += " **\(phrase(1...3))** \(phrase(2...6))"
    case ..<0.20: text += " *\(phrase(1...2))*, \(phrase(3...7))"
    case ..<0.25: text += " `\(word())_\(word())`"
    default: break
    }
    return capitalized(text) + "."
  }

  private mutating func paragraph() -> String {
    (0..<random.integer(2...6)).map { _ in sentence() }.joined(separator: " ")
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private mutating func body(of count: Int) -> String {
    var lines: [String] = []
    for _ in 0..<random.integer(4...7) {
      lines.append("## \(capitalized(phrase(2...5)))\n")
      for _ in 0..<random.integer(1...3) { lines.append(paragraph() + "\n") }
      switch random.unit() {
      case ..<0.35:
        for _ in 0..<random.integer(3...6) { lines.append("- " + sentence()) }
        lines.append("")
      case ..<0.50:
        lines.append("| \(word()) | \(word()) | \(word()) |\n| --- | ---: | :-: |")
        for _ in 0..<4 { lines.append("| \(phrase(1...3)) | \(random.integer(1...9_999)) | \(word()) |") }
        lines.append("")
      case ..<0.60: lines.append("> \(sentence())\n")
      case ..<0.68: lines.append("```\n" + (0..<4).map { _ in phrase(3...6) }.joined(separator: "\n") + "\n```\n")
      default: break
      }
      if random.unit() < 0.4 {
        let other = random.integer(0...count - 1)
        let address =
          layout == .shelfmark
          ? "../\(Self.batch(other))/\(Self.name(other)).md" : "/resources/\(Self.batch(other))/\(Self.name(other))/"
        lines.append("See [\(phrase(2...4))](\(address)) and <https://example.com/\(word())>.\n")
      }
    }
    return lines.joined(separator: "\n")
  }

  private mutating func document(_ index: Int, of count: Int) -> String {
    let personas = random.sample(Self.personas, random.element([1, 1, 2, 3]))
    let stages = random.sample(Self.stages, random.element([1, 1, 2]))
    let type = random.element(Self.types)
    var lines = ["---"]
    lines.append("title: \(capitalized(phrase(3...7)).prefix(80)) \(index)")
    lines.append("summary: \(capitalized(phrase(10...20)).prefix(190)).")
    lines.append(layout == .shelfmark ? "type: \(type)" : "formats: [\(type)]")
    lines.append("personas: [\(personas.joined(separator: ", "))]")
    lines.append("stages: [\(stages.joined(separator: ", "))]")
    let industries = random.sample(Self.industries, random.element([0, 1, 2]))
    lines.append("industries: [\(industries.joined(separator: ", "))]")
    lines.append("owner: \(random.element(Self.people))")
    let day = "2026-0\(random.integer(1...9))-\(Self.padded(random.integer(1...28), 2))"
    lines.append(layout == .shelfmark ? "reviewed: \(day)" : "date: \(day)")
    lines.append("---\n")
    return lines.joined(separator: "\n") + "\n" + body(of: count) + "\n"
  }

  private func writeVocabulary(to content: String) throws {
    func write(_ path: String, _ text: String) throws {
      let url = URL(fileURLWithPath: content + "/" + path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    func label(_ id: String) -> String { capitalized(id.split(separator: "-").joined(separator: " ")) }
    func group(_ ids: [String]) -> String {
      "{" + ids.map { "\($0): {label: \(label($0))}" }.joined(separator: ", ") + "}"
    }
    var library = "site: {title: Library, description: A library made for timing, language: en}\ntypes:\n"
    for type in Self.types {
      library += "  \(type): {label: \(label(type)), review_every: 12m, audience: external}\n"
    }
    library +=
      "facets:\n  industries: {label: Industry, points: 15, elsewhere: -15, values: \(group(Self.industries))}\n"
    library += "teams: {marketing: {label: Marketing}, sales: {label: Sales}}\npeople:\n"
    for person in Self.people {
      library += "  \(person): {name: \(label(person)), team: marketing, email: \(person)@example.com}\n"
    }
    try write("library.yml", library)
    for id in Self.personas {
      try write(
        "personas/\(id).md",
        """
        ---
        title: \(label(id))
        summary: One of the personas of a library made for timing.
        job_titles: [\(label(id)), Head \(label(id))]
        ---

        Who they are.

        """)
    }
    for (index, id) in Self.stages.enumerated() {
      try write(
        "stages/\(id).md",
        """
        ---
        title: \(label(id))
        summary: One of the stages of a library made for timing.
        order: \(index + 1)
        next: [\(Self.stages[(index + 1) % Self.stages.count])]
        team: sales
        crm_values: {lifecycle_stage: [\(label(id))]}
        ---

        What it means.

        """)
    }
  }
}

// What the corpus asks of chance.
extension SeededGenerator {
  /// From 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
  mutating func element<Element>(_ elements: [Element]) -> Element { elements[integer(0...elements.count - 1)] }
  mutating func sample(_ elements: [String], _ count: Int) -> [String] {
    var rest = elements
    return (0..<count).map { _ in rest.remove(at: integer(0...rest.count - 1)) }
  }
}
