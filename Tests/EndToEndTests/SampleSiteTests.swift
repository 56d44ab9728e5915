// The built sample site as others read it: every link followed, every page checked, every data file validated by a
// reader that shares nothing with Shelfmark.

import Foundation
import TestSupport
import Testing

@Suite("The sample site")
struct SampleSiteTests {
  @Test("the sample library builds without an error and says what it published")
  func builds() throws {
    let result = try SampleSite.build.get()
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let said = result.output + result.errors
    #expect(!said.contains("error:"))
    #expect(said.contains(/\d+ resources/), "\(said)")
  }

  @Test("every link and anchor leads somewhere, every file is led to, no page has inline code")
  func crawl() throws {
    let crawl = Crawl(site: try SampleSite.built(), baseURL: try SampleSite.baseURL)
    expectNone(crawl.mistakes)
    #expect(crawl.pageCount > 100)
    #expect(crawl.linkCount > 2_000)
    // Robots and scripts fetch these by their known names.
    let known: Set<String> = ["library.schema.json", "robots.txt", "sitemap.xml"]
    expectNone(crawl.orphans.filter { !known.contains($0) && !$0.hasPrefix("search/") })
  }

  @Test("the Nu HTML checker finds no error on any page", .needs(.htmlChecker))
  func validHTML() throws {
    try expectNone(HTMLChecker.problems(in: SampleSite.built()))
  }

  @Test("library.json is as library.schema.json says", .needs(.schemaChecker))
  func validIndex() throws {
    let site = try SampleSite.built()
    try expectNone(
      JSONSchema.problems(document: site + "/library.json", schema: site + "/library.schema.json"))
  }

  @Test("the schema is strict: it refuses what library.json never holds", .needs(.schemaChecker))
  func strictSchema() throws {
    let site = try SampleSite.built()
    let text = try String(contentsOfFile: site + "/library.json", encoding: .utf8)
    let mistakes: [(String, String)] = [
      (#""schemaVersion": ?1"#, #""schemaVersion": "1""#), (#""status": ?"approved""#, #""status": "fine""#),
      (#""reviewed": ?"[0-9-]+""#, #""reviewed": "soon""#), (#""audience": ?"external""#, #""audience": "all""#),
    ]
    for (pattern, replacement) in mistakes {
      let range = try #require(
        text.range(of: pattern, options: .regularExpression), "\(pattern) is not in library.json")
      let folder = try TemporaryFolder(["library.json": text.replacingCharacters(in: range, with: replacement)])
      let problems = try JSONSchema.problems(
        document: folder.path + "/library.json", schema: site + "/library.schema.json")
      #expect(!problems.isEmpty, "\(replacement) passes")
    }
  }

  @Test(
    "feed, site map and search description have the shape their readers expect", .needs(.xmllint),
    arguments: [("feed.xml", XMLChecker.Shape.atom), ("sitemap.xml", .sitemap), ("opensearch.xml", .openSearch)])
  func validXML(name: String, shape: XMLChecker.Shape) throws {
    try expectNone(XMLChecker.problems(in: SampleSite.built() + "/" + name, as: shape))
  }

  @Test(
    "a feed reader finds what the feed holds, whole and with addresses of this site",
    .enabled(if: feedReader != nil, "needs Python's feedparser"))
  func readFeed() throws {
    let script = """
      import feedparser, json, sys
      feed = feedparser.parse(open(sys.argv[1], "rb").read())
      print(json.dumps({"isBroken": bool(feed.bozo), "title": feed.feed.title, "entries": [[e.id, e.link, e.title, e.updated_parsed[:3]] for e in feed.entries]}))
      """
    let site = try SampleSite.built()
    let result = try run(try #require(Self.feedReader), ["-c", script, site + "/feed.xml"])
    let feed = try JSON(parsing: result.output)
    let library = try JSON(parsing: try #require(FolderSnapshot(site).text("library.json")))
    #expect(feed["isBroken"] == .bool(false) && feed["title"] == library["site"]["title"])
    let titles = Set(library["resources"].array.compactMap { $0["title"].string })
    #expect(feed["entries"].array.count == min(50, feed["entries"].array.count) && feed["entries"].array.count > 10)
    let base = library["site"]["baseURL"].string ?? "https://"
    for entry in feed["entries"].array.map(\.array) {
      #expect(entry[0] == entry[1] && (entry[1].string ?? "").hasPrefix(base), "\(entry)")
      #expect(titles.contains(entry[2].string ?? ""), "\(entry)")
    }
  }

  private static let feedReader = Project.tool("python3").flatMap { python in
    (try? run(python, ["-c", "import feedparser"]).status) == 0 ? python : nil
  }

  @Test("nothing of a draft, and no sentence for colleagues on an external resource's data, is published by mistake")
  func nothingLeaks() throws {
    let site = FolderSnapshot(try SampleSite.built())
    let index = try JSON(parsing: try #require(site.text("library.json")))
    #expect(!index["resources"].array.isEmpty)
    #expect(index["resources"].array.allSatisfy { ["approved", "archived"].contains($0["status"].string) })
    #expect(site.names.allSatisfy { !$0.hasPrefix(".") && !$0.hasSuffix(".md") && !$0.hasSuffix(".mustache") })
  }

  @Test("library.json agrees with the pages: each resource's page and files exist and weigh what it says")
  func indexMatchesPages() throws {
    let folder = try SampleSite.built()
    let site = FolderSnapshot(folder)
    let index = try JSON(parsing: try #require(site.text("library.json")))
    for resource in index["resources"].array {
      let url = try #require(resource["url"].string)
      #expect(site.text(url) != nil, "\(url) is not there")
      for file in resource["files"].array {
        guard let name = file["url"].string, !name.hasPrefix("http") else { continue }
        let size = FileManager.default.contents(atPath: folder + "/" + (name.removingPercentEncoding ?? name))?.count
        #expect(size == file["bytes"].int, "\(name)")
      }
    }
  }
}
