import Diagnostics
import Library
import Markdown
import Testing

@Suite("Links") struct LinkTests {
  @Test(
    "a link to a file of content becomes a link to its page",
    arguments: [
      ("[x](battlecard-acme.md)", "href=\"battlecard-acme.html\""),
      ("[x](../personas/cfo.md)", "href=\"../personas/cfo.html\""),
      ("[x](./../stages/decision.md)", "href=\"../stages/decision.html\""),
      ("[x](deep/er/other.md)", "href=\"other.html\""),
      ("[x](roi-sheet.md#what-it-costs)", "href=\"roi-sheet.html#what-it-costs\""),
      ("[x](#what-it-costs)", "href=\"#what-it-costs\""),
      ("[x](my%20file.pdf)", "href=\"../files/resources/roi-sheet/my%20file.pdf\""),
      ("![x](my%20file.pdf)", "src=\"../files/resources/roi-sheet/my%20file.pdf\""),
      ("[x](https://example.com/a.md)", "href=\"https://example.com/a.md\""),
      ("[x](mailto:ana@example.com)", "href=\"mailto:ana@example.com\""),
    ])
  func rewrites(markdown: String, html: String) throws {
    let library = try TestLibrary([
      "content/resources/roi-sheet.md": PlantedMistake.text(markdown).changing(
        "type:", to: "audience: internal\ntype:"),
      "content/resources/deep/er/other.md": TestLibrary.card.changing("Battlecard Acme", to: "Other"),
      "content/resources/my file.pdf": "%PDF",
    ])
    let loaded = try library.load()
    #expect(loaded.problems == [])
    let body = try #require(loaded.library.resources.first { $0.id == "roi-sheet" }).body
    let found = String(decoding: body.html, as: UTF8.self)
    #expect(found.contains(html), "\(found)")
  }

  @Test("images of a page are published with it, once")
  func images() throws {
    let library = try TestLibrary([
      "content/resources/roi-sheet.md": PlantedMistake.text("![a](../images/a.png) ![b](../images/a.png)"),
      "content/personas/cfo.md": TestLibrary.persona + "\n\n![a](../images/a.png)\n",
      "content/images/a.png": "PNG",
    ])
    let loaded = try library.load()
    #expect(loaded.problems == [])
    #expect(loaded.library.files.map(\.url) == ["files/personas/cfo/a.png", "files/resources/roi-sheet/a.png"])
  }

  @Test("an internal resource may lead anywhere, and external ones may share an image")
  func allowed() throws {
    let library = try TestLibrary([
      "content/resources/battlecard-acme.md": TestLibrary.card + "\n\n[x](roi-sheet.md) ![a](a.png)\n",
      "content/resources/roi-sheet.md": PlantedMistake.text("![a](a.png)")
        .changing("type:", to: "related: [battlecard-acme]\nreplaces: [battlecard-acme]\ntype:"),
      "content/resources/a.png": "PNG",
    ])
    #expect(try library.load().problems == [])
  }

  @Test("a link to the second of two files with one name is judged as one to the first, whose page it leads to")
  func duplicates() throws {
    let library = try TestLibrary([
      "content/resources/z/battlecard-acme.md": TestLibrary.roi + "\n\n# Two\n",
      "content/resources/roi-sheet.md": PlantedMistake.text("[x](z/battlecard-acme.md#two)"),
    ])
    let rules = try library.load().problems.map(\.rule.name)
    #expect(Set(rules) == ["duplicate-id", "audience-leak", "broken-anchor"])
  }

  @Test("drafts may link to drafts, archived ones may be linked")
  func drafts() throws {
    let draft = TestLibrary.card.changing("type:", to: "status: draft\ntype:")
    let library = try TestLibrary([
      "content/resources/a.md": draft.changing("They", to: "[b](b.md) They").changing("Battlecard Acme", to: "A"),
      "content/resources/b.md": draft.changing("Battlecard Acme", to: "B"),
      "content/resources/c.md": draft.changing("draft", to: "archived").changing("Battlecard Acme", to: "C"),
      "content/resources/battlecard-acme.md": TestLibrary.card.changing("They", to: "[c](c.md) They"),
    ])
    #expect(try library.load().problems == [])
  }
}
