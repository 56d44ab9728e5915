// Files that ask for far more than their size end soon, in a problem or a page, alone and all together with sound ones.

import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Files that ask for too much", .serialized)
struct PathologicalTests {
  #if DEBUG
    /// A checked build takes about ten times as long.
    static let seconds = 20.0
  #else
    static let seconds = 2.0
  #endif
  static let megabytes = 300

  /// Runs a command and tells its processor time and its peak of memory, as the system counted them.
  private static func measured(_ arguments: String...) throws -> (
    result: CommandResult, seconds: Double, megabytes: Int
  ) {
    let timed = """
      import os, resource, sys
      id = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
      _, status, used = os.wait4(id, 0)
      print("used", used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, file=sys.stderr)
      sys.exit(os.waitstatus_to_exitcode(status) & 0xff)
      """
    let python = try #require(Project.tool("python3"))
    let result = try run(python, ["-c", timed, Project.shelfmark] + arguments, seconds: 240)
    let words = result.errors.split(separator: "\n").last?.split(separator: " ") ?? []
    try #require(words.count == 3 && words[0] == "used", "\(result.errors.suffix(400))")
    return (result, Double(words[1]) ?? .infinity, Int(words[2]) ?? .max)
  }

  @Test("there are more than 200, each with a name of its own")
  func enough() {
    #expect(PathologicalText.files.count > 200)
    #expect(Set(PathologicalText.files.map(\.name)).count == PathologicalText.files.count)
  }

  @Test(
    "each alone ends within two seconds and 300 MB, with its problems or a page",
    .enabled(if: Project.tool("python3") != nil))
  func alone() {
    let files = PathologicalText.files.filter { Project.isThorough || $0.name.hasSuffix("00.md") }
    let complaints = Mutex<[String]>([])
    // The processor's time is counted, so that several at once disturb nothing.
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let found: [String]
      do { found = try Self.complaints(of: files[index]) } catch { found = ["\(files[index].name): \(error)"] }
      complaints.withLock { $0 += found }
    }
    expectNone(complaints.withLock { $0 })
  }

  private static func complaints(of file: (name: String, text: String)) throws -> [String] {
    let library = try SmallLibrary.folder(["content/" + file.name: file.text])
    let (result, seconds, megabytes) = try measured("build", "-C", library.path, "--today", SmallLibrary.today)
    var complaints: [String] = []
    if seconds > Self.seconds { complaints.append("\(file.name) took \(seconds) s") }
    if megabytes > Self.megabytes { complaints.append("\(file.name) took \(megabytes) MB") }
    let hasPage = library.read("site/" + file.name.replacing(".md", with: ".html")) != nil
    let isTold = result.errors.contains(file.name)
    if hasPage ? result.status != 0 : result.status != 1 || !isTold {
      complaints.append("\(file.name) ended with \(result.status)")
    }
    return complaints
  }

  @Test(
    "all of them among the sample's files give all their problems in one run",
    .enabled(if: Project.tool("python3") != nil))
  func together() throws {
    func among(_ files: [(name: String, text: String)]) throws -> [JSON] {
      let library = try TemporaryFolder()
      try FileManager.default.copyItem(atPath: Project.root + "/content", toPath: library.path + "/content")
      for (name, text) in files {
        let fitting = text.replacing("[cfo]", with: "[finance-leader]").replacing("[manufacturing]", with: "[]")
        try library.write("content/" + name, fitting)
      }
      return try Self.problems(in: library)
    }
    let sample = try among([])
    try #require(!sample.contains { $0["severity"] == "error" })
    let all = try among(PathologicalText.files)
    let messages = Set(all.map(\.description))
    expectNone(sample.map(\.description).filter { !messages.contains($0) }, "of the sample, and gone")
    // Some alone: what is reported of them is what is reported of them among all the others.
    for file in PathologicalText.files.enumerated().filter({ $0.offset % 20 == 1 }).map(\.element) {
      let own = try among([file]).filter { $0["file"].string == "content/" + file.name }
      expectNone(own.map(\.description).filter { !messages.contains($0) }, "of \(file.name), and gone")
    }
    #expect(Set(all.compactMap { $0["file"].string }).count > PathologicalText.files.count / 2)
  }

  private static func problems(in library: TemporaryFolder) throws -> [JSON] {
    let (result, seconds, megabytes) = try measured(
      "check", "-C", library.path, "--today", "2026-11-22", "--format", "json")
    #expect(seconds < 60 * Self.seconds && megabytes < 2 * Self.megabytes, "\(seconds) s, \(megabytes) MB")
    return try JSON(parsing: result.output)["problems"].array
  }
}
