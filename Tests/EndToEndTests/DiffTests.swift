// `shelfmark diff`: what a change does to sales, between folders, sites and library.json files.

import Foundation
import TestSupport
import Testing

@Suite("Differences")
struct DiffTests {
  private static let story = SmallLibrary.files["content/resources/plant-story.md"] ?? ""

  private static func diff(_ old: String, _ new: String, _ format: String = "markdown") throws -> String {
    let result = try shelfmark("diff", old, new, "--format", format, "--today", SmallLibrary.today)
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    return result.output
  }

  private static func json(_ old: TemporaryFolder, _ new: TemporaryFolder) throws -> JSON {
    try JSON(parsing: diff(old.path, new.path, "json"))
  }

  /// One of everything: an asset added, three changed, two retired, a gap opened and another closed.
  private static func changedLibrary() throws -> TemporaryFolder {
    try SmallLibrary.folder([
      "content/resources/spreadsheet-card.md": nil,
      "content/resources/plant-story.md": story.replacing("Better than", with: "Much better than"),
      "content/resources/roi.pdf": "%PDF-1.5\n%%EOF\n",
      "content/resources/renewal-guide.md": """
      ---
      title: "Renewal | <b>guide</b> @team [x](http://y.example) `z`"
      summary: What to say sixty days before the year is over.
      type: one-pager
      personas: [cfo]
      stages: [retention]
      reviewed: 2026-02-20
      ---
      Call them.
      """,
    ])
  }

  @Test("nothing changed is said in one sentence")
  func same() throws {
    let folder = try SmallLibrary.folder()
    #expect(try Self.diff(folder.path, folder.path).contains("Nothing: the same assets"))
    #expect(try Self.json(folder, folder)["changed"].array.isEmpty)
  }

  @Test("assets that come, change and go are told, and the gaps that open and close")
  func changes() throws {
    let (old, new) = (try SmallLibrary.folder(), try Self.changedLibrary())
    let json = try Self.json(old, new)
    #expect(json["added"] == ["renewal-guide"])
    #expect(json["retired"] == ["spreadsheet-card"])
    #expect(
      json["changed"] == [
        ["id": "plant-story", "what": ["text"]], ["id": "roi-sheet", "what": ["file roi.pdf"]],
      ])
    #expect(json["coverage"]["gapsBefore"] == 1 && json["coverage"]["gapsAfter"] == 1)
    let markdown = try Self.diff(old.path, new.path)
    #expect(markdown.contains("- A gap opens: nothing names IT leader in Retention any more"))
    #expect(markdown.contains("- A gap closes: Finance leader in Retention has 1 asset"))
    #expect(markdown.contains("| Finance leader | Retention | 0 | 1 |"))
    #expect(markdown.contains("3 assets before, 3 after: 1 added, 2 changed, 1 retired. 1 gap, as before."))
  }

  @Test("labels are told with what they were and are; a rename is no loss")
  func labels() throws {
    let renamed = Self.story.replacing("title: How", with: "aliases: [plant-story]\ntitle: This is how")
      .replacing("personas: [cfo, it-lead]", with: "personas: [cfo]")
    let roi = SmallLibrary.files["content/resources/roi-sheet.md"]?.replacing("plant-story.md", with: "night-shift.md")
    let new = try SmallLibrary.folder([
      "content/resources/plant-story.md": nil, "content/resources/night-shift.md": renamed,
      "content/resources/roi-sheet.md": roi,
    ])
    let old = try SmallLibrary.folder()
    let text = try Self.diff(old.path, new.path, "text").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("id: \"plant-story\" is now \"night-shift\""))
    #expect(text.contains("personas: \"cfo, it-lead\" is now \"cfo\""))
    #expect(text.contains("title: \"How a plant got its Sundays back\" is now \"This is how a plant"))
    #expect(try Self.json(old, new)["retired"].array.isEmpty)
  }

  @Test("sites and library.json files tell the same of assets and coverage as the folders they were built from")
  func sites() throws {
    let (old, new) = (try SmallLibrary.folder(), try Self.changedLibrary())
    let folders = try Self.json(old, new)
    for folder in [old, new] {
      #expect(try shelfmark("build", "--today", SmallLibrary.today, in: folder.path).status == 0)
    }
    for (left, right) in [
      ("/site", "/site"), ("/site/library.json", "/site/library.json"), ("", "/site"), ("/site", ""),
    ] {
      let result = try JSON(parsing: Self.diff(old.path + left, new.path + right, "json"))
      #expect(result["added"] == folders["added"] && result["retired"] == folders["retired"])
      #expect(result["changed"] == folders["changed"] && result["coverage"] == folders["coverage"])
    }
  }

  @Test("hostile titles show as they are written and call nobody")
  func hostile() throws {
    let (old, new) = (try SmallLibrary.folder(), try Self.changedLibrary())
    let markdown = try Self.diff(old.path, new.path)
    #expect(markdown.contains(#"Renewal \| &lt;b&gt;guide&lt;/b&gt; @"#))
    #expect(
      !markdown.contains("@team") && !markdown.contains("<b>") && !markdown.contains(/[^\\]\]\(/)
        && !markdown.contains("http://"))
  }

  @Test("problems of the files that changed stand first, with those the change brings elsewhere")
  func problems() throws {
    let old = try SmallLibrary.folder(["content/resources/was-wrong.md": "no labels\n"])
    let new = try SmallLibrary.folder([
      "content/resources/was-wrong.md": "no labels\n",
      "content/resources/plant-story.md": Self.story.replacing("## How it went", with: "## How it was")
        + "\n[a](gone.md)\n",
    ])
    let json = try Self.json(old, new)
    #expect(json["problems"].array.map { $0["rule"] } == ["broken-link"])
    #expect(json["otherProblems"].array.map { $0["rule"] } == ["broken-anchor"], "what was wrong before is not told")
    let markdown = try Self.diff(old.path, new.path)
    let mend = try #require(markdown.range(of: "To mend in the files that changed (1)"))
    let changed = try #require(markdown.range(of: "### Changed"))
    #expect(mend.lowerBound < changed.lowerBound)
  }

  @Test("scenarios that move are told with what stood there and what stands there now")
  func scenarios() throws {
    let scenario = ["content/scenarios.yml": "A CFO decides:\n  title: CFO\n  expect: [roi-sheet]\n"]
    let old = try SmallLibrary.folder(scenario)
    let new = try SmallLibrary.folder(
      scenario.merging([
        "content/resources/plant-story.md": Self.story.replacing("type:", with: "featured: true\ntype:")
      ]) { $1 })
    let json = try Self.json(old, new)
    #expect(
      json["scenarios"] == [
        ["name": "A CFO decides", "before": ["plant-story", "roi-sheet"], "after": ["plant-story", "roi-sheet"]]
      ] || json["scenarios"].array.isEmpty)
    let gone = try SmallLibrary.folder(
      scenario.merging([
        "content/resources/plant-story.md": Self.story.replacing(
          "personas: [cfo, it-lead]", with: "personas: [it-lead]")
      ]) { $1 })
    let moved = try Self.json(old, gone)["scenarios"]
    #expect(moved[0]["after"] == ["roi-sheet"] && moved[0]["before"].array.count == 2)
  }

  @Test(
    "what is no library is told with its reason, status 2",
    arguments: [
      ("{", "it is not JSON"), ("[]", "is not what is expected"), ("{}", "is missing"), ("\u{0}", "it is not JSON"),
      (#"{"schemaVersion": 2, "personas": [], "stages": [], "resources": []}"#, "schemaVersion is 2"),
      (#"{"schemaVersion": 1, "personas": [], "stages": [], "resources": [{"id": 7}]}"#, "resources[0].id"),
      ("too deep", "it is not JSON"),
    ])
  func damaged(text: String, reason: String) throws {
    let content = text == "too deep" ? String(repeating: "[", count: 100_000) : text
    let folder = try SmallLibrary.folder(["broken.json": content])
    let result = try shelfmark("diff", folder.path + "/broken.json", folder.path)
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.contains(reason), "\(result.errors)")
  }

  @Test("a path that is not there is told, and a folder that is no library")
  func missing() throws {
    let folder = try TemporaryFolder(["x/y": ""])
    #expect(try shelfmark("diff", folder.path + "/gone", folder.path).status == 3)
    let result = try shelfmark("diff", folder.path + "/x", folder.path + "/x")
    #expect(result.status == 2 && result.errors.contains("neither a folder 'content' nor a 'library.json'"))
  }
}
