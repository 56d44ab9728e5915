// What of a library can be compared with another: from a library's own folder, or from the library.json of a site. Drafts
// are in neither, since nobody sees them.

import Files
package import Library
import Markdown

package struct LibrarySnapshot: Sendable {
  /// One resource that is published or archived.
  struct Asset: Sendable {
    var id: String
    var title: String
    var isArchived: Bool
    /// Type, personas and stages, as ids; nil, `["all"]` and `["todo"]` as library.json has them.
    var type: String?
    var personas: [String]
    var stages: [String]
    /// All labels that a person would compare, by their names.
    var labels: [(name: String, value: String)]
    /// What is attached: a name and what tells one content from another.
    var files: [String: String]
    var replacedBy: String?
    var aliases: [String]
    var contentHash: String
    /// Of the text alone; nil where only the whole file's is known.
    var textHash: String?
    /// Its Markdown file; nil where that is not known.
    var file: String?
  }

  struct Name: Sendable {
    let id: String
    let label: String
  }

  var assets: [String: Asset] = [:]
  var personas: [Name] = []
  var stages: [Name] = []
  var types: [String: String] = [:]

  /// How many published assets name each persona at each stage, by "persona stage".
  var cells: [String: Int] {
    var cells: [String: Int] = [:]
    for asset in assets.values where !asset.isArchived && asset.type != nil {
      for persona in asset.personas {
        for stage in asset.stages { cells[persona + " " + stage, default: 0] += 1 }
      }
    }
    return cells
  }

  init() {}

  package init(_ library: Library) {
    personas = library.personas.map { Name(id: $0.id, label: $0.title) }
    stages = library.stages.map { Name(id: $0.id, label: $0.title) }
    types = Dictionary(library.types.map { ($0.id, $0.label) }) { first, _ in first }
    for resource in library.resources where resource.status != .draft {
      assets[resource.id] = Asset(resource, library)
    }
  }
}

extension LibrarySnapshot.Asset {
  init(_ resource: Resource, _ library: Library) {
    func ids(_ labels: Labels, _ terms: [some Term]) -> [String] {
      switch labels {
      case .all: ["all"]
      case .todo: ["todo"]
      case .named(let indices): indices.map { terms[$0].id }
      }
    }
    let owner: String? =
      switch resource.owner {
      case .person(let index): library.people[index].id
      case .team(let index): library.teams[index].id
      case nil: nil
      }
    id = resource.id
    title = resource.title
    isArchived = resource.status == .archived
    type = resource.type.map { library.types[$0].id }
    personas = ids(resource.personas, library.personas)
    stages = ids(resource.stages, library.stages)
    replacedBy = resource.replacedBy
    aliases = resource.aliases
    contentHash = resource.contentHash
    textHash = SHA256.hex(resource.body.html)
    file = resource.file
    files = [:]
    for attachment in resource.files {
      switch attachment.location {
      case .url(let url): files[attachment.label] = url
      case .file(_, _, let hash): files[attachment.label] = hash
      }
    }
    labels = Self.labels(
      texts: [
        ("title", title), ("summary", resource.summary), ("type", type), ("audience", resource.audience.rawValue),
        ("owner", owner), ("reviewed", resource.reviewed?.iso), ("publish", resource.publish?.iso),
        ("expires", resource.expires?.iso), ("share", resource.share), ("use_when", resource.useWhen),
        ("say", resource.say), ("snippet", resource.snippet), ("featured", resource.isFeatured ? "yes" : nil),
        ("lang", resource.language ?? library.site.language),
      ],
      lists: [("personas", personas), ("stages", stages), ("keywords", resource.keywords)]
        + zip(library.facets, resource.facets).map { facet, values in (facet.id, values.map { facet.values[$0].id }) })
  }

  /// Those that have a value, in a fixed order.
  static func labels(
    texts: [(String, String?)], lists: [(String, [String])]
  ) -> [(name: String, value: String)] {
    (texts.map { ($0.0, $0.1 ?? "") } + lists.map { ($0.0, $0.1.joined(separator: ", ")) })
      .filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
  }
}
