// Looks at all files twice a second: where the system does not tell of changes, or has no room to watch so many folders.

package import Files

package final class PollingWatcher: Watcher {
  private let root: Folder
  private var known: [String: FileStamp]

  package init(_ root: Folder) {
    self.root = root
    known = Self.look(at: root)
  }

  package func next() -> ContentChange {
    var change = ContentChange()
    while true {
      pause(seconds: change.isEmpty ? Watching.pollingSeconds : Watching.pollingSeconds / 5)
      let now = Self.look(at: root)
      let changed = Set(now.filter { known[$0.key] != $0.value }.keys).union(known.keys.filter { now[$0] == nil })
      known = now
      if changed.isEmpty, !change.isEmpty { return change }
      change.paths.formUnion(changed)
    }
  }

  private static func look(at root: Folder) -> [String: FileStamp] {
    Watching.folders.reduce(into: [:]) { stamps, folder in stamps.merge(root.stamps(below: folder)) { $1 } }
  }
}
