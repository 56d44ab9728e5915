// Large libraries made by programs, and the sample that comes with the project.

import Diagnostics
import Files
import Foundation
import Library
import Testing

@Suite("Whole libraries") struct CorpusTests {
  private static let parents: [String] = {
    let parts = #filePath.split(separator: "/").map(String.init)
    return (1..<parts.count).reversed().map { "/" + parts.prefix($0).joined(separator: "/") }
  }()
  /// The folder in a parent's `shared` that holds a file.
  private static func shared(_ path: String) -> String? {
    parents.map { "\($0)/shared/\(path)" }.first { FileManager.default.fileExists(atPath: $0) }
  }
  private static let corpus = shared("bench/make_corpus.py")
  private static let collections = shared("search/make_library.py")
  private static let sample = parents.dropFirst(2).first.flatMap { root in
    FileManager.default.fileExists(atPath: root + "/content/library.yml") ? root : nil
  }

  private func make(_ script: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("the benchmark's library is sound", .enabled(if: corpus != nil))
  func benchmark() throws {
    let library = try TestLibrary()
    library.delete("content")
    try make(try #require(Self.corpus), ["200", library.path])
    let loaded = try library.load(today: "2026-10-01", workers: 2)
    #expect(loaded.library.resources.count == 200)
    #expect(loaded.problems == [])
  }

  @Test("the search collections have no errors", .enabled(if: collections != nil), arguments: ["cranfield", "med"])
  func searchCollections(name: String) throws {
    let library = try TestLibrary()
    library.delete("content")
    try make(try #require(Self.collections), [name, library.path])
    let loaded = try library.load(workers: 2)
    #expect(loaded.library.resources.count > 1_000)
    #expect(Set(loaded.problems.map(\.rule.name)) == ["too-broad"])
  }

  @Test("the sample library has no errors", .enabled(if: sample != nil))
  func sampleLibrary() throws {
    let loaded = try Library.load(Folder(try #require(Self.sample)))
    #expect(loaded.problems.filter { $0.severity == .error } == [])
    #expect(Coverage(loaded.library).gaps.count == 2)
  }
}
