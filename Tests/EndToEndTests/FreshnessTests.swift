// One site, looked at on different days: what has expired or is not out yet is gone from every list, result and count,
// and what is overdue for review says so.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("Freshness", .serialized)
  struct Freshness {
    private static func resource(_ title: String, _ stage: String, _ dates: String) -> String {
      """
      ---
      title: \(title)
      summary: An offer that is good for some days and no longer than that.
      type: one-pager
      personas: [cfo]
      stages: [\(stage)]
      \(dates)
      ---
      Prices and terms.

      """
    }

    private static let folder = Result {
      let library = try SmallLibrary.folder([
        "content/resources/fair-offer.md": resource(
          "Offer of the fair", "decision", "reviewed: 2026-02-25\nexpires: 2026-03-31"),
        "content/resources/new-prices.md": resource(
          "Prices from April", "decision", "reviewed: 2026-02-26\npublish: 2026-04-01"),
        "content/resources/renewal-offer.md": resource(
          "Offer for renewal", "retention", "reviewed: 2026-02-24\nexpires: 2026-03-31"),
      ])
      let result = try shelfmark("build", "-C", library.path, "--today", SmallLibrary.today)
      guard result.status == 0 else { throw HarnessError(result.errors) }
      return library
    }

    private func open(_ day: String) throws -> (Browser, ServedSite) {
      let site = try ServedSite(Self.folder.get().path + "/site")
      let browser = try Browser.fresh()
      try browser.clock(day + "T12:00:00Z")
      return (browser, site)
    }

    struct Day: Sendable, CustomTestStringConvertible {
      let day: String
      /// What names the persona and the stage, best first.
      let decision: [String]
      let isRetentionEmpty: Bool
      var testDescription: String { day }
    }

    private static let days = [
      Day(
        day: "2026-03-31",
        decision: ["Offer of the fair", "How a plant got its Sundays back", "What a stopped line costs"],
        isRetentionEmpty: false),
      Day(
        day: "2026-04-01",
        decision: ["Prices from April", "How a plant got its Sundays back", "What a stopped line costs"],
        isRetentionEmpty: true),
    ]

    @Test("lists, results, counts and the matrix hold what is in date on the day", arguments: days)
    func lists(expected: Day) throws {
      let (browser, site) = try open(expected.day)
      let titles =
        "return [...document.querySelectorAll('.row a.title')].filter(a => a.checkVisibility()).map(a => a.textContent)"
      for page in ["personas/cfo/decision.html", "stages/decision.html", "types/one-pager.html", "changes.html"] {
        try browser.go(page, of: site)
        let text = try browser.text("main")
        #expect(text.contains("Offer of the fair") == (expected.day == "2026-03-31"), "\(page)")
        #expect(text.contains("Prices from April") == (expected.day == "2026-04-01"), "\(page)")
      }
      try browser.go("personas/cfo/decision.html", of: site)
      #expect(try browser.js(titles).strings == expected.decision)
      try browser.wait(until: "document.querySelector('[data-cell=\"0 0\"] .n').textContent === '3'")
      try browser.go("personas/cfo/retention.html", of: site)
      #expect(try browser.isVisible("[data-if-empty]") == expected.isRetentionEmpty)
      try browser.go("personas/cfo.html", of: site)
      try browser.wait(
        until:
          "document.querySelector('[data-cell=\"0 1\"] .n').textContent === '\(expected.isRetentionEmpty ? "gap" : "1")'"
      )
      for page in ["index.html", "coverage.html"] {
        try browser.go(page, of: site)
        try browser.wait(until: "document.querySelector('.matrix [data-cell=\"0 0\"]').textContent === '3'")
        let retention = try browser.js("return document.querySelector(`.matrix [data-cell='0 1']`).textContent")
        #expect(retention.string == (expected.isRetentionEmpty ? "gap" : "1"))
        #expect(
          try browser.attribute("aria-label", of: ".matrix [data-cell='0 1']")
            == "Finance leader, Retention: \(expected.isRetentionEmpty ? "nothing yet" : "1")")
      }
      try browser.go("coverage.html", of: site)
      try browser.wait(until: "document.querySelector('.matrix [data-cell=\"0 0\"]').textContent === '3'")
      let gap = "Finance leader, Retention: all has expired or is not out yet."
      #expect(try browser.text("main").contains(gap) == expected.isRetentionEmpty)
      try browser.go("#persona=cfo&stage=decision", of: site)
      try browser.wait(until: "document.querySelector('#results li') !== null")
      #expect(try browser.found() == expected.decision)
      #expect(try browser.total() == 3)
      try browser.go("journey.html", of: site)
      try browser.wait(until: "document.querySelector('[data-cell=\"* 0\"] .n').textContent === '3'")
      try expectNone(browser.faults())
    }

    @Test("an asset's own page says what today makes of it")
    func pages() throws {
      for (day, page, words) in [
        ("2026-04-01", "fair-offer", "Expired on 31 Mar 2026"), ("2026-03-01", "new-prices", "Not before 1 Apr 2026"),
        ("2026-07-16", "roi-sheet", "Review overdue since 15 Jul 2026"),
      ] {
        let (browser, site) = try open(day)
        try browser.go("resources/\(page).html", of: site)
        #expect(try browser.text("article .notice.gap:not([hidden])").contains(words))
      }
      let (browser, site) = try open("2026-03-15")
      for page in ["fair-offer", "roi-sheet"] {
        try browser.go("resources/\(page).html", of: site)
        #expect(try !browser.isVisible("article .notice"))
      }
    }

    @Test("what is overdue for review says so, and stands behind what is not")
    func overdue() throws {
      let (browser, site) = try open("2026-08-10")
      try browser.go("personas/cfo/decision.html", of: site)
      #expect(try browser.findAll(".row .overdue").count == 1)
      #expect(try browser.text(".row:last-child").contains("Review overdue"))
      try browser.go("#persona=cfo&stage=decision", of: site)
      try browser.wait(until: "document.querySelector('#results li') !== null")
      #expect(try browser.text("#results li:last-child .overdue") == "Review overdue")
      #expect(try browser.text("#results li:last-child .why summary").hasSuffix("review overdue"))
      try browser.go("coverage.html", of: site)
      #expect(try browser.js("return document.querySelectorAll('.reviews .overdue').length").int ?? 0 >= 2)
    }

    @Test("the day is the reader's own")
    func timeZone() throws {
      let (browser, site) = try open("2026-03-31")
      try browser.timeZone("Pacific/Auckland")
      try browser.go("resources/fair-offer.html", of: site)
      #expect(try browser.isVisible("[data-when=expired]"), "noon in London is the next day in Auckland")
      try browser.timeZone("America/Los_Angeles")
      try browser.go("resources/fair-offer.html", of: site)
      #expect(try !browser.isVisible("[data-when=expired]"))
    }

    @Test("without scripts nothing is hidden, and the dates are printed")
    func withoutScripts() throws {
      let (browser, site) = try open("2026-04-01")
      try browser.disableScripts()
      try browser.go("personas/cfo/decision.html", of: site)
      let text = try browser.text("main")
      #expect(text.contains("Until 31 Mar 2026") && text.contains("From 1 Apr 2026"))
    }
  }
}
