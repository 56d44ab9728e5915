// The browser shows what a page does, and tells what goes wrong in it.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("Instruments")
  struct Instruments {
    @Test(
      "a sound site opens over http, under a sub-path and from disk without a fault",
      arguments: ServedSite.Way.allCases)
    func ways(way: ServedSite.Way) throws {
      let folder = try HandMadeSite.make()
      let site = try ServedSite(folder.path, way)
      let browser = try Browser.fresh()
      try browser.go("", of: site)
      try browser.click("#onward")
      #expect(try browser.address() == site.url("deep/er/page%20two.html#end"))
      #expect(try browser.text("h1") == "Two")
      try browser.back()
      #expect(try browser.title() == "Start")
      #expect(try browser.js("return getComputedStyle(document.body).color") == "rgb(17, 17, 17)")
      #expect(browser.takeEffort() == .init(clicks: 1))
      try expectNone(browser.faults())
      try browser.screenshot("harness/\(way.rawValue)")
    }

    @Test(
      "what goes wrong in a page is told",
      arguments: [
        ("<p style='color:red'>x</p>", "console: ", "inline style"),
        ("<img src='https://elsewhere.example/a.png' alt=''>", "console: ", "elsewhere.example"),
        ("<img src='gone.png' alt=''>", "request failed: ", "gone.png answers 404"),
        ("<script>alert(1)</script>", "console: ", "inline script"),
        ("<script src='throws.js'></script>", "console: ", "planted"),
        ("<script src='logs.js'></script>", "console: ", "planted"),
      ])
    func faults(body: String, start: String, part: String) throws {
      let folder = try HandMadeSite.make(["wrong.html": body])
      try folder.write("throws.js", "throw new Error('planted')")
      try folder.write("logs.js", "console.error('planted')")
      let site = try ServedSite(folder.path)
      let browser = try Browser.fresh()
      try browser.go("wrong.html", of: site)
      let faults = try browser.faults()
      #expect(faults.contains { $0.hasPrefix(start) && $0.contains(part) }, "\(faults)")
      try expectNone(browser.faults(), "asked again, nothing is left")
    }

    @Test("a request that leaves the site is told, even to the same host")
    func leaving() throws {
      let folder = try HandMadeSite.make()
      let images = "<img src='/logo.png'><img src='http://elsewhere.example/b'></main>"
      let page = try #require(folder.read("index.html")).replacing("</main>", with: images)
      try folder.write("index.html", page.replacing(HandMadeSite.policy, with: "default-src *"))
      let site = try ServedSite(folder.path, .subPath)
      let browser = try Browser.fresh()
      try browser.go("", of: site)
      let faults = try browser.faults().filter { $0.hasPrefix("request leaves the site: ") }
      #expect(faults.count == 2, "\(faults)")
      #expect(faults.contains { $0.contains("/logo.png (from ") })
    }

    @Test("keys, focus, the clipboard and the effort of a person")
    func keys() throws {
      let folder = try HandMadeSite.make()
      let site = try ServedSite(folder.path)
      let browser = try Browser.fresh()
      try browser.allowClipboard(site)
      try browser.go("", of: site)
      try browser.press(.character("/"))
      #expect(try browser.focused() == "input")
      try browser.type("Größe é €")
      try browser.wait(until: "document.querySelector('#said').textContent === 'Größe é €'")
      try browser.press(.enter)
      #expect(try browser.clipboard() == "Größe é €")
      #expect(browser.takeEffort() == .init(clicks: 0, keys: 11))
      #expect(throws: WebDriverError.self) { try browser.find("#missing") }
      #expect(throws: HarnessError.self) { try browser.wait(until: "false", seconds: 0.1) }
      try expectNone(browser.faults())
    }

    @Test("dark, forced colours, print, narrow, another day and zone, no scripts: and all of it taken back")
    func conditions() throws {
      let folder = try HandMadeSite.make(["wide.html": "<pre>\(String(repeating: "wide ", count: 200))</pre>"])
      let site = try ServedSite(folder.path)
      var browser = try Browser.fresh()
      func color() throws -> JSON { try browser.js("return getComputedStyle(document.body).backgroundColor") }

      try browser.clock("2031-12-31T23:30:00Z")
      try browser.timeZone("Asia/Tokyo")
      try browser.media(.dark)
      try browser.resize(320)
      try browser.go("", of: site)
      #expect(try color() == "rgb(17, 17, 17)")
      #expect(try browser.js("return innerWidth") == 320)
      #expect(try browser.scrollsSideways() == false)
      #expect(try browser.attribute("data-today", of: "html") == "2031-12-31")
      #expect(try browser.attribute("data-hour", of: "html") == "8")
      #expect(try browser.js("return new Date() instanceof Date && Date().includes('2032')").isTrue)
      try browser.go("wide.html", of: site)
      #expect(try browser.scrollsSideways())
      let culprits = try browser.stickingOut()
      #expect(culprits.first?.hasPrefix("pre ends at ") == true)
      try browser.go("", of: site)
      try browser.media(forcesColors: true)
      #expect(try browser.js("return getComputedStyle(document.querySelector('h1')).borderTopWidth") == "3px")
      try browser.media(prints: true)
      #expect(try browser.isVisible("form") == false)
      #expect(try browser.printed("harness/print") > 1_000)
      try browser.disableScripts()
      try browser.reload()
      #expect(try browser.attribute("data-today", of: "html") == nil)
      #expect(try browser.text("h1") == "Start")
      try browser.click("#onward")
      #expect(try browser.text("h1") == "Two")

      browser = try Browser.fresh()
      try browser.go("", of: site)
      #expect(try color() == "rgb(255, 255, 255)")
      #expect(try browser.js("return innerWidth") == 1280)
      #expect(try browser.attribute("data-today", of: "html") != "2031-12-31")
      #expect(try browser.isVisible("form"))
    }

    @Test("a blocked request fails and is told")
    func blocking() throws {
      let folder = try HandMadeSite.make()
      let site = try ServedSite(folder.path)
      let browser = try Browser.fresh()
      try browser.block("*/site.js")
      try browser.go("", of: site)
      #expect(try browser.attribute("data-today", of: "html") == nil)
      let faults = try browser.faults()
      #expect(faults.contains { $0.contains("site.js inspector") }, "\(faults)")
    }

    @Test("axe passes a sound page in light and dark, and names what is wrong", .needs(.axe))
    func accessibility() throws {
      let mistakes = "<img src='icon.svg'><p>faint</p><div><button>a</button><button>b</button></div>"
      let folder = try HandMadeSite.make(["wrong.html": mistakes])
      let tiny = "div button { font-size: 6px; padding: 0; border: 0; width: 9px; height: 9px }"
      try folder.write("site.css", HandMadeSite.style + "h1 + img + p { color: #ccc }" + tiny)
      let site = try ServedSite(folder.path)
      let browser = try Browser.fresh()
      for scheme in ColorScheme.allCases {
        try browser.media(scheme)
        try browser.go("", of: site)
        try expectNone(browser.accessibilityViolations())
      }
      try browser.media(.light)
      try browser.go("wrong.html", of: site)
      let rules = try browser.accessibilityViolations().map { $0.prefix { $0 != " " } }
      #expect(rules.sorted() == ["color-contrast", "image-alt", "target-size"])
    }

    @Test("a browser that died is started again")
    func dying() throws {
      let browser = try Browser.fresh()
      browser.quit()
      let folder = try HandMadeSite.make()
      let site = try ServedSite(folder.path)
      let next = try Browser.fresh()
      try next.go("", of: site)
      #expect(try next.title() == "Start")
    }
  }
}
