// How often the finder puts a page first whose reader knows what it holds: by its exact title, by its title with one
// slip, by telling words of its text, by a title typed but for its end, and with a word too many. Any library will do;
// the questions are made from its own pages, the same ones each time.

import Foundation
import TestSupport

struct KnownItemBenchmark {
  private let library: String
  private let limit: Int
  private var random = SeededGenerator(seed: 2026)

  private struct Page {
    let id: String
    let title: String
    /// Distinct words of the text, small letters.
    let words: [String]
  }

  init(library: String, limit: Int) {
    self.library = library
    self.limit = limit
  }

  mutating func run() throws {
    let folder = try TemporaryFolder()
    let site = try buildSite(library, folder)
    let pages = try pages(site)
    let finder = try SearchPage(site)
    try finder.open()
    var frequency: [String: Int] = [:]
    for page in pages { for word in page.words { frequency[word, default: 0] += 1 } }
    let titles = Dictionary(grouping: pages) { $0.title.lowercased() }
    // Of two pages with one title neither is the right one.
    let asked = pages.filter { titles[$0.title.lowercased()]?.count == 1 }.shuffled(using: &random).prefix(limit)
    print("\(pages.count) pages; first, among the first five, of how many")
    for (kind, question) in [
      ("title", { (page: Page, _: inout SeededGenerator) in page.title }), ("typo", Self.typo),
      ("body", { Self.body($0, frequency, pages.count, &$1) }), ("prefix", Self.unfinished),
      ("extra", { Self.extra($0, frequency, &$1) }),
    ] as [(String, (Page, inout SeededGenerator) -> String?)] {
      var places: [Int?] = []
      var missed: [String] = []
      for page in asked {
        guard let question = question(page, &random) else { continue }
        let place = try finder.ask(question).ids.firstIndex(of: page.id)
        places.append(place)
        if place != 0, missed.count < 5 { missed.append("\(question) → \(page.id)") }
      }
      let first = mean(places.map { $0 == 0 ? 1 : 0 })
      let five = mean(places.map { ($0 ?? .max) < 5 ? 1 : 0 })
      print(String(format: "%-8@ %.3f  %.3f  of %d", kind as NSString, first, five, places.count))
      for question in missed { print("           not first: " + question) }
    }
  }

  private func pages(_ site: String) throws -> [Page] {
    let index = try JSON(parsing: String(contentsOfFile: site + "/library.json", encoding: .utf8))
    return try index["resources"].array.compactMap { resource in
      guard let id = resource["id"].string, let title = resource["title"].string,
        resource["status"].string == "approved"
      else { return nil }
      let html = try String(contentsOfFile: "\(site)/resources/\(id).html", encoding: .utf8)
      let body = html.components(separatedBy: "<main").dropFirst().joined().replacing(/<[^>]*>/, with: " ")
      let words = Set(body.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 3 })
      return Page(id: id, title: title, words: words.sorted())
    }
  }

  // MARK: Questions

  /// One slip in a word of five letters or more.
  private static func typo(_ page: Page, _ random: inout SeededGenerator) -> String? {
    var words = page.title.split(separator: " ").map(String.init)
    let long = words.indices.filter { words[$0].count > 4 && words[$0].allSatisfy { $0.isLetter && $0.isASCII } }
    guard let index = long.randomElement(using: &random) else { return nil }
    var letters = Array(words[index].lowercased())
    let other = Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &random)))
    let at = Int.random(in: 0..<letters.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.remove(at: at)
    case 1: letters.insert(other, at: at)
    case 2 where letters[at] != other: letters[at] = other
    default: letters.swapAt(max(at, 1), max(at, 1) - 1)
    }
    guard String(letters) != words[index].lowercased() else { return nil }
    words[index] = String(letters)
    return words.joined(separator: " ")
  }

  /// Two or three words of the text that few pages have, but more than one.
  private static func body(
    _ page: Page, _ frequency: [String: Int], _ count: Int, _ random: inout SeededGenerator
  ) -> String? {
    let telling = page.words.filter { (2...max(3, count / 20)).contains(frequency[$0] ?? 0) }
      .sorted { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }.prefix(12)
    guard telling.count > 2 else { return nil }
    return telling.shuffled(using: &random).prefix(Int.random(in: 2...3, using: &random)).joined(separator: " ")
  }

  /// The title as far as three or four letters of its last word.
  private static func unfinished(_ page: Page, _ random: inout SeededGenerator) -> String? {
    let words = page.title.split(separator: " ").map(String.init)
    guard let last = words.last, last.count > 4 else { return nil }
    return (words.dropLast() + [String(last.prefix(Int.random(in: 3...4, using: &random)))]).joined(separator: " ")
  }

  /// The title and one word that the page lacks.
  private static func extra(_ page: Page, _ frequency: [String: Int], _ random: inout SeededGenerator) -> String? {
    let others = frequency.keys.filter { (frequency[$0] ?? 0) > 2 }.sorted()
    guard let other = others.randomElement(using: &random), !page.words.contains(other) else { return nil }
    return page.title + " " + other
  }
}
