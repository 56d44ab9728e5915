// What the pages of the sample site weigh, compressed as a web server would. How a library of 10,000 does is the
// benchmark's business.

import Foundation
import TestSupport
import Testing

@Suite("Budgets of pages", .enabled(if: Project.tool("gzip") != nil, "needs gzip"))
struct BudgetTests {
  private func weight(_ names: String...) throws -> Int {
    let folder = try SampleSite.built()
    let assets = try FileManager.default.contentsOfDirectory(atPath: folder + "/assets")
    return try names.reduce(0) { sum, name in
      let parts = name.split(separator: ".")
      let file = try #require(
        assets.first { $0.hasPrefix(parts[0] + ".") && $0.hasSuffix("." + parts[1]) }, "no \(name)")
      let packed = try run("/bin/sh", ["-c", "gzip -9 -c < \"$0\" | wc -c", folder + "/assets/" + file])
      return sum + (Int(packed.output.filter(\.isNumber)) ?? .max / 2)
    }
  }

  @Test("the finder's script and style weigh at most 24 KB")
  func finder() throws {
    let weight = try weight("finder.js", "site.css")
    #expect(weight <= 24 << 10, "\(weight) bytes")
  }

  @Test("what every page runs weighs at most 2 KB")
  func page() throws {
    let weight = try weight("page.js")
    #expect(weight <= 2 << 10, "\(weight) bytes")
  }
}
