// What a folder holds at one moment, to say of two moments, or of two folders, what differs.

import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package struct FolderSnapshot: Sendable {
  private struct Entry: Equatable, Sendable {
    let bytes: Data
    let changed: [Int]
  }

  private let entries: [String: Entry]

  /// All files below `folder`; those in dot-folders at its top (a publisher's own) only if asked for.
  package init(_ folder: String, includingHidden: Bool = false) {
    var entries: [String: Entry] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? []
    where includingHidden || !name.hasPrefix(".") {
      var status = stat()
      let path = folder + "/" + name
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { continue }
      #if canImport(Glibc)
        let changed = [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      #else
        let changed = [Int(status.st_ino), status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
      #endif
      entries[name] = Entry(bytes: FileManager.default.contents(atPath: path) ?? Data(), changed: changed)
    }
    self.entries = entries
  }

  package var names: [String] { entries.keys.sorted() }
  package var isEmpty: Bool { entries.isEmpty }
  package var byteCount: Int { entries.values.reduce(0) { $0 + $1.bytes.count } }

  /// The file's text; nil where there is no such file.
  package func text(_ name: String) -> String? { entries[name].map { String(decoding: $0.bytes, as: UTF8.self) } }

  /// The files whose bytes contain a text.
  package func names(containing text: String) -> [String] {
    let wanted = Data(text.utf8)
    return entries.filter { $0.value.bytes.range(of: wanted) != nil }.keys.sorted()
  }

  /// Lines such as "new: a.html", "gone: b.html", "differs: c.html"; empty where the bytes are the same.
  package func differences(from other: FolderSnapshot) -> [String] {
    let changed = names.filter { other.entries[$0] != nil && other.entries[$0]?.bytes != entries[$0]?.bytes }
    return names.filter { other.entries[$0] == nil }.map { "new: \($0)" }
      + other.names.filter { entries[$0] == nil }.map { "gone: \($0)" } + changed.map { "differs: \($0)" }
  }

  /// Files that were written since `other` was taken of the same folder, be it with the same bytes.
  package func rewritten(since other: FolderSnapshot) -> [String] {
    names.filter { other.entries[$0]?.changed != entries[$0]?.changed }
  }
}
