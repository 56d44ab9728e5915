// All files of the index, in groups that can be rendered apart and in any order; the root comes last, because it names
// the others by their hashes. What is in which file: docs/search.md.

package import Library

package struct SearchShards: Sendable {
  /// How many documents share a file of titles.
  static let chunkSize = 20
  /// How many shards of terms share a file of places, which only phrases need.
  static let shardsPerPlaces = 4
  /// About how many bytes of text share a file.
  static let textBytes = 23_000

  /// Neighbouring parts of the index that are rendered together.
  enum Group: Sendable {
    case terms(Range<Int>)
    case documents(Int)
    case labels
    case dates
    case vocabulary
  }

  /// A rendered group: its files, and what the root says of them.
  package struct Rendered: Sendable {
    package var files: [SearchFile] = []
    var names: [String] = []
    /// What the root itself holds of it.
    var payload: [UInt8] = []
    /// Where each file's range begins, for files that are found by range.
    var firsts: [[UInt8]] = []
    /// The vocabulary's second order.
    var reversedNames: [String] = []
    var reversedFirsts: [[UInt8]] = []
  }

  let index: SearchIndex
  let library: Library
  let fileURL: @Sendable (Resource, Attachment) -> String
  let groups: [Group]

  /// `fileURL` is the address of an attachment from the site's root.
  package init(
    _ index: SearchIndex, _ library: Library, fileURL: @escaping @Sendable (Resource, Attachment) -> String
  ) {
    self.index = index
    self.library = library
    self.fileURL = fileURL
    let chunks = (index.documents.count + Self.chunkSize - 1) / Self.chunkSize
    let runs = stride(from: 0, to: index.shards.count, by: Self.shardsPerPlaces).map {
      Group.terms($0..<min($0 + Self.shardsPerPlaces, index.shards.count))
    }
    groups =
      runs + (0..<chunks).map(Group.documents)
      + [.labels, .dates, .vocabulary]
  }

  package var count: Int { groups.count }

  /// The files of one group; groups may be rendered in any order and in parallel.
  package func render(_ group: Int) -> Rendered {
    switch groups[group] {
    case .terms(let shards): renderTerms(index.shards[shards])
    case .documents(let chunk): renderDocuments(chunk)
    case .labels: renderLabels()
    case .dates: renderDates()
    case .vocabulary: renderVocabulary()
    }
  }

  /// The one file with a stable name; `rendered` holds all groups in order, of which the files may be gone.
  package func root(_ rendered: [Rendered]) -> SearchFile {
    var terms = Rendered()
    var documents: [String] = []
    var others: [Rendered] = []
    for (group, result) in zip(groups, rendered) {
      switch group {
      case .terms:
        terms.names += result.names
        terms.firsts += result.firsts
      case .documents: documents += result.names
      default: others.append(result)
      }
    }
    var writer = ShardWriter()
    writer.open("{")
    writer.key("version")
    writer.integer(1)
    writer.key("count")
    writer.integer(index.documents.count)
    writer.key("language")
    writer.string(library.site.language)
    writeVocabularies(to: &writer)
    writer.key("labels")
    writer.payload(others[0].payload)
    writer.key("dates")
    writer.strings(others[1].names)
    writer.key("documents")
    writer.open("[")
    writer.integer(Self.chunkSize)
    writer.plain(documents.joined().utf8)
    writer.close("]")
    writeDirectory("terms", terms.firsts, terms.names, to: &writer)
    writeDirectory("words", others[2].firsts, others[2].names, to: &writer)
    writeDirectory("endings", others[2].reversedFirsts, others[2].reversedNames, to: &writer)
    writer.close("}")
    return writer.file(named: "root")
  }

  /// All files, the root last.
  package func files() -> [SearchFile] {
    let rendered = groups.indices.map(render)
    return rendered.flatMap(\.files) + [root(rendered)]
  }

  /// Where each file's range begins, and the files' names one after the other.
  private func writeDirectory(_ key: String, _ firsts: [[UInt8]], _ names: [String], to writer: inout ShardWriter) {
    writer.key(key)
    writer.open("[")
    writer.plain(firsts.joined(separator: [0x20]))
    writer.plain(names.joined().utf8)
    writer.close("]")
  }

  private func writeVocabularies(to writer: inout ShardWriter) {
    let weights = library.weights
    writer.key("weights")
    writer.integers([
      weights.persona, weights.personaAll, weights.stage, weights.stageAll, weights.stageNext, weights.words,
      weights.featured, weights.overdue, weights.sent,
    ])
    writer.key("personas")
    writer.open("[")
    for persona in library.personas {
      openTerm(persona, &writer)
      writer.strings(persona.jobTitles)
      writer.close("]")
    }
    writer.close("]")
    writer.key("stages")
    writer.open("[")
    for stage in library.stages {
      openTerm(stage, &writer)
      writer.integers(stage.next)
      writer.open("[")
      for (field, values) in stage.crmValues { writer.strings([field] + values) }
      writer.close("]")
      writer.close("]")
    }
    writer.close("]")
    writer.key("types")
    writer.open("[")
    for type in library.types {
      openTerm(type, &writer)
      writer.close("]")
    }
    writer.close("]")
    writer.key("facets")
    writer.open("[")
    for facet in library.facets {
      openTerm(facet, &writer)
      writer.integer(facet.points)
      writer.integer(facet.elsewhere)
      writer.open("[")
      for value in facet.values {
        openTerm(value, &writer)
        writer.close("]")
      }
      writer.close("]")
      writer.close("]")
    }
    writer.close("]")
    writer.key("titleWords")
    writer.open("[")
    for (short, long) in library.titleWords { writer.strings([short, long]) }
    writer.close("]")
  }

  private func openTerm(_ term: some Term, _ writer: inout ShardWriter) {
    writer.open("[")
    writer.string(term.id)
    writer.string(term.label)
    writer.strings(term.aliases)
  }
}
