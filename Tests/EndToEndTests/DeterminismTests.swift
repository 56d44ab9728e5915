// The same content gives the same bytes: whatever the day, the machine's load, the order in which files lie on disk.

import Foundation
import TestSupport
import Testing

@Suite("Determinism")
struct DeterminismTests {
  /// A copy of the sample's content, its files made in an order of their own.
  private static func copy(into root: String, reversed: Bool) throws {
    let source = SampleSite.library + "/content"
    let names = FolderSnapshot(source).names
    for name in reversed ? names.reversed() : names {
      let target = URL(fileURLWithPath: root + "/content/" + name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.contents(atPath: source + "/" + name)?.write(to: target)
    }
  }

  struct Circumstances: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var copiesReversed = false
    /// A file system that lists files in the order they were made.
    var parent: String?
  }

  @Test(
    "two builds of the same content are the same bytes",
    arguments: [
      Circumstances(testDescription: "on another day", arguments: ["--today", "2031-07-30"]),
      Circumstances(testDescription: "by one worker", arguments: ["--jobs", "1"]),
      Circumstances(testDescription: "by many workers", arguments: ["--jobs", "7"]),
      Circumstances(
        testDescription: "in another place and language",
        environment: ["TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"]),
      Circumstances(testDescription: "from files made in another order", copiesReversed: true),
      Circumstances(
        testDescription: "from files listed in another order", copiesReversed: true, parent: "/dev/shm"),
    ])
  func sameBytes(circumstances: Circumstances) throws {
    let expected = FolderSnapshot(try SampleSite.built())
    let scratch = try TemporaryFolder()
    var library = SampleSite.library
    var cleanup: String?
    defer { if let cleanup { try? FileManager.default.removeItem(atPath: cleanup) } }
    if circumstances.copiesReversed {
      library = scratch.path
      if let parent = circumstances.parent, FileManager.default.fileExists(atPath: parent) {
        library = parent + "/shelfmark-test-" + UUID().uuidString
        cleanup = library
      }
      try Self.copy(into: library, reversed: true)
    }
    let site = scratch.path + "/site"
    let result = try run(
      Project.shelfmark, ["build", "-C", library, "--output", site] + circumstances.arguments,
      environment: circumstances.environment)
    #expect(result.status == 0, "\(result.errors)")
    let built = FolderSnapshot(site)
    #expect(built.names.count > 100)
    expectNone(built.differences(from: expected))
  }

  @Test("building again writes no file, and says so")
  func again() throws {
    let library = try SmallLibrary.folder()
    let site = library.path + "/out"
    #expect(try shelfmark("build", "-C", library.path, "--output", "out").status == 0)
    let before = FolderSnapshot(site)
    let result = try shelfmark("build", "-C", library.path, "--output", "out", "--today", "2031-01-01")
    #expect(result.status == 0)
    let after = FolderSnapshot(site)
    expectNone(after.differences(from: before))
    expectNone(after.rewritten(since: before))
  }

  @Test("after an edit only the pages that show it are written")
  func edit() throws {
    let library = try SmallLibrary.folder()
    let site = library.path + "/out"
    #expect(try shelfmark("build", "-C", library.path, "--output", "out").status == 0)
    let before = FolderSnapshot(site)
    let text = try #require(library.read("content/resources/plant-story.md"))
    try library.write("content/resources/plant-story.md", text.replacing("Better than", with: "Worse than"))
    #expect(try shelfmark("build", "-C", library.path, "--output", "out").status == 0)
    let after = FolderSnapshot(site)
    let pages = after.rewritten(since: before).filter { $0.hasSuffix(".html") }
    #expect(pages == ["resources/plant-story.html"])
    #expect(after.names.filter { $0.hasSuffix(".css") } == before.names.filter { $0.hasSuffix(".css") })
  }

  @Test("a second build of what a first one made is what a first build makes")
  func sameAsFresh() throws {
    let library = try SmallLibrary.folder()
    #expect(try shelfmark("build", "-C", library.path, "--output", "grown").status == 0)
    try library.remove("content/resources/spreadsheet-card.md")
    try library.write(
      "content/resources/new-card.md", try #require(SmallLibrary.files["content/resources/spreadsheet-card.md"]))
    #expect(try shelfmark("build", "-C", library.path, "--output", "grown").status == 0)
    #expect(try shelfmark("build", "-C", library.path, "--output", "fresh").status == 0)
    let fresh = FolderSnapshot(library.path + "/fresh")
    // The scripts and shards of the build before stay for readers who have its pages open.
    let differences = FolderSnapshot(library.path + "/grown").differences(from: fresh)
    expectNone(differences.filter { !$0.hasPrefix("new: search/") && !$0.hasPrefix("new: assets/") })
  }
}
