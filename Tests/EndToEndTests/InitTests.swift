// `shelfmark init`: what a new library is, from a binary copied to an empty folder, and what is left alone.

import Foundation
import TestSupport
import Testing

@Suite("A new library")
struct InitTests {
  private func made(_ words: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let result = try run(Project.shelfmark, ["init", "lib"] + words, in: folder.path)
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    return folder
  }

  @Test("a binary copied to an empty folder makes one that checks clean and builds, with no environment at all")
  func alone() throws {
    let folder = try TemporaryFolder()
    // By a program that ends: what another thread's child still holds open for writing cannot be run.
    #expect(try run("/bin/cp", [Project.shelfmark, folder.path + "/copied"]).status == 0)
    func copied(_ words: String) throws -> CommandResult {
      try run("/usr/bin/env", ["-i", "./copied"] + words.split(separator: " ").map(String.init), in: folder.path)
    }
    let result = try copied("init my/library")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("cd my/library"))
    #expect(result.output.contains("shelfmark new resource"))
    let check = try copied("check -C my/library --strict")
    #expect(check.status == 0 && check.output == "", "\(check.output)")
    #expect(check.errors == "12 files checked, no problems\n")
    let build = try copied("build -C my/library --strict")
    #expect(build.status == 0 && build.errors == "", "\(build.errors)")
    #expect(folder.read("my/library/site/index.html")?.contains("Pennant") == true)
    #expect(folder.read("my/library/.gitignore")?.contains("/site/") == true)
    #expect(try copied("find approval -C my/library").output.contains("What a late approval costs"))
  }

  @Test(
    "it checks clean on the days around the one it was made on, and for two years more",
    arguments: ["2026-02-28", "2026-03-01", "2026-03-02", "2026-06-01", "2027-03-01", "2028-02-29"])
  func days(day: String) throws {
    let folder = try made("--today", "2026-03-01")
    let check = try shelfmark("check", "-C", folder.path + "/lib", "--strict", "--today", day)
    #expect(check.status == 0, "\(check.output)")
  }

  @Test("its resources count as reviewed today, are of two types, and one of them may be sent")
  func resources() throws {
    let folder = try made("--today", "2026-03-01")
    let files = folder.files(below: "lib/content/resources")
    #expect(files.count == 2)
    let texts = files.compactMap { folder.read("lib/content/resources/" + $0) }
    #expect(texts.allSatisfy { $0.contains("reviewed: 2026-03-01\n") })
    #expect(Set(texts.compactMap { $0.firstMatch(of: /\ntype: (\S+)/)?.output.1 }).count == 2)
    #expect(folder.files(below: "lib/content/stages").count == 6)
    #expect(folder.files(below: "lib/content/personas").count == 3)
  }

  @Test("every stage of the sample library is one of a new library's, with the same way through them")
  func stages() throws {
    let folder = try made()
    let sample = Project.root + "/content/stages/"
    for name in try FileManager.default.contentsOfDirectory(atPath: sample) {
      let expected = try String(contentsOfFile: sample + name, encoding: .utf8)
      let own = try #require(folder.read("lib/content/stages/" + name))
      for label in ["title", "order", "next", "team"] {
        let line = try #require(expected.split(separator: "\n").first { $0.hasPrefix(label + ":") })
        #expect(own.split(separator: "\n").contains(line), "\(name)")
      }
    }
  }

  @Test("a folder that holds anything of its own is left as it is")
  func refuses() throws {
    for name in ["content/library.yml", "content/empty.txt", "notes.txt", "site/index.html"] {
      let folder = try TemporaryFolder(["lib/" + name: "mine"])
      let result = try run(Project.shelfmark, ["init", "lib"], in: folder.path)
      #expect(result.status == 2)
      #expect(result.errors.contains("holds '\(name.split(separator: "/")[0])' already"), "\(result.errors)")
      #expect(result.errors.contains("shelfmark init lib/library"))
      #expect(folder.files() == ["lib/" + name])
    }
    let file = try TemporaryFolder(["lib": "a file"])
    #expect(try run(Project.shelfmark, ["init", "lib"], in: file.path).status == 3)
    #expect(file.read("lib") == "a file")
  }

  @Test("a fresh repository keeps its own files, and hears what to add to its .gitignore")
  func fresh() throws {
    let folder = try TemporaryFolder(["README.md": "# Ours\n", ".gitignore": "*.log\n", "LICENSE": "MIT"])
    let result = try run(Project.shelfmark, ["init", "."], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Left as they were: .gitignore, README.md"))
    #expect(result.output.contains("Add a line to .gitignore, so that the built site stays out of git: /site/"))
    #expect(!result.output.contains("  cd "))
    #expect(folder.read("README.md") == "# Ours\n" && folder.read(".gitignore") == "*.log\n")
  }

  @Test("in a repository each commit is checked: a mistake is not committed, what is mended is", .needs(.git))
  func hook() throws {
    let folder = try TemporaryFolder()
    let git = try #require(Project.tool("git"))
    let tools = URL(fileURLWithPath: Project.shelfmark).deletingLastPathComponent().path
    let environment = [
      "PATH": tools + ":/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "A",
      "GIT_COMMITTER_EMAIL": "a@b.example",
    ]
    func commit(_ words: String...) throws -> CommandResult {
      try run(git, words, in: folder.path, environment: environment)
    }
    _ = try commit("init", "-q")
    let result = try run(Project.shelfmark, ["init", "."], in: folder.path)
    #expect(result.output.contains("Each commit in this clone is checked from now on"))
    _ = try commit("add", ".")
    #expect(try commit("commit", "-qm", "Start").status == 0)
    let path = "content/personas/it-leader.md"
    let text = try #require(folder.read(path))
    try folder.write(path, text.replacing(/summary: .*\n/, with: ""))
    let refused = try commit("commit", "-qam", "A slip")
    #expect(refused.status != 0)
    #expect(refused.errors.contains("the label 'summary' is missing"), "\(refused.errors)")
    try folder.write(path, text + "\nMore.\n")
    #expect(try commit("commit", "-qam", "Mended").status == 0)
  }

  @Test("hooks that a repository has are left alone, and the command that enables ours is named", .needs(.git))
  func otherHooks() throws {
    let folder = try TemporaryFolder()
    _ = try run(#require(Project.tool("git")), ["init", "-q"], in: folder.path)
    try folder.write(".git/hooks/pre-commit", "#!/bin/sh\n")
    let result = try run(Project.shelfmark, ["init", "."], in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.contains("git config core.hooksPath .githooks"))
    #expect(folder.read(".git/hooks/pre-commit") == "#!/bin/sh\n")
    let within = try run(Project.shelfmark, ["init", "docs/our lib"], in: folder.path)
    #expect(within.output.contains("git config core.hooksPath 'docs/our lib/.githooks'"), "\(within.output)")
  }
}
