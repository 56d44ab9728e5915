// The lead page on the sample site: from a CRM's button to what is sent.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("Lead page")
  struct Lead {
    private static let lead =
      "title=VP%20Finance&lifecycle=Opportunity&industries=Mfg&first_name=Ana&company=Food%20%26%20Sons&sender=Priya"

    private func open(_ state: String, _ way: ServedSite.Way = .http) throws -> (Browser, ServedSite) {
      let site = try SampleSite.served(way)
      let browser = try Browser.fresh()
      try browser.go("lead.html" + (state.isEmpty ? "" : "#" + state), of: site)
      try browser.wait(until: "!document.querySelector('#read').hidden")
      return (browser, site)
    }

    @Test("from a CRM's link to a copied e-mail takes two clicks, with every placeholder filled")
    func twoClicks() throws {
      let site = try SampleSite.served()
      let link = site.url("lead.html#" + Self.lead).replacing("&", with: "&amp;")
      let folder = try TemporaryFolder([
        "crm.html": "<!doctype html><title>CRM</title><a href=\"\(link)\">Shelfmark</a>"
      ])
      let crm = try ServedSite(folder.path)
      let browser = try Browser.fresh()
      try browser.go("lead.html", of: site)
      try browser.allowClipboard(site)
      try browser.go("crm.html", of: crm)
      _ = browser.takeEffort()
      try browser.click("a")
      try browser.wait(until: "document.querySelector('#best .button.main') !== null")
      try browser.click("#best .button.main")
      try browser.wait(until: "document.querySelector('#best .said').textContent !== ''")
      #expect(browser.takeEffort() == Browser.Effort(clicks: 2))
      let mail = try browser.clipboard()
      #expect(mail.contains("Ana"))
      #expect(mail.contains("https://tarnwell.example/"))
      #expect(!mail.contains("{{") && !mail.contains("["), "\(mail)")
      #expect(try browser.text("#best .said") == "Copied")
      try browser.screenshot("lead/copied")
    }

    @Test("what the CRM holds is read, shown and folded away", arguments: ServedSite.Way.allCases)
    func reads(way: ServedSite.Way) throws {
      let (browser, _) = try open(Self.lead, way)
      try browser.wait(until: "document.querySelector('#best li') !== null")
      #expect(try browser.js("return document.querySelector('#as-persona').value").string == "finance-leader")
      #expect(try browser.js("return document.querySelector('#as-stage').value").string == "decision")
      #expect(try browser.text("#as-facets").contains("Manufacturing"))
      #expect(try !browser.isVisible("#form"))
      #expect(try browser.findAll("#best li").count == 1)
      #expect(try browser.findAll("#send .audience.ok").count == browser.findAll("#send li").count)
      #expect(try browser.findAll("#say .audience.in").count == browser.findAll("#say li").count)
      #expect(try browser.findAll("#say li").count > 0)
      #expect(try browser.has("#say .spoken"))
      #expect(try !browser.has("#say .acts .button"), "an internal asset offers an e-mail")
      #expect(try browser.texts("#next h3") == ["Retention", "Or: Win-back"])
      #expect(try browser.findAll("#next ol:nth-of-type(1) li").count == 3)
      #expect(try browser.findAll("#next ol:nth-of-type(2) li").count == 1)
      #expect(try browser.findAll("#found .why summary").count >= 5)
      try browser.screenshot("lead/reads-\(way.rawValue)", wholePage: true)
      try expectNone(browser.faults())
    }

    @Test("each part of what was read can be put right")
    func edited() throws {
      let (browser, _) = try open(Self.lead)
      try browser.js(
        "const s = document.querySelector('#as-stage'); s.value = 'retention'; s.dispatchEvent(new Event('change'))")
      try browser.wait(until: "location.hash.includes('stage=retention')")
      try browser.wait(until: "document.querySelector('#best .why summary').textContent.includes('Retention')")
      try browser.click("#as-facets button")
      try browser.wait(until: "document.querySelector('#as-facets li') === null")
      #expect(try !browser.state().contains("industries"))
    }

    @Test("an unknown title asks who this is; a pick answers it, and other unknown values are shown")
    func unknown() throws {
      let (browser, _) = try open("title=Chief%20Vibes%20Officer&lifecycle=Opportunity&industries=Space&shoe=9")
      #expect(try browser.isVisible("#who-asks"))
      #expect(try browser.text("#who-said").contains("Chief Vibes Officer"))
      let unknown = try browser.texts("#as-facets .unknown")
      #expect(unknown.contains { $0.contains("Industry: “Space”") })
      #expect(unknown.contains { $0.contains("shoe: “9”") })
      try browser.screenshot("lead/unknown")
      try browser.click("#who-asks [data-value='it-leader']")
      try browser.wait(until: "document.querySelector('#who-asks').hidden")
      #expect(try browser.state().contains("persona=it-leader"))
      try browser.wait(until: "document.querySelector('#best .why summary').textContent.includes('IT leader')")
    }

    @Test("what was sent goes into the address and is not the best any more")
    func sent() throws {
      let (browser, _) = try open(Self.lead)
      try browser.wait(until: "document.querySelector('#best li') !== null")
      let id = try #require(try browser.attribute("data-id", of: "#best li"))
      try browser.click("#best .sent")
      try browser.wait(until: "document.querySelector('#best li').dataset.id !== '\(id)'")
      #expect(try browser.state().hasSuffix("sent=\(id)"))
    }

    @Test("an empty page has its form open, reads what is typed, and remembers the sender's name alone")
    func form() throws {
      let (browser, site) = try open("")
      #expect(try browser.isVisible("#form"))
      #expect(try !browser.isVisible("#found"))
      try browser.type("Dir. of Fin Ops", into: "[name=title]")
      try browser.type("Ana", into: "[name=first_name]")
      try browser.type("Priya", into: "[name=sender]")
      try browser.wait(until: "document.querySelector('#as-persona').value === 'finance-leader'")
      #expect(try browser.state().contains("title=Dir.%20of%20Fin%20Ops"))
      try browser.go("lead.html", of: site)
      #expect(try browser.js("return document.querySelector('[name=sender]').value").string == "Priya")
      #expect(try browser.js("return document.querySelector('[name=first_name]').value").string == "")
    }

    @Test("the lines for a CRM carry this page's address, and what CRMs make of them is read")
    func lines() throws {
      let (browser, site) = try open("")
      try browser.click("details.crm summary")
      let salesforce = try browser.text("#line-salesforce")
      #expect(salesforce.hasPrefix(site.url("lead.html#title={!URLENCODE(Lead.Title)}&")))
      #expect(salesforce.contains("&industries={!URLENCODE(TEXT(Lead.Industry))}"))
      #expect(try browser.text("#line-hubspot").contains("#title={{contact.jobtitle}}&"))
      for title in ["VP+Finance", "VP%2BFinance", "VP Finance", "VP%2520Finance"] {
        try browser.go("lead.html#title=\(title)&company=Food & Sons&lifecycle=Opportunity", of: site)
        try browser.wait(until: "document.querySelector('#as-persona').value === 'finance-leader'")
        #expect(try browser.js("return document.querySelector('[name=company]').value").string == "Food & Sons")
      }
    }

    @Test("an index that cannot be loaded is said")
    func broken() throws {
      let site = try SampleSite.served()
      let browser = try Browser.fresh()
      try browser.block("*/search/*")
      try browser.go("lead.html#" + Self.lead, of: site)
      try browser.wait(until: "!document.querySelector('#failed').hidden")
      #expect(try browser.has("#failed a[href='coverage.html']"))
    }

    @Test(
      "it has no accessibility violation and does not scroll sideways", .needs(.axe), arguments: ColorScheme.allCases,
      [320, 1280])
    func accessible(scheme: ColorScheme, width: Int) throws {
      let site = try SampleSite.served()
      let browser = try Browser.fresh()
      try browser.media(scheme)
      try browser.resize(width)
      for state in [Self.lead, "title=Chief%20Vibes%20Officer&lifecycle=Opportunity&shoe=9", ""] {
        try browser.go("lead.html#" + state, of: site)
        try browser.wait(until: "!document.querySelector('#read').hidden")
        try browser.click("details.crm summary")
        try expectNone(browser.accessibilityViolations(), state)
        try expectNone(browser.scrollsSideways() ? browser.stickingOut() : [], "scrolls sideways")
        try browser.screenshot("lead/\(scheme.rawValue)-\(width)-\(state.prefix(8))", wholePage: true)
      }
    }
  }
}
