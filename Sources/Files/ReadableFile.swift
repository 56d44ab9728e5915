// A file that is sent in pieces while it lies on the disk, and what tells one state of a file from the next.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file of which parts can be read, on any thread; closes itself.
package final class ReadableFile: Sendable {
  private let file: OpenFile
  private let path: String
  package let stamp: FileStamp
  package var byteCount: Int { file.byteCount }

  init(path: String) throws(FileFailure) {
    self.path = path
    file = try OpenFile(reading: path)
    var status = stat_t()
    guard fstat(file.descriptor, &status) == 0 else { throw FileFailure("read", path) }
    stamp = FileStamp(status)
  }

  /// At most `count` bytes from `offset` on; none at the file's end.
  package func read(from offset: Int, count: Int) throws(FileFailure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = -1
      repeat {
        got = pread(file.descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    guard failure == 0 else { throw FileFailure("read", path, errno: failure) }
    return bytes
  }
}

/// Equal for as long as nobody has written to a file or put another in its place.
package struct FileStamp: Hashable, Sendable {
  private let device, inode, byteCount, seconds, nanoseconds: Int

  init(_ status: stat_t) {
    device = Int(truncatingIfNeeded: status.st_dev)
    inode = Int(truncatingIfNeeded: status.st_ino)
    byteCount = Int(status.st_size)
    #if canImport(Glibc)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #else
      (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #endif
  }

  /// In letters and digits.
  package var text: String {
    [inode, byteCount, seconds, nanoseconds].map { String($0, radix: 36) }.joined(separator: "-")
  }
}

extension Folder {
  package func opened(_ relative: String) throws(FileFailure) -> ReadableFile {
    try ReadableFile(path: absolute(relative))
  }

  /// The state of everything below `start` that `list` names, by path; empty where there is no such folder.
  package func stamps(below start: String) -> [String: FileStamp] {
    guard let found = try? list(start, includingSizes: false) else { return [:] }
    var stamps: [String: FileStamp] = [:]
    for file in found where file.kind != .folder {
      var status = stat_t()
      if lstat(absolute(file.path), &status) == 0 { stamps[file.path] = FileStamp(status) }
    }
    return stamps
  }
}
