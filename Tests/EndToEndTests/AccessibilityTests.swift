// axe-core, with every rule of WCAG 2.2 A and AA, on one page of every kind, light and dark, wide and narrow.

import Foundation
import TestSupport
import Testing

extension InBrowser {
  @Suite("Accessibility", .needs(.axe))
  struct Accessibility {
    struct Look: Sendable, CustomTestStringConvertible {
      let scheme: ColorScheme
      let width: Int

      var testDescription: String { "\(scheme.rawValue), \(width) px" }
    }

    @Test(
      "no kind of page has a violation",
      arguments: [
        Look(scheme: .light, width: 1280), Look(scheme: .dark, width: 1280), Look(scheme: .light, width: 320),
      ])
    func violations(look: Look) throws {
      let site = try ServedSite(SampleSite.built())
      let browser = try Browser.fresh()
      try browser.media(look.scheme)
      try browser.resize(look.width)
      for (kind, page) in try SampleSite.pageOfEachKind() where page != "404.html" {
        try browser.go(page, of: site)
        try expectNone(browser.accessibilityViolations(), "\(page)")
        if look.scheme == .dark { try browser.screenshot("dark/" + kind, wholePage: true) }
      }
    }

    @Test("no page of the site has a violation", .enabled(if: Project.isThorough, "needs THOROUGH=1"))
    func everyPage() throws {
      let folder = try SampleSite.built()
      let site = try ServedSite(folder)
      let browser = try Browser.fresh()
      for page in FolderSnapshot(folder).names where page.hasSuffix(".html") && page != "404.html" {
        try browser.go(page, of: site)
        try expectNone(browser.accessibilityViolations(), page)
      }
    }

    @Test("with forced colours every kind of page keeps its marks and its focus visible")
    func forcedColors() throws {
      let site = try ServedSite(SampleSite.built())
      let browser = try Browser.fresh()
      try browser.media(forcesColors: true)
      for (kind, page) in try SampleSite.pageOfEachKind() where page != "404.html" {
        try browser.go(page, of: site)
        try browser.press(.tab)
        let outline = try browser.js(
          """
          const style = getComputedStyle(document.activeElement);
          return document.activeElement === document.body
            || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
          """)
        let focused = try browser.focused()
        #expect(outline.isTrue, "\(page): the focus on \(focused) cannot be seen")
        try browser.screenshot("forced-colors/" + kind)
      }
    }
  }
}
