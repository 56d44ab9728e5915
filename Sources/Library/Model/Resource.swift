// A resource: one thing that a salesperson can use, with its labels. It is a class, and nothing in it changes: resources
// are handed about and looked into all the time, and a value's copy would count references to each of its parts.

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

  var isTodo: Bool {
    if case .todo = self { return true }
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

/// What is known of a resource. `ResourceFields` has the same, to be set.
package final class Resource: Sendable {
  package let id: String
  /// The Markdown file's path below the library's root: "content/resources/roi-sheet.md".
  package let file: String
  package let title: String
  package let summary: String
  /// The index in `Library.types`; nil for `todo`.
  package let type: Int?
  package let personas: Labels
  package let stages: Labels
  /// For each facet of the library, in its order, the indices of the values named, ascending.
  package let facets: [[Int]]
  package let owner: Owner?
  package let audience: Audience
  package let status: Status
  package let reviewed: Day?
  package let reviewEvery: Period?
  package let publish: Day?
  package let expires: Day?
  package let isFeatured: Bool
  package let useWhen: String?
  package let say: String?
  package let share: String?
  package let language: String?
  package let files: [Attachment]
  package let snippet: String?
  package let keywords: [String]
  /// Ids of resources, which may be gone.
  package let replaces: [String]
  /// The id of the resource that replaces this one.
  package let replacedBy: String?
  package let aliases: [String]
  /// Indices in `Library.resources`.
  package let related: [Int]
  /// SHA-256 of the source file, 64 hex digits.
  package let contentHash: String
  package let body: MarkdownDocument

  package init(_ fields: ResourceFields) {
    id = fields.id
    file = fields.file
    title = fields.title
    summary = fields.summary
    type = fields.type
    personas = fields.personas
    stages = fields.stages
    facets = fields.facets
    owner = fields.owner
    audience = fields.audience
    status = fields.status
    reviewed = fields.reviewed
    reviewEvery = fields.reviewEvery
    publish = fields.publish
    expires = fields.expires
    isFeatured = fields.isFeatured
    useWhen = fields.useWhen
    say = fields.say
    share = fields.share
    language = fields.language
    files = fields.files
    snippet = fields.snippet
    keywords = fields.keywords
    replaces = fields.replaces
    replacedBy = fields.replacedBy
    aliases = fields.aliases
    related = fields.related
    contentHash = fields.contentHash
    body = fields.body
  }

  /// A copy with other fields.
  package func changed(_ change: (inout ResourceFields) -> Void) -> Resource {
    var fields = ResourceFields(
      id: id, file: file, title: title, summary: summary, type: type, personas: personas, stages: stages,
      facets: facets, owner: owner, audience: audience, status: status, reviewed: reviewed, reviewEvery: reviewEvery,
      publish: publish, expires: expires, isFeatured: isFeatured, useWhen: useWhen, say: say, share: share,
      language: language, files: files, snippet: snippet, keywords: keywords, replaces: replaces,
      replacedBy: replacedBy, aliases: aliases, related: related, contentHash: contentHash, body: body)
    change(&fields)
    return Resource(fields)
  }
}

extension Resource {
  /// When it should be looked at again; nil where nobody reviewed it or its type has no rhythm.
  package var reviewDue: Day? { reviewed.flatMap { day in reviewEvery.map { day.adding($0) } } }

  /// `expires` is the last day on which it is valid.
  package func isExpired(on day: Day) -> Bool { expires.map { $0 < day } ?? false }

  /// `publish` is the first day on which it is shown.
  package func isScheduled(on day: Day) -> Bool { publish.map { $0 > day } ?? false }

  package func isOverdue(on day: Day) -> Bool { reviewDue.map { $0 < day } ?? false }

  /// True where type, persona or stage is still `todo`: searchable, but absent from the matrix and the lead page.
  package var isUnlabelled: Bool { type == nil || personas.isTodo || stages.isTodo }
}

/// What a resource is made of: see `Resource`. What may be left out is, unless it is set.
package struct ResourceFields: Sendable {
  package var id: String
  package var file: String
  package var title: String
  package var summary = ""
  package var type: Int?
  package var personas = Labels.todo
  package var stages = Labels.todo
  package var facets: [[Int]] = []
  package var owner: Owner?
  package var audience = Audience.internal
  package var status = Status.approved
  package var reviewed: Day?
  package var reviewEvery: Period?
  package var publish: Day?
  package var expires: Day?
  package var isFeatured = false
  package var useWhen: String?
  package var say: String?
  package var share: String?
  package var language: String?
  package var files: [Attachment] = []
  package var snippet: String?
  package var keywords: [String] = []
  package var replaces: [String] = []
  package var replacedBy: String?
  package var aliases: [String] = []
  package var related: [Int] = []
  package var contentHash = ""
  package var body: MarkdownDocument
}
