// What the watchers tell of the ways in which editors, git and people change files.

import Files
import Foundation
import Preview
import TestSupport
import Testing

@Suite("Watching", .serialized)
struct WatcherTests {
  private func library() throws -> TemporaryFolder {
    try TemporaryFolder([
      "content/resources/a.md": "a", "content/resources/deep/er/b.md": "b", "content/library.yml": "x",
      "elsewhere/c.md": "c",
    ])
  }

  /// What a watcher tells of `edit`. A file that is written seconds later ends a wait in vain.
  private func change(
    of folder: TemporaryFolder, seenBy makeWatcher: (Folder) -> (any Watcher)?, _ edit: () throws -> Void
  ) throws -> Set<String> {
    let watcher = try #require(makeWatcher(Folder(folder.path)))
    let path = folder.path
    let late = Thread {
      Thread.sleep(forTimeInterval: 3)
      _ = FileManager.default.createFile(atPath: path + "/content/late", contents: nil)
    }
    try edit()
    late.start()
    return watcher.next().paths
  }

  #if canImport(Glibc)
    private static let edits: [(String, @Sendable (TemporaryFolder) throws -> Void, Set<String>)] = [
      ("write", { try $0.write("content/resources/a.md", "new") }, ["content/resources/a.md"]),
      (
        "write beside and rename, as most editors do",
        { folder in
          try folder.write("content/resources/.a.md.swp", "new")
          #expect(rename(folder.path + "/content/resources/.a.md.swp", folder.path + "/content/resources/a.md") == 0)
        }, ["content/resources/a.md"]
      ),
      (
        "five saves and a deep file",
        { folder in
          for number in 0..<5 { try folder.write("content/resources/a.md", "new \(number)") }
          try folder.write("content/resources/deep/er/b.md", "new")
        }, ["content/resources/a.md", "content/resources/deep/er/b.md"]
      ),
      ("removal", { try $0.remove("content/resources/a.md") }, ["content/resources/a.md"]),
      (
        "a new folder with files", { try $0.write("content/resources/new/folder/x.md", "x") },
        ["content/resources/new", "content/resources/new/folder/x.md"]
      ),
      (
        "a folder that is renamed",
        { folder in
          let base = folder.path + "/content/resources/"
          #expect(rename(base + "deep", base + "flat") == 0)
        }, ["content/resources/deep", "content/resources/flat", "content/resources/flat/er/b.md"]
      ),
      (
        "templates that were not there, and what is none of ours",
        { folder in
          try folder.write("elsewhere/c.md", "new")
          try folder.write("content/.git/index", "new")
          try folder.write("templates/row.mustache", "new")
        }, ["templates", "templates/row.mustache"]
      ),
    ]

    @Test("inotify tells once of everything that belongs to one change", arguments: edits.indices)
    func inotify(index: Int) throws {
      let (name, edit, expected) = Self.edits[index]
      let folder = try library()
      let paths = try change(of: folder, seenBy: { InotifyWatcher($0) }) { try edit(folder) }
      // A folder is told of when it is made, and again when something in it is.
      #expect(paths.isSuperset(of: expected) && !paths.contains("content/late"), "\(name): \(paths.sorted())")
      let others = paths.subtracting(expected)
      #expect(others.allSatisfy { path in expected.contains { $0.hasPrefix(path + "/") } }, "\(name): \(others)")
    }

    @Test("a folder made a moment ago is watched like those before")
    func laterFolders() throws {
      let folder = try library()
      let watcher = try #require(InotifyWatcher(Folder(folder.path)))
      try folder.write("content/resources/new/x.md", "x")
      _ = watcher.next()
      try folder.write("content/resources/new/x.md", "y")
      #expect(watcher.next().paths == ["content/resources/new/x.md"])
    }
  #endif

  @Test("looking again and again tells the same")
  func polling() throws {
    let folder = try library()
    let paths = try change(of: folder, seenBy: { PollingWatcher($0) }) {
      try folder.write("content/resources/a.md", "longer")
      try folder.remove("content/resources/deep/er/b.md")
      try folder.write("content/resources/new.md", "x")
    }
    #expect(
      paths == ["content/resources/a.md", "content/resources/deep/er/b.md", "content/resources/new.md"])
  }
}
