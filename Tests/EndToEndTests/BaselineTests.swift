// An old library adopts the check: what was wrong before is written down, only what is new fails.

import Foundation
import TestSupport
import Testing

@Suite("Baseline files")
struct BaselineTests {
  private static let mistakes = PlantedMistake.inLabels + PlantedMistake.inTexts

  private static func old() throws -> TemporaryFolder {
    let folder = try SmallLibrary.folder()
    let fixed = [
      "label-syntax", "audience-leak", "unsafe-link", "duplicate-id", "active-content", "outside-content", "path-clash",
    ]
    for mistake in mistakes where !fixed.contains(mistake.rule) { try mistake.plant(in: folder) }
    return folder
  }

  private static func check(_ folder: TemporaryFolder, _ more: String...) throws -> CommandResult {
    let arguments = ["check", "--today", SmallLibrary.today, "--baseline", "known.txt"] + more
    return try run(Project.shelfmark, arguments, in: folder.path)
  }

  private static func update(_ folder: TemporaryFolder) throws -> CommandResult {
    try check(folder, "--update-baseline")
  }

  @Test("what was there is known, counted and fails nothing; a new mistake fails alone")
  func adopts() throws {
    let folder = try Self.old()
    #expect(try Self.update(folder).status == 0)
    let lines = try #require(folder.read("known.txt")).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines == lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } && lines.count > 20)
    let known = try Self.check(folder, "--strict")
    #expect(known.status == 0 && known.output == "")
    #expect(known.errors.contains("no new problems\n\(lines.count) known problems in the baseline\n"))
    try folder.write("content/resources/new.md", "no labels\n")
    let new = try Self.check(folder, "--format", "json")
    #expect(new.status == 1)
    let json = try JSON(parsing: new.output)
    #expect(json["problems"].array.map { $0["file"] } == ["content/resources/new.md"])
    #expect(json["summary"]["known"].int == lines.count)
  }

  @Test("a second mistake like a known one is new, and lines may move")
  func countedOnes() throws {
    let folder = try SmallLibrary.folder()
    let text = SmallLibrary.files["content/resources/plant-story.md"] ?? ""
    try folder.write("content/resources/plant-story.md", text + "\n[a](gone.md)\n")
    #expect(try Self.update(folder).status == 0)
    try folder.write("content/resources/plant-story.md", text + "\nMore.\n\n[a](gone.md)\n")
    #expect(try Self.check(folder).status == 0)
    try folder.write("content/resources/plant-story.md", text + "\n[a](gone.md)\n\n[b](gone.md)\n")
    let result = try Self.check(folder)
    #expect(result.status == 1 && result.errors.contains("1 new error\n"))
  }

  @Test("what has been mended is told, and by how much the file can shrink")
  func shrinks() throws {
    let folder = try SmallLibrary.folder(["content/resources/roi.pdf": nil])
    #expect(try Self.update(folder).status == 0)
    try folder.write("content/resources/roi.pdf", "%PDF-1.4\n%%EOF\n")
    let result = try Self.check(folder)
    #expect(result.status == 0)
    #expect(result.errors.contains("the baseline can shrink by 1") && result.errors.contains("[missing-file]"))
    #expect(try Self.update(folder).status == 0)
    #expect(try !Self.check(folder).errors.contains("shrink"))
  }

  @Test("what leaks is never known: it is told when the file is written, and fails all the same")
  func neverKnown() throws {
    let folder = try SmallLibrary.folder()
    let text = SmallLibrary.files["content/resources/plant-story.md"] ?? ""
    try folder.write("content/resources/plant-story.md", text + "\n[a](spreadsheet-card.md) [b](gone.md)\n")
    let update = try Self.update(folder)
    #expect(update.status == 1)
    #expect(update.output.contains("[audience-leak]") && update.errors.contains("1 problem cannot be in a baseline"))
    #expect(folder.read("known.txt")?.contains("broken-link") == true)
    #expect(folder.read("known.txt")?.contains("audience-leak") == false)
    let forged = try #require(folder.read("known.txt")) + "content/resources/plant-story.md\taudience-leak\t"
    let message = try JSON(parsing: Self.check(folder, "--format", "json").output)["problems"][0]["message"].string
    try folder.write("known.txt", forged + (message ?? "") + "\n")
    #expect(try Self.check(folder).status == 1)
    #expect(
      try shelfmark("build", "--baseline", "known.txt", "--today", SmallLibrary.today, in: folder.path).status == 1)
  }

  @Test("a build publishes with known errors, leaves out what they spoil, and stops at a new one")
  func build() throws {
    let folder = try Self.old()
    #expect(try Self.update(folder).status == 0)
    func build() throws -> CommandResult {
      try shelfmark("build", "--baseline", "known.txt", "--today", SmallLibrary.today, in: folder.path)
    }
    let built = try build()
    #expect(built.status == 0, "\(built.errors.suffix(2_000))")
    #expect(built.output.contains("known problems in the baseline"))
    let site = FolderSnapshot(folder.path + "/site")
    expectNone(site.names(containing: "DRAFTWORD"), "a draft is published in")
    expectNone(
      Crawl(site: folder.path + "/site", baseURL: "https://small.example/").mistakes.filter {
        !$0.contains("#the-summ")
      })
    for mistake in Self.mistakes {
      guard let id = mistake.id, folder.read("content/resources/planted/\(id).md") != nil else { continue }
      #expect((site.text("resources/\(id).html") != nil) == mistake.isMended, "\(id)")
    }
    let held = try shelfmark(
      "build", "--hold-back", "--output", "other", "--today", SmallLibrary.today, in: folder.path)
    #expect(held.status == 0)
    #expect(FolderSnapshot(folder.path + "/other").names == site.names, "as with --hold-back")
    try folder.write("content/resources/new.md", "no labels\n")
    let stopped = try build()
    #expect(stopped.status == 1)
    #expect(
      stopped.errors.contains("content/resources/new.md:1:1: error") && stopped.errors.contains("nothing was published")
    )
  }

  @Test("mistakes in personas, stages and library.yml can be known too")
  func vocabulary() throws {
    let folder = try SmallLibrary.folder([
      "content/personas/cfo.md": SmallLibrary.files["content/personas/cfo.md"]?.replacing(
        "title:", with: "mood: fine\ntitle:")
    ])
    #expect(try Self.update(folder).status == 0)
    #expect(
      try shelfmark("build", "--baseline", "known.txt", "--today", SmallLibrary.today, in: folder.path).status == 0)
  }

  @Test("a missing or damaged file is told with what to do, status 2, and nothing is checked")
  func damaged() throws {
    let folder = try SmallLibrary.folder()
    for command in ["check", "build"] {
      let missing = try shelfmark(command, "--baseline", "gone.txt", in: folder.path)
      #expect(missing.status == 2 && missing.output == "")
      #expect(
        missing.errors.contains("cannot read the baseline 'gone.txt'") && missing.errors.contains("--update-baseline"))
      try folder.write("bad.txt", "# shelfmark baseline 1\na\tb\n")
      let bad = try shelfmark(command, "--baseline", "bad.txt", in: folder.path)
      #expect(bad.status == 2 && bad.errors.hasPrefix("bad.txt:2: error: this is no baseline"))
    }
    let alone = try shelfmark("check", "--update-baseline", in: folder.path)
    #expect(alone.status == 2 && alone.errors.contains("'--update-baseline' needs '--baseline FILE'"))
  }
}
