// What can go wrong around a build: half a library, a disk that is full or not to be written, a folder in the way. Each
// time a clear problem, the right exit status, and the site of the build before as it was.

import Foundation
import TestSupport
import Testing

@Suite("Failures")
struct FailureTests {
  struct Scenario: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Files added, replaced or (nil) taken away after the first build.
    var changes: [String: String?] = [:]
    var arguments: [String] = []
    let status: Int32
    /// Words that what is said contains.
    let says: [String]
  }

  @Test(
    "a spoiled library is refused, and the site stays as it was",
    arguments: [
      Scenario(
        testDescription: "a persona file is removed", changes: ["content/personas/cfo.md": nil], status: 1,
        says: ["roi-sheet.md:5:12: error: 'cfo' is not a persona [unknown-persona]"]),
      Scenario(
        testDescription: "library.yml is removed", changes: ["content/library.yml": nil], status: 1,
        says: ["content/library.yml", "[incomplete-library]"]),
      Scenario(
        testDescription: "a template of the library's own is broken",
        changes: ["templates/resource.mustache": "<h1>{{title}}</h1>\n{{#files}}\n"], status: 1,
        says: ["templates/resource.mustache:2:1: error:", "[template-syntax]"]),
      Scenario(
        testDescription: "a template brings in one that is not there",
        changes: ["templates/resource.mustache": "<h1>{{title}}</h1>\n{{>sidebra}}\n"], status: 1,
        says: ["templates/resource.mustache:2:4: error:", "sidebra"]),
      Scenario(
        testDescription: "content/ is empty",
        changes: Dictionary(uniqueKeysWithValues: SmallLibrary.files.keys.map { ($0, nil) }), status: 1,
        says: ["[incomplete-library]"]),
      Scenario(
        testDescription: "the output is inside content/", arguments: ["--output", "content/site"], status: 2,
        says: ["content"]),
      Scenario(
        testDescription: "the output is content/", arguments: ["--output", "content"], status: 2, says: ["content"]),
      Scenario(
        testDescription: "the output is a file", changes: ["public": "a file"], arguments: ["--output", "public"],
        status: 3, says: ["public"]),
      Scenario(
        testDescription: "the output is below a file", changes: ["public": "a file"],
        arguments: ["--output", "public/site"], status: 3, says: ["public"]),
      Scenario(
        testDescription: "a file that somebody else made is in the way", changes: ["public/index.html": "mine"],
        arguments: ["--output", "public"], status: 3, says: ["public/index.html", "--adopt"]),
      Scenario(
        testDescription: "a warning, where warnings count",
        changes: ["content/notes.md": "Nobody reads this.\n"], arguments: ["--strict"], status: 1,
        says: ["content/notes.md:1:1: warning:", "[stray-file]"]),
    ])
  func spoiled(scenario: Scenario) throws {
    let library = try SmallLibrary.folder()
    #expect(try shelfmark("build", "-C", library.path, "--today", SmallLibrary.today).status == 0)
    let before = FolderSnapshot(library.path + "/site")
    for (name, text) in scenario.changes {
      if let text { try library.write(name, text) } else { try library.remove(name) }
    }
    let content = FolderSnapshot(library.path + "/content")
    let result = try run(
      Project.shelfmark, ["build", "-C", library.path, "--today", SmallLibrary.today] + scenario.arguments)
    #expect(result.status == scenario.status, "\(result.errors)")
    for words in scenario.says { #expect(result.errors.contains(words)) }
    #expect(result.output == "", "a failure is told on the error channel")
    expectNone(FolderSnapshot(library.path + "/site", includingHidden: false).rewritten(since: before))
    expectNone(FolderSnapshot(library.path + "/content").differences(from: content), "content/ is not touched")
  }

  @Test("without content/ a build and a check say where to go, and make nothing")
  func noContent() throws {
    let folder = try TemporaryFolder()
    for command in ["build", "check"] {
      let result = try shelfmark(command, "-C", folder.path)
      #expect(result.status == 1)
      #expect((result.errors + result.output).contains("there is no folder 'content' here"))
    }
    expectNone(FolderSnapshot(folder.path, includingHidden: true).names)
  }

  @Test("a folder named with -C that is not there is told, with status 3")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    let result = try shelfmark("check", "-C", folder.path + "/gone")
    #expect(result.status == 3)
    #expect(result.errors.contains(folder.path + "/gone"))
  }

  @Test("a file of somebody else is left alone, and taken over with --adopt")
  func adopting() throws {
    let library = try SmallLibrary.folder(["site/index.html": "mine", "site/notes.txt": "mine too"])
    #expect(try shelfmark("build", "-C", library.path).status == 3)
    #expect(library.read("site/index.html") == "mine")
    #expect(FolderSnapshot(library.path + "/site").names == ["index.html", "notes.txt"])
    #expect(try shelfmark("build", "-C", library.path, "--adopt").status == 0)
    #expect(library.read("site/index.html")?.contains("<!doctype html>") == true)
    #expect(library.read("site/notes.txt") == "mine too")
  }

  @Test("while another build publishes into the same folder, a build waits for nobody and says so", .needs(.flock))
  func locked() throws {
    let library = try SmallLibrary.folder()
    #expect(try shelfmark("build", "-C", library.path).status == 0)
    let holder = try #require(Project.tool("flock"))
    let process = try ChildProcess(
      holder,
      [library.path + "/site/.shelfmark/lock", "/bin/sh", "-c", "touch \"$0\"; sleep 60", library.path + "/held"],
      leadsGroup: true)
    defer { process.kill() }
    while process.isRunning, library.read("held") == nil { Thread.sleep(forTimeInterval: 0.01) }
    let result = try shelfmark("build", "-C", library.path)
    #expect(result.status == 3)
    #expect(result.errors.contains("another build"))
  }
}
