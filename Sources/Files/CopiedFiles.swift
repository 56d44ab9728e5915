// Bringing files of another folder along, and taking back what was created where not all of it could be.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Folder {
  /// Copies a file of another folder to a place where nothing is yet.
  package func create(_ relative: String, from file: String, in source: Folder) throws(FileFailure) {
    try create(relative, [])
    let path = absolute(relative)
    let descriptor = creat(path, 0o644)
    guard descriptor >= 0 else { throw FileFailure("write", path) }
    defer { close(descriptor) }
    do throws(FileFailure) {
      try source.stream(file) { (piece) throws(FileFailure) in try writeAll(descriptor, piece, path: path) }
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Takes back files that were just created, and the folders that are empty without them. What cannot be removed stays.
  package func removeNewFiles(_ files: [String]) {
    for file in files.reversed() {
      unlink(absolute(file))
      var folder = file
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = String(folder[..<slash])
        guard rmdir(absolute(folder)) == 0 else { break }
      }
    }
  }
}
