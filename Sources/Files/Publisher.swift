// Puts a site in place without a torn moment. Every file that changed is staged below `.shelfmark/` on the same file
// system; when all are there they are moved into place, each whole, in an order in which no page ever names something
// that is not there yet; what is stale goes last. Files that are equal already are not touched at all: on ext4
// overwriting costs twenty times what comparing does.
//
// Killed at any moment, the site is whole: before the moves nothing in it has changed, and during them the manifest
// already names both the old and the new files, so the next build carries on from there.

import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// When a file is moved into place.
package enum PublishingPhase: Int, Sendable, CaseIterable {
  /// What pages refer to: hashed assets and shards, attachments, images.
  case assets
  case pages
  /// The one stable name that ties pages to the new shards.
  case root
}

/// What a publication did.
package struct Publication: Sendable {
  package var written = 0
  package var unchanged = 0
  package var removed = 0
  package var writtenBytes = 0
}

package final class Publisher: Sendable {
  /// The folder in the site that is Shelfmark's own and is not served.
  package static let privateFolder = ".shelfmark"

  private enum Outcome { case unchanged, staged }

  private struct State {
    var planned: [String: PublishingPhase] = [:]
    var staged: Set<String> = []
    var madeFolders: Set<String> = []
    var foreign: [String] = []
    var writtenBytes = 0
  }

  private let site: Folder
  private let lock: Int32
  private let before: Manifest
  private let adoptsForeignFiles: Bool
  private let state = Mutex(State())

  private var stage: String { site.path + "/" + Self.privateFolder + "/stage" }
  private var manifestPath: String { site.path + "/" + Self.privateFolder + "/manifest" }

  /// Opens `path` for one publication, making the folder where it is missing. Fails where another build holds it.
  package init(site path: String, adoptsForeignFiles: Bool) throws(FileFailure) {
    site = Folder(path)
    self.adoptsForeignFiles = adoptsForeignFiles
    var status = stat_t()
    if lstat(site.absolute(Self.privateFolder), &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw FileFailure(
        "write", site.absolute(Self.privateFolder), reason: "a link to somewhere else stands where a folder belongs")
    }
    try makeFolders(path + "/" + Self.privateFolder)
    lock = try Self.takeLock(path + "/" + Self.privateFolder + "/lock")
    let manifest = Self.privateFolder + "/manifest"
    do {
      before = Manifest(try site.has(manifest) ? site.read(manifest) : [])
      try removeTree(path + "/" + Self.privateFolder + "/stage")
    } catch {
      close(lock)
      throw error
    }
  }

  deinit { close(lock) }  // the system lets go of the lock with the descriptor, also when the process is killed

  private static func takeLock(_ path: String) throws(FileFailure) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileFailure("write", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw FileFailure("publish into", path, reason: "another build is publishing there; wait for it to end")
    }
    return descriptor
  }

  // MARK: Staging, from any thread

  /// Plans `bytes` as the file `path`, and stages it unless the site has the same bytes there.
  package func stage(_ path: String, phase: PublishingPhase, _ bytes: [UInt8]) throws(FileFailure) {
    plan(path, phase)
    guard try !holds(path, bytes) else { return }
    try prepareFolder(of: path)
    try writeFile(stage + "/" + path, bytes)
    state.withLock {
      $0.staged.insert(path)
      $0.writtenBytes += bytes.count
    }
  }

  /// Plans a copy of the file `name` of `source` as `path`, in pieces, and stages it unless the site has the same bytes.
  package func stage(
    _ path: String, phase: PublishingPhase, copyOf name: String, in source: Folder
  ) throws(FileFailure) {
    plan(path, phase)
    let byteCount = try OpenFile(reading: source.absolute(name)).byteCount
    guard try !holds(path, byteCount: byteCount, copyOf: name, in: source) else { return }
    try prepareFolder(of: path)
    let target = stage + "/" + path
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFailure("write", target) }
    defer { close(descriptor) }
    try source.stream(name) { (piece) throws(FileFailure) in try writeAll(descriptor, piece, path: target) }
    state.withLock {
      $0.staged.insert(path)
      $0.writtenBytes += byteCount
    }
  }

  private func plan(_ path: String, _ phase: PublishingPhase) {
    state.withLock { $0.planned[path] = phase }
  }

  /// True where the site's file has these bytes; notes a different file that is not ours.
  private func holds(_ path: String, _ bytes: [UInt8]) throws(FileFailure) -> Bool {
    guard let descriptor = try openPublished(path) else { return false }
    defer { close(descriptor) }
    if fileSize(descriptor) == bytes.count, hasSameBytes(descriptor, bytes) { return true }
    noteForeign(path)
    return false
  }

  private func holds(
    _ path: String, byteCount: Int, copyOf name: String, in source: Folder
  ) throws(FileFailure) -> Bool {
    guard let descriptor = try openPublished(path) else { return false }
    defer { close(descriptor) }
    var isSame = fileSize(descriptor) == byteCount
    if isSame {
      var published = [UInt8](repeating: 0, count: OpenFile.pieceSize)
      try source.stream(name) { (piece) throws(FileFailure) in
        guard isSame else { return }
        isSame = readFully(descriptor, &published, piece.count) && published[..<piece.count] == piece
      }
    }
    if !isSame { noteForeign(path) }
    return isSame
  }

  private func openPublished(_ path: String) throws(FileFailure) -> Int32? {
    let descriptor = open(site.absolute(path), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    if descriptor >= 0 {
      var status = stat_t()
      if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return descriptor }
      close(descriptor)
      throw FileFailure("write", site.absolute(path), reason: "a folder or device of that name is in the way")
    }
    switch errno {
    case ENOENT: return nil
    case ELOOP:
      noteForeign(path)
      return nil
    case ENOTDIR: throw FileFailure("write", site.absolute(path), reason: "a file stands where a folder belongs")
    default: throw FileFailure("read", site.absolute(path))
    }
  }

  private func noteForeign(_ path: String) {
    guard !adoptsForeignFiles, !before.owns(path) else { return }
    state.withLock { $0.foreign.append(path) }
  }

  private func prepareFolder(of path: String) throws(FileFailure) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return try prepare("") }
    try prepare(String(path[..<slash]))
  }

  private func prepare(_ folder: String) throws(FileFailure) {
    guard !state.withLock({ $0.madeFolders.contains(folder) }) else { return }
    if let link = linkOnTheWay(to: folder) {
      throw FileFailure("write", site.absolute(link), reason: "a link to somewhere else stands where a folder belongs")
    }
    try makeFolders(folder.isEmpty ? stage : stage + "/" + folder)
    state.withLock { _ = $0.madeFolders.insert(folder) }
  }

  /// The first part of `path` below the site that is a symbolic link, through which a write would leave the site.
  private func linkOnTheWay(to path: String) -> String? {
    var part = ""
    for name in path.split(separator: "/") {
      part += part.isEmpty ? String(name) : "/" + name
      var status = stat_t()
      guard lstat(site.absolute(part), &status) == 0 else { return nil }
      if status.st_mode & S_IFMT == S_IFLNK { return part }
    }
    return nil
  }

  // MARK: Publishing, once

  /// Moves all that is staged into place and removes what is stale. Call it when every file is staged.
  package func publish() throws(FileFailure) -> Publication {
    let plan = state.withLock { $0 }
    try refuseForeign(plan.foreign.sorted())
    let current = Set(plan.planned.keys)
    let stale = before.current.subtracting(current)
    let hasChanges = !plan.staged.isEmpty || !stale.isEmpty
    var result = Publication(
      written: plan.staged.count, unchanged: plan.planned.count - plan.staged.count, removed: 0,
      writtenBytes: plan.writtenBytes)

    // Assets of the build before stay for those who have its pages open; older ones go.
    let leftOver = hasChanges ? stale.filter(isHashedAsset) : before.leftOver.subtracting(current)
    let gone = hasChanges ? before.leftOver.union(stale) : []
    let doomed = gone.union(before.doomed).subtracting(leftOver).subtracting(current)

    var during = Manifest()
    during.current = current
    during.leftOver = leftOver
    during.doomed = doomed
    var after = Manifest()
    after.current = current
    after.leftOver = leftOver
    if hasChanges { try writeManifest(during) }
    for phase in PublishingPhase.allCases {
      let paths = plan.staged.filter { plan.planned[$0] == phase }.sorted()
      for path in paths { try move(path) }
    }
    for path in doomed.sorted() where try remove(path) { result.removed += 1 }
    if after != before { try writeManifest(after) }
    try removeTree(stage)
    return result
  }

  private func refuseForeign(_ paths: [String]) throws(FileFailure) {
    guard let first = paths.first else { return }
    let others = paths.count == 1 ? "" : " (and \(paths.count - 1) more)"
    throw FileFailure(
      "replace", site.absolute(first),
      reason: "it was not built by Shelfmark\(others); move it away, or take over all such files with --adopt")
  }

  private func move(_ path: String) throws(FileFailure) {
    let target = site.absolute(path)
    if rename(stage + "/" + path, target) == 0 { return }
    guard errno == ENOENT else { throw FileFailure("publish", target) }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeFolders(site.absolute(String(path[..<slash]))) }
    guard rename(stage + "/" + path, target) == 0 else { throw FileFailure("publish", target) }
  }

  private func remove(_ path: String) throws(FileFailure) -> Bool {
    guard isBelowSite(path), linkOnTheWay(to: path) == nil else { return false }
    guard unlink(site.absolute(path)) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw FileFailure("remove", site.absolute(path))
    }
    var folder = path
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = String(folder[..<slash])
      guard rmdir(site.absolute(folder)) == 0 else { break }  // not empty: it stays
    }
    return true
  }

  /// A manifest edited by hand must not lead a removal out of the site.
  private func isBelowSite(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
  }

  private func isHashedAsset(_ path: String) -> Bool {
    path.hasPrefix("assets/") || (path.hasPrefix("search/") && path != "search/root.js")
  }

  private func writeManifest(_ manifest: Manifest) throws(FileFailure) {
    let temporary = manifestPath + ".new"
    unlink(temporary)
    try writeFile(temporary, manifest.bytes)
    guard rename(temporary, manifestPath) == 0 else { throw FileFailure("write", manifestPath) }
  }
}
