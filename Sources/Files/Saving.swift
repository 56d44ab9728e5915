// Single files that a person asked for: written whole or not at all. A site is the publisher's business.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Folder {
  /// Writes a file whole: a reader sees the old one or the new one. What the file was allowed stays as it was.
  package func save(_ relative: String, _ bytes: [UInt8]) throws(FileFailure) {
    let path = absolute(relative)
    var status = stat()
    let exists = stat(path, &status) == 0
    // What is no ordinary file, such as /dev/stdout, is written to and not replaced.
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try write(to: path, bytes, flags: O_WRONLY)
      return
    }
    let staged = path + ".shelfmark-\(getpid())"
    unlink(staged)
    do throws(FileFailure) {
      try write(to: staged, bytes, flags: O_WRONLY | O_CREAT | O_EXCL)
      if exists { chmod(staged, status.st_mode & 0o7777) }
      let target = exists ? Folder(path).resolved : path
      guard rename(staged, target) == 0 else { throw FileFailure("write", path) }
    } catch {
      unlink(staged)
      throw FileFailure("write", path, errno: error.code)
    }
  }

  /// Adds to the end of a file, which is made where it is missing.
  package func append(_ relative: String, _ bytes: [UInt8]) throws(FileFailure) {
    try write(to: absolute(relative), bytes, flags: O_WRONLY | O_CREAT | O_APPEND)
  }

  private func write(to path: String, _ bytes: [UInt8], flags: Int32) throws(FileFailure) {
    let descriptor = open(path, flags | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFailure("write", path) }
    defer { close(descriptor) }
    try writeAll(descriptor, bytes[...], path: path)
  }
}
