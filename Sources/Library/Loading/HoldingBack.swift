// Publishing what is sound. A mistake in one resource must not keep another off the site, nor a wrong price on it. So
// what is wrong with an optional label, a link or a file is left out, and the resource is published without it: links
// become their text, images their description. A resource is held back whole where it leads prospects to what is
// internal, cannot be read for certain, has no name of its own, or no usable type, persona or stage; links to it become
// text. Mistakes in library.yml, personas and stages stop the publication, since they touch everything.
//
// Whatever could not be understood about who may see a resource is read to be on the safe side: an audience as internal,
// a status as draft.

import Diagnostics
import Files
import FrontMatter
import Markdown

extension Loader {
  /// Rules whose mistakes keep a resource back, whatever else is right.
  private static var holdingRules: Set<Rule> { [.labelSyntax, .audienceLeak, .duplicateID, .idForm, .notUTF8] }

  /// Takes out of the library what must not be published, and demotes the errors that are thereby dealt with. Where an
  /// error stops everything, all stays as it is. `known` problems are dealt with too and stop nothing; without
  /// `holdsBack`, any other error does.
  mutating func holdBack(
    _ library: inout Library, _ tree: ContentTree, _ problems: [Problem], known: [Problem]
  ) -> [Problem] {
    let new = problems.filter { $0.severity == .error }
    let errors = new + known.filter { $0.severity == .error }
    let root = "\(ContentTree.root)/\(ResourceKind().folder)/"
    let others = kindFolders.filter { $0 != ResourceKind().folder }.map { "\(ContentTree.root)/\($0)" }
    let stops = new.contains { problem in
      !options.holdsBack || problem.rule == .incompleteLibrary || problem.file == LibrarySettings.path
        || others.contains { problem.file == $0 || problem.file.hasPrefix($0 + "/") }
    }
    guard !errors.isEmpty, !stops else { return problems }
    let byFile = Dictionary(grouping: errors, by: \.file)
    let held = resourcePages.filter { isHeldBack($0, byFile[$0.path] ?? []) }
    let heldPaths = Set(held.map(\.path))
    let owner = library.owner
    library.heldBack = held.map { page in
      HeldBack(
        id: page.id, file: page.path, title: page.entry?.resource.title ?? page.id,
        owner: page.entry?.resource.owner ?? owner, problems: byFile[page.path] ?? [])
    }
    let known = Set(resourcePages.map(\.path))
    for (file, problems) in byFile.sorted(by: { $0.key < $1.key }) where !known.contains(file) {
      // No page, such as a reference to another place: a text that would have been one, or a file.
      let name = lastComponent(file)
      if file.hasPrefix(root), name.hasSuffix(".md") {
        let id = IDForm.withoutExtension(name)
        library.heldBack.append(HeldBack(id: id, file: file, title: name, owner: owner, problems: problems))
      } else {
        library.dropped += problems.map { Dropped(id: name, file: file, owner: owner, problem: $0) }
      }
    }
    for page in resourcePages where !heldPaths.contains(page.path) {
      library.dropped += (byFile[page.path] ?? []).map {
        Dropped(id: page.id, file: page.path, owner: page.entry?.resource.owner, problem: $0)
      }
    }
    library.dropped.sort { ($0.file, $0.problem.range.lower) < ($1.file, $1.problem.range.lower) }
    remove(held, from: &library)
    renderWithoutDroppedLinks(&library, tree)
    return problems.map { problem in
      var demoted = problem
      if demoted.severity == .error { demoted.severity = .warning }
      return demoted
    }
  }

  private func isHeldBack(_ page: Loaded<ResourceEntry>, _ errors: [Problem]) -> Bool {
    guard page.file.hasUsableID, let entry = page.entry, !entry.resource.body.isRefused else { return true }
    if errors.contains(where: { Self.holdingRules.contains($0.rule) }) { return true }
    return !errors.isEmpty && (!entry.notes.isUsable || entry.notes.hasUncertainStatus)
  }

  /// Takes resources out, with everything that counts in indices.
  private mutating func remove(_ held: [Loaded<ResourceEntry>], from library: inout Library) {
    let gone = Set(held.lazy.filter(\.file.hasUsableID).map(\.id))
    let before = library.resources
    var newIndices: [Int?] = []
    var count = 0
    for resource in before {
      newIndices.append(gone.contains(resource.id) ? nil : count)
      if !gone.contains(resource.id) { count += 1 }
    }
    var resources = zip(before, newIndices).compactMap { $1 == nil ? nil : $0 }
    let entries = resourcePages.compactMap { page in
      page.file.hasUsableID && !gone.contains(page.id) ? page.entry : nil
    }
    let kind = ResourceKind().folder
    var alreadyReported = Findings()
    let succession = Succession(kind: kind, entries, report: &alreadyReported)
    for index in resources.indices {
      let related = resources[index].related.compactMap { newIndices[$0] }
      let successor = succession.successors[resources[index].id]
      resources[index] = resources[index].changed { ($0.related, $0.replacedBy) = (related, successor) }
    }
    library.resources = resources
    library.redirects = library.redirects.filter { $0.kind != kind } + succession.redirects
    library.files.removeAll { $0.kind == kind && gone.contains($0.id) }
    pages.removeAll { $0.file.kind == kind && (gone.contains($0.file.id) || !$0.file.hasUsableID) }
  }

  /// Renders once more the texts that link to what is not there now.
  private func renderWithoutDroppedLinks(_ library: inout Library, _ tree: ContentTree) {
    let published = Dictionary(pages.lazy.map { ($0.reference, $0) }) { first, _ in first }
    let files = Set(library.files.lazy.map { "\($0.kind)/\($0.id)/\($0.path)" })
    let reader = FileReader(folder: folder, context: LoadContext(library: library, tree: tree))
    let affected = pages.compactMap { page -> (page: CheckedPage, isKept: @Sendable (LinkTarget) -> Bool)? in
      let isKept: @Sendable (LinkTarget) -> Bool = { target in
        switch target {
        case .page(let file, _):
          guard let visibility = published[file.reference]?.visibility else { return false }
          return visibility.status != .draft || page.visibility?.status == .draft
        case .file(let path): return files.contains("\(page.file.kind)/\(page.file.id)/\(path)")
        default: return true
        }
      }
      return page.links.contains { !isKept($0.target) } ? (page, isKept) : nil
    }
    let bodies = concurrently(affected.count, workers: options.workers) { index in
      reader.render(affected[index].page.file, keeping: affected[index].isKept)
    }
    let newBodies = Dictionary(zip(affected.map(\.page.reference), bodies)) { first, _ in first }
    func body(_ kind: some Kind, _ id: String) -> MarkdownDocument? {
      newBodies[PageReference(kind: kind.folder, id: id)] ?? nil
    }
    for index in library.resources.indices {
      guard let new = body(ResourceKind(), library.resources[index].id) else { continue }
      library.resources[index] = library.resources[index].changed { $0.body = new }
    }
    for index in library.personas.indices {
      if let new = body(PersonaKind(), library.personas[index].id) { library.personas[index].body = new }
    }
    for index in library.stages.indices {
      if let new = body(StageKind(), library.stages[index].id) { library.stages[index].body = new }
    }
  }
}
