// Somebody who knows what they want finds it: by its title, with a slip in it, half typed, with a word too many. Over
// the sample and over a thousand generated titles; the questions are made with a seeded generator.

import Files
import Foundation
import Library
import Search
import TestSupport
import Testing

@Suite("Known items")
struct KnownItemTests {
  struct Titles: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable () throws -> Library
  }

  static let libraries = [
    Titles(testDescription: "the sample") { try Library.load(Folder(Project.root)).library },
    Titles(testDescription: "a thousand generated titles", make: generated),
  ]

  @Test("an exact title stands first, always", arguments: libraries)
  func exact(titles: Titles) throws {
    let asked = try Asked(titles)
    #expect(asked.missed { title, _ in title } == [])
    #expect(asked.missed { title, _ in title.uppercased() } == [])
  }

  @Test("a slip in a word of five letters or more is forgiven in 95 of 100 titles", arguments: libraries)
  func slip(titles: Titles) throws {
    let asked = try Asked(titles)
    let missed = asked.missed { title, random in Self.slipped(title, &random) }
    #expect(missed.count * 20 <= asked.count, "\(missed)")
  }

  @Test("a title typed but for the end of its last word stands first in 95 of 100", arguments: libraries)
  func unfinished(titles: Titles) throws {
    let asked = try Asked(titles)
    let missed = asked.missed { title, _ in
      let words = title.split(separator: " ")
      guard words.count > 1, let last = words.last, last.count > 4 else { return nil }
      return title.dropLast(last.count - (last.count + 1) / 2).description
    }
    #expect(missed.count * 20 <= asked.count, "\(missed)")
  }

  @Test("a word too many does not lose the page in 95 of 100", arguments: libraries)
  func extra(titles: Titles) throws {
    let asked = try Asked(titles)
    let missed = asked.missed { title, random in
      title + " " + (["quarterly", "please", "zebra", "latest", "spreadsheet"].randomElement(using: &random) ?? "")
    }
    #expect(missed.count * 20 <= asked.count, "\(missed)")
  }

  /// The titles of a library, no two alike, and how to ask for them; two hundred of a larger one.
  private struct Asked {
    private let library: Library
    private let matcher: Matcher
    private let resources: [Resource]
    var count: Int { resources.count }

    init(_ titles: Titles) throws {
      library = try titles.make()
      matcher = Matcher(library, SearchIndex(library))
      let approved = library.resources.filter { $0.status == .approved && $0.expires == nil }
      let step = max(1, approved.count / 200)
      resources = approved.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    }

    /// The questions that do not have their resource first.
    func missed(_ question: (String, inout SeededGenerator) -> String?) -> [String] {
      var random = SeededGenerator(seed: 5)
      return resources.compactMap { resource in
        guard let query = question(resource.title, &random) else { return nil }
        let first = matcher.find(query, today: nil).matches.first.map { library.resources[$0.resource].id }
        return first == resource.id ? nil : query
      }
    }
  }

  private static func slipped(_ title: String, _ random: inout SeededGenerator) -> String? {
    var words = title.split(separator: " ").map(String.init)
    let long = words.indices.filter { words[$0].count > 4 && words[$0].allSatisfy { $0.isASCII && $0.isLetter } }
    guard let index = long.randomElement(using: &random) else { return nil }
    var letters = Array(words[index])
    let at = Int.random(in: 1..<letters.count, using: &random)
    let other = Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &random)))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.remove(at: at)
    case 1: letters.insert(other, at: at)
    case 2: letters[at] = other
    default: letters.swapAt(at, at - 1)
    }
    words[index] = String(letters)
    return words.joined(separator: " ")
  }

  private static func generated() -> Library {
    var random = SeededGenerator(seed: 11)
    func pick(_ list: String) -> String {
      list.split(separator: " ").map { String($0).replacing("_", with: " ") }.randomElement(using: &random) ?? ""
    }
    var library = Library()
    library.personas = [Persona(id: "all", title: "Everybody")]
    library.stages = [Stage(id: "any", title: "Anytime", order: 1, next: [0])]
    library.types = [ResourceType(id: "note", label: "Note")]
    var titles: Set<String> = []
    while titles.count < 1_000 {
      titles.insert(
        [
          pick("Battlecard Case_study One-pager Checklist Calculator Script Webinar Template Guide Comparison"),
          pick("against for: about with_numbers_on from"),
          pick("onboarding pricing security renewal migration compliance inventory scheduling warranty reporting"),
          pick("in for at"),
          pick("hospitals breweries logistics insurers retailers foundries airports universities laboratories"),
          pick("Europe 2025 2026 overview workshop Scandinavia executives beginners partners integrators"),
        ].joined(separator: " "))
    }
    for (index, title) in titles.sorted().enumerated() {
      library.resources.append(
        Resource(id: "r\(index)", title: title, type: 0, personas: .all, stages: .all, facets: []))
    }
    return library
  }
}
