// Two resources that nobody can tell apart in a list.

package import Diagnostics

extension Rule {
  package static let duplicateTitle = Rule(
    "duplicate-title", .warning,
    explanation: """
      Two resources have the same title. In a list or in results nobody can tell which is which, and often one of them is \
      an old copy.

      Give each a title of its own. If one takes the place of the other, say so with 'replaces' and set the old one's \
      status to archived.

          replaces: [price-sheet-2025]
      """)

  /// Reports each later resource whose title an earlier one has. Archived ones and what is replaced may share a title.
  static func checkTitles(_ entries: [Loaded<ResourceEntry>], report: inout Findings) {
    var first = [String: Loaded<ResourceEntry>](minimumCapacity: entries.count)
    for loaded in entries {
      guard loaded.file.hasUsableID, let entry = loaded.entry, entry.resource.status != .archived
      else { continue }
      let title = NameTable.folded(entry.resource.title)
      guard let other = first[title] else {
        first[title] = loaded
        continue
      }
      let replaces = entry.resource.replaces.contains(other.id)
      guard !replaces, other.entry?.resource.replaces.contains(loaded.id) != true else { continue }
      report.add(
        Problem(
          .duplicateTitle, in: loaded.path, at: entry.notes.places.title,
          "\(quoted(entry.resource.title)) is also the title of '\(other.id)'",
          help: "give each a title of its own, or archive one of them"))
    }
  }
}
