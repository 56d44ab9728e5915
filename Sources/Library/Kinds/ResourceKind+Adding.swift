// What can only be said of a resource when all are known: which related ones exist, what replaces it, whose old names
// clash with whose.

import Diagnostics

extension ResourceKind {
  package func add(_ pages: [Loaded<ResourceEntry>], to library: inout Library, report: inout Findings) {
    let entries = pages.compactMap { $0.file.hasUsableID ? $0.entry : nil }
    var resources = entries.map(\.resource)
    var finder = ResourceFinder(entries, unreadable: Set(pages.lazy.filter { $0.entry == nil }.map(\.file.id)))
    let succession = Succession(kind: folder, entries, report: &report)
    var titles = Set<Int>(minimumCapacity: entries.count)
    for (index, entry) in entries.enumerated() {
      titles.insert(entry.notes.titleKey)
      let related = finder.indices(of: entry.notes.related, in: entry.resource, report: &report)
      let successor = succession.successors[entry.resource.id]
      guard !related.isEmpty || successor != nil else { continue }
      resources[index] = entry.resource.changed { ($0.related, $0.replacedBy) = (related, successor) }
    }
    library.resources = resources
    library.redirects += succession.redirects
    // Going through all titles once more costs as much as all that is done here.
    if titles.count < entries.count { Rule.checkTitles(pages, report: &report) }
  }
}

/// Finds resources by id, or by an old name or title where nothing has that id.
struct ResourceFinder {
  /// Comparing with every id is slow; after so many mistakes there are other worries.
  private static let mostSuggestions = 30
  private let entries: [ResourceEntry]
  private let unreadable: Set<String>
  private var suggestionCount = 0
  private var otherNames: [String: Int]?

  /// `unreadable`: the ids of files that are there, but of which something has been reported that keeps them from use.
  init(_ entries: [ResourceEntry], unreadable: Set<String>) {
    self.entries = entries
    self.unreadable = unreadable
  }

  /// The indices of what a resource names as related, itself left out.
  mutating func indices(
    of names: [Located<String>], in resource: Resource, report: inout Findings
  ) -> [Int] {
    var result: [Int] = []
    for name in names {
      if let index = self.index(of: name.value) {
        if !result.contains(index), entries[index].resource.id != resource.id { result.append(index) }
      } else if !unreadable.contains(name.value) {
        report.add(
          .unknownResource(name.value, in: resource.file, at: name.range), replacement: suggestion(for: name.value))
      }
    }
    return result
  }

  private mutating func index(of name: String) -> Int? {
    if let index = entries.index(ofID: name) ?? entries.index(ofID: name.lowercased()) { return index }
    if otherNames == nil {
      var names: [String: Int] = [:]
      for (index, entry) in entries.enumerated() {
        let resource = entry.resource
        for name in resource.aliases + [resource.title] where names[NameTable.folded(name)] == nil {
          names[NameTable.folded(name)] = index
        }
      }
      otherNames = names
    }
    return otherNames?[NameTable.folded(name)]
  }

  private mutating func suggestion(for name: String) -> String? {
    let bare = name.hasSuffix(".md") ? IDForm.withoutExtension(lastComponent(name)) : name
    if entries.index(ofID: bare) != nil { return bare }
    guard suggestionCount < Self.mostSuggestions else { return nil }
    suggestionCount += 1
    return entries.lazy.map(\.resource.id).closest(to: bare)
  }
}
