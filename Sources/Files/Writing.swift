// The system calls that change the disk or look at what was published. The publisher uses them, and
// NewFiles.swift.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `stat`, whose name the function of the same name shadows where a type is meant.
typealias stat_t = stat

/// Makes `path` and the folders above it, as far as they are missing.
func makeFolders(_ path: String) throws(FileFailure) {
  if mkdir(path, 0o755) == 0 { return }
  switch errno {
  case EEXIST:
    var status = stat_t()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw FileFailure("make folder", path, reason: "a file of that name is in the way")
    }
  case ENOENT:
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else {
      throw FileFailure("make folder", path)
    }
    try makeFolders(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileFailure("make folder", path) }
  default: throw FileFailure("make folder", path)
  }
}

/// Opens a file that does not exist yet for writing; negative where the system refuses. What stands in the path before
/// `start` is passed over: it leads to `folder`.
func createFile(_ path: String, from start: Int = 0, in folder: Int32 = AT_FDCWD, mode: mode_t = 0o644) -> Int32 {
  path.withCString { openat(folder, $0 + start, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
}

/// Writes a file that does not exist yet.
func writeFile(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(FileFailure) {
  let descriptor = createFile(path, mode: mode)
  guard descriptor >= 0 else { throw FileFailure("write", path) }
  defer { close(descriptor) }
  try writeAll(descriptor, bytes[...], path: path)
}

func writeAll(
  _ descriptor: Int32, _ bytes: ArraySlice<UInt8>, path: @autoclosure () -> String
) throws(FileFailure) {
  var failure: Int32 = 0
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let count = write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        failure = count == 0 ? ENOSPC : errno
        return
      }
      written += count
    }
  }
  guard failure == 0 else { throw FileFailure("write", path(), errno: failure) }
}

func fileSize(_ descriptor: Int32) -> Int? {
  var status = stat_t()
  return fstat(descriptor, &status) == 0 ? Int(status.st_size) : nil
}

/// Reads `count` bytes into the front of `buffer`; false where there are fewer.
func readFully(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Bool {
  buffer.withUnsafeMutableBytes { readFully(descriptor, $0.baseAddress, min(count, $0.count)) } && count <= buffer.count
}

private func readFully(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Bool {
  var reached = 0
  while reached < count {
    let got = read(descriptor, base.map { $0 + reached }, count - reached)
    if got < 0 && errno == EINTR { continue }
    guard got > 0 else { return false }
    reached += got
  }
  return true
}

/// True where the file's next bytes are these.
func hasSameBytes(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Bool {
  withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 16) { buffer in
    bytes.withUnsafeBytes { wanted in
      guard let found = buffer.baseAddress, let wanted = wanted.baseAddress else { return bytes.isEmpty }
      return readFully(descriptor, found, bytes.count) && memcmp(wanted, found, bytes.count) == 0
    }
  }
}

/// Removes a folder with all that is in it, as far as it is there. Links are removed, never followed.
func removeTree(_ path: String) throws(FileFailure) {
  var pending = [path]
  while let last = pending.last {
    if unlink(last) == 0 || errno == ENOENT {
      pending.removeLast()
      continue
    }
    if rmdir(last) == 0 {
      pending.removeLast()
      continue
    }
    guard errno == ENOTEMPTY || errno == EEXIST, let stream = opendir(last) else {
      throw FileFailure("remove", last)
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = entryName(entry)
      if name != ".", name != ".." { pending.append(last + "/" + name) }
    }
  }
}

/// True where a folder holds nothing, or nothing but `name`.
func isFolder(_ path: String, emptyBut name: String) -> Bool {
  guard let stream = opendir(path) else { return false }
  defer { closedir(stream) }
  while let entry = readdir(stream) {
    guard [".", "..", name].contains(entryName(entry)) else { return false }
  }
  return true
}

func entryName(_ entry: UnsafeMutablePointer<dirent>) -> String {
  withUnsafePointer(to: &entry.pointee.d_name) { pointer in
    pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
  }
}
