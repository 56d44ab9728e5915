// Files that ask for far more than their size end soon, in a problem or a page, alone and all together with sound ones.
// Measured with the program as it is released, each in a process of its own.

import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite(
  "Files that ask for too much", .serialized,
  .enabled(if: Project.releasedShelfmark != nil, "needs SHELFMARK_RELEASE, as Tests/run sets it"),
  .enabled(if: Project.tool("python3") != nil, "needs python3"))
struct PathologicalTests {
  static let seconds = 2.0
  static let megabytes = 300

  private struct Run: Sendable {
    let name: String
    let result: CommandResult
    /// The processor's time, of which other work takes nothing.
    let seconds: Double
    let megabytes: Int

    var excess: [String] {
      var excess: [String] = []
      if seconds > PathologicalTests.seconds { excess.append("\(name) took \(seconds) s") }
      if megabytes > PathologicalTests.megabytes { excess.append("\(name) took \(megabytes) MB") }
      if result.status != 0, result.errors.isEmpty { excess.append("\(name) failed without a word") }
      return excess
    }
  }

  /// Runs a command and tells its processor time and its peak of memory, as the system counted them.
  private static func run(_ name: String, _ arguments: [String]) throws -> Run {
    let timed = """
      import os, sys
      id = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
      _, status, used = os.wait4(id, 0)
      print("\\nused", used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, file=sys.stderr)
      sys.exit(os.waitstatus_to_exitcode(status) & 0xff)
      """
    let python = try #require(Project.tool("python3"))
    let program = try #require(Project.releasedShelfmark)
    let result = try TestSupport.run(python, ["-c", timed, program] + arguments, seconds: 240)
    let words = result.errors.split(separator: "\n").last?.split(separator: " ") ?? []
    try #require(words.count == 3 && words[0] == "used", "\(name): \(result.errors.suffix(400))")
    return Run(name: name, result: result, seconds: Double(words[1]) ?? .infinity, megabytes: Int(words[2]) ?? .max)
  }

  /// Runs each on its own, and prints which cost most.
  private static func each(_ count: Int, _ what: String, _ body: @Sendable (Int) throws -> (Run, [String])) {
    let done = Mutex<(runs: [Run], complaints: [String])>(([], []))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      do {
        let (run, complaints) = try body(index)
        done.withLock { done in
          done.runs.append(run)
          done.complaints += run.excess + complaints
        }
      } catch {
        done.withLock { $0.complaints.append("\(what) \(index): \(error)") }
      }
    }
    let (runs, complaints) = done.withLock { $0 }
    expectNone(complaints)
    func top(_ runs: [Run]) -> String {
      runs.prefix(5).map { "  \($0.name): \($0.seconds) s, \($0.megabytes) MB\n" }.joined()
    }
    print("\(count) \(what), the slowest:\n" + top(runs.sorted { $0.seconds > $1.seconds }), terminator: "")
    print("and the largest:\n" + top(runs.sorted { $0.megabytes > $1.megabytes }), terminator: "")
  }

  @Test("there are more than 200, each with a name of its own")
  func enough() {
    let files = PathologicalText.files(large: false)
    #expect(files.count > 200)
    #expect(Set(files.map(\.name)).count == files.count)
    #expect(Set(PathologicalInput.all.map(\.name)).count == PathologicalInput.all.count)
  }

  @Test("each alone ends within two seconds and 300 MB, with its problems or a page", arguments: [false, true])
  func alone(large: Bool) {
    let files = PathologicalText.files(large: large)
    Self.each(files.count, large ? "files of two megabytes" : "files") { index in
      let (name, text) = files[index]
      let library = try SmallLibrary.folder(["content/" + name: text], inMemory: true)
      let run = try Self.run(name, ["build", "-C", library.path, "--today", SmallLibrary.today])
      let hasPage = library.read("site/" + name.replacing(".md", with: ".html")) != nil
      let isSound = hasPage ? run.result.status == 0 : run.result.status == 1 && run.result.errors.contains(name)
      return (run, isSound ? [] : ["\(name) ended with \(run.result.status)"])
    }
  }

  @Test("so does everything else that people hand over")
  func otherInputs() {
    let inputs = PathologicalInput.all
    Self.each(inputs.count, "other inputs") { index in
      let input = inputs[index]
      let library = try SmallLibrary.folder(input.files(), inMemory: true)
      let run = try Self.run(input.name, input.command.map { $0.replacing("LIBRARY", with: library.path) })
      let isSound = [0, 1, 2].contains(run.result.status) && run.result.errors.utf8.count < 2_500_000
      return (run, isSound ? [] : ["\(input.name) ended with \(run.result.status): \(run.result.errors.prefix(300))"])
    }
  }

  @Test("all of them among the sample's files give all their problems in one run")
  func together() throws {
    func among(_ files: [(name: String, text: String)]) throws -> [JSON] {
      let library = try TemporaryFolder(inMemory: true)
      try FileManager.default.copyItem(atPath: Project.root + "/content", toPath: library.path + "/content")
      for (name, text) in files {
        let fitting = text.replacing("[cfo]", with: "[finance-leader]").replacing("[manufacturing]", with: "[]")
        try library.write("content/" + name, fitting)
      }
      return try Self.problems(in: library, of: files.count)
    }
    let files = PathologicalText.files(large: false)
    let sample = try among([])
    try #require(!sample.contains { $0["severity"] == "error" })
    let all = try among(files)
    let messages = Set(all.map(\.description))
    expectNone(sample.map(\.description).filter { !messages.contains($0) }, "of the sample, and gone")
    // Some alone: what is reported of them is what is reported of them among all the others.
    for file in files.enumerated().filter({ $0.offset % 20 == 1 }).map(\.element) {
      let own = try among([file]).filter { $0["file"].string == "content/" + file.name }
      expectNone(own.map(\.description).filter { !messages.contains($0) }, "of \(file.name), and gone")
    }
    #expect(Set(all.compactMap { $0["file"].string }).count > files.count / 2)
  }

  /// As many at once may take as long as five of them, and twice the memory of one.
  private static func problems(in library: TemporaryFolder, of count: Int) throws -> [JSON] {
    let run = try run("\(count) at once", ["check", "-C", library.path, "--today", "2026-11-22", "--format", "json"])
    if count > 1 { print("\(run.name): \(run.seconds) s, \(run.megabytes) MB") }
    #expect(run.seconds < 5 * Self.seconds && run.megabytes < 2 * Self.megabytes, "\(run.seconds), \(run.megabytes)")
    return try JSON(parsing: run.result.output)["problems"].array
  }
}
