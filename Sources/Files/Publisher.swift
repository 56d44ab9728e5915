// Puts a site in place without a torn moment. Every file that changed is staged below `.shelfmark/` on the same file
// system; when all are there they are moved into place, each whole, in an order in which no page ever names something
// that is not there yet; what is stale goes last. Files that are equal already are not touched at all: on ext4
// overwriting costs twenty times what comparing does.
//
// Killed at any moment, the site is whole: before the moves nothing in it has changed, and during them the manifest
// already names both the old and the new files, so the next build carries on from there.

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

  private struct State {
    var planned: [String] = []
    /// What is staged, by phase.
    var staged = [[String]](repeating: [], count: PublishingPhase.allCases.count)
    /// The folders that were made in each stage. Those that a site has at its root are open, for they take most files,
    /// and to find each by its whole path costs; the others are `AT_FDCWD`.
    var folders = [[Substring: Int32]](repeating: [:], count: PublishingPhase.allCases.count)
    var foreign: [String] = []
    var writtenBytes = 0
  }

  private let site: Folder
  private let lock: Int32
  private let before: Manifest
  private let adoptsForeignFiles: Bool
  private let state = Locked(State())
  /// True where the site has nothing yet, so that nothing need be compared.
  private let isFresh: Bool
  private let stage: String
  /// For each phase the folder in which its files are staged, so that what is moved together stands together.
  private let stages: [String]

  private var manifestPath: String { site.path + "/" + Self.privateFolder + "/manifest" }

  /// Opens `path` for one publication, making the folder where it is missing. Fails where another build holds it.
  package init(site path: String, adoptsForeignFiles: Bool) throws(FileFailure) {
    site = Folder(path)
    let stage = path + "/" + Self.privateFolder + "/stage"
    self.stage = stage
    stages = PublishingPhase.allCases.map { "\(stage)/\($0.rawValue)" }
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
      isFresh = isFolder(path, emptyBut: Self.privateFolder)
      try removeTree(path + "/" + Self.privateFolder + "/stage")
    } catch {
      Self.letGo(lock)
      throw error
    }
  }

  deinit {
    for folder in state.withLock({ $0.folders }).joined() where folder.value != AT_FDCWD { close(folder.value) }
    Self.letGo(lock)
  }

  /// The system lets go of the lock with the descriptor, also when the process is killed; but a child that was just started
  /// may hold a copy of it.
  private static func letGo(_ lock: Int32) {
    flock(lock, LOCK_UN)
    close(lock)
  }

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
  package func stage(_ path: String, phase: PublishingPhase, _ bytes: ArraySlice<UInt8>) throws(FileFailure) {
    guard try !holds(path, bytes) else { return state.withLock { $0.planned.append(path) } }
    let descriptor = try createStaged(path, phase)
    defer { close(descriptor) }
    try writeAll(descriptor, bytes, path: staged(path, phase))
    noteStaged(path, phase, byteCount: bytes.count)
  }

  package func stage(_ path: String, phase: PublishingPhase, _ bytes: [UInt8]) throws(FileFailure) {
    try stage(path, phase: phase, bytes[...])
  }

  /// Plans a copy of the file `name` of `source` as `path`, in pieces, and stages it unless the site has the same bytes.
  package func stage(
    _ path: String, phase: PublishingPhase, copyOf name: String, in source: Folder
  ) throws(FileFailure) {
    let byteCount = try OpenFile(reading: source.absolute(name)).byteCount
    guard try !holds(path, byteCount: byteCount, copyOf: name, in: source) else {
      return state.withLock { $0.planned.append(path) }
    }
    let descriptor = try createStaged(path, phase)
    defer { close(descriptor) }
    try source.stream(name) { (piece) throws(FileFailure) in
      try writeAll(descriptor, piece, path: staged(path, phase))
    }
    noteStaged(path, phase, byteCount: byteCount)
  }

  private func noteStaged(_ path: String, _ phase: PublishingPhase, byteCount: Int) {
    state.withLock {
      $0.planned.append(path)
      $0.staged[phase.rawValue].append(path)
      $0.writtenBytes += byteCount
    }
  }

  /// True where the site's file has these bytes; notes a different file that is not ours.
  private func holds(_ path: String, _ bytes: ArraySlice<UInt8>) throws(FileFailure) -> Bool {
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
    guard !isFresh else { return nil }
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

  /// A new file in a stage, open for writing.
  private func createStaged(_ path: String, _ phase: PublishingPhase) throws(FileFailure) -> Int32 {
    let nameStart = lastComponentStart(path)
    let folder = try openFolder(path[..<path.utf8.index(path.startIndex, offsetBy: max(0, nameStart - 1))], phase)
    let descriptor =
      folder == AT_FDCWD ? createFile(staged(path, phase)) : createFile(path, from: nameStart, in: folder)
    guard descriptor >= 0 else { throw FileFailure("write", staged(path, phase)) }
    return descriptor
  }

  private func staged(_ path: String, _ phase: PublishingPhase) -> String { stages[phase.rawValue] + "/" + path }

  /// Makes a folder of a stage where it is missing.
  private func openFolder(_ name: Substring, _ phase: PublishingPhase) throws(FileFailure) -> Int32 {
    try state.withLock { (state) throws(FileFailure) in
      if let known = state.folders[phase.rawValue][name] { return known }
      let folder = String(name)
      if let link = linkOnTheWay(to: folder) {
        throw FileFailure(
          "write", site.absolute(link), reason: "a link to somewhere else stands where a folder belongs")
      }
      let path = stages[phase.rawValue] + (folder.isEmpty ? "" : "/" + folder)
      try makeFolders(path)
      var descriptor = AT_FDCWD
      if !folder.utf8.contains(UInt8(ascii: "/")) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure("write", path) }
      }
      state.folders[phase.rawValue][folder[...]] = descriptor
      return descriptor
    }
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
    let current = Set(plan.planned)
    let stale = before.current.subtracting(current)
    let stagedCount = plan.staged.reduce(0) { $0 + $1.count }
    let hasChanges = stagedCount > 0 || !stale.isEmpty
    var result = Publication(
      written: stagedCount, unchanged: current.count - stagedCount, removed: 0, writtenBytes: plan.writtenBytes)

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
    if hasChanges { try writeManifest(during, plan.planned) }
    for phase in PublishingPhase.allCases {
      try move(plan.staged[phase.rawValue], from: stages[phase.rawValue])
    }
    for path in doomed.sorted() where try remove(path) { result.removed += 1 }
    if after != (hasChanges ? during : before) { try writeManifest(after, plan.planned) }
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

  /// Moves files into place. A folder at the site's root that is not there yet is moved at once, with all that is in it.
  private func move(_ paths: [String], from stage: String) throws(FileFailure) {
    var isMoved: [Substring: Bool] = [:]
    var others: [String] = []
    var last = ""
    for path in paths {
      // Most files of a folder come one after the other.
      if !last.isEmpty, path.hasPrefix(last) { continue }
      if let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) {
        let folder = path[..<slash]
        if isMoved[folder] == nil { isMoved[folder] = try moveWhole(String(folder), from: stage) }
        if isMoved[folder] == true {
          last = String(path[...slash])
          continue
        }
      }
      others.append(path)
    }
    for path in others.sorted() { try move(path, from: stage) }
  }

  /// False where something of that name is there.
  private func moveWhole(_ folder: String, from stage: String) throws(FileFailure) -> Bool {
    guard !site.has(folder) else { return false }
    if rename(stage + "/" + folder, site.absolute(folder)) == 0 { return true }
    guard errno == EEXIST || errno == ENOTEMPTY || errno == ENOTDIR else {
      throw FileFailure("publish", site.absolute(folder))
    }
    return false
  }

  private func move(_ path: String, from stage: String) throws(FileFailure) {
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

  private func writeManifest(_ manifest: Manifest, _ planned: [String]) throws(FileFailure) {
    let temporary = manifestPath + ".new"
    unlink(temporary)
    try writeFile(temporary, manifest.bytes(planned))
    guard rename(temporary, manifestPath) == 0 else { throw FileFailure("write", manifestPath) }
  }
}
