// From a folder to a library: list, read library.yml, then the kinds one after the other, each with its files in
// parallel, then everything that needs more than one file. Results are put together in id order, so that one thread and
// many give the same library and the same problems.

import Diagnostics
package import Files
import FrontMatter
import Markdown

extension Library {
  /// Loads the library in `folder`.
  package static func load(
    _ folder: Folder, options: LoadOptions = LoadOptions()
  ) throws(FileFailure) -> LoadedLibrary {
    var loader = Loader(folder: folder, options: options)
    return try loader.load()
  }
}

/// One run of loading.
struct Loader {
  let folder: Folder
  let options: LoadOptions
  var findings = Findings()
  var pages: [CheckedPage] = []
  var resourcePages: [Loaded<ResourceEntry>] = []
  var kindFolders: [String] { options.kinds.map(\.folder) }

  init(folder: Folder, options: LoadOptions) {
    self.folder = folder
    self.options = options
  }

  mutating func load() throws(FileFailure) -> LoadedLibrary {
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
    let snippets = SnippetCheck(library)
    for page in resourcePages { snippets.check(page, report: &findings) }
    removeConsequences()
    var baseline = options.baseline ?? Baseline()
    var (problems, known) = baseline.split(resolvedProblems(library))
    if options.holdsBack || !known.isEmpty { problems = holdBack(&library, tree, problems, known: known) }
    let fileCount = tree.count + [LibrarySettings.path, Scenario.path].count { tree.isFile($0) }
    var result = result(library, problems, fileCount: fileCount)
    (result.known, result.baseline) = (known, baseline)
    result.remains = [resourcePages, tree]
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
      let spelling = tree.paths.first { NameTable.folded($0) == path }
      if tree[path] != .unusable { findings.add(.noSettings(hasOtherSpelling: spelling)) }
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

  private mutating func load(_ kind: some Kind, into library: inout Library, _ tree: ContentTree) {
    if let kind = kind as? ResourceKind {
      resourcePages = loaded(kind, into: &library, tree)
    } else {
      _ = loaded(kind, into: &library, tree)
    }
  }

  private mutating func loaded<K: Kind>(
    _ kind: K, into library: inout Library, _ tree: ContentTree
  ) -> [Loaded<K.Entry>] {
    let files = tree.files(of: kind.folder)
    let read = read(files, as: kind, by: FileReader(folder: folder, context: LoadContext(library: library, tree: tree)))
    if files.isEmpty, let problem = Problem.noneOf(kind) { findings.add(problem) }
    var loaded: [Loaded<K.Entry>] = []
    loaded.reserveCapacity(files.count)
    for part in read {
      findings.add(part.dates)
      for page in part.pages {
        findings.add(page.findings)
        pages.append(page.page)
        loaded.append(page)
      }
    }
    kind.add(loaded, to: &library, report: &findings)
    return loaded
  }

  /// One or two files as they were read, with what the day says of them.
  private struct ReadFiles<Entry: Sendable> {
    let pages: [Loaded<Entry>]
    var dates = Findings()
  }

  private func read<K: Kind>(_ files: [ContentFile], as kind: K, by reader: FileReader) -> [ReadFiles<K.Entry>] {
    let (today, cache) = (options.today, options.cache)
    return concurrently((files.count + 1) / 2, workers: options.workers, state: { Sources() }) { sources, pair in
      let pair = files[pair * 2..<min(pair * 2 + 2, files.count)]
      var read = ReadFiles(pages: reader.read(pair, as: kind, through: cache, into: &sources))
      for page in read.pages { kind.checkDates(of: page, today: today, report: &read.dates) }
      return read
    }
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

  private func result(_ library: Library, _ problems: [Problem], fileCount: Int) -> LoadedLibrary {
    var result = LoadedLibrary()
    result.library = library
    result.problems = problems
    result.fileCount = fileCount
    return result
  }
}
