// publish.html: from pickers to a file that the check accepts, on a server and from disk, however odd what is typed.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("The page that writes a resource")
  struct PublishPage {
    private func open(
      _ state: String = "", _ way: ServedSite.Way = .http, of served: ServedSite? = nil
    ) throws -> Browser {
      let browser = try Browser.fresh()
      try browser.go("publish.html" + state, of: served ?? SampleSite.served(way))
      try browser.wait(until: "!document.querySelector('#publish').hidden")
      return browser
    }

    private func file(_ browser: Browser) throws -> String {
      try browser.js("return document.querySelector('#text').textContent").string ?? ""
    }

    /// Sets a field as typing or choosing would.
    private func set(_ name: String, _ value: String, _ browser: Browser) throws {
      try browser.js(
        """
        const field = document.querySelector(`#form [name="${arguments[0]}"]`);
        field.value = arguments[1];
        field.dispatchEvent(new Event("input", { bubbles: true }));
        """, .text(name), .text(value))
    }

    @Test("a title, a type and a few clicks make a whole file", arguments: ServedSite.Way.allCases)
    func picks(way: ServedSite.Way) throws {
      let browser = try open("", way)
      #expect(try browser.text("#left").contains("a title"))
      #expect(try !browser.isVisible("#open"))
      try browser.type("What a stopped line costs, in €: über 4,000", into: "[name=title]")
      try browser.type("One page that turns hours of stopped machines into money.", into: "[name=summary]")
      try set("type", "case-study", browser)
      #expect(try browser.text("#left").contains("industry"), "what the type should have is asked for")
      try browser.click("[name=personas][value=finance-leader]")
      try browser.click("[name=stages][value=decision]")
      try browser.click("[name=industries][value=manufacturing]")
      try browser.click("[name=products][value=plan]")
      #expect(try browser.text("#left") == "Everything is there.")
      #expect(try browser.text("#path") == "content/resources/what-a-stopped-line-costs-in-ueber-4-000.md")
      let text = try file(browser)
      #expect(
        text
          == """
          ---
          title: 'What a stopped line costs, in €: über 4,000'
          summary: One page that turns hours of stopped machines into money.
          type: case-study
          personas: [finance-leader]
          stages: [decision]
          industries: [manufacturing]
          products: [plan]
          status: draft
          ---

          The text.

          """.replacing("'", with: "\""))
      let address = try #require(try browser.attribute("href", of: "#open"))
      let url = try #require(URLComponents(string: address))
      #expect(address.hasPrefix("https://git.tarnwell.example/marketing/library/new/main?filename=content%2Fresources"))
      #expect(url.queryItems?.first { $0.name == "value" }?.value == text)
      try expectNone(browser.faults())
    }

    @Test("'Everyone' stands alone; what is approved is reviewed today; a file name of one's own stays")
    func rules() throws {
      let browser = try open()
      try browser.click("[name=personas][value=finance-leader]")
      try browser.click("[name=personas][value=all]")
      #expect(try file(browser).contains("personas: [all]\n"))
      try browser.click("[name=personas][value=it-leader]")
      #expect(try file(browser).contains("personas: [it-leader]\n"))
      try browser.click("[name=status][value=approved]")
      let today = try browser.js("return Shelfmark.today").string ?? "?"
      #expect(try file(browser).contains("status: approved\nreviewed: \(today)\n"))
      try browser.type("My Name", into: "[name=fileName]")
      try browser.type("A title", into: "[name=title]")
      #expect(try browser.text("#left").contains("such as my-name"))
      #expect(try !browser.isVisible("#open"))
      try set("fileName", "my-name", browser)
      #expect(try browser.text("#path") == "content/resources/my-name.md")
      #expect(try browser.isVisible("#open"))
    }

    @Test("a gap on Coverage opens it with who and when picked")
    func fromCoverage() throws {
      let browser = try Browser.fresh()
      try browser.go("coverage.html", of: SampleSite.served())
      let link = try #require(try browser.attribute("href", of: ".gaps a[href^='publish.html']"))
      let parts = try #require(link.wholeMatch(of: /publish\.html#persona=(.+)&stage=(.+)/))
      try browser.click(".gaps a[href^='publish.html']")
      try browser.wait(until: "document.querySelector('#publish') && !document.querySelector('#publish').hidden")
      #expect(try file(browser).contains("personas: [\(parts.output.1)]\nstages: [\(parts.output.2)]\n"))
    }

    @Test("the text is copied as it is shown")
    func copies() throws {
      let browser = try open("#title=A%20sheet&type=one-pager")
      try browser.allowClipboard(SampleSite.served())
      try browser.click("#take button")
      try browser.wait(until: "document.querySelector('#take .said').textContent !== ''")
      #expect(try browser.clipboard() == file(browser))
      #expect(try file(browser).contains("title: A sheet\n") && file(browser).contains("type: one-pager\n"))
    }

    /// What breaks notations that are written without care.
    static let hostile = [
      "no", "null", "~", "1.10", "2026-03-01", "a: b", "a:b", "ends:", "# all", "a # b", "a #b", "- item", "-", "?",
      "? x",
      ": x", "[x", "x]", "{{first_name}}", "{x}", "a, b", "'", "\"", "it's", "\"quoted\"", "'single'", "back\\slash",
      "both \" and '", "\\n", "&anchor", "*star", "!tag", "%percent", "@at", "`tick`", "|", ">", "“curly”",
      "“curly” tail",
      "\u{A0}nbsp\u{A0}", "zero\u{200B}width", "line\u{2028}sep", "bom\u{FEFF}", "del\u{7F}", "nel\u{85}x", "日本語", "👩‍🚀",
      "a\tb", "---", "...", "--- x", "todo", "all", "=", "<<", "true", "<script>alert(1)</script>", "&amp;", "%41", "é",
    ]

    @Test("whatever is typed comes out of the check and of the built site as it was typed")
    func hostileValues() throws {
      let browser = try open()
      let library = try SmallLibrary.folder()
      for (index, value) in Self.hostile.enumerated() {
        // A title so short or so odd alone is a warning at most; keywords are within brackets.
        try set("title", value, browser)
        try set("summary", value + " is what the summary of this resource begins with.", browser)
        try set("say", value, browser)
        try set("keywords", value, browser)
        try set("fileName", "file-\(index)", browser)
        let text = try file(browser)
          .replacing("type: todo", with: "type: one-pager").replacing("personas: todo", with: "personas: [cfo]")
          .replacing("stages: todo", with: "stages: [decision]").replacing("status: draft", with: "status: approved")
        try library.write("content/resources/file-\(index).md", text)
      }
      let check = try shelfmark("check", "-C", library.path, "--today", SmallLibrary.today, "--format", "json")
      let problems = try JSON(parsing: check.output)["problems"].array.filter { $0["severity"] == "error" }
      expectNone(problems.map { "\($0)" })
      #expect(try shelfmark("build", "-C", library.path).status == 0)
      let json = try JSON(parsing: #require(library.read("site/library.json")))
      for (index, value) in Self.hostile.enumerated() {
        let resource = try #require(json["resources"].array.first { $0["id"].string == "file-\(index)" })
        let words = try browser.js("return arguments[0].replace(/[\\s\\x85]+/g, ' ').trim()", .text(value)).string ?? ""
        #expect(resource["title"].string == (words.isEmpty ? "todo" : words), "\(value.debugDescription)")
        #expect(resource["say"].string == words, "\(value.debugDescription)")
        let keywords = words.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
          !$0.isEmpty
        }
        #expect(resource["keywords"].strings == keywords, "\(value.debugDescription)")
      }
    }

    @Test("a text too long for an address is copied, and only its name is handed over")
    func long() throws {
      let browser = try open("#title=Long")
      try set("bodyText", String(repeating: "word ", count: 2_000), browser)
      #expect(try browser.isVisible("#too-long"))
      #expect(try browser.attribute("href", of: "#open")?.contains("value=") == false)
    }

    @Test("without an address for new files it says how to make one by hand")
    func unknownHost() throws {
      let library = try SmallLibrary.folder()
      #expect(try shelfmark("build", "-C", library.path).status == 0)
      let site = try ServedSite(library.path + "/site")
      let browser = try open("#title=A%20title", of: site)
      #expect(try !browser.has("#open"))
      #expect(try browser.text(".steps").contains("make a new file of the name above"))
      #expect(try browser.isVisible("#take button"))
      try expectNone(browser.faults())
    }

    @Test("without scripts it says what to do, with the library's own words")
    func noScripts() throws {
      let browser = try Browser.fresh()
      try browser.disableScripts()
      try browser.go("publish.html", of: SampleSite.served())
      #expect(try browser.text("main").contains("content/resources"))
      #expect(try browser.text("main").contains("finance-leader"))
      #expect(try !browser.isVisible("#publish"))
      try browser.screenshot("publish/without-scripts", wholePage: true)
    }

    @Test(
      "it has no accessibility violation and does not scroll sideways", .needs(.axe), arguments: ColorScheme.allCases,
      [320, 1280])
    func accessible(scheme: ColorScheme, width: Int) throws {
      let browser = try Browser.fresh()
      try browser.media(scheme)
      try browser.resize(width)
      for state in ["", "#title=What%20a%20stopped%20line%20costs&type=case-study&persona=it-leader&stage=decision"] {
        try browser.go("publish.html" + state, of: SampleSite.served())
        try browser.wait(until: "!document.querySelector('#publish').hidden")
        try expectNone(browser.accessibilityViolations(), state)
        try expectNone(browser.scrollsSideways() ? browser.stickingOut() : [], "scrolls sideways")
        try browser.screenshot("publish/\(scheme.rawValue)-\(width)\(state.isEmpty ? "-empty" : "")", wholePage: true)
      }
    }
  }
}
