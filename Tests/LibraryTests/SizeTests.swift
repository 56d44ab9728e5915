import Diagnostics
import Library
import Markdown
import TestSupport
import Testing

@Suite("Libraries that are too large")
struct SizeTests {
  @Test(
    "more stages, cells or names than library.yml allows are a problem",
    arguments: [
      ("max_stages: 1", "max_stages: 2", "there are 2 stages, 1 are allowed"),
      ("max_cells: 3", "max_cells: 4", "2 personas at 2 stages make 4 pages, 3 are allowed"),
      ("max_values: 6", "max_values: 7", "types and facets have 7 names, 6 are allowed"),
    ])
  func sizes(low: String, high: String, message: String) throws {
    let library = try TestLibrary()
    func messages(_ setting: String) throws -> [String] {
      try library.write(
        "content/library.yml", TestLibrary.settings.changing("title: Test,", to: "title: Test, \(setting),"))
      return try library.load().problems.filter { $0.rule == .tooLarge }.map(\.message)
    }
    #expect(try messages(low) == [message])
    #expect(try messages(high).isEmpty)
  }

  @Test("of a rule that a file breaks ten thousand times, a thousand places are told, and how many more there are")
  func storm() throws {
    let links = (0..<10_000).map { "[a](nowhere\($0).md)\n\n" }.joined()
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.text(links)])
    let broken = try library.load().problems.filter { $0.rule == .brokenLink }
    #expect(broken.count == 1_001)
    #expect(broken.last?.message == "9000 more mistakes of this kind are in this file")
    #expect(broken.last?.severity == .error)
  }

  @Test(
    "a text that stands on many pages has an end", arguments: ["title: Test", "label: One-pager", "name: Ana Silva"])
  func longTexts(label: String) throws {
    let long = label + String(repeating: "a", count: 5_000)
    let library = try TestLibrary(["content/library.yml": TestLibrary.settings.changing(label, to: long)])
    let problems = try library.load().problems.map(\.message)
    #expect(problems.contains { $0.hasSuffix(", 4000 are allowed") }, "\(problems)")
  }
}
