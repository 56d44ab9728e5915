// The finder's live part on the sample site: words, pickers, reasons, and what it says when there is nothing to say.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("Finder")
  struct Finder {
    private func open(_ page: String = "", _ way: ServedSite.Way = .http) throws -> (Browser, ServedSite) {
      let site = try SampleSite.served(way)
      let browser = try Browser.fresh()
      try browser.go(page, of: site)
      return (browser, site)
    }

    @Test(
      "results come as one types, with the words marked in titles and in excerpts, however the site is opened",
      arguments: ServedSite.Way.allCases)
    func types(way: ServedSite.Way) throws {
      let (browser, _) = try open("", way)
      try browser.ask("payback calculator")
      #expect(try browser.found().first?.contains("calculator") == true)
      #expect(try browser.total() > 1)
      #expect(try !browser.isVisible("#browse"))
      #expect(try browser.has("#results a.title mark"))
      try browser.wait(until: "document.querySelector('#results .excerpt mark') !== null")
      #expect(try !browser.isVisible("#no-results"))
      try browser.screenshot("finder/words-\(way.rawValue)")
      try expectNone(browser.faults())
    }

    @Test("home to persona to stage to asset takes three clicks")
    func threeClicks() throws {
      let (browser, _) = try open()
      try browser.pick("persona", "finance-leader")
      try browser.pick("stage", "decision")
      #expect(try browser.state() == "#persona=finance-leader&stage=decision")
      try browser.click("#results a.title")
      #expect(try browser.address().contains("/resources/"))
      #expect(browser.takeEffort() == Browser.Effort(clicks: 3))
      try expectNone(browser.faults())
    }

    @Test("a picker's counts ignore its own choice and follow the others; a second click gives a choice up")
    func counts() throws {
      let (browser, _) = try open()
      try browser.wait(until: "document.querySelector('[data-picker=persona] .count').textContent !== ''")
      let (personas, stages) = (try browser.counts(of: "persona"), try browser.counts(of: "stage"))
      try browser.pick("persona", "finance-leader")
      #expect(try browser.counts(of: "persona") == personas)
      #expect(try browser.counts(of: "stage") != stages)
      try browser.pick("persona", "it-leader")
      #expect(try browser.state() == "#persona=it-leader")
      try browser.pick("persona", "it-leader", isOn: false)
      #expect(try browser.counts(of: "stage") == stages)
      #expect(try browser.isVisible("#browse"))
    }

    @Test("values of one facet widen, another facet narrows, and chips take them back")
    func facets() throws {
      let (browser, _) = try open("#industries=food-and-drink")
      try browser.wait(until: "document.querySelector('#results li') !== null")
      let one = try browser.total()
      try browser.click("#more summary")
      try browser.pick("industries", "plastics")
      let two = try browser.total()
      #expect(two > one)
      try browser.pick("type", "case-study")
      #expect(try browser.total() < two)
      let chips = try browser.texts("#chips button").map {
        $0.prefix { $0 != "×" }.trimmingCharacters(in: .whitespaces)
      }
      #expect(chips == ["Food and drink", "Plastics", "Case study"])
      try browser.click("#chips li:first-child button")
      try browser.wait(until: "document.querySelectorAll('#chips button').length === 2")
      #expect(try browser.state() == "#industries=plastics&type=case-study")
    }

    @Test("every result says why in a sentence, and its points add up to its score")
    func points() throws {
      let (browser, _) = try open("#q=price&persona=finance-leader&stage=decision&objections=price")
      try browser.awaitAnswer(to: "price")
      let rows = try browser.js(
        """
        return [...document.querySelectorAll("#results .why")].map(why => ({
          sentence: why.querySelector("summary").textContent,
          points: [...why.querySelectorAll("tbody td:last-child")].map(c => Math.round(1000 * c.textContent)),
          total: Math.round(1000 * why.querySelector("tfoot td").textContent),
        }));
        """
      ).array
      #expect(rows.count > 1)
      for row in rows {
        #expect(row["points"].array.compactMap(\.int).reduce(0, +) == row["total"].int)
        #expect(row["sentence"].string?.hasPrefix("For ") == true)
      }
      #expect(rows.map { $0["total"].int ?? 0 } == rows.map { $0["total"].int ?? 0 }.sorted(by: >))
      #expect(try !browser.isVisible(".why table"))
      try browser.click(".why summary")
      #expect(try browser.isVisible(".why table"))
      try browser.screenshot("finder/why")
    }

    @Test("what has been sent goes into the address and down the list, and the focus stays with it")
    func sent() throws {
      let (browser, _) = try open("#persona=finance-leader&stage=decision")
      try browser.wait(until: "document.querySelector('#results .sent') !== null")
      let id = try #require(try browser.attribute("data-id", of: "#results li"))
      try browser.click("#results .sent")
      try browser.wait(until: "document.querySelector('#results li').dataset.id !== '\(id)'")
      #expect(try browser.state().hasSuffix("&sent=\(id)"))
      #expect(try browser.texts("#chips button").contains { $0.contains("1 already sent") })
      #expect(try browser.focused() == "button")
    }

    @Test("the first result says what to say, where the lead page has it too; the others show where the words stand")
    func says() throws {
      let (browser, site) = try open()
      try browser.ask("our erp does that")
      try browser.wait(until: "document.querySelector('#results .spoken') !== null")
      #expect(try browser.findAll("#results .spoken").count == 1)
      #expect(try browser.has("#results li:first-child .spoken"))
      #expect(try !browser.has("#results li:first-child .excerpt"))
      #expect(try browser.has("#results .excerpt mark"))
      let said = try browser.text("#results .spoken").trimmingCharacters(in: ["“", "”"])
      try browser.screenshot("finder/says")
      let page = try #require(try browser.attribute("href", of: "#results li:first-child a.title"))
      try browser.go(page.components(separatedBy: site.url("")).last ?? page, of: site)
      #expect(try browser.text("main").contains(said))
    }

    @Test(
      "a line says where the rows begin whose words tell less than half of the best's; sorted by review there is none")
    func lessLikely() throws {
      let (browser, _) = try open()
      try browser.ask("price sheet for plastics")
      #expect(try browser.findAll("#results .less").count == 1)
      let words = try browser.js(
        """
        return [...document.querySelectorAll("#results li")].map(row => ({
          points: Number([...row.querySelectorAll(".why tbody tr")].find(r => r.textContent.startsWith("Matches")).lastChild.textContent),
          isLast: row.querySelector(".less") !== null,
        }));
        """
      ).array
      let line = try #require(words.firstIndex { $0["isLast"].isTrue })
      let best = words.compactMap { $0["points"].double }.max() ?? 0
      #expect((words[line]["points"].double ?? 0) * 2 >= best)
      #expect(words[(line + 1)...].allSatisfy { ($0["points"].double ?? 0) * 2 < best })
      try browser.screenshot("finder/less-likely", wholePage: true)
      try browser.js(
        "const s = document.querySelector('#sort'); s.value = 'reviewed'; s.dispatchEvent(new Event('change'))")
      try browser.wait(until: "document.querySelector('#results .less') === null")
    }

    @Test("a misspelt word is corrected, and the page and each row's why say so")
    func corrected() throws {
      let (browser, _) = try open()
      try browser.ask("batlecard")
      #expect(try browser.text("#results .why summary").contains("atches “battlecard”"))
      #expect(try browser.text("#notice").contains("Showing results for battlecard"))
      #expect(try browser.found().first?.contains("Battlecard") == true)
    }

    @Test("results can be sorted by their last review")
    func sorted() throws {
      let (browser, _) = try open("#q=price&sort=reviewed")
      try browser.awaitAnswer(to: "price")
      let days = try browser.js(
        "return [...document.querySelectorAll('#results .date')].map(d => Date.parse(d.textContent.replace('Reviewed ', '')))"
      ).array.compactMap(\.int)
      #expect(days.count > 2)
      #expect(days == days.sorted(by: >))
    }

    @Test("when nothing is found, the filter that removed most can be dropped, and somebody can be asked")
    func nothing() throws {
      let (browser, _) = try open("#q=pharma&stage=win-back&industries=wood")
      try browser.wait(until: "document.querySelector('#no-results a') !== null")
      #expect(try browser.found().isEmpty)
      #expect(try browser.text("#count") == "0 assets")
      let ask = try #require(try browser.attribute("href", of: "#no-results a"))
      #expect(ask.hasPrefix("mailto:sales@") || ask.contains("@"))
      #expect(ask.contains("pharma"))
      try browser.screenshot("finder/nothing")
      try browser.click("#no-results button")
      try browser.wait(until: "document.querySelector('#results li') !== null")
      #expect(try !browser.isVisible("#no-results"))
      try browser.js("location.hash = 'q=zzyzx'")
      try browser.wait(until: "document.querySelector('#no-results a') !== null")
      #expect(try browser.text("#notice").contains("Nothing has “zzyzx”"))
      try expectNone(browser.faults())
    }

    @Test("an index that cannot be loaded is said, the pages can still be browsed, and trying again helps")
    func broken() throws {
      let site = try SampleSite.served()
      let browser = try Browser.fresh()
      try browser.block("*/search/*")
      try browser.go("", of: site)
      try browser.wait(until: "document.querySelector('#no-results').hidden === false")
      try browser.type("roi", into: "#q")
      #expect(try browser.text("#no-results").contains("could not be loaded"))
      #expect(try browser.isVisible("#browse .matrix"))
      try browser.screenshot("finder/broken")
      try browser.block()
      try browser.click("#no-results button")
      try browser.awaitAnswer(to: "roi")
      try browser.wait(until: "document.querySelector('#results li') !== null")
      try expectNone(browser.faults { $0.contains("search/root.js") })
    }

    @Test("only the last of many keystrokes is answered")
    func stale() throws {
      let (browser, _) = try open()
      try browser.js(
        """
        const box = document.querySelector("#q");
        for (const words of ["p", "pr", "pri", "pric", "battlecard"]) {
          box.value = words;
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }
        """)
      try browser.awaitAnswer(to: "battlecard")
      Thread.sleep(forTimeInterval: 0.3)
      #expect(try browser.attribute("data-query", of: "#results") == "battlecard")
      #expect(try browser.found().first?.contains("Battlecard") == true)
    }

    @Test("more results come when asked for, and the focus goes on with the first of them")
    func more() throws {
      let (browser, _) = try open("#persona=plant-leader")
      try browser.wait(until: "document.querySelectorAll('#results li').length === 10")
      try browser.click("#more-results button")
      try browser.wait(until: "document.querySelectorAll('#results li').length > 10")
      #expect(
        try browser.js("return document.activeElement.closest('li') === document.querySelectorAll('#results li')[10]")
          .isTrue)
    }

    @Test(
      "with results, without results and with filters open it has no accessibility violation and does not scroll sideways",
      .needs(.axe), arguments: ColorScheme.allCases, [320, 1280])
    func accessible(scheme: ColorScheme, width: Int) throws {
      let site = try SampleSite.served()
      let browser = try Browser.fresh()
      try browser.media(scheme)
      try browser.resize(width)
      for state in [
        "q=payback&persona=finance-leader&sent=first-meeting-deck&what=ever", "q=pharma&stage=win-back&industries=wood",
      ] {
        try browser.go("#" + state, of: site)
        try browser.wait(until: "document.querySelector('#results .acts .button, #no-results a') !== null")
        try browser.click("#more summary")
        if try browser.has(".why summary") { try browser.click(".why summary") }
        try expectNone(browser.accessibilityViolations(), state)
        try expectNone(browser.scrollsSideways() ? browser.stickingOut() : [], "scrolls sideways")
        try browser.screenshot("finder/\(scheme.rawValue)-\(width)-\(state.prefix(6))", wholePage: true)
      }
    }
  }
}
