import Diagnostics
import Files
import Library
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Loading") struct LoadingTests {
  /// Sixty resources, some with mistakes, in an order that depends on `seed`.
  private func library(seed: UInt64) throws -> TestLibrary {
    var random = SeededGenerator(seed: seed)
    var files: [(String, String)] = []
    for number in 0..<60 {
      let id = "sheet-\(number)"
      let link = "[next](../\((number + 1) % 4)/sheet-\((number + 1) % 60).md) and [lost](lost-\(number).md)"
      var text = TestLibrary.roi.changing("ROI sheet", to: "Sheet \(number)").changing("Much.", to: link)
      if number % 7 == 0 {
        text = text.changing("type:", to: "related: [sheet-\(number + 1), sheet-x\(number)]\ntype:")
      }
      if number % 11 == 0 { text = text.changing("[cfo]", to: "[cf0]") }
      if number % 5 == 0 { text = text.changing("type:", to: "aliases: [old-\(number / 10)]\nfiles: [x.pdf]\ntype:") }
      files.append(("content/resources/\(number % 4)/\(id).md", text))
    }
    let library = try TestLibrary()
    for (path, text) in files.shuffled(using: &random) { try library.write(path, text) }
    for number in (0..<4).shuffled(using: &random) {
      try library.write("content/resources/\(number)/x.pdf", "\(number)")
    }
    return library
  }

  /// All there is to know of a library.
  private func summary(_ loaded: LoadedLibrary, _ root: String) -> String {
    var text = ""
    dump(loaded.library, to: &text)
    dump(loaded.problems, to: &text)
    dump(loaded.fileCount, to: &text)
    return text.split(separator: root).joined(separator: "")
  }

  @Test("the order in which files were made, and the number of threads, change nothing", arguments: [false, true])
  func isDeterministic(holdsBack: Bool) throws {
    var summaries: Set<String> = []
    for (seed, workers) in [(1, 1), (2, 2), (3, 4), (4, 1)] {
      let library = try library(seed: UInt64(seed))
      var options = LoadOptions()
      options.workers = workers
      options.holdsBack = holdsBack
      let loaded = try Library.load(library.folder, options: options)
      summaries.insert(summary(loaded, library.path))
    }
    #expect(summaries.count == 1)
  }

  @Test("files are counted, library.yml and drafts included")
  func counts() throws {
    let library = try TestLibrary([
      "content/resources/d.md": TestLibrary.card.changing("type:", to: "status: draft\ntype:")
    ])
    #expect(try library.load().fileCount == 8)
  }

  @Test("today changes problems and nothing else")
  func today() throws {
    let library = try TestLibrary()
    let early = try library.load(today: "2026-03-02")
    let late = try library.load(today: "2036-03-02")
    #expect(late.problems.map(\.rule.name) == ["review-overdue", "review-overdue"])
    #expect(early.problems.isEmpty)
    var texts = ["", ""]
    dump(early.library, to: &texts[0])
    dump(late.library, to: &texts[1])
    #expect(texts[0] == texts[1])
  }

  @Test("many mistakes in a large library are reported in little time")
  func manyMistakes() throws {
    let library = try TestLibrary()
    for number in 0..<400 {
      let text = PlantedMistake.text("[a](sheet-x\(number).md) [b](no/\(number).md)")
        .changing("type:", to: "related: [sheett-\(number)]\nowner: nobody\(number)\ntype:")
      try library.write("content/resources/sheet-\(number).md", text)
    }
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try library.load().problems.count }
    #expect(count >= 1_600)
    #expect(time < .seconds(30))
  }

  @Test("thousands of mistakes in one line or one list take time and memory in proportion")
  func longLine() throws {
    let links = (0..<5_000).map { "[a](b\($0)) [c](#d\($0))" }.joined(separator: " ")
    let names = (0..<5_000).map { "x\($0)" }.joined(separator: ", ")
    let library = try TestLibrary([
      "content/resources/roi-sheet.md": PlantedMistake.text(links)
        .changing("type:", to: "industries: [\(names)]\naliases: [\(names)]\nreplaces: [\(names)]\ntype:")
    ])
    let clock = ContinuousClock()
    var byteCount = 0
    var count = 0
    let time = try clock.measure {
      var problems = Problems()
      for problem in try library.load().problems { problems.add(problem) }
      let resolved = problems.resolved { try? library.folder.read($0) }
      count = resolved.count
      byteCount = TextFormat(usesColor: false).render(resolved).utf8.count
    }
    #expect(count == 3 * 1_001 + 1)
    #expect(byteCount < 20_000_000)
    #expect(time < .seconds(60))
  }
}
