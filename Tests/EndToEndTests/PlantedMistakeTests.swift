// A library with one planted mistake per rule gives exactly those problems, each at its place.

import Foundation
import TestSupport
import Testing

@Suite("Planted mistakes")
struct PlantedMistakeTests {
  /// All that can stand side by side.
  static let together =
    PlantedMistake.inLabels + PlantedMistake.inVocabularies + PlantedMistake.inTexts + PlantedMistake.inFiles

  private static func spoiled(_ mistakes: [PlantedMistake]) throws -> TemporaryFolder {
    let folder = try SmallLibrary.folder()
    for mistake in mistakes { try mistake.plant(in: folder) }
    return folder
  }

  private static func check(_ folder: TemporaryFolder) throws -> (status: Int32, reports: [PlantedMistake.Report], JSON)
  {
    let result = try shelfmark("check", "-C", folder.path, "--today", SmallLibrary.today, "--format", "json")
    let json = try JSON(parsing: result.output)
    let reports = json["problems"].array.map { problem in
      PlantedMistake.Report(
        file: problem["file"].string ?? "", line: problem["line"].int ?? 0, column: problem["column"].int ?? 0,
        rule: problem["rule"].string ?? "")
    }
    return (result.status, reports, json)
  }

  @Test("the library that tests spoil has nothing to complain of")
  func sound() throws {
    let (status, reports, _) = try Self.check(SmallLibrary.folder())
    expectNone(reports)
    #expect(status == 0)
  }

  @Test("all together give exactly their problems, each at its line and column, and status 1")
  func exactly() throws {
    let (status, reports, _) = try Self.check(Self.spoiled(Self.together))
    let expected = Self.together.flatMap(\.reports)
    expectNone(Set(reports).subtracting(expected).sorted(), "reported, but not planted")
    expectNone(Set(expected).subtracting(reports).sorted(), "planted, but not reported")
    #expect(reports.count == Set(reports).count, "one mistake, one problem")
    #expect(reports.map(\.file) == reports.map(\.file).sorted(), "in the order of files")
    #expect(status == 1)
  }

  @Test(
    "each in a library of its own gives its problem and no other",
    arguments: together + PlantedMistake.alone + PlantedMistake.inTemplates)
  func single(mistake: PlantedMistake) throws {
    let (_, reports, json) = try Self.check(Self.spoiled([mistake]))
    #expect(reports.sorted() == mistake.reports.sorted(), "\(json)")
  }
}
