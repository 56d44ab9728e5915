// content/scenarios.yml: what typical leads must see, told when an edit breaks it, warned of when only time does.

import Foundation
import TestSupport
import Testing

@Suite("Scenarios")
struct ScenarioTests {
  private static let file = "content/scenarios.yml"

  private static func check(_ changes: [String: String?], today: String = SmallLibrary.today) throws -> [JSON] {
    let folder = try SmallLibrary.folder(changes)
    return try JSON(parsing: shelfmark("check", "--format", "json", "--today", today, in: folder.path).output)[
      "problems"
    ]
    .array
  }

  private static func scenario(_ lines: String...) -> [String: String?] {
    [file: "A situation:\n" + lines.map { "  \($0)\n" }.joined()]
  }

  private static func resource(_ name: String, _ change: (String) -> String) -> [String: String?] {
    let path = "content/resources/\(name).md"
    return [path: SmallLibrary.files[path].map(change)]
  }

  @Test(
    "a scenario that holds is silent, however its lead is written",
    arguments: [
      ["title: Finance Dir.", "expect: [roi-sheet]"], ["persona: cfo", "stage: Decision", "expect: roi-sheet"],
      ["title: CFO", "industries: [Mfg]", "expect: [plant-story, roi-sheet]"],
      ["words: stopped line", "expect: [roi-sheet]"], ["title: CFO", "sent: [roi-sheet]", "expect: [plant-story]"],
      ["words: spreadsheet", "persona: it-lead", "expect: [spreadsheet-card]"],
    ])
  func holds(lines: [String]) throws {
    var changes: [String: String?] = [Self.file: "A situation:\n" + lines.map { "  \($0)\n" }.joined()]
    changes["content/library.yml"] = SmallLibrary.files["content/library.yml"].map {
      $0 + "title_words: {Dir: Director}\n"
    }
    expectNone(try Self.check(changes).map(\.description))
  }

  @Test("an edit that breaks one is an error that names the scenario, its line, and what stands there instead")
  func broken() throws {
    var changes = Self.scenario("title: CFO", "stage: decision", "expect: [roi-sheet]")
    changes.merge(Self.resource("roi-sheet") { $0.replacing("personas: [cfo]", with: "personas: [it-lead]") }) { $1 }
    let problem = try #require(Self.check(changes).first)
    #expect(problem["rule"] == "scenario" && problem["severity"] == "error")
    #expect(problem["file"].string == Self.file && problem["line"] == 4 && problem["column"] == 12)
    let message = try #require(problem["message"].string)
    #expect(
      message
        == "'roi-sheet' is not among the first three for 'A situation': its labels leave it out; plant-story stands there"
    )
    let command = try #require(problem["help"].string?.split(separator: "with: ").last)
    #expect(command == "shelfmark match --title CFO --stage decision")
  }

  @Test("others that go by are told with the place that is left")
  func outranked() throws {
    var changes = Self.scenario("title: CFO", "stage: decision", "expect: [roi-sheet]")
    for number in 1...3 {
      let text = SmallLibrary.files["content/resources/plant-story.md"] ?? ""
      changes["content/resources/other-\(number).md"] =
        text.replacing("title: How a plant got its Sundays back", with: "title: Another \(number)\nfeatured: true")
    }
    let message = try #require(Self.check(changes).first?["message"].string)
    #expect(message.contains("it stands in place 5; other-1, other-2 and other-3 stand there"))
  }

  @Test(
    "a draft or an archived resource is told as such",
    arguments: ["draft": "it is a draft", "archived": "it is archived"])
  func withdrawn(status: String, reason: String) throws {
    var changes = Self.scenario("title: CFO", "expect: [plant-story]")
    changes.merge(Self.resource("plant-story") { $0.replacing("type:", with: "status: \(status)\ntype:") }) { $1 }
    changes.merge(
      Self.resource("roi-sheet") { $0.replacing(", see [the plant story](plant-story.md#how-it-went)", with: "") }
    ) { $1 }
    #expect(try Self.check(changes).contains { $0["message"].string?.contains(reason) == true })
  }

  @Test("what only time breaks is a warning that says which day did it, and a build goes on")
  func time() throws {
    let scenario = Self.scenario("title: CFO", "expect: [plant-story]")
    for (label, reason) in [
      ("expires: 2026-02-01", "it expired on 2026-02-01"),
      ("publish: 2026-09-01", "it is not published before 2026-09-01"),
    ] {
      let changes = scenario.merging(
        Self.resource("plant-story") { $0.replacing("type:", with: "\(label)\ntype:") }
      ) { $1 }
      let problems = try Self.check(changes).filter { $0["rule"] == "scenario-date" }
      #expect(problems.map { $0["severity"] } == ["warning"])
      #expect(problems.first?["message"].string?.contains(reason) == true)
      let folder = try SmallLibrary.folder(changes)
      #expect(try shelfmark("build", "--today", SmallLibrary.today, in: folder.path).status == 0)
    }
    let later = try Self.check(Self.scenario("title: CFO", "expect: [roi-sheet]"), today: "2026-09-01")
    expectNone(later.filter { $0["rule"] != "review-overdue" }.map(\.description), "two resources: still among three")
  }

  @Test("build and check tell the same, and a build with a broken scenario publishes nothing")
  func build() throws {
    let folder = try SmallLibrary.folder(Self.scenario("title: CFO", "expect: [spreadsheet-card]"))
    let result = try shelfmark("build", "--today", SmallLibrary.today, in: folder.path)
    #expect(result.status == 1)
    #expect(
      result.errors.contains("content/scenarios.yml:3:12: error: 'spreadsheet-card' is not among the first three"))
    #expect(folder.read("site/index.html") == nil)
    let held = try shelfmark("build", "--hold-back", "--today", SmallLibrary.today, in: folder.path)
    #expect(held.status == 0)
    #expect(held.errors.contains("warning: 'spreadsheet-card' is not among the first three"))
  }

  @Test(
    "a malformed file is told at its places",
    arguments: [
      ("A:\n  title: CFO\n  ▲expct: [roi-sheet]\n", "unknown-label"), ("▲A:\n  title: CFO\n", "missing-label"),
      ("A:\n  title: ▲Grand Vizier\n  expect: [roi-sheet]\n", "scenario"),
      ("A:\n  lifecycle: ▲Nowhere\n  expect: [roi-sheet]\n", "scenario"),
      ("A:\n  industries: [Mfg, ▲Mining]\n  expect: [roi-sheet]\n", "scenario"),
      ("A:\n  expect: [▲roi-shet]\n", "unknown-resource"), ("▲A: [roi-sheet]\n", "invalid-value"),
      ("▲A: roi-sheet\n", "invalid-value"), ("A:\n  expect: ▲[a, b, c, d]\n", "invalid-value"),
      ("A:\n  title: ▲[CFO]\n  expect: [roi-sheet]\n", "invalid-value"),
    ])
  func malformed(marked: String, rule: String) throws {
    let text = MarkedText(marked)
    let problems = try Self.check([Self.file: text.text]).filter { $0["rule"].string == rule }
    let start = text.text.utf8.prefix(text.offsets[0])
    let line = start.count { $0 == UInt8(ascii: "\n") } + 1
    #expect(problems.contains { $0["line"].int == line && $0["file"].string == Self.file }, "\(problems)")
    #expect(problems.allSatisfy { $0["help"].string?.isEmpty == false })
  }

  @Test("any bytes are read without a crash")
  func hostile() throws {
    for bytes in [[0xFF, 0xFE], Array("a: {b: {c: {d: [".utf8), Array(repeating: UInt8(ascii: "["), count: 5_000), []] {
      let folder = try SmallLibrary.folder()
      try folder.write(Self.file, bytes)
      #expect([0, 1].contains(try shelfmark("check", "--today", SmallLibrary.today, in: folder.path).status))
    }
  }

  @Test("what is expected of a file with a mistake of its own is not told a second time")
  func consequence() throws {
    var changes = Self.scenario("title: CFO", "expect: [roi-sheet]")
    changes.merge(Self.resource("roi-sheet") { $0.replacing("personas: [cfo]", with: "personas: [cf0]") }) { $1 }
    #expect(try Self.check(changes).map { $0["rule"] } == ["unknown-persona"])
  }

  @Test("an old name of a resource still means it")
  func alias() throws {
    var changes = Self.scenario("title: CFO", "expect: [roi-page]")
    changes.merge(Self.resource("roi-sheet") { $0.replacing("type:", with: "aliases: [roi-page]\ntype:") }) { $1 }
    expectNone(try Self.check(changes).map(\.description))
  }

  @Test("the sample library has scenarios, and they hold")
  func sample() throws {
    let scenarios = try String(contentsOfFile: Project.root + "/" + Self.file, encoding: .utf8)
    #expect(scenarios.matches(of: /(?m)^[A-Z].*:$/).count >= 6)
    let result = try shelfmark("check", "-C", Project.root, "--format", "json", "--today", "2026-11-22")
    expectNone(
      try JSON(parsing: result.output)["problems"].array.filter { $0["rule"].string?.hasPrefix("scenario") == true }
        .map(\.description))
  }
}
