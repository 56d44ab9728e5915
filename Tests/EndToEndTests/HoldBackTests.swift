// The publishing branch: one team's slip must not keep another's launch, or the withdrawal of a wrong price, off the
// site; and what would leak is not published for all that.

import Foundation
import TestSupport
import Testing

@Suite("Holding back")
struct HoldBackTests {
  /// What stands in resources; mistakes in library.yml, personas and stages stop every publication.
  private static let mistakes = PlantedMistake.inLabels + PlantedMistake.inTexts + PlantedMistake.inFiles

  private static func publish(_ library: TemporaryFolder) throws -> CommandResult {
    try shelfmark("build", "-C", library.path, "--today", SmallLibrary.today, "--hold-back")
  }

  @Test("what is sound is published, what is not is listed with its owner, and nothing leaks")
  func publishes() throws {
    let library = try SmallLibrary.folder()
    for mistake in Self.mistakes { try mistake.plant(in: library) }
    let result = try Self.publish(library)
    #expect(result.status == 0, "\(result.errors.suffix(2_000))")
    #expect(!result.errors.contains(" error: "), "what is dealt with is a warning")
    #expect(result.output.contains("eld back"))
    let site = FolderSnapshot(library.path + "/site")

    let coverage = try #require(site.text("coverage.html"))
    for mistake in Self.mistakes {
      guard let id = mistake.id else { continue }
      let page = "resources/\(id).html"
      #expect((site.text(page) != nil) == mistake.isMended, "\(page) [\(mistake.rule)]")
      if !mistake.isMended { #expect(coverage.contains(id), "\(id) is missing on Coverage") }
    }
    for name in ["roi-sheet", "plant-story", "spreadsheet-card"] { #expect(site.text("resources/\(name).html") != nil) }

    expectNone(site.names(containing: "DRAFTWORD"), "a draft is published in")
    let internals: Set<String> = ["spreadsheet-card", "margins"]
    expectNone(
      site.names(containing: "INTERNALWORD").filter { name in
        !internals.contains { name.contains($0) } && name != "library.json" && !name.hasPrefix("search/")
      }, "what is for colleagues stands in")
    expectNone(site.names(containing: "=\"javascript:"), "a script's address is linked in")
    expectNone(site.names.filter { $0.hasSuffix("page.html") || $0.hasSuffix("report.pdf") }, "a disguised script")
    expectNone(site.names(containing: "root:x:0:0"), "a file from outside is published in")
    let remote = site.names(containing: "elsewhere.example/plant.png").filter { $0 != "coverage.html" }
    expectNone(remote, "an image from elsewhere stands in")

    let crawl = Crawl(site: library.path + "/site", baseURL: "https://small.example/")
    // A place that a page does not have is a warning: the page opens all the same.
    expectNone(crawl.mistakes.filter { !$0.contains("#the-summ") })
    if Tool.htmlChecker.isThere { try expectNone(HTMLChecker.problems(in: library.path + "/site")) }
    if Tool.schemaChecker.isThere {
      let folder = library.path + "/site/"
      try expectNone(
        JSONSchema.problems(document: folder + "library.json", schema: folder + "library.schema.json"))
    }
  }

  @Test("a wrong price leaves the site although another team's text is broken")
  func withdraws() throws {
    let library = try SmallLibrary.folder()
    #expect(try Self.publish(library).status == 0)
    try library.remove("content/resources/spreadsheet-card.md")
    try PlantedMistake("label-syntax", resource: ["keywords: [one, ▲\"two]"]).plant(in: library)
    #expect(try Self.publish(library).status == 0)
    let site = FolderSnapshot(library.path + "/site")
    #expect(site.text("resources/spreadsheet-card.html") == nil)
    // The shards of the build before stay for readers who have its pages open, until the next change.
    expectNone(site.names(containing: "INTERNALWORD").filter { !$0.hasPrefix("search/") })
  }

  @Test("an answer on the terminal says in one line what it leaves out", arguments: ["find", "match"])
  func answers(command: String) throws {
    let library = try SmallLibrary.folder()
    func ask() throws -> CommandResult {
      try shelfmark(command, "-C", library.path, "--today", SmallLibrary.today, "--limit", "1")
    }
    #expect(try !ask().errors.contains("in the content"))
    try PlantedMistake("label-syntax", resource: ["keywords: [one, ▲\"two]"]).plant(in: library)
    try PlantedMistake("unknown-value", resource: ["industries: [▲spaec]"]).plant(in: library)
    let result = try ask()
    #expect(result.status == 0)
    let lines = result.errors.split(separator: "\n").filter { $0.contains("in the content") }
    #expect(lines == ["2 errors in the content, 1 resource held back; 'shelfmark check' lists them"])
  }

  @Test(
    "mistakes in library.yml, personas, stages and templates still stop it",
    arguments: PlantedMistake.inVocabularies + PlantedMistake.inTemplates.filter { $0.rule == "template-syntax" })
  func stops(mistake: PlantedMistake) throws {
    let library = try SmallLibrary.folder()
    #expect(try Self.publish(library).status == 0)
    let before = FolderSnapshot(library.path + "/site")
    try mistake.plant(in: library)
    let result = try Self.publish(library)
    #expect(result.status == 1)
    #expect(result.errors.contains("[\(mistake.rule)]"))
    expectNone(FolderSnapshot(library.path + "/site").rewritten(since: before))
  }
}
