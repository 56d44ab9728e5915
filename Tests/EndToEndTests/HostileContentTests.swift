// What an author could write by accident or on purpose that a site must bear: addresses that run, names that JavaScript
// or the site itself uses, much of the same.

import Foundation
import TestSupport
import Testing

@Suite("Hostile content")
struct HostileContentTests {
  static func built(_ changes: [String: String?]) throws -> TemporaryFolder {
    let library = try SmallLibrary.folder(changes)
    let result = try shelfmark("build", "-C", library.path, "--today", SmallLibrary.today)
    #expect(result.status == 0, "\(result.errors.suffix(2_000))")
    return library
  }

  static func settings(_ line: String, _ other: String) -> String {
    (SmallLibrary.files["content/library.yml"] ?? "").replacing(line, with: other)
  }

  @Test(
    "how to reach a person is a link only where it opens a conversation",
    arguments: [
      ("\"javascript: alert(1)\"", nil), ("\"Slack: #sales\"", nil), ("\"java\\tscript:alert(1)\"", nil),
      ("https://chat.example/ana", "https://chat.example/ana"),
    ] as [(String, String?)])
  func chat(written: String, link: String?) throws {
    let library = try Self.built([
      "content/library.yml": Self.settings("email: ana@small.example}", "chat: \(written)}")
    ])
    let page = try #require(library.read("site/resources/roi-sheet.html"))
    expectNone(page.matches(of: /href="(?i:java|slack)[^"]*/).map { String($0.output) })
    #expect(page.contains(">Chat</a>") == (link != nil))
    if let link { #expect(page.contains("<a href=\"\(link)\">Chat</a>")) }
  }

  @Test("a team that is reached on a page with an @ in its address is not written to by e-mail")
  func contact() throws {
    let library = try Self.built([
      "content/library.yml": Self.settings("contact: marketing@small.example", "contact: https://chat.example/@us")
        .replacing(", email: ana@small.example", with: "")
    ])
    let site = FolderSnapshot(library.path + "/site")
    expectNone(site.names(containing: "mailto:https"))
  }

  @Test("a library that is hostile everywhere is built into its site and nowhere else, and its data files are sound")
  func nowhereElse() throws {
    let library = try HostileLibrary.folder()
    let before = FolderSnapshot(library.path)
    let result = try shelfmark("build", "-C", library.path, "--today", SmallLibrary.today)
    #expect(result.status == 0)
    let after = FolderSnapshot(library.path)
    expectNone(after.differences(from: before).filter { !$0.hasPrefix("new: site/") })
    let site = library.path + "/site"
    if JSONSchema.isInstalled {
      try expectNone(JSONSchema.problems(document: site + "/library.json", schema: site + "/library.schema.json"))
    }
    if Tool.xmllint.isThere {
      for (name, shape) in [
        ("feed.xml", XMLChecker.Shape.atom), ("sitemap.xml", .sitemap), ("opensearch.xml", .openSearch),
      ] {
        try expectNone(XMLChecker.problems(in: site + "/" + name, as: shape), name)
      }
    }
    // A description that speaks of a refresh is none.
    let crawl = Crawl(site: site, baseURL: "https://small.example/a'onclick=pwned()/")
    expectNone(crawl.mistakes.filter { !$0.contains("content '//evil.test/>'") })
  }

  @Test("a file has one address: in library.json, on its page and in what search shows")
  func oneAddress() throws {
    let name = "it's a (new) one, #2.pdf"
    let library = try Self.built([
      "content/resources/\(name)": "%PDF-1.4\n",
      "content/resources/roi-sheet.md": (SmallLibrary.files["content/resources/roi-sheet.md"] ?? "")
        .replacing("files: [roi.pdf]", with: "files: [\"\(name)\"]"),
    ])
    let address = "files/resources/roi-sheet/it%27s%20a%20%28new%29%20one%2C%20%232.pdf"
    let site = FolderSnapshot(library.path + "/site")
    for file in ["library.json", "resources/roi-sheet.html"] {
      #expect(site.text(file)?.contains(address) == true, "\(file)")
    }
    let others = site.names(containing: "one%2C%20%232.pdf").filter { site.text($0)?.contains(address) != true }
    expectNone(others)
  }

  @Test("headings called like the site's own places do not take their ids")
  func ids() throws {
    let text = (SmallLibrary.files["content/resources/roi-sheet.md"] ?? "")
      .replacing("## The sum", with: "## Main\n\n## Snippet\n\n## site:main\n\n## The sum")
    let library = try Self.built(["content/resources/roi-sheet.md": text])
    let ids = HTMLScan(try #require(library.read("site/resources/roi-sheet.html"))).ids
    #expect(ids.contains("main") && ids.contains("snippet"))
    #expect(Set(ids).count == ids.count, "\(ids)")
  }

  @Test("many alike texts, as an import makes them, are published")
  func alike() throws {
    var files: [String: String?] = [:]
    for number in 0..<200 {
      files["content/resources/stub-\(number).md"] = """
        ---
        title: Stub number \(number)
        summary: A text that was imported and is still to be written.
        type: one-pager
        personas: [cfo]
        stages: [decision]
        reviewed: 2026-02-01
        ---
        To be written.

        """
    }
    #expect(try Self.built(files).read("site/resources/stub-199.html") != nil)
  }

  @Test("a page of one facet value does not link to all of very many others")
  func manyValues() throws {
    let values = (0..<300).map { "v\($0): {label: Value \($0)}" }.joined(separator: ", ")
    let library = try Self.built([
      "content/library.yml": (SmallLibrary.files["content/library.yml"] ?? "")
        + "  many: {label: Many, values: {\(values)}}\n"
    ])
    for value in ["v0", "v150", "v299"] {
      let page = try #require(library.read("site/facets/many/\(value).html"))
      let links = HTMLScan(page).references.filter { $0.value.hasPrefix("../../facets/many/") }
      #expect(links.count == 100)
      #expect(links.contains { $0.value.hasSuffix("/\(value).html") })
    }
  }
}

extension InBrowser {
  @Suite("Hostile names")
  struct HostileNames {
    @Test(
      "names that JavaScript knows are names like any other, in the library and in addresses",
      arguments: ["", "&constructor=price", "&toString=x", "&__proto__=x", "&hasOwnProperty=x"])
    func names(rest: String) throws {
      let library = try HostileContentTests.built([
        "content/library.yml": (SmallLibrary.files["content/library.yml"] ?? "")
          + "  constructor: {label: Built by, values: {price: {label: Price}}}\n",
        "content/resources/roi-sheet.md": (SmallLibrary.files["content/resources/roi-sheet.md"] ?? "")
          .replacing("industries:", with: "constructor: price\nindustries:"),
      ])
      let site = try ServedSite(library.path + "/site")
      let browser = try Browser.fresh()
      try browser.go("index.html#q=stopped" + rest, of: site)
      try browser.wait(until: "!!document.querySelector('#results a.title')")
      #expect(try browser.text("#results a.title") == "What a stopped line costs")
      try browser.go("lead.html#title=CFO" + rest, of: site)
      try browser.wait(until: "!!document.querySelector('#best a.title')")
      try expectNone(browser.faults())
    }
  }
}
