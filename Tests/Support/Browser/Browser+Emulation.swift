// The conditions under which a page is looked at. `reset` takes all of them back.

import Foundation
import Synchronization

package enum ColorScheme: String, Sendable, CaseIterable { case light, dark }

extension Browser {
  /// As new: conditions, storage, permissions and collected faults of earlier tests are gone.
  package func reset() throws {
    try driver.devTools("Emulation.setScriptExecutionDisabled", ["value": false])
    try go("about:blank")
    for id in earlyScripts.withLock({ $0 }) {
      try driver.devTools("Page.removeScriptToEvaluateOnNewDocument", ["identifier": .text(id)])
    }
    earlyScripts.withLock { $0 = [] }
    try media()
    try driver.devTools("Emulation.clearDeviceMetricsOverride")
    try driver.devTools("Emulation.setTimezoneOverride", ["timezoneId": ""])
    try driver.devTools("Emulation.setLocaleOverride")
    try driver.devTools("Network.enable")
    try driver.devTools("Network.setBlockedURLs", ["urls": []])
    try driver.devTools("Network.clearBrowserCache")
    try driver.devTools("Browser.resetPermissions")
    for home in homes.withLock({ $0 }) where home.hasPrefix("http") {
      let origin = home.split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
      try driver.devTools(
        "Storage.clearDataForOrigin", ["origin": .text(origin), "storageTypes": "all"])
    }
    homes.withLock { $0 = [] }
    _ = try faults()
    _ = takeEffort()
  }

  /// How the page is shown; what is not named is as usual, but for motion: a page that scrolls smoothly moves away under
  /// a test's clicks.
  package func media(
    _ scheme: ColorScheme = .light, prints: Bool = false, forcesColors: Bool = false, reducesMotion: Bool = true,
    hasMoreContrast: Bool = false
  ) throws {
    let features: [(String, String)] = [
      ("prefers-color-scheme", scheme.rawValue), ("forced-colors", forcesColors ? "active" : "none"),
      ("prefers-reduced-motion", reducesMotion ? "reduce" : "no-preference"),
      ("prefers-contrast", hasMoreContrast ? "more" : "no-preference"),
    ]
    try driver.devTools(
      "Emulation.setEmulatedMedia",
      [
        "media": prints ? "print" : "",
        "features": .list(features.map { ["name": .text($0.0), "value": .text($0.1)] }),
      ])
  }

  /// The size of the page's view, in CSS pixels.
  package func resize(_ width: Int, _ height: Int = 800, scale: Double = 1) throws {
    try driver.devTools(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)), "deviceScaleFactor": .number(scale),
        "mobile": false,
      ])
  }

  /// Scripts of the pages opened from now on do not run.
  package func disableScripts() throws {
    try driver.devTools("Emulation.setScriptExecutionDisabled", ["value": true])
  }

  /// "Europe/Berlin".
  package func timeZone(_ name: String) throws {
    try driver.devTools("Emulation.setTimezoneOverride", ["timezoneId": .text(name)])
  }

  /// "de-DE".
  package func locale(_ name: String) throws {
    try driver.devTools("Emulation.setLocaleOverride", ["locale": .text(name)])
  }

  /// Pages opened from now on find it is this instant ("2026-03-01T09:00:00Z"); their clock goes on from there.
  package func clock(_ instant: String) throws {
    try runEarly(
      """
      (() => {
        const Real = Date, shift = Real.parse("\(instant)") - Real.now();
        const now = () => Real.now() + shift;
        globalThis.Date = new Proxy(Real, {
          construct: (target, values, made) => Reflect.construct(target, values.length ? values : [now()], made),
          apply: () => new Real(now()).toString(),
          get: (target, name) => name === "now" ? now : Reflect.get(target, name),
        });
        Real.prototype.constructor = globalThis.Date;
      })()
      """)
  }

  /// Runs a script in every page opened from now on, before the page's own.
  package func runEarly(_ script: String) throws {
    let answer = try driver.devTools("Page.addScriptToEvaluateOnNewDocument", ["source": .text(script)])
    guard let id = answer["identifier"].string else { throw HarnessError("no script: \(answer)") }
    earlyScripts.withLock { $0.append(id) }
  }

  /// Requests to addresses like these fail ("*/search/*.js") until others are named, or none.
  package func block(_ patterns: String...) throws {
    try driver.devTools("Network.enable")
    try driver.devTools("Network.setBlockedURLs", ["urls": .list(patterns.map(JSON.text))])
  }

  /// What the last *Copy* put on the clipboard. Call `allowClipboard` first.
  package func clipboard() throws -> String {
    try asyncJS("const done = arguments[0]; navigator.clipboard.readText().then(done, e => done('refused: ' + e))")
      .string ?? ""
  }

  /// Lets the site read and write the clipboard without asking.
  package func allowClipboard(_ site: ServedSite) throws {
    try driver.devTools(
      "Browser.grantPermissions",
      [
        "origin": .text(site.address.split(separator: "/").prefix(2).joined(separator: "//")),
        "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
      ])
  }

  /// True where a reader must scroll sideways to see all of the page.
  package func scrollsSideways() throws -> Bool {
    try js("const d = document.documentElement; return d.scrollWidth > d.clientWidth").isTrue
  }

  /// The elements that reach furthest to the right, beyond the view: what makes a page scroll sideways.
  package func stickingOut() throws -> [String] {
    try js(
      """
      const width = document.documentElement.clientWidth;
      const edge = e => {
        const visible = getComputedStyle(e).overflowX === "visible";
        const overflow = visible && e.clientWidth > 0 ? Math.max(0, e.scrollWidth - e.clientWidth) : 0;
        const box = e.getBoundingClientRect();
        return box.width === 0 ? 0 : box.right + overflow;
      };
      const isCutOff = e => {
        for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
          if (getComputedStyle(p).overflowX !== "visible") return true;
        return false;
      };
      const name = e => e.localName + (e.id ? "#" + e.id : "") + (e.className ? "." + e.className : "");
      return [...document.querySelectorAll("body *")].filter(e => edge(e) > width + 0.5 && !isCutOff(e))
        .map((e, index) => [Math.round(edge(e)), index, name(e)]).sort((a, b) => b[0] - a[0] || b[1] - a[1])
        .slice(0, 5).map(([right, , name]) => name + " ends at " + right);
      """
    ).strings
  }
}
