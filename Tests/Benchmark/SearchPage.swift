// The finder of a built site in a real browser, as benchmarks ask it: put words into the box, wait until the list
// stands for them, read the list.

import Foundation
import TestSupport

final class SearchPage {
  let site: ServedSite
  let browser: Browser

  init(_ folder: String) throws {
    guard Tool.chromium.isThere else { throw BenchmarkFailure(description: "needs chromium and chromedriver") }
    site = try ServedSite(folder)
    browser = try Browser()
  }

  deinit { browser.quit() }

  /// Loads the finder as somebody who was never here: the server forbids keeping anything.
  func open() throws {
    try browser.go("about:blank")
    try browser.go("index.html", of: site)
    try browser.wait(until: "document.readyState === 'complete'")
  }

  struct Answer {
    /// From the box's event to the list that stands for it.
    let milliseconds: Double
    /// Ids, best first.
    let ids: [String]
    /// What the page had loaded by then, from the site's root.
    let files: [String]
  }

  /// Puts `query` into the box at once.
  func ask(_ query: String) throws -> Answer {
    let answer = try browser.asyncJS(
      """
      const [query, done] = arguments;
      const box = document.querySelector("input[type=search]"), results = document.querySelector("#results");
      const start = performance.now(), isThere = () => results.dataset.query === query;
      const finish = () => done([performance.now() - start,
        performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname), ...[...results.querySelectorAll("a.title")].map((a) => a.href)]);
      const seen = new MutationObserver(() => { if (isThere()) { seen.disconnect(); finish(); } });
      seen.observe(results, { attributes: true, attributeFilter: ["data-query"] });
      box.value = query;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      """, .text(query))
    let ids = answer.array.dropFirst(2).compactMap(\.string).compactMap { address in
      address.split(separator: "/").last?.split(separator: ".html").first.map(String.init)
    }
    let files = answer[1].array.compactMap(\.string)
    return Answer(milliseconds: answer[0].double ?? .infinity, ids: ids, files: files)
  }

  /// What was asked of the server since the last time.
  func takeRequests() -> [StaticServer.Request] { site.server?.takeRequests() ?? [] }
}

/// Builds `library` with the `shelfmark` beside this program and returns the site's folder.
func buildSite(_ library: String, _ folder: TemporaryFolder) throws -> String {
  let built = try run(Project.shelfmark, ["build", "-C", library, "--output", folder.path + "/site", "--hold-back"])
  guard built.status == 0 else { throw BenchmarkFailure(description: built.errors) }
  return folder.path + "/site"
}

/// The value below which `share` of all lie.
func percentile(_ values: [Double], _ share: Double) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  return sorted[min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
}
