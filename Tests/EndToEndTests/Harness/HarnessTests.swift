// The instruments measure what they should: each is shown a sound thing and a broken one.

import Foundation
import TestSupport
import Testing

@Suite("Instruments: server and checkers")
struct CheckerTests {
  @Test(
    "the server finds files as a web server does, and nothing outside its folder",
    arguments: [
      ("/", 404), ("/team/library", 301), ("/team/library/", 200), ("/team/library/index.html", 200),
      ("/team/library/deep/er/page%20two.html?x=1", 200), ("/team/library/deep/er", 301), ("/team/library/gone", 404),
      ("/team/library/%2e%2e/secret", 404), ("/team/library/../secret", 404),
      ("/team/library/deep/%2e%2e/index.html", 404),
      ("/team/library/a%00b", 404), ("/team/libraryindex.html", 404),
    ])
  func server(target: String, status: Int) throws {
    let site = try HandMadeSite.make()
    let share = try TemporaryFolder(["secret": "not for everyone"])
    try FileManager.default.moveItem(atPath: site.path, toPath: share.path + "/site")
    let server = try StaticServer(share.path + "/site", mount: "/team/library/")
    let answer = try loopbackHTTP(port: server.port, "GET", target)
    #expect(answer.status == status)
    #expect(!answer.text.contains("not for everyone"))
    #expect(server.takeRequests().map(\.target) == [target])
    server.stop()
    #expect(throws: (any Error).self) { try loopbackHTTP(port: server.port, "GET", "/") }
  }

  @Test("the server answers many connections at once, each with all its bytes and the right media type")
  func load() async throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write("a.pdf", bytes)
    let server = try StaticServer(folder.path)
    try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
      for _ in 0..<64 { group.addTask { try loopbackHTTP(port: server.port, "GET", "/a.pdf") } }
      for try await answer in group {
        #expect(answer.body == bytes)
        #expect(answer.headers["content-type"] == "application/pdf")
      }
    }
  }

  @Test("the HTML checker passes a sound page and places a mistake", .needs(.htmlChecker))
  func html() throws {
    let site = try HandMadeSite.make(["wrong.html": "<p><b>bold</p>\n<img src=icon.svg>"])
    let problems = try HTMLChecker.problems(in: site.path)
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.hasPrefix("wrong.html:1") && $0.contains("error") })
    try site.remove("wrong.html")
    try expectNone(HTMLChecker.problems(in: site.path, includingWarnings: true))
  }

  @Test(
    "the schema checker finds what is wrong with a document, its schema and its JSON", .needs(.schemaChecker),
    arguments: [
      (#"{"day": "2026-03-01"}"#, #"{"type": "object"}"#, ""),
      (#"{"day": "soon"}"#, #"{"type": "object"}"#, "$.day: 'soon' is not a 'date'"),
      (#"{"day": "2026-03-01", "day": 1}"#, #"{"type": "object"}"#, "the name 'day' stands twice in one object"),
      (#"{"day": }"#, #"{"type": "object"}"#, "unreadable: Expecting value: line 1 column 9 (char 8)"),
      (#"{}"#, #"{"type": "thing"}"#, "the schema is wrong at $.allOf[0].type: "),
    ])
  func schema(document: String, more: String, problem: String) throws {
    let draft = #"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": ["# + more
    let folder = try TemporaryFolder([
      "document": document, "schema": draft + #"], "properties": {"day": {"type": "string", "format": "date"}}}"#,
    ])
    let problems = try JSONSchema.problems(document: folder.path + "/document", schema: folder.path + "/schema")
    #expect(problem.isEmpty ? problems == [] : problems.first?.hasPrefix(problem) == true, "\(problems)")
  }

  @Test("the XML checker knows the shape of a feed, a site map and a search description", .needs(.xmllint))
  func xml() throws {
    let feed = #"<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link href="https://a.example/"/>"#
    let day = "<updated>2026-03-01</updated>"
    let instant = "<updated>2026-03-01T00:00:00Z</updated>"
    let sitemap = #"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>"#
    let description =
      #"<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><Description>D</Description>"#
    let template = #"<Url type="text/html" template="https://a.example/#q={searchTerms}"/></OpenSearchDescription>"#
    let cases: [(String, XMLChecker.Shape, Bool)] = [
      (feed + "<id>urn:a</id>\(instant)</feed>", .atom, true),
      (feed + "<id>urn:a</id>\(day)</feed>", .atom, false),
      (feed + instant + "</feed>", .atom, false),
      (feed + "<id>urn:a</id>\(instant)<entry/></feed>", .atom, false),
      (feed + "<id>urn:a</id>\(instant)", .any, false),
      (sitemap + "https://a.example/</loc></url></urlset>", .sitemap, true),
      (sitemap + "/a</loc></url></urlset>", .sitemap, false),
      (description + "<ShortName>Tarnwell</ShortName>" + template, .openSearch, true),
      (description + "<ShortName>Longer than sixteen</ShortName>" + template, .openSearch, false),
    ]
    for (text, shape, isSound) in cases {
      let folder = try TemporaryFolder(["a.xml": text])
      let problems = try XMLChecker.problems(in: folder.path + "/a.xml", as: shape)
      #expect(problems.isEmpty == isSound, "\(text): \(problems)")
    }
  }
}
