// The sample site as a salesperson's browser shows it: from a server, under a sub-path, from a network share; without
// scripts, narrow, dark, printed.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("Browsing")
  struct Browsing {
    /// True where the site's own style sheet has been applied.
    private static let isStyled = """
      return [...document.styleSheets].some(sheet => sheet.href && sheet.href.startsWith(arguments[0]))
        && getComputedStyle(document.body).fontFamily !== getComputedStyle(document.createElement("p")).fontFamily
        && document.styleSheets.length > 0;
      """

    @Test(
      "every kind of page opens styled and without a fault, over http, under a sub-path and from disk",
      arguments: ServedSite.Way.allCases)
    func opens(way: ServedSite.Way) throws {
      let site = try ServedSite(SampleSite.built(), way)
      let browser = try Browser.fresh()
      for (kind, page) in try SampleSite.pageOfEachKind() {
        // A missing page's own links are absolute: it can be shown at any depth, so it knows where it is published.
        if page == "404.html" { continue }
        try browser.go(page, of: site)
        try expectNone(browser.faults(), "\(page)")
        #expect(try browser.js(Self.isStyled, .text(site.address)).isTrue, "\(page) is not styled")
        #expect(try !browser.text("h1").isEmpty, "\(page) has no heading")
        if way == .http { try browser.screenshot("pages/" + kind, wholePage: true) }
      }
    }

    @Test("a path of clicks leads from home to an asset and back", arguments: ServedSite.Way.allCases)
    func clicks(way: ServedSite.Way) throws {
      let site = try ServedSite(SampleSite.built(), way)
      let browser = try Browser.fresh()
      try browser.disableScripts()
      try browser.go("", of: site)
      var seen = [try browser.title()]
      for pattern in ["personas/", "resources/"] {
        let here = try browser.address()
        let links = try browser.findAll("main a[href*='\(pattern)']")
        let link = try links.first { try !browser.text($0).isEmpty }
        try browser.click(try #require(link, "no link to \(pattern) on \(here)"))
        #expect(try browser.address().hasPrefix(site.address + pattern))
        seen.append(try browser.title())
      }
      #expect(Set(seen).count == 3, "\(seen)")
      try browser.back()
      try browser.back()
      #expect(try browser.title() == seen[0])
      try expectNone(browser.faults())
    }

    @Test("without scripts every kind of page has its content, and nothing that only scripts could do")
    func withoutScripts() throws {
      let site = try ServedSite(SampleSite.built())
      let browser = try Browser.fresh()
      try browser.disableScripts()
      for (kind, page) in try SampleSite.pageOfEachKind() where page != "404.html" {
        try browser.go(page, of: site)
        #expect(try browser.text("main").count > 40, "\(page) is empty without scripts")
        try expectNone(browser.faults(), "\(page)")
        if kind == "index" { try browser.screenshot("no-scripts/home") }
      }
    }

    @Test("nothing scrolls sideways on any kind of page", arguments: [320, 768, 1280])
    func narrow(width: Int) throws {
      let site = try ServedSite(SampleSite.built())
      let browser = try Browser.fresh()
      try browser.resize(width)
      for (kind, page) in try SampleSite.pageOfEachKind() where page != "404.html" {
        try browser.go(page, of: site)
        let culprits = try browser.scrollsSideways() ? browser.stickingOut() : nil
        #expect(culprits == nil, "\(page) scrolls sideways at \(width)")
        if width == 320 { try browser.screenshot("narrow/" + kind, wholePage: true) }
      }
    }

    @Test("no page of the site scrolls sideways on a phone", .enabled(if: Project.isThorough, "needs THOROUGH=1"))
    func everyPageNarrow() throws {
      let folder = try SampleSite.built()
      let site = try ServedSite(folder)
      let browser = try Browser.fresh()
      try browser.resize(320)
      for page in FolderSnapshot(folder).names where page.hasSuffix(".html") && page != "404.html" {
        try browser.go(page, of: site)
        let culprits = try browser.scrollsSideways() ? browser.stickingOut() : nil
        #expect(culprits == nil, "\(page) scrolls sideways")
      }
    }

    @Test("a page prints, with its address on paper where a link matters, without its controls")
    func prints() throws {
      let site = try ServedSite(SampleSite.built())
      let browser = try Browser.fresh()
      let page = try #require(try SampleSite.pageOfEachKind().first { $0.kind == "resources" }?.page)
      try browser.go(page, of: site)
      try browser.media(prints: true)
      #expect(try browser.isVisible("h1"))
      #expect(try !browser.isVisible("nav"), "navigation is printed")
      #expect(try browser.printed("print/resource") > 5_000)
    }

    @Test("an address that does not exist gets the site's own page, with a way on")
    func missing() throws {
      // The page is made for the address it is published at; here another one stands in its place.
      let folder = try TemporaryFolder()
      try FileManager.default.removeItem(atPath: folder.path)
      try FileManager.default.copyItem(atPath: SampleSite.built(), toPath: folder.path)
      let site = try ServedSite(folder.path)
      let base = try #require(try SampleSite.baseURL)
      let page = try #require(folder.read("404.html"))
      try folder.write("404.html", page.replacing(base, with: site.address))
      let browser = try Browser.fresh()
      try browser.go("resources/deep/er/gone.html", of: site)
      #expect(try !browser.text("h1").isEmpty)
      #expect(try browser.has("main a[href]"))
      try expectNone(browser.faults { $0.contains("gone.html answers 404") })
      if Tool.axe.isThere { try expectNone(browser.accessibilityViolations()) }
    }
  }
}
