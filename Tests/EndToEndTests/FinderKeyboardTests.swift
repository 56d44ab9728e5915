// The finder by keyboard, and what its address keeps.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("Finder: keyboard and address")
  struct FinderKeyboard {
    @Test("'/' with words and Enter opens an asset with no click, from any page", arguments: ServedSite.Way.allCases)
    func slash(way: ServedSite.Way) throws {
      let site = try SampleSite.served(way)
      let browser = try Browser.fresh()
      for (_, page) in try SampleSite.pageOfEachKind() where page != "404.html" && page != "index.html" {
        try browser.go(page, of: site)
        try browser.press(.character("/"))
        try browser.wait(until: "location.pathname.endsWith('/index.html') && document.activeElement?.id === 'q'")
      }
      _ = browser.takeEffort()
      try browser.type("week nine checklist")
      try browser.press(.enter)
      try browser.wait(until: "location.pathname.endsWith('/resources/checklist-week-nine.html')")
      #expect(browser.takeEffort().clicks == 0)
      try expectNone(browser.faults())
    }

    @Test("arrows move through results, Enter opens, Escape leads back to the box and then clears it")
    func arrows() throws {
      let site = try SampleSite.served()
      let browser = try Browser.fresh()
      try browser.go("", of: site)
      try browser.ask("price")
      try browser.press(.down, .down)
      #expect(
        try browser.js("return [...document.querySelectorAll('#results a.title')].indexOf(document.activeElement)").int
          == 1)
      try browser.press(.up, .up)
      #expect(try browser.focused() == "input#q")
      try browser.press(.down, .escape)
      #expect(try browser.focused() == "input#q")
      try browser.press(.escape)
      try browser.awaitAnswer(to: "")
      #expect(try browser.isVisible("#browse"))
      #expect(try browser.state().isEmpty)
      try browser.ask("price")
      try browser.press(.down, .enter)
      try browser.wait(until: "location.pathname.includes('/resources/')")
    }

    @Test("Back restores words, pickers and the place in the list", arguments: ServedSite.Way.allCases)
    func back(way: ServedSite.Way) throws {
      let site = try SampleSite.served(way)
      let browser = try Browser.fresh()
      // Without the browser's own memory of pages, the page has to do it.
      try browser.go("", of: site)
      try browser.ask("plant")
      try browser.pick("persona", "plant-leader")
      try browser.click("#more-results button")
      try browser.wait(until: "document.querySelectorAll('#results li').length > 15")
      let found = try browser.found()
      try browser.js("document.querySelectorAll('#results a.title')[14].scrollIntoView({ behavior: 'instant' })")
      Thread.sleep(forTimeInterval: 0.4)
      let place = try browser.js("return Math.round(scrollY)").int ?? 0
      #expect(place > 1_000)
      try browser.js("document.querySelectorAll('#results a.title')[14].click()")
      try browser.wait(until: "location.pathname.includes('/resources/')")
      try browser.back()
      try browser.wait(until: "document.querySelectorAll('#results li').length > 15")
      #expect(try browser.found() == found)
      #expect(try browser.js("return document.querySelector('#q').value").string == "plant")
      #expect(try browser.attribute("aria-pressed", of: "[data-value='plant-leader']") == "true")
      try browser.wait(until: "Math.abs(scrollY - \(place)) < 60")
      try browser.back()
      try browser.wait(until: "!document.querySelector('#browse').hidden")
      #expect(try browser.js("return document.querySelector('#q').value").string == "")
      try expectNone(browser.faults())
    }

    @Test("an address opens what it says, by id, label or alias, and shows what it does not understand")
    func address() throws {
      let site = try SampleSite.served()
      let browser = try Browser.fresh()
      try browser.go(
        "#q=cost%20of%20an%20hour&persona=CFO&stage=awareness&industries=Mfg&colour=blue&industries=Space", of: site)
      try browser.awaitAnswer(to: "cost of an hour")
      #expect(try browser.js("return document.querySelector('#q').value").string == "cost of an hour")
      for value in ["finance-leader", "awareness", "manufacturing"] {
        #expect(try browser.attribute("aria-pressed", of: "[data-value='\(value)']") == "true")
      }
      let chips = try browser.texts("#chips .unknown")
      #expect(chips.count == 2)
      #expect(chips.contains { $0.contains("colour: “blue” is not known here") })
      #expect(try browser.state().contains("colour=blue"))
      try browser.click("#chips .unknown")
      try browser.wait(until: "document.querySelectorAll('#chips .unknown').length === 1")
      try expectNone(browser.faults())
    }
  }
}
