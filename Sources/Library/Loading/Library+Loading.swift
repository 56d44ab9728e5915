// From a folder to a library: list, read library.yml, then the kinds one after the other, each with its files in
// parallel, then everything that needs more than one file. Results are put together in id order, so that one thread and
// many give the same library and the same problems.

import Diagnostics
package import Files
import FrontMatter
import Markdown

extension Library {
  /// Loads the library in `folder`. `perResource` runs for each resource right after it was read, on the same thread,
  /// before its `related`, `replacedBy` and the sizes of its files are known; each thread has a state of its own.
  package static func load<State, Extra: Sendable>(
    _ folder: Folder, options: LoadOptions = LoadOptions(), state: @escaping @Sendable () -> State,
    perResource: @escaping @Sendable (inout State, Resource) -> Extra
  ) throws(FileFailure) -> LoadedLibrary<Extra> {
    var loader = Loader<State, Extra>(
      folder: folder, options: options, makeState: state, perResource: perResource)
    return try loader.load()
  }

  /// Loads the library in `folder`.
  package static func load(
    _ folder: Folder, options: LoadOptions = LoadOptions()
  ) throws(FileFailure) -> LoadedLibrary<Void> {
    try load(folder, options: options, state: {}, perResource: { _, _ in })
  }
}

/// One run of loading.
struct Loader<State, Extra: Sendable> {
  let folder: Folder
  let options: LoadOptions
  let makeState: @Sendable () -> State
  let perResource: @Sendable (inout State, Resource) -> Extra
  var findings = Findings()
  var extras: [Extra] = []
  var pages: [CheckedPage] = []
  var resourcePages: [Loaded<ResourceEntry>] = []
  var kindFolders: [String] { options.kinds.map(\.folder) }

  init(
    folder: Folder, options: LoadOptions, makeState: @escaping @Sendable () -> State,
    perResource: @escaping @Sendable (inout State, Resource) -> Extra
  ) {
    self.folder = folder
    self.options = options
    self.makeState = makeState
    self.perResource = perResource
  }

  mutating func load() throws(FileFailure) -> LoadedLibrary<Extra> {
    guard folder.has("") else { throw FileFailure("open", folder.path, reason: "there is no such folder") }
    guard folder.has(ContentTree.root) else {
      findings.add(.noContent)
      return result(Library(), resolvedProblems(Library()), fileCount: 0)
    }
    let tree = try contentTree()
    findings.add(contentsOf: tree.problems)
    var library = readSettings(tree)
    for kind in options.kinds { load(kind, into: &library, tree) }
    options.cache?.endLoad()
    checkLinks(tree)
    settleFiles(&library, tree)
    readScenarios(&library, tree)
    SizeCheck.check(library, report: &findings)
    DateCheck.check(resourcePages, today: options.today, report: &findings)
    let snippets = SnippetCheck(library)
    for page in resourcePages { snippets.check(page, report: &findings) }
    removeConsequences()
    var baseline = options.baseline ?? Baseline()
    var (problems, known) = baseline.split(resolvedProblems(library))
    if options.holdsBack || !known.isEmpty { problems = holdBack(&library, tree, problems, known: known) }
    let fileCount = tree.count + [LibrarySettings.path, Scenario.path].count { tree.isFile($0) }
    var result = result(library, problems, fileCount: fileCount)
    (result.known, result.baseline) = (known, baseline)
    return result
  }

  private func contentTree() throws(FileFailure) -> ContentTree {
    let list = { () throws(FileFailure) in
      ContentTree(try folder.list(ContentTree.root, includingSizes: false), kinds: kindFolders)
    }
    guard let cache = options.cache else { return try list() }
    return try cache.tree(list)
  }

  private mutating func readSettings(_ tree: ContentTree) -> Library {
    let path = LibrarySettings.path
    guard tree.isFile(path) else {
      if tree[path] != .unusable { findings.add(.noSettings(hasOtherSpelling: tree.respelled(path))) }
      return Library.withDefaultTeams
    }
    let reader = FileReader(folder: folder, context: LoadContext(library: Library(), tree: tree))
    guard let bytes = reader.bytes(of: path, report: &findings) else { return Library.withDefaultTeams }
    var problems = Problems()
    let written = WrittenLabels.inWholeFile(of: bytes, file: path, report: &problems)
    findings.add(contentsOf: problems)
    var labels = LabelReader(written, of: "library.yml", file: path, start: .start)
    let library = LibrarySettings(rules: options.rules).read(&labels)
    labels.reportUnread()
    findings.add(labels.findings)
    return library
  }

  private mutating func load<K: Kind>(_ kind: K, into library: inout Library, _ tree: ContentTree) {
    let files = tree.files(of: kind.folder)
    let reader = FileReader(folder: folder, context: LoadContext(library: library, tree: tree))
    var loaded: [Loaded<K.Entry>]
    if K.self == ResourceKind.self {
      let read = readResources(files, with: reader)
      resourcePages = read
      loaded = read as? [Loaded<K.Entry>] ?? []
    } else {
      loaded = concurrently(files.count, workers: options.workers) { [cache = options.cache] in
        reader.read(files[$0], as: kind, through: cache)
      }
      if files.isEmpty, let problem = Problem.noneOf(kind) { findings.add(problem) }
    }
    for page in loaded {
      findings.add(page.findings)
      pages.append(page.page)
    }
    kind.add(loaded, to: &library, report: &findings)
  }

  private mutating func readResources(
    _ files: [ContentFile], with reader: FileReader
  ) -> [Loaded<ResourceEntry>] {
    let perResource = perResource
    let kind = ResourceKind()
    let cache = options.cache
    let read = concurrently(files.count, workers: options.workers, state: makeState) { state, index in
      let loaded = reader.read(files[index], as: kind, through: cache)
      let entry = loaded.file.hasUsableID ? loaded.entry : nil
      return (loaded, entry.map { perResource(&state, $0.draft.resource) })
    }
    var pages: [Loaded<ResourceEntry>] = []
    pages.reserveCapacity(read.count)
    for (page, extra) in read {
      pages.append(page)
      if let extra { extras.append(extra) }
    }
    return pages
  }

  /// Where library.yml is missing or could not be read for certain, names that only it could explain are not reported.
  private mutating func removeConsequences() {
    let settings = LibrarySettings.path
    let causes: Set<Rule> = [.incompleteLibrary, .labelSyntax, .notUTF8, .tooLarge, .unreadableFile, .outsideContent]
    guard findings.all.contains(where: { $0.file == settings && causes.contains($0.rule) }) else { return }
    let consequences: Set<Rule> = [.unknownLabel, .unknownType, .unknownValue, .unknownPerson, .unknownTeam]
    findings.removeAll { $0.file != settings && consequences.contains($0.rule) }
  }

  /// All that was found, in printing order, with the severities that library.yml asks for.
  private func resolvedProblems(_ library: Library) -> [Problem] {
    let folder = folder
    // What cannot be read a second time gets no corrected line; its problems are reported all the same.
    return findings.resolved { try? folder.read($0) }.applying(library.ruleSeverities).sorted().shortened
  }

  private func result(_ library: Library, _ problems: [Problem], fileCount: Int) -> LoadedLibrary<Extra> {
    var result = LoadedLibrary<Extra>()
    result.library = library
    result.extras = extras
    result.problems = problems
    result.fileCount = fileCount
    return result
  }
}
