// `shelfmark report`: coverage, due reviews, duplicates, unused values, for people and for scripts.

import Foundation
import TestSupport
import Testing

@Suite("Reports")
struct ReportTests {
  private static func report(_ kind: String, _ folder: TemporaryFolder, _ more: String...) throws -> String {
    let arguments = ["report", kind, "--today", SmallLibrary.today] + more
    let result = try run(Project.shelfmark, arguments, in: folder.path)
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    return result.output
  }

  @Test("coverage counts as library.json does, tells gaps in words, and its command begins what is missing")
  func coverage() throws {
    let folder = try SmallLibrary.folder()
    #expect(try shelfmark("build", "--today", SmallLibrary.today, in: folder.path).status == 0)
    let site = try JSON(parsing: #require(folder.read("site/library.json")))["coverage"]
    let json = try JSON(parsing: Self.report("coverage", folder, "--format", "json"))
    #expect(json["cells"] == site["cells"])
    #expect(json["gaps"].array.count == site["gaps"].int)
    #expect(json["gaps"].array.map { "\($0["persona"].string ?? "") \($0["stage"].string ?? "")" } == ["cfo retention"])
    let text = try Self.report("coverage", folder)
    let command = "shelfmark new resource battlecard-cfo-retention --type battlecard --personas cfo --stages retention"
    #expect(text.contains("Finance leader in Retention: nothing names them."))
    #expect(text.contains("    \(command)\n"))
    #expect(json["gaps"][0]["command"].string == command)
    let markdown = try Self.report("coverage", folder, "--format", "markdown")
    #expect(markdown.contains("|  | Decision | Retention |\n| --- | ---: | ---: |\n| Finance leader | 2 | 0 |"))
  }

  @Test("columns line up in a terminal, also in scripts of double width")
  func alignment() throws {
    let persona = "---\ntitle: 財務責任者\nsummary: Signs the money off in the end.\njob_titles: [財務部長]\n---\n"
    let folder = try SmallLibrary.folder(["content/personas/zaimu.md": persona])
    let lines = try Self.report("coverage", folder).split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("財務") || $0.hasPrefix("Finance leader ") }
    #expect(rows.count == 2)
    let widths = rows.map { $0.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    #expect(Set(widths).count == 1, "\(rows)")
  }

  @Test("due reviews are told by week and owner, overdue ones apart, and a peak is flagged")
  func stale() throws {
    let folder = try SmallLibrary.folder()
    let text = SmallLibrary.files["content/resources/plant-story.md"] ?? ""
    for number in 1...6 {
      let copy = text.replacing("reviewed: 2026-02-01", with: "reviewed: 2025-06-0\(number)")
      try folder.write("content/resources/story-\(number).md", copy)
    }
    try folder.write("content/resources/old.md", text.replacing("reviewed: 2026-02-01", with: "reviewed: 2024-12-31"))
    try folder.write("content/resources/never.md", text.replacing("reviewed: 2026-02-01\n", with: ""))
    let json = try JSON(parsing: Self.report("stale", folder, "--format", "json"))
    #expect(json["neverReviewed"] == ["never"])
    let reviews = json["reviews"].array
    #expect(reviews.first?["id"] == "old" && reviews.first?["overdue"] == true && reviews.first?["due"] == "2025-12-31")
    #expect(reviews.first { $0["id"] == "story-1" }?["week"] == "2026-W23")
    #expect(!reviews.contains { $0["id"] == "plant-story" }, "due in February 2027")
    #expect(json["peaks"] == ["2026-W23"])
    let page = try Self.report("stale", folder)
    #expect(page.contains("1 overdue, 8 due in the next 26 weeks"))
    #expect(page.contains("Ana Ruiz: 1 overdue, 8 due") && page.contains("peak"))
  }

  @Test(
    "ISO weeks are right at the turns of years",
    arguments: [
      ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("2024-12-30", "2025-W01"),
    ])
  func weeks(due: String, week: String) throws {
    let folder = try SmallLibrary.folder()
    let year = (Int(due.prefix(4)) ?? 0) - 1
    let text = SmallLibrary.files["content/resources/plant-story.md"] ?? ""
    let reviewed = "\(year)\(due.dropFirst(4))"
    try folder.write("content/resources/one.md", text.replacing("reviewed: 2026-02-01", with: "reviewed: \(reviewed)"))
    let result = try shelfmark("report", "stale", "--format", "json", "--today", due, in: folder.path)
    let review = try JSON(parsing: result.output)["reviews"].array.first { $0["id"] == "one" }
    #expect(review?["due"].string == due && review?["week"].string == week)
  }

  @Test("the calendar is one that a reader of RFC 5545 accepts, the same bytes on every day", .needs(.reportReaders))
  func calendar() throws {
    let folder = try SmallLibrary.folder()
    let title = "Évil; title, with \\\\ backslash 日本語日本語日本語日本語日本語日本語日本語日本語日本語 and 😀😀😀😀 more"
    let text = SmallLibrary.files["content/resources/spreadsheet-card.md"] ?? ""
    try folder.write(
      "content/resources/spreadsheet-card.md",
      text.replacing("title: Against the spreadsheet", with: "title: \"\(title)\""))
    _ = try Self.report("stale", folder, "--ics", "reviews.ics")
    let first = try #require(folder.read("reviews.ics"))
    let events = try ReportReader.events(in: folder.path + "/reviews.ics")
    #expect(
      events.map { $0.split(separator: " | ").prefix(2).joined(separator: " | ") } == [
        "2026-05-20 | review-spreadsheet-card@small.example", "2026-07-15 | review-roi-sheet@small.example",
      ])
    #expect(events[0].hasSuffix("Review: " + title.replacing("\\\\", with: "\\")))
    let result = try shelfmark("report", "stale", "--ics", "later.ics", "--today", "2026-03-02", in: folder.path)
    #expect(result.status == 0)
    #expect(folder.read("later.ics") == first)
    #expect(try shelfmark("report", "coverage", "--ics", "x.ics", in: folder.path).status == 2)
  }

  @Test("nearly the same titles and texts are found, and different ones are not")
  func duplicates() throws {
    let words = (1...200).map { "word\($0 * 7919 % 1009)" }
    func resource(_ title: String, _ body: some Sequence<String>) -> String {
      "---\ntitle: '\(title)'\nsummary: Something that is long enough.\ntype: one-pager\npersonas: [cfo]\nstages: [decision]\nreviewed: 2026-02-01\n---\n\(body.joined(separator: " "))\n"
    }
    var edited = words
    edited[40] = "changed"
    edited[120] = "changed too"
    let folder = try SmallLibrary.folder([
      "content/resources/a.md": resource("Cost of downtime calculator", words),
      "content/resources/b.md": resource("The calculators: cost of downtime", edited),
      "content/resources/c.md": resource("Price sheet 2025", words.prefix(100).map { $0 + "x" }),
      "content/resources/d.md": resource("Price sheet 2026", words.prefix(100).map { $0 + "y" }),
      "content/resources/e.md": resource("Something elze entirely", ["Short."]),
      "content/resources/f.md": resource("Something else entirely", ["Short."]),
    ])
    let json = try JSON(parsing: Self.report("duplicates", folder, "--format", "json"))
    #expect(json["titles"].array.map { $0["ids"].strings } == [["a", "b"], ["e", "f"]])
    #expect(json["texts"].array.map { $0["ids"].strings } == [["a", "b"]])
    #expect((85...99).contains(json["texts"][0]["percent"][0].int ?? 0))
    let text = try Self.report("duplicates", folder)
    #expect(text.contains("Titles: 2 groups") && text.contains("Texts: 1 group"))
  }

  @Test("what no resource names is listed, and nothing else")
  func unused() throws {
    let settings = (SmallLibrary.files["content/library.yml"] ?? "").replacing(
      "people:\n", with: "people:\n  bo: {name: Bo Berg, team: marketing}\n")
    let folder = try SmallLibrary.folder(["content/library.yml": settings])
    let json = try JSON(parsing: Self.report("unused-values", folder, "--format", "json"))
    #expect(json == ["personas": [], "stages": [], "types": [], "facets.industries": ["retail"], "people": ["bo"]])
    #expect(try Self.report("unused-values", folder).contains("  - retail: Retail\n"))
  }

  @Test(
    "a report on the sample library is text that fits its words, in every format",
    arguments: ["coverage", "stale", "duplicates", "unused-values"])
  func sample(kind: String) throws {
    for format in ["text", "json", "markdown"] {
      let result = try shelfmark("report", kind, "-C", Project.root, "--format", format, "--today", "2026-11-22")
      #expect(result.status == 0 && !result.output.isEmpty)
      #expect(!result.output.contains("\u{1B}"), "no colours where nobody watches")
      if format == "json" { _ = try JSON(parsing: result.output) }
    }
  }

  @Test("an unknown report is told with the ones there are")
  func unknown() throws {
    let folder = try SmallLibrary.folder()
    let result = try shelfmark("report", "stal", in: folder.path)
    #expect(result.status == 2 && result.errors.contains("did you mean 'stale'?"))
  }
}
