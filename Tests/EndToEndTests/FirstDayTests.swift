// The first day of two teams: one that starts with nothing, one that brings a handbook of hundreds of files without
// labels. Every step is one that the step before has named.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("The first hour")
  struct FirstHourTests {
    @Test("from an empty folder to a site, by way of a mistake that the page shows")
    func firstHour() throws {
      let home = try TemporaryFolder()
      let started = try shelfmark("init", "library", in: home.path)
      #expect(started.status == 0)
      for step in ["cd library", "shelfmark build", "shelfmark serve", "shelfmark new resource", "shelfmark check"] {
        #expect(started.output.contains("  " + step), "\(step)")
      }
      let folder = try TemporaryFolder(movedFrom: home.path + "/library")
      let created = try shelfmark(
        "new", "resource", "second-look", "--type", "one-pager", "--personas", "finance-leader", "--stages", "decision",
        "--title", "A second look", in: folder.path)
      #expect(created.status == 0 && created.output == "content/resources/second-look.md\n", "\(created.errors)")

      let preview = try RunningPreview(folder)
      let browser = try Browser.fresh()
      let file = "content/resources/second-look.md"
      let sound = try #require(folder.read(file))
      try browser.go(preview.address + "resources/second-look.html")
      #expect(try browser.text("h1").hasSuffix("A second look"))
      try folder.write(file, sound.replacing("finance-leader", with: "finance-laeder"))
      let list = "document.querySelector('shelfmark-problems')?.shadowRoot.querySelector('.body')?.textContent || ''"
      try browser.wait(until: "(\(list)).includes(\"did you mean 'finance-leader'\")", seconds: 10)
      #expect(try browser.js("return \(list)").string?.contains(file + ":") == true)
      try browser.screenshot("first-hour-mistake")
      let broken = try shelfmark("check", in: folder.path)
      #expect(broken.status == 1 && broken.output.contains("Write: personas: [finance-leader]"), "\(broken.output)")
      #expect(try shelfmark("build", in: folder.path).status == 1)
      try folder.write(
        file,
        sound.replacing("summary: todo", with: "summary: What to send when they come back after a year.")
          .replacing("status: draft", with: "status: approved"))
      let text = "document.querySelector('main')?.innerText || ''"
      try browser.wait(until: "(\(text)).includes('when they come back after a year')", seconds: 10)
      #expect(try browser.js("return \(list)").string?.contains("finance-laeder") == false)

      let checked = try shelfmark("check", in: folder.path)
      #expect(checked.status == 0, "\(checked.output)")
      let built = try shelfmark("build", in: folder.path)
      #expect(built.status == 0 && built.output.contains("site/index.html"), "\(built.errors)")
      let site = try ServedSite(folder.path + "/site", .file)
      try browser.go("index.html#q=second%20look", of: site)
      try browser.wait(until: "document.querySelector('#results a.title')?.textContent === 'A second look'")
    }
  }
}

@Suite("A handbook without labels")
struct HandbookTests {
  private static let topics = [
    "Expenses", "Holidays", "Onboarding", "Security", "Pricing", "Escalation", "Hiring", "Travel", "Support", "Rollout",
  ]
  private static let areas = ["people", "sales", "engineering", "finance/europe", "support", "Legal & Co"]

  /// Some 300 files in folders, with links between them (one in thirty leads nowhere), tables, code and raw HTML.
  private static func tree() -> [String: String] {
    var files: [String: String] = ["Home.md": "# Home\n\n[People](people/expenses-0.md)\n"]
    for number in 0..<300 {
      let topic = topics[number % topics.count]
      let area = areas[number % areas.count]
      let next = (number + 7) % 300
      let target = number % 30 == 0 ? "gone-\(number).md" : "\(topics[next % topics.count].lowercased())-\(next).md"
      let way = String(repeating: "../", count: area.split(separator: "/").count)
      let place = areas[next % areas.count].replacing(" ", with: "%20")
      files["\(area)/\(topic.lowercased())-\(number).md"] = """
        # \(topic) in practice, part \(number)

        What everybody should know about \(topic.lowercased()), with the unmistakable word marker\(number)x.

        ## How it works

        See [the next one](\(way)\(place)/\(target)#how-it-works), <b>or ask</b>.

        | when | who |
        | --- | --- |
        | always | everybody |

        """
    }
    return files
  }

  @Test("is imported, checked against a baseline, built and found; its labels come through a sheet")
  func handbook() throws {
    let folder = try SmallLibrary.folder()
    for (name, text) in Self.tree() { try folder.write("handbook/" + name, text) }
    let imported = try shelfmark("import", "handbook", in: folder.path)
    #expect(imported.status == 0 && imported.errors.contains(/imported +301\n/), "\(imported.errors)")
    #expect(imported.output.matches(of: /-> content\/resources\//).count == 301, "every decision is listed")
    // What leads nowhere is told at its line; nothing else of it is left to find.
    #expect((imported.output + imported.errors).matches(of: /:\d+: .*gone-\d+\.md/).count == 10)

    let today = ["--today", SmallLibrary.today]
    func program(_ words: [String]) throws -> CommandResult {
      try run(Project.shelfmark, words + today, in: folder.path)
    }
    #expect(try program(["check", "--strict"]).status == 1)
    #expect(try program(["check", "--baseline", "known.txt", "--update-baseline"]).status == 0)
    #expect(try program(["check", "--strict", "--baseline", "known.txt"]).status == 0)
    #expect(try program(["build", "--baseline", "known.txt"]).status == 0)
    #expect(Crawl(site: folder.path + "/site").mistakes == [])
    let found = try program(["find", "marker124x"])
    #expect(found.output.contains("1. Pricing in practice, part 124"), "\(found.output)")

    let before = folder.files(below: "content")
    let texts = Dictionary(uniqueKeysWithValues: before.map { ($0, folder.read("content/" + $0) ?? "") })
    #expect(try shelfmark("labels", "--export", "labels.csv", in: folder.path).status == 0)
    let sheet = try #require(folder.read("labels.csv"))
    try folder.write("labels.csv", sheet.replacing(",todo,todo,todo,", with: ",one-pager,cfo,decision,"))
    let applied = try shelfmark("labels", "--apply", "labels.csv", "--yes", in: folder.path)
    #expect(applied.status == 0, "\(applied.errors)")
    #expect(folder.files(below: "content") == before)
    var changed = 0
    for name in before {
      let old = texts[name]?.components(separatedBy: "\n") ?? []
      let new = folder.read("content/" + name)?.components(separatedBy: "\n") ?? []
      guard old != new else { continue }
      changed += 1
      let others = zip(old, new).filter { $0 != $1 && $1.firstMatch(of: /^(type|personas|stages):/) == nil }
      #expect(others.isEmpty && old.count == new.count, "\(name): \(others)")
    }
    #expect(changed == 301)
    #expect(try program(["check"]).output.contains("'type' is not decided yet") == false)
  }
}
