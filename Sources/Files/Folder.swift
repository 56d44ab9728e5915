// The only reader of the disk. Paths are relative to the folder, with "/" between their parts; symbolic links are
// listed as what they are and never followed below the root, so that nothing outside is read by accident.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something found in a folder.
package struct FoundFile: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case file, folder, link, other
    /// Its name is not UTF-8: it can be told of, but not opened by the name we have.
    case misnamed
    /// A folder whose content the system does not tell, and why.
    case closed(reason: String)
  }
  /// Below the folder that was listed: "resources/roi-sheet.md".
  package let path: String
  package let kind: Kind
  /// 0 for all but files.
  package let byteCount: Int

  package init(path: String, kind: Kind, byteCount: Int) {
    self.path = path
    self.kind = kind
    self.byteCount = byteCount
  }
}

package struct Folder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// For paths that somebody typed: from the current folder, or from the root where they begin with "/".
  package static let anywhere = Folder("")

  /// The file's path from the current folder.
  package func absolute(_ relative: String) -> String {
    if path.isEmpty { return relative.isEmpty ? "." : relative }
    return relative.isEmpty ? path : path + "/" + relative
  }

  /// All that stands below `start` ("" for the folder itself), ordered by the bytes of the paths. Names that begin with
  /// a dot are left out. Throws where `start` itself cannot be listed; a folder below it is listed as closed.
  package func list(_ start: String = "", includingSizes: Bool = true) throws(FileFailure) -> [FoundFile] {
    var found: [FoundFile] = []
    var pending = [start]
    while let folder = pending.popLast() {
      let entries: [(String, UInt8?)]
      do {
        entries = try names(in: folder)
      } catch {
        guard folder != start else { throw error }
        found.append(FoundFile(path: folder, kind: .closed(reason: error.reason), byteCount: 0))
        continue
      }
      for (name, type) in entries {
        let path = folder.isEmpty ? name : folder + "/" + name
        guard let type else {
          found.append(FoundFile(path: path, kind: .misnamed, byteCount: 0))
          continue
        }
        let (kind, byteCount) = try kind(of: path, type, needsSize: includingSizes)
        if kind == .folder { pending.append(path) }
        found.append(FoundFile(path: path, kind: kind, byteCount: byteCount))
      }
    }
    found.sort { precedes($0.path, $1.path) }
    return found
  }

  /// The names of what stands in the folder itself, in the order of their bytes. Those that begin with a dot are left out.
  package func names() throws(FileFailure) -> [String] {
    try names(in: "").map(\.0).sorted(by: precedes)
  }

  /// What stands in a folder, with the system's types; without one where a name is not UTF-8.
  private func names(in folder: String) throws(FileFailure) -> [(String, UInt8?)] {
    guard let stream = opendir(absolute(folder)) else { throw FileFailure("list", absolute(folder)) }
    defer { closedir(stream) }
    var names: [(String, UInt8?)] = []
    while let entry = readdir(stream) {
      let name = entryName(entry)
      guard !name.hasPrefix(".") else { continue }
      // A name that had to be repaired is not the name on the disk.
      let isRepaired = name.utf8.contains(0xEF) && name.unicodeScalars.contains("\u{FFFD}")
      let isWhole = !isRepaired || has(folder.isEmpty ? name : folder + "/" + name)
      names.append((name, isWhole ? entry.pointee.d_type : nil))
    }
    return names
  }

  private func kind(
    of path: String, _ type: UInt8, needsSize: Bool
  ) throws(FileFailure) -> (FoundFile.Kind, byteCount: Int) {
    if type == UInt8(DT_DIR) { return (.folder, 0) }
    if type == UInt8(DT_LNK) { return (.link, 0) }
    if type == UInt8(DT_REG), !needsSize { return (.file, 0) }
    var status = stat()
    guard lstat(absolute(path), &status) == 0 else {
      if errno == ENOENT { return (.other, 0) }  // gone since it was listed
      throw FileFailure("read", absolute(path))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (.file, Int(status.st_size))
    case S_IFDIR: return (.folder, 0)
    case S_IFLNK: return (.link, 0)
    default: return (.other, 0)
    }
  }

  /// The folder's path from the root of the disk, with links followed as far as its parts exist.
  package var resolved: String {
    var existing = path.hasPrefix("/") ? path : "./" + path
    var missing: [Substring] = []
    while true {
      if let real = realpath(existing, nil) {
        defer { free(real) }
        let base = String(cString: real)
        return ([base == "/" ? "" : base] + missing.reversed().map(String.init)).joined(separator: "/")
      }
      while existing.hasSuffix("/") { existing.removeLast() }
      guard let slash = existing.lastIndex(of: "/") else { return path }
      missing.append(existing[existing.index(after: slash)...])
      existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
    }
  }

  /// True where `other` is this folder or stands below it.
  package func contains(_ other: Folder) -> Bool {
    let (own, others) = (resolved, other.resolved)
    return own == others || others.hasPrefix(own == "/" ? own : own + "/")
  }

  /// True where a file, a folder or anything else of that name is.
  package func has(_ relative: String) -> Bool {
    var status = stat()
    return lstat(absolute(relative), &status) == 0
  }

  /// True where something of that name is, links followed, and is not a folder.
  package var isOtherThanFolder: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// True where an ordinary file of that name is.
  package func hasFile(_ relative: String) -> Bool {
    var status = stat()
    return lstat(absolute(relative), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The whole file, at most `limit` bytes of it: a longer one fails with code `EFBIG`. Links, devices and the like are
  /// refused.
  package func read(_ relative: String, limit: Int = .max) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(relative, limit: limit, into: &bytes)
    return bytes
  }

  /// The same into memory that is used for one file after the other.
  package func read(_ relative: String, limit: Int = .max, into bytes: inout [UInt8]) throws(FileFailure) {
    bytes.removeAll(keepingCapacity: true)
    let file = try OpenFile(reading: absolute(relative))
    guard file.byteCount <= limit else { throw FileFailure("read", absolute(relative), errno: EFBIG) }
    // Filling the empty array, which all threads share, would write its length.
    guard file.byteCount > 0 else { return }
    var failure: Int32 = 0
    bytes.append(addingCapacity: file.byteCount) { free in
      free.withUnsafeMutableBufferPointer { buffer, reached in
        while reached < file.byteCount {
          let got = readSome(file.descriptor, buffer.baseAddress.map { $0 + reached }, file.byteCount - reached)
          if got < 0 && errno == EINTR { continue }
          if got < 0 { failure = errno }
          if got <= 0 { break }
          reached += got
        }
      }
    }
    guard failure == 0 else { throw FileFailure("read", absolute(relative), errno: failure) }
  }

  /// Hands a file's bytes over in pieces of at most 256 KiB, for files that need not fit into memory.
  package func stream(
    _ relative: String, _ body: (ArraySlice<UInt8>) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    let file = try OpenFile(reading: absolute(relative))
    try file.stream(path: absolute(relative), body)
  }
}

/// Whether the bytes of `left` come first; many paths begin alike, and lexicographicallyPrecedes is slow at that.
private func precedes(_ left: String, _ right: String) -> Bool {
  let (left, right) = (left.utf8.span, right.utf8.span)
  let common = min(left.count, right.count)
  var index = 0
  while index < common, left[index] == right[index] { index += 1 }
  return index < common ? left[index] < right[index] : left.count < right.count
}

/// Where in a path the name behind its last "/" begins.
func lastComponentStart(_ path: String) -> Int {
  let bytes = path.utf8.span
  var start = bytes.count
  while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
  return start
}

/// An open regular file that closes itself.
struct OpenFile: ~Copyable {
  static let pieceSize = 256 * 1_024
  let descriptor: Int32
  let byteCount: Int

  init(reading path: String) throws(FileFailure) {
    // O_NONBLOCK: a FIFO in the content must not make the build wait for a writer.
    descriptor = path.withCString { open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw FileFailure("read", path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileFailure("read", path, reason: "not a regular file")
    }
    byteCount = Int(status.st_size)
  }

  deinit { close(descriptor) }

  borrowing func stream(
    path: String, _ body: (ArraySlice<UInt8>) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    var piece = [UInt8](repeating: 0, count: min(Self.pieceSize, max(1, byteCount)))
    while true {
      let got = piece.withUnsafeMutableBytes { readSome(descriptor, $0.baseAddress, $0.count) }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw FileFailure("read", path) }
      guard got > 0 else { return }
      try body(piece[..<got])
    }
  }
}

/// `read(2)`, whose name `Folder.read` takes.
@inline(__always)
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
