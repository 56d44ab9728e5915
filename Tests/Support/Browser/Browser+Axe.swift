// Accessibility as axe-core sees it: every rule of WCAG 2.2, levels A and AA, on the page as it is shown now.

import Foundation

package enum Axe {
  /// From the folder that Tests/run installs tools into.
  package static let script: String? = {
    let libraries = Project.root + "/.build/test-tools/lib"
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: libraries)) ?? []
    let places = folders.map { libraries + "/\($0)/site-packages/axe_playwright_python/axe.min.js" }
    return places.lazy.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }.first
  }()
}

extension Browser {
  /// Each a line such as "color-contrast (serious): elements must … — a.title, 3 more". Rules that axe leaves to a
  /// person to judge are not among them.
  package func accessibilityViolations() throws -> [String] {
    guard let script = Axe.script else { throw HarnessError("axe-core is not installed: run Tests/run") }
    if try !js("return typeof window.axe === 'object'").isTrue {
      // Given to the page by the protocol, past the page's own policy.
      try driver.devTools("Runtime.evaluate", ["expression": .text(script + "; 0")])
    }
    let result = try asyncJS(
      """
      const done = arguments[0];
      axe.run(document, {
        runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
        rules: { "target-size": { enabled: true } },
        resultTypes: ["violations"],
      }).then(result => done(result.violations.map(rule => ({
        id: rule.id, impact: rule.impact, help: rule.help,
        nodes: rule.nodes.map(node => node.target.join(" ") + " " + (node.any[0]?.message ?? node.all[0]?.message ?? "")),
      }))), error => done("axe failed: " + error));
      """)
    if let failure = result.string { throw HarnessError(failure) }
    return result.array.map { rule in
      let nodes = rule["nodes"].strings
      let shown = nodes.prefix(3).joined(separator: "; ") + (nodes.count > 3 ? "; \(nodes.count - 3) more" : "")
      return "\(rule["id"].string ?? "") (\(rule["impact"].string ?? "")): \(rule["help"].string ?? "") — \(shown)"
    }
  }
}
