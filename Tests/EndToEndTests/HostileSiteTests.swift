// A library that tries to break out everywhere, built and opened: every page, every attachment, every result, every
// value after "#". Nothing runs, nothing is asked of another host, no policy has anything to stop.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("A hostile library")
  struct HostileSite {
    private static let built: Result<TemporaryFolder, any Error> = Result {
      let folder = try HostileLibrary.folder()
      let result = try shelfmark("build", "-C", folder.path, "--today", SmallLibrary.today)
      let refused = result.errors.split(separator: "\n").filter { $0.contains(": error: ") }.joined(separator: "\n")
      guard result.status == 0 else { throw HarnessError("the hostile library is refused:\n\(refused)") }
      return folder
    }

    private static func site() throws -> ServedSite { try ServedSite(built.get().path + "/site") }

    /// `pwned` would throw where there is none; and what is not in the page at all cannot run.
    private static func expectInert(
      _ browser: Browser, _ place: String, except isExpected: (String) -> Bool = { _ in false }
    ) throws {
      let made = try browser.js(
        """
        const bad = [...document.querySelectorAll('script:not([src]), iframe, object, embed, base, meta[http-equiv=refresh], svg [onload]')];
        const on = [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => /^on/i.test(a.name)));
        const links = [...document.querySelectorAll('[href], [src], [action], [formaction]')].filter((e) =>
          ['href', 'src', 'action', 'formaction'].some((n) => /^\\s*(javascript|data|vbscript|file):/i.test(e[n] || '')));
        return [...bad, ...on, ...links].map((e) => e.outerHTML.slice(0, 200));
        """)
      expectNone(made.array.map { $0.string ?? "" }, place)
      try expectNone(browser.faults(except: isExpected), place)
    }

    @Test("every page is inert")
    func pages() throws {
      let site = try Self.site()
      let browser = try Browser.fresh()
      let pages = FolderSnapshot(try Self.built.get().path + "/site").names.filter { $0.hasSuffix(".html") }
      #expect(pages.count >= 40)
      for page in pages {
        try browser.go(page.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? page, of: site)
        // The page for lost addresses may be shown anywhere on its host, so it names its parts with base_url.
        try Self.expectInert(browser, page) {
          page == "404.html" && $0.contains("https://small.example/a'onclick=pwned()/assets/")
        }
      }
    }

    @Test("every attachment is served, shown or saved, and runs nothing")
    func attachments() throws {
      let site = try Self.site()
      let browser = try Browser.fresh()
      let files = FolderSnapshot(try Self.built.get().path + "/site").names.filter { $0.hasPrefix("files/") }
      for name in HostileLibrary.fileNames { #expect(files.contains { $0.hasSuffix("/" + name) }, "\(name)") }
      for file in files {
        try browser.go("index.html", of: site)
        let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~/"))
        try browser.go(file.addingPercentEncoding(withAllowedCharacters: allowed) ?? file, of: site)
        // What is saved rather than shown ends its loading so; PDFs are shown by an extension of the browser.
        try expectNone(
          browser.faults {
            $0.contains("ERR_ABORTED") || $0.contains("chrome-extension://") || $0.contains("/favicon.ico")
          }, file)
      }
    }

    @Test("every search result is inert, with its reasons, its excerpt and its e-mail")
    func results() throws {
      let site = try Self.site()
      let browser = try Browser.fresh()
      for query in ["pwned"] + HostileLibrary.payloads {
        try browser.go("index.html#q=" + Self.encoded(query) + "&first_name=" + Self.encoded(query), of: site)
        try browser.wait(until: "!!document.querySelector('#results a.title')")
        if try browser.isVisible("#more-results") { try browser.click("#more-results") }
        // Excerpts and e-mails come after a pause.
        try browser.wait(until: "!!document.querySelector('#results .excerpt mark, #results .acts .button')")
        try browser.js("for (const d of document.querySelectorAll('details')) d.open = true; return 0")
        if query == "pwned" { #expect(try browser.findAll("#results a.title").count >= HostileLibrary.payloads.count) }
        try Self.expectInert(browser, query)
      }
    }

    @Test("every value after '#' is shown and not obeyed, on the finder, the lead page and a resource")
    func addresses() throws {
      let site = try Self.site()
      let browser = try Browser.fresh()
      let keys = [
        "q", "persona", "stage", "type", "industries", "objections", "sort", "sent", "title", "lifecycle",
        "lead_status",
        "opp_stage", "first_name", "company", "sender", "__proto__", "\"><script>pwned()</script>",
      ]
      let pages = [
        "index.html": "!!window.Shelfmark.writeState", "lead.html": "!document.querySelector('#lead').hidden",
        "resources/hostile-0.html": "true",
      ]
      let payloads = HostileLibrary.payloads + ["javascript:pwned()", "%22%3E%3Cscript%3Epwned()%3C/script%3E"]
      // Each round gives each key another of them; some rounds will do, since the next key has what this one lacks.
      for round in stride(from: 0, to: payloads.count, by: Project.isThorough ? 1 : 4) {
        func payload(_ index: Int) -> String { payloads[(index + round) % payloads.count] }
        let state = keys.enumerated().map { Self.encoded($1) + "=" + Self.encoded(payload($0)) }.joined(separator: "&")
        // As a CRM that does not escape would write it.
        let careless = payload(0).replacing("%", with: "%25").replacing("\"", with: "%22")
        for (page, ready) in pages.sorted(by: { $0.key < $1.key }) {
          for hash in ["#" + state, "#title=\(careless)&q=\(careless)"] {
            try browser.go(page + hash, of: site)
            try browser.wait(until: ready)
            try browser.js("for (const d of document.querySelectorAll('details')) d.open = true; return 0")
            _ = try browser.asyncJS("setTimeout(() => arguments[0](0), 60)")
            try Self.expectInert(browser, page + hash)
          }
        }
      }
    }

    private static func encoded(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
  }
}
