// A resource: one thing that a salesperson can use, with its labels.

package import Diagnostics
package import Markdown

/// Which personas, or which stages, a resource is for, as indices in `Library.personas` or `Library.stages`.
package enum Labels: Sendable, Equatable {
  /// `[all]`: for everybody; not for anybody by name.
  case all
  /// Ascending, at least one.
  case named([Int])
  /// `todo`: not labelled yet.
  case todo

  package func names(_ index: Int) -> Bool {
    if case .named(let indices) = self { return indices.contains(index) }
    return false
  }
}

/// Something to open or download that belongs to a resource.
package struct Attachment: Sendable {
  package enum Location: Sendable, Equatable {
    /// A file beside the Markdown: its path below the library's root, its size in bytes and its SHA-256 in hex.
    case file(path: String, byteCount: Int, sha256: String)
    /// An http or https address.
    case url(String)
  }
  /// What a person calls it; the file's name where nothing is given.
  package var label: String
  package var location: Location
  package var range: ByteRange
}

package struct Resource: Sendable {
  package var id: String
  /// The Markdown file's path below the library's root: "content/resources/roi-sheet.md".
  package var file: String
  package var title: String
  package var summary: String
  /// The index in `Library.types`; nil for `todo`.
  package var type: Int?
  package var personas: Labels
  package var stages: Labels
  /// For each facet of the library, in its order, the indices of the values named, ascending.
  package var facets: [[Int]]
  package var owner: Owner?
  package var audience: Audience
  package var status: Status
  package var reviewed: Day?
  package var reviewEvery: Period?
  package var publish: Day?
  package var expires: Day?
  package var useWhen: String?
  package var say: String?
  package var share: String?
  package var language: String?
  package var files: [Attachment]
  package var snippet: String?
  package var keywords: [String]
  package var isFeatured: Bool
  /// Ids of resources, which may be gone.
  package var replaces: [String]
  /// The id of the resource that replaces this one.
  package var replacedBy: String?
  package var aliases: [String]
  /// Indices in `Library.resources`.
  package var related: [Int]
  /// SHA-256 of the source file, 64 hex digits.
  package var contentHash: String
  package var body: MarkdownDocument

  /// When it should be looked at again; nil where nobody reviewed it or its type has no rhythm.
  package var reviewDue: Day? { Self.due(reviewed, reviewEvery) }

  fileprivate static func due(_ reviewed: Day?, _ every: Period?) -> Day? {
    reviewed.flatMap { day in every.map { day.adding($0) } }
  }

  /// `expires` is the last day on which it is valid.
  package func isExpired(on day: Day) -> Bool { expires.map { $0 < day } ?? false }

  /// `publish` is the first day on which it is shown.
  package func isScheduled(on day: Day) -> Bool { publish.map { $0 > day } ?? false }

  package func isOverdue(on day: Day) -> Bool { reviewDue.map { $0 < day } ?? false }

  /// True where type, persona or stage is still `todo`: searchable, but absent from the matrix and the lead page.
  package var isUnlabelled: Bool { type == nil || personas == .todo || stages == .todo }
}

/// What is asked of every resource: asked of one by itself, each of these would copy its thirty parts.
extension [Resource] {
  package func reviewDue(at index: Int) -> Day? { Resource.due(self[index].reviewed, self[index].reviewEvery) }

  package func isUnlabelled(at index: Int) -> Bool {
    self[index].type == nil || self[index].personas == .todo || self[index].stages == .todo
  }
}
