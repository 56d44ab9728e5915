// Changing files of somebody's own folder: all of them or none. Each is written beside the old one and then takes its
// place whole; what another program changed since it was read is not overwritten.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// New bytes for a file, and those they were made from.
package struct FileChange: Sendable, Equatable {
  package let path: String
  package let before: [UInt8]
  package let after: [UInt8]

  package init(path: String, before: [UInt8], after: [UInt8]) {
    self.path = path
    self.before = before
    self.after = after
  }
}

extension Folder {
  /// Makes all changes, or none where one is refused.
  package func replace(_ changes: [FileChange]) throws(FileFailure) {
    for change in changes where try read(change.path) != change.before {
      throw FileFailure("change", absolute(change.path), reason: "it was changed by somebody else in the meantime")
    }
    var staged: [String] = []
    defer { for path in staged { unlink(path) } }
    for change in changes {
      let path = absolute(change.path)
      var status = stat_t()
      guard stat(path, &status) == 0 else { throw FileFailure("read", path) }
      let temporary = Self.besides(path)
      unlink(temporary)
      staged.append(temporary)
      try writeFile(temporary, change.after, mode: status.st_mode & 0o7777)
      // What the process takes from new files must not be taken from this one.
      guard chmod(temporary, status.st_mode & 0o7777) == 0 else { throw FileFailure("write", temporary) }
    }
    for (index, change) in changes.enumerated() {
      let path = absolute(change.path)
      guard rename(Self.besides(path), path) != 0 else { continue }
      let failure = FileFailure("change", path)
      for done in changes[..<index] { try restore(done) }
      throw failure
    }
  }

  private func restore(_ change: FileChange) throws(FileFailure) {
    let path = absolute(change.path)
    let temporary = Self.besides(path)
    unlink(temporary)
    try writeFile(temporary, change.before)
    guard rename(temporary, path) == 0 else { throw FileFailure("restore", path) }
  }

  /// A name that no listing of content shows.
  private static func besides(_ path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    return path[..<slash] + "." + path[slash...] + ".shelfmark-\(getpid())"
  }
}
