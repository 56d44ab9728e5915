// E-mails and links for colleagues, on asset pages and on results: filled in, copied, opened, also where a browser gives
// scripts no clipboard.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("E-mails", .serialized)
  struct Emails {
    private static let page = "resources/cost-of-waiting-calculator.html"

    private func open(_ page: String) throws -> (Browser, ServedSite) {
      let site = try SampleSite.served()
      let browser = try Browser.fresh()
      try browser.go("index.html", of: site)
      try browser.allowClipboard(site)
      try browser.go(page, of: site)
      return (browser, site)
    }

    private func copy(_ browser: Browser, _ label: String) throws -> String {
      let button = try browser.findAll("article button").first { try browser.text($0) == label }
      try browser.click(try #require(button, "no button '\(label)'"))
      try browser.wait(until: "[...document.querySelectorAll('.said')].some(s => s.textContent === 'Copied')")
      return try browser.clipboard()
    }

    @Test("an asset's e-mail is filled with the lead of the address; the link is the customer's page")
    func filled() throws {
      let (browser, _) = try open(Self.page + "#first_name=Ana&company=Acme&sender=Priya")
      #expect(try !browser.isVisible("[data-missing]"))
      let mail = try copy(browser, "Copy e-mail")
      #expect(mail.contains("Ana") && mail.contains("https://tarnwell.example/"))
      #expect(!mail.contains("127.0.0.1") && !mail.contains("{{") && !mail.contains("["), "\(mail)")
      let link = try #require(try browser.attribute("href", of: "[data-mail]"))
      #expect(link.hasPrefix("mailto:?subject=The%20cost%20of%20waiting"))
      #expect(link.removingPercentEncoding?.replacing("\r\n", with: "\n").hasSuffix(mail) == true)
      try expectNone(browser.faults())
    }

    @Test("what nobody filled in is named beside the buttons, copies in brackets, and can be typed")
    func unfilled() throws {
      let (browser, _) = try open(Self.page)
      #expect(try browser.text("[data-missing]") == "In the e-mail, fill in yourself: first name, company, your name")
      #expect(try copy(browser, "Copy e-mail").contains("[first name]"))
      #expect(try browser.has("[id='site:snippet'] mark"))
      try browser.click(".mail summary")
      try browser.type("Ana", into: ".fill [name=first_name]")
      #expect(try browser.text("[data-missing]") == "In the e-mail, fill in yourself: company, your name")
      #expect(try browser.text("[id='site:snippet']").contains("Ana"))
      try browser.screenshot("resource/e-mail", wholePage: true)
    }

    @Test("a link for a colleague says nothing of the lead")
    func colleague() throws {
      let (browser, site) = try open(Self.page + "#first_name=Ana&company=Acme")
      #expect(try copy(browser, "Copy link for a colleague") == site.url(Self.page))
    }

    @Test("without a page to link to, the file goes along, and both text and button say so")
    func attached() throws {
      let library = try SmallLibrary.folder([
        "content/resources/roi-sheet.md": SmallLibrary.files["content/resources/roi-sheet.md"]?
          .replacing("share: https://www.small.example/roi\n", with: "")
      ])
      let built = try shelfmark("build", "-C", library.path, "--today", SmallLibrary.today)
      try #require(built.status == 0, "\(built.errors)")
      let site = try ServedSite(library.path + "/site")
      let browser = try Browser.fresh()
      try browser.go("index.html", of: site)
      try browser.allowClipboard(site)
      try browser.go("resources/roi-sheet.html#first_name=Ana", of: site)
      let mail = try copy(browser, "Copy e-mail, then attach the file")
      #expect(mail == "Hello Ana, here is what a stopped line costs: (attached: roi.pdf)")
      try browser.go("#q=stopped", of: site)
      try browser.awaitTexts()
      #expect(try browser.text("#results .acts .button") == "Copy e-mail, then attach the file")
      try browser.disableScripts()
      try browser.go("resources/roi-sheet.html", of: site)
      let link = try browser.attribute("href", of: "[data-mail]")
      #expect(link?.removingPercentEncoding?.contains("(attached: roi.pdf)") == true)
      _ = site
    }

    @Test("where a browser gives no clipboard, on plain http, the text is copied all the same")
    func insecure() throws {
      let (browser, site) = try open(Self.page)
      try browser.go(site.insecureAddress + Self.page + "#first_name=Ana&company=Acme&sender=Priya")
      #expect(try browser.js("return navigator.clipboard === undefined").isTrue)
      try browser.click(".i-copy button")
      try browser.wait(until: "document.querySelector('.said').textContent !== ''")
      #expect(try browser.text(".said") == "Copied")
      #expect(try !browser.has(".to-copy"))
      try browser.go(Self.page, of: site)
      #expect(try browser.clipboard().contains("Ana"))
      // And where even that is refused, the text lies there selected.
      try browser.runEarly("Document.prototype.execCommand = () => false")
      try browser.go(site.insecureAddress + Self.page)
      try browser.click(".i-copy button")
      try browser.wait(until: "document.querySelector('.to-copy') !== null")
      #expect(
        try browser.js(
          "return getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
        ).string?.contains("[first name]") == true)
      #expect(try browser.text(".said") == "Press Ctrl+C to copy")
    }

    @Test("a result's e-mail is copied from the list, and says what is left to fill in")
    func result() throws {
      let (browser, _) = try open("index.html")
      try browser.go(SampleSite.served().url("index.html#persona=finance-leader&stage=decision&company=Acme"))
      try browser.reload()
      try browser.awaitTexts()
      try browser.click("#results .acts .button")
      try browser.wait(until: "document.querySelector('.said').textContent !== ''")
      #expect(try browser.text(".said").hasPrefix("Copied; fill in yourself: first name"))
      #expect(try browser.clipboard().contains("[first name]"))
    }

    @Test("internal assets offer no e-mail, on their page and in results")
    func `internal`() throws {
      let (browser, site) = try open("resources/battlecard-halvor-eam.html#first_name=Ana")
      #expect(try !browser.has("[data-mail]") && !browser.has("[id='site:snippet']"))
      #expect(try browser.texts("article button") == ["Copy link for a colleague"])
      try browser.go("#type=battlecard&q=price", of: site)
      try browser.awaitAnswer(to: "price")
      Thread.sleep(forTimeInterval: 0.6)
      #expect(try browser.found().count > 0)
      #expect(try !browser.has("#results .acts .button"))
    }
  }
}
