import Diagnostics
import Library
import Markdown
import Testing

@Suite("Holding back") struct HoldingBackTests {
  private func ids(_ loaded: LoadedLibrary) -> [String] { loaded.library.resources.map(\.id) }

  private func html(_ id: String, of library: Library) -> String {
    library.resources.first { $0.id == id }.map { String(decoding: $0.body.html, as: UTF8.self) } ?? ""
  }

  @Test("a sound library is published whole, with its warnings")
  func sound() throws {
    let loaded = try TestLibrary().load(holdsBack: true)
    #expect(ids(loaded) == ["battlecard-acme", "roi-sheet"])
    #expect(loaded.library.heldBack.isEmpty && loaded.library.dropped.isEmpty)
  }

  @Test(
    "a resource that leaks, cannot be read for certain, or has no usable type, persona or stage is held back",
    arguments: [
      PlantedMistake.text("See [the card](battlecard-acme.md)."),
      PlantedMistake.labels("snippet: see battlecard-acme.md"),
      TestLibrary.roi.changing("[cfo]", to: "[cfo"), TestLibrary.roi.changing("[cfo]", to: "[cf0]"),
      TestLibrary.roi.changing("personas", to: "personnas"), TestLibrary.roi.changing("stages: [decision]\n", to: ""),
      TestLibrary.roi.changing("one-pager", to: "two-pager"), PlantedMistake.labels("status: draftt"),
      PlantedMistake.labels("statuss: draft"), "no labels", "", "\u{FF}\u{FE}",
      PlantedMistake.text(String(repeating: "> ", count: 200) + "x"),
    ])
  func holds(text: String) throws {
    let library = try TestLibrary(["content/resources/roi-sheet.md": text])
    #expect(try library.load().hasErrors)
    let loaded = try library.load(holdsBack: true)
    #expect(ids(loaded) == ["battlecard-acme"])
    #expect(loaded.library.heldBack.map(\.id) == ["roi-sheet"])
    #expect(loaded.library.heldBack.first?.problems.isEmpty == false)
    #expect(!loaded.hasErrors)
    #expect(!loaded.problems.isEmpty)
  }

  @Test(
    "a bad optional label is left out, and the resource published without it",
    arguments: [
      "owner: anna", "industries: [manufactoring]", "expires: soon", "share: http://wiki", "related: [nothing]",
      "use_when: [a]", "keywords: {a: b}", "files: [nothing.pdf]", "aliases: [battlecard-acme]", "zzz: 1",
      "lang: English!",
      "status: aproved", "files: [evil.html]",
    ])
  func drops(labels: String) throws {
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels(labels)])
    try library.write("content/resources/evil.html", "<script>")
    #expect(try library.load().hasErrors)
    let loaded = try library.load(holdsBack: true)
    #expect(ids(loaded) == ["battlecard-acme", "roi-sheet"])
    #expect(loaded.library.dropped.map(\.id) == ["roi-sheet"])
    #expect(loaded.library.heldBack.isEmpty)
    #expect(loaded.library.files.isEmpty)
    #expect(!loaded.hasErrors)
  }

  @Test("an audience that cannot be understood is internal", arguments: ["audience: intrenal?", "audiense: internal"])
  func unclearAudience(labels: String) throws {
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels(labels)])
    let loaded = try library.load(holdsBack: true)
    #expect(loaded.library.resources.map(\.audience) == [.internal, .internal])
  }

  @Test("links to what is not published become text, images their description")
  func links() throws {
    let text =
      "[held](held.md) [draft](draft.md) [gone](gone.md) ![picture](evil.svg) ![lost](lost.png) [cfo](../personas/cfo.md)"
    let library = try TestLibrary([
      "content/resources/roi-sheet.md": PlantedMistake.text(text).changing("type:", to: "related: [held]\ntype:"),
      "content/resources/held.md": TestLibrary.roi.changing("ROI sheet", to: "Held").changing("[cfo]", to: "[nobody]"),
      "content/resources/draft.md": TestLibrary.roi.changing("ROI sheet", to: "Draft").changing(
        "type:", to: "status: draft\ntype:"),
      "content/resources/evil.svg": "<svg><script/></svg>",
      "content/stages/decision.md": TestLibrary.stage + "\n\n[held](../resources/held.md)\n",
    ])
    let loaded = try library.load(workers: 2, holdsBack: true)
    #expect(ids(loaded) == ["battlecard-acme", "draft", "roi-sheet"])
    let body = html("roi-sheet", of: loaded.library)
    #expect(body.contains("held draft gone picture lost <a href=\"../personas/cfo.html\">cfo</a>"), "\(body)")
    #expect(loaded.library.resources.last?.related == [])
    let stage = loaded.library.stages.first.map { String(decoding: $0.body.html, as: UTF8.self) } ?? ""
    #expect(stage.contains("<p>held</p>"), "\(stage)")
    #expect(loaded.library.files.isEmpty)
    #expect(loaded.library.heldBack.map(\.id) == ["held"])
    #expect(loaded.library.dropped.count == 4)
  }

  @Test("of two files with one name the first is published")
  func duplicates() throws {
    let library = try TestLibrary(["content/resources/z/roi-sheet.md": TestLibrary.roi])
    let loaded = try library.load(holdsBack: true)
    #expect(ids(loaded) == ["battlecard-acme", "roi-sheet"])
    #expect(loaded.library.heldBack.map(\.file) == ["content/resources/z/roi-sheet.md"])
  }

  @Test("what is related and what replaces what still fit when something is taken out")
  func indices() throws {
    func card(_ title: String, _ labels: String) -> String {
      TestLibrary.card.changing("Battlecard Acme", to: title).changing("type:", to: labels + "\ntype:")
    }
    let library = try TestLibrary([
      "content/resources/a.md": card("A", "replaces: [roi-sheet]").changing("[cfo]", to: "[nobody]"),
      "content/resources/b.md": card("B", "related: [a, roi-sheet, battlecard-acme]\nreplaces: [a]"),
    ])
    let loaded = try library.load(holdsBack: true)
    #expect(ids(loaded) == ["b", "battlecard-acme", "roi-sheet"])
    #expect(loaded.library.resources.map(\.related) == [[2, 1], [], []])
    #expect(loaded.library.resources.allSatisfy { $0.replacedBy == nil })
    #expect(loaded.library.redirects.map { [$0.kind, $0.from, $0.to] } == [["resources", "a", "b"]])
  }

  @Test(
    "mistakes in library.yml, personas and stages stop everything",
    arguments: [
      ("library.yml", TestLibrary.settings + "zzz: 1\n"),
      ("personas/cfo.md", TestLibrary.persona.changing("title", to: "titel")),
      ("stages/decision.md", TestLibrary.stage.changing("order: 1", to: "order: first")),
      ("personas/Chief Officer.md", TestLibrary.persona),
    ])
  func stops(file: String, text: String) throws {
    let library = try TestLibrary([
      "content/" + file: text, "content/resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "[cf0]"),
    ])
    let loaded = try library.load(holdsBack: true)
    #expect(loaded.hasErrors)
    #expect(loaded.library.heldBack.isEmpty)
  }

  @Test("one mistake about who may see a resource is one problem, though others lead to it")
  func uncertainAudience() throws {
    let library = try TestLibrary([
      "content/resources/other.md": TestLibrary.roi.changing("ROI sheet", to: "Other").changing(
        "one-pager", to: "two-pager"
      )
      .changing("type:", to: "snippet: Hello\ntype:"),
      "content/resources/roi-sheet.md": PlantedMistake.text("[Other](other.md)"),
    ])
    #expect(try library.load().problems.map(\.rule.name) == ["unknown-type"])
    let loaded = try library.load(holdsBack: true)
    #expect(html("roi-sheet", of: loaded.library).contains("<p>Other</p>"))
  }

  @Test("nothing of an internal resource gets out by way of one that is held back")
  func leaksOfHeldBack() throws {
    let library = try TestLibrary([
      "content/resources/battlecard-acme.md": TestLibrary.card.changing("type:", to: "files: [floor.pdf]\ntype:")
        .changing("[cfo]", to: "[cfo"),
      "content/resources/roi-sheet.md": PlantedMistake.labels("files: [floor.pdf]"),
      "content/resources/floor.pdf": "%PDF",
    ])
    let loaded = try library.load(holdsBack: true)
    #expect(ids(loaded) == [])
    #expect(loaded.library.files.isEmpty)
  }
}
