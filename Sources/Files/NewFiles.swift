// Writing files that are not there yet into somebody's own folder. What is there is never replaced: a file that appears
// between a look and the writing is a failure, not a loss.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Folder {
  /// Writes a file that does not exist yet, with the folders above it. What the system refuses leaves no half of one.
  package func create(
    _ relative: String, _ bytes: [UInt8], isExecutable: Bool = false
  ) throws(FileFailure) {
    let path = absolute(relative)
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex {
      try makeFolders(String(path[..<slash]))
    }
    do throws(FileFailure) {
      try writeFile(path, bytes, mode: isExecutable ? 0o755 : 0o644)
    } catch {
      if !error.isInTheWay { unlink(path) }
      throw error
    }
  }

  /// True where a folder of that name is, itself or behind a link.
  package func hasFolder(_ relative: String) -> Bool {
    var status = stat_t()
    return stat(absolute(relative), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension FileFailure {
  /// True where something stands in the place of what was to be written.
  package var isInTheWay: Bool { code == EEXIST }
}
