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

/// What lists, matrices and the matcher ask for stands here; the rest, which is asked for once a page, behind one
/// reference, since resources are copied far more often than that.
package struct Resource: Sendable {
  package var id: String
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
  package var isFeatured: Bool
  var details: Boxed<ResourceDetails>

  /// The Markdown file's path below the library's root: "content/resources/roi-sheet.md".
  package var file: String { details.value.file }
  package var useWhen: String? {
    get { details.value.useWhen }
    set { details.value.useWhen = newValue }
  }
  package var say: String? {
    get { details.value.say }
    set { details.value.say = newValue }
  }
  package var share: String? { details.value.share }
  package var language: String? { details.value.language }
  package var files: [Attachment] { details.value.files }
  package var snippet: String? { details.value.snippet }
  package var keywords: [String] {
    get { details.value.keywords }
    set { details.value.keywords = newValue }
  }
  /// Ids of resources, which may be gone.
  package var replaces: [String] { details.value.replaces }
  /// The id of the resource that replaces this one.
  package var replacedBy: String? { details.value.replacedBy }
  package var aliases: [String] { details.value.aliases }
  /// Indices in `Library.resources`.
  package var related: [Int] { details.value.related }
  /// SHA-256 of the source file, 64 hex digits.
  package var contentHash: String { details.value.contentHash }
  /// Lent, since a copy has as many parts as it.
  package var body: MarkdownDocument {
    _read { yield details.storage.value.body }
    set { details.value.body = newValue }
  }

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

/// What is asked of every resource: asked of one by itself, each of these would copy its parts.
extension [Resource] {
  package func reviewDue(at index: Int) -> Day? { Resource.due(self[index].reviewed, self[index].reviewEvery) }

  package func isUnlabelled(at index: Int) -> Bool {
    self[index].type == nil || self[index].personas == .todo || self[index].stages == .todo
  }
}

struct ResourceDetails: Sendable {
  var file: String
  var useWhen: String?
  var say: String?
  var share: String?
  var language: String?
  var files: [Attachment] = []
  var snippet: String?
  var keywords: [String] = []
  var replaces: [String] = []
  var replacedBy: String?
  var aliases: [String] = []
  var related: [Int] = []
  var contentHash = ""
  var body: MarkdownDocument

  /// Stands in until all of a resource has been read.
  static let none = Boxed(ResourceDetails(file: "", body: MarkdownDocument()))
}

/// A value of many parts as one reference, which makes copies cheap and changes dear.
struct Boxed<Value: Sendable>: Sendable {
  fileprivate final class Storage: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }
  fileprivate private(set) var storage: Storage

  init(_ value: Value) { storage = Storage(value) }

  var value: Value {
    get { storage.value }
    set { storage = Storage(newValue) }
  }
}
