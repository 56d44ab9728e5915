// Every rule is explained, listed and planted: what `shelfmark explain` lists is the list of all rules.

import Foundation
import TestSupport
import Testing

@Suite("Rules")
struct RuleTests {
  private static let listed: Result<[String], any Error> = Result {
    try shelfmark("explain").output.matches(of: /(?m)^([a-z0-9-]+) +(?:always an )?(?:error|warning|off)/)
      .map { String($0.output.1) }
  }

  @Test("every rule of the design is there")
  func designed() throws {
    let named = """
      label-syntax duplicate-id path-clash audience-leak unsafe-link active-content outside-content unknown-label
      missing-label invalid-value unknown-persona unknown-stage unknown-type unknown-person unknown-value
      unknown-resource id-form invalid-date broken-link draft-link missing-file remote-image not-utf8 too-large too-deep
      shared-job-title template-syntax missing-type-label duplicate-title title-length summary-length future-review
      not-reviewed review-overdue expired todo too-broad broken-anchor missing-alt raw-html missing-share dead-end-stage
      unknown-template-name
      """.split { $0 == " " || $0 == "\n" }.map(String.init)
    expectNone(Set(named).subtracting(try Self.listed.get()).sorted(), "missing")
  }

  @Test("every rule is planted at least once by these tests, and nothing is planted that is no rule")
  func planted() throws {
    let all =
      PlantedMistakeTests.together + PlantedMistake.inTemplates + PlantedMistake.alone
    // DiskTests plants it: it takes a file without rights.
    let rules = Set(try Self.listed.get()).subtracting(["unreadable-file"])
    expectNone(rules.subtracting(all.map(\.rule)).sorted(), "never planted")
    expectNone(Set(all.map(\.rule)).subtracting(rules).sorted(), "planted, but not listed")
  }

  @Test("the explanation of every rule says what it means and shows what to write, in a marketer's words")
  func explained() throws {
    for rule in try Self.listed.get() {
      let result = try shelfmark("explain", rule)
      #expect(result.status == 0)
      #expect(result.output.hasPrefix(rule))
      #expect(result.output.count > 200, "\(rule) is hardly explained")
      #expect(!result.output.contains(/(?i)\b(scalar|mapping|key|yaml|kebab-case)\b/), "\(rule)")
      #expect(try shelfmark("explain", "[\(rule)]").output == result.output, "as it is copied from a problem")
    }
  }

  @Test("every message and every help of the planted library is in a marketer's words")
  func words() throws {
    let library = try SmallLibrary.folder()
    for mistake in PlantedMistakeTests.together { try mistake.plant(in: library) }
    let result = try shelfmark("check", "-C", library.path, "--today", SmallLibrary.today, "--format", "json")
    for problem in try JSON(parsing: result.output)["problems"].array {
      let message = try #require(problem["message"].string)
      #expect(!message.hasSuffix("."), "\(message)")
      #expect(message.first?.isUppercase == false || message.hasPrefix("HTML"), "\(message)")
      let said = message + " " + (problem["help"].string ?? "")
      #expect(!said.contains(/(?i)\b(scalar|mapping|key|yaml|kebab-case)\b/), "\(said)")
      #expect(problem["help"].string?.isEmpty != true)
    }
  }
}
