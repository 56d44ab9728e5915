// What one load read, kept for the next load of the same library, so that a preview reads a changed file alone. Only what
// is read from one file is kept; what takes more than one file is worked out anew each time.
//
// A text's reading depends on its bytes, on library.yml and the personas and stages (their names stand in labels), and on
// which files there are (links lead to them). So a change of anything but resources and their files forgets everything;
// and where files came or went, a text is kept only if it had nothing to complain of and its links lead where they led.

package import Files

/// Keeps what was read in files between two loads of one folder with the same options.
package final class LoadCache: Sendable {
  private struct State {
    var tree: ContentTree?
    /// By path: `Loaded<Entry>` of the file's kind.
    var pages: [String: any Sendable] = [:]
    var facts: [String: KnownFacts] = [:]
    /// True from the first load after files came or went to its end.
    var hasOtherFiles = false
  }
  struct KnownFacts { let facts: PageFileFacts, isHashed: Bool }
  private let state = Locked(State())
  /// After more, as when another branch is checked out, everything is read anew.
  private static let mostChanges = 200

  package init() {}

  /// What has changed: paths below the library's root, those of folders for all that is in them.
  package func forget(_ changed: Set<String>, in folder: Folder) {
    guard changed.count <= Self.mostChanges else { return forgetAll() }
    state.withLock { state in
      let tree = state.tree
      for path in changed {
        let isKnownFile = tree?.isFile(path) ?? false
        if !isKnownFile || !folder.hasFile(path) { state.tree = nil }
        guard Self.isOfResources(path, isFolder: !isKnownFile) else {
          state = State()
          return
        }
        state.pages[path] = nil
        state.facts[path] = nil
        guard !isKnownFile else { continue }
        state.pages = state.pages.filter { !$0.key.hasPrefix(path + "/") }
        state.facts = state.facts.filter { !$0.key.hasPrefix(path + "/") }
      }
    }
  }

  package func forgetAll() { state.withLock { $0 = State() } }

  /// True for what no other text's reading depends on: resources, and what is no text.
  private static func isOfResources(_ path: String, isFolder: Bool) -> Bool {
    if path.hasPrefix("\(ContentTree.root)/\(ResourceKind().folder)/") { return true }
    return !isFolder && !path.hasSuffix(".md") && path != LibrarySettings.path
  }

  /// The tree of the load before, where no file came or went since; otherwise the one that `list` makes.
  func tree(_ list: () throws(FileFailure) -> ContentTree) throws(FileFailure) -> ContentTree {
    if let known = state.withLock({ $0.tree }) { return known }
    let tree = try list()
    state.withLock { state in
      state.tree = tree
      state.hasOtherFiles = true
      state.pages = state.pages.filter { tree.isFile($0.key) }
      state.facts = state.facts.filter { tree.isFile($0.key) }
    }
    return tree
  }

  /// Every file has been read: what is kept now belongs to this tree.
  func endLoad() { state.withLock { $0.hasOtherFiles = false } }

  /// What `file` was read as, where reading it again would give the same; what `read` gives, otherwise.
  func page<Entry>(
    _ file: ContentFile, with reader: FileReader, _ read: () -> Loaded<Entry>
  ) -> Loaded<Entry> {
    let (known, hasOtherFiles) = state.withLock { ($0.pages[file.path], $0.hasOtherFiles) }
    if let known = known as? Loaded<Entry>, known.file == file, !hasOtherFiles || reader.stillHolds(known) {
      return known
    }
    let page = read()
    state.withLock { $0.pages[file.path] = page }
    return page
  }

  func facts(_ path: String, hashing: Bool, _ inspect: () -> PageFileFacts) -> PageFileFacts {
    if let known = state.withLock({ $0.facts[path] }), known.isHashed || !hashing { return known.facts }
    let facts = inspect()
    state.withLock { $0.facts[path] = KnownFacts(facts: facts, isHashed: hashing) }
    return facts
  }
}
