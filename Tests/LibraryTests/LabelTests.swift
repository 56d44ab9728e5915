import Diagnostics
import Library
import Markdown
import Testing

@Suite("Labels of a resource") struct LabelTests {
  private func resource(_ text: String, settings: String = TestLibrary.settings) throws -> (Library, Resource) {
    let library = try TestLibrary(["content/resources/roi-sheet.md": text, "content/library.yml": settings])
    let loaded = try library.load()
    #expect(loaded.problems.filter { $0.severity == .error } == [])
    return (loaded.library, try #require(loaded.library.resources.first { $0.id == "roi-sheet" }))
  }

  @Test("a title that is not written is the first heading, a summary the first paragraph")
  func titleAndSummary() throws {
    let text =
      "---\ntype: one-pager\npersonas: [cfo]\nstages: [decision]\n---\n\n# What *downtime* costs\n\n"
      + "An hour of downtime costs more than people think, for it comes with overtime.\n\nSecond.\n"
    let resource = try resource(text).1
    #expect(resource.title == "What downtime costs")
    #expect(resource.summary == "An hour of downtime costs more than people think, for it comes with overtime.")
    #expect(!String(decoding: resource.body.html, as: UTF8.self).contains("What"))
  }

  @Test("a first paragraph that is too long for a summary ends at a word")
  func longSummary() throws {
    let text = TestLibrary.roi.changing("summary: What an hour of downtime costs, on one page.\n", to: "")
      .changing("Much.", to: String(repeating: "word, ", count: 60))
    let summary = try resource(text).1.summary
    #expect(summary.count <= 200)
    #expect(summary.hasSuffix("word…"))
  }

  @Test("owner, audience and review rhythm come from the resource, else its type, else the library")
  func inheritance() throws {
    let plain = try resource(TestLibrary.roi)
    #expect(plain.1.audience == .external)
    #expect(plain.1.status == .approved)
    #expect(plain.1.owner == nil)
    #expect(plain.1.reviewDue?.iso == "2027-03-01")
    let ofLibrary = try resource(TestLibrary.roi, settings: TestLibrary.settings + "owner: sales\n")
    #expect(ofLibrary.1.owner == .team(1))
    let settings = (TestLibrary.settings + "owner: sales\n").changing("review_every: 12m,", to: "owner: ana,")
    let ofType = try resource(TestLibrary.roi, settings: settings)
    #expect(ofType.1.owner == .person(0))
    #expect(ofType.1.reviewDue == nil)
    let own = PlantedMistake.labels("owner: Marketing\naudience: internal\nreview_every: 30d")
    let resource = try resource(own, settings: settings).1
    #expect(resource.owner == .team(0))
    #expect(resource.audience == .internal)
    #expect(resource.reviewDue?.iso == "2026-03-31")
  }

  @Test("a resource is internal where neither it nor its type says otherwise")
  func internalByDefault() throws {
    let settings = TestLibrary.settings.changing(", audience: external", to: "")
    #expect(try resource(TestLibrary.roi, settings: settings).1.audience == .internal)
  }

  @Test(
    "an id, a label or another name means the same, in any case, and one value is a list of one",
    arguments: [
      "type: Flyer\npersonas: Finance Leader\nstages: DECISION\nindustries: mfg",
      "type: ONE-PAGER\npersonas: [CFO]\nstages: [Decision]\nindustries: [Manufacturing, manufacturing]",
    ])
  func forgivingTyping(labels: String) throws {
    let text = TestLibrary.roi.changing("type: one-pager\npersonas: [cfo]\nstages: [decision]", to: labels)
    let (library, resource) = try resource(text)
    #expect(resource.type.map { library.types[$0].id } == "one-pager")
    #expect(resource.personas == .named([0]))
    #expect(resource.stages == .named([0]))
    #expect(resource.facets == [[0], []])
  }

  @Test("nothing after a label, or null, is as if it were not there")
  func absent() throws {
    let resource = try resource(PlantedMistake.labels("owner:\nshare: null\nfiles: ~\nuse_when: \"\"\nkeywords: []")).1
    #expect(resource.owner == nil)
    #expect(resource.share == nil)
    #expect(resource.files.isEmpty)
    #expect(resource.useWhen == nil)
  }

  @Test("labels that begin with x- are free")
  func freeLabels() throws {
    _ = try resource(PlantedMistake.labels("x-campaign: {a: [b, {c: d}]}"))
  }

  @Test("values are text until a label says otherwise")
  func text() throws {
    let text = TestLibrary.roi.changing("ROI sheet\n", to: "1.10\n").changing(
      "type:", to: "keywords: [no, 2026-03-01]\ntype:")
    let resource = try resource(text).1
    #expect(resource.title == "1.10")
    #expect(resource.keywords == ["no", "2026-03-01"])
  }

  @Test("all stands for everybody, todo for nobody yet")
  func allAndTodo() throws {
    let all = TestLibrary.roi.changing("[cfo]", to: "All").changing("[decision]", to: "[ALL]")
    #expect(try resource(all).1.personas == .all)
    #expect(try resource(all).1.stages == .all)
    let todo = try resource(TestLibrary.roi.changing("one-pager", to: "todo").changing("[cfo]", to: "[todo]")).1
    #expect(todo.type == nil)
    #expect(todo.personas == .todo)
    #expect(todo.isUnlabelled)
    #expect(todo.audience == .internal)
  }

  @Test("a snippet keeps its lines, and its placeholders in one spelling")
  func snippet() throws {
    let labels = "share: https://www.example.com/roi\nsnippet: |\n  Hi {{ First_Name }},\n\n  see {{link}}.\n"
    #expect(try resource(PlantedMistake.labels(labels)).1.snippet == "Hi {{first_name}},\n\nsee {{link}}.")
  }

  @Test("attachments are files with their size and digest, or addresses")
  func attachments() throws {
    let labels = "files: [ROI sheet.pdf, {path: b/x.csv, label: Table}, {url: https://example.com/v, label: Video}]"
    let library = try TestLibrary([
      "content/resources/roi-sheet.md": PlantedMistake.labels(labels), "content/resources/ROI sheet.pdf": "%PDF",
      "content/resources/b/x.csv": "a;b",
    ])
    let loaded = try library.load()
    #expect(loaded.problems == [])
    let resource = try #require(loaded.library.resources.first { $0.id == "roi-sheet" })
    #expect(resource.files.map(\.label) == ["ROI sheet.pdf", "Table", "Video"])
    #expect(
      resource.files.map(\.location) == [
        .file(
          path: "content/resources/ROI sheet.pdf", byteCount: 4,
          sha256: "315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027"),
        .file(
          path: "content/resources/b/x.csv", byteCount: 3,
          sha256: "5719af18823567701f70e9f302f75d96e574215493286286a57b0a4959672283"),
        .url("https://example.com/v"),
      ])
    #expect(
      loaded.library.files.map(\.url) == [
        "files/resources/roi-sheet/ROI%20sheet.pdf", "files/resources/roi-sheet/x.csv",
      ])
    #expect(loaded.library.files.map(\.outputPath).first == "files/resources/roi-sheet/ROI sheet.pdf")
  }

  @Test("a file called index.md has its folder's name")
  func folderNames() throws {
    let library = try TestLibrary([
      "content/resources/cases/acme/index.md": TestLibrary.card.changing("Battlecard Acme", to: "Acme")
    ])
    #expect(try library.load().library.resources.map(\.id) == ["acme", "battlecard-acme", "roi-sheet"])
  }

  @Test("related resources are found by id, old name or title")
  func related() throws {
    let library = try TestLibrary([
      "content/resources/roi-sheet.md": PlantedMistake.labels("related: [Battlecard Acme, old-card, battlecard-acme]"),
      "content/resources/battlecard-acme.md": TestLibrary.card.changing("type:", to: "aliases: [old-card]\ntype:"),
    ])
    let loaded = try library.load()
    #expect(loaded.problems == [])
    #expect(loaded.library.resources.map(\.related) == [[], [0]])
  }
}
