// Linux tells of changes through inotify, folder by folder. A folder is watched first and listed afterwards, so that what
// is made in it meanwhile is not missed.

#if canImport(Glibc)
  package import Files
  import Glibc

  package final class InotifyWatcher: Watcher {
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_ATTRIB | IN_ONLYDIR
        | IN_DONT_FOLLOW | IN_EXCL_UNLINK)
    private let root: Folder
    private let descriptor: Int32
    /// The watched folders below the root, "" for the root itself.
    private var folders: [Int32: String] = [:]
    /// True once a folder could not be watched: the system has no room for more.
    private var isFull = false

    /// Nil where the system cannot watch the folder, or not all of it.
    package init?(_ root: Folder) {
      self.root = root
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      guard watch("") else { return nil }
      for folder in Watching.folders where root.has(folder) { _ = addTree(folder) }
      if isFull { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    package func next() -> ContentChange {
      var change = ContentChange()
      var timeout: Int32 = -1
      var started = ContinuousClock.now
      while true {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let count = poll(&entry, 1, timeout)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 || !change.isEmpty && ContinuousClock.now - started > Watching.longest { return settled(change) }
        let wasEmpty = change.isEmpty
        readEvents(into: &change)
        if wasEmpty { started = .now }
        if !change.isEmpty { timeout = Watching.quietMilliseconds }
      }
    }

    private func settled(_ change: ContentChange) -> ContentChange {
      guard isFull || change.isEverything else { return change }
      isFull = false
      for folder in Watching.folders where root.has(folder) { _ = addTree(folder) }
      return ContentChange(isEverything: true)
    }

    private func watch(_ folder: String) -> Bool {
      let number = inotify_add_watch(descriptor, root.absolute(folder.isEmpty ? "." : folder), Self.mask)
      guard number >= 0 else {
        if errno == ENOSPC || errno == ENOMEM { isFull = true }
        return false
      }
      folders[number] = folder
      return true
    }

    /// Watches a folder and all below it; returns the files found there. Lists again until there is no folder that was
    /// not watched before it was listed.
    private func addTree(_ start: String) -> [String] {
      var tried: Set<String> = [start]
      guard watch(start) else { return [] }
      while let found = try? root.list(start, includingSizes: false) {
        let fresh = found.filter { $0.kind == .folder && !tried.contains($0.path) }.map(\.path)
        if fresh.isEmpty { return found.filter { $0.kind != .folder }.map(\.path) }
        for folder in fresh {
          tried.insert(folder)
          _ = watch(folder)
        }
      }
      return []
    }

    private func readEvents(into change: inout ContentChange) {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let length = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard length > 0 else { return }
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= length {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          let name = bytes[start..<min(length, start + Int(event.len))].prefix { $0 != 0 }
          take(event, String(decoding: name, as: UTF8.self), into: &change)
          offset = start + Int(event.len)
        }
      }
    }

    private func take(_ event: inotify_event, _ name: String, into change: inout ContentChange) {
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
        change.isEverything = true
        return
      }
      guard let folder = folders[event.wd] else { return }
      if event.mask & UInt32(IN_IGNORED) != 0 {
        folders[event.wd] = nil
        return
      }
      guard !name.isEmpty else {
        if event.mask & UInt32(IN_DELETE_SELF) != 0, !folder.isEmpty { change.paths.insert(folder) }
        return
      }
      guard !Watching.isHidden(name), !folder.isEmpty || Watching.folders.contains(name) else { return }
      let path = folder.isEmpty ? name : folder + "/" + name
      guard event.mask & UInt32(IN_ISDIR) != 0 else {
        // A new file is told of again once it has been written.
        let isBeingWritten = event.mask & UInt32(IN_CREATE) != 0 && root.hasFile(path)
        if !isBeingWritten { change.paths.insert(path) }
        return
      }
      if event.mask & UInt32(IN_MOVED_FROM) != 0 { forget(path) }
      if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 { change.paths.formUnion(addTree(path)) }
      change.paths.insert(path)
    }

    /// A folder that was moved away is watched no longer, nor what is in it: it may be moved to a place that is none of
    /// ours.
    private func forget(_ path: String) {
      for (number, folder) in folders where folder == path || folder.hasPrefix(path + "/") {
        inotify_rm_watch(descriptor, number)
        folders[number] = nil
      }
    }
  }
#endif
