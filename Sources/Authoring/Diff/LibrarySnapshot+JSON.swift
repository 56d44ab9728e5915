// A snapshot from library.json. The file may come from anywhere: what is not a library.json is told, what is missing in
// it counts as empty, what is more than we know is left alone.

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a file is no library.json.
package struct SnapshotMistake: Error, Sendable {
  package let message: String

  package init(message: String) { self.message = message }
}

extension LibrarySnapshot {
  package init(parsing bytes: [UInt8]) throws(SnapshotMistake) {
    let file: LibraryFile
    do {
      file = try JSONDecoder().decode(LibraryFile.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw SnapshotMistake(message: Self.words(error))
    } catch {
      throw SnapshotMistake(message: "it is not JSON")
    }
    guard file.schemaVersion == 1 else {
      throw SnapshotMistake(message: "its schemaVersion is \(file.schemaVersion), and only 1 is known")
    }
    self.init()
    personas = file.personas.map { Name(id: $0.id, label: $0.title ?? $0.id) }
    stages = file.stages.map { Name(id: $0.id, label: $0.title ?? $0.id) }
    types = Dictionary((file.types ?? []).map { ($0.id, $0.label ?? $0.id) }) { first, _ in first }
    for resource in file.resources { assets[resource.id] = Asset(resource) }
  }

  private static func words(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context, _ last: String = "") -> String {
      let path =
        context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue } + (last.isEmpty ? [] : [last])
      return path.joined(separator: ".").replacing(".[", with: "[")
    }
    switch error {
    case .keyNotFound(let name, let context): return "'\(place(context, name.stringValue))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "'\(place(context))' is not what is expected there"
    default: return "it is not JSON"
    }
  }
}

/// The parts of library.json that are compared.
private struct LibraryFile: Decodable {
  struct Term: Decodable {
    var id: String
    var title: String?
    var label: String?
  }

  struct File: Decodable {
    var label: String?
    var url: String
    var sha256: String?
  }

  struct Resource: Decodable {
    var id: String
    var title: String
    var summary: String?
    var type: String?
    var personas: [String]?
    var stages: [String]?
    var facets: [String: [String]]?
    var audience: String?
    var status: String?
    var owner: String?
    var reviewed: String?
    var publish: String?
    var expires: String?
    var share: String?
    var useWhen: String?
    var say: String?
    var snippet: String?
    var keywords: [String]?
    var replacedBy: String?
    var aliases: [String]?
    var featured: Bool?
    var lang: String?
    var files: [File]?
    var contentHash: String?
  }

  var schemaVersion: Int
  var types: [Term]?
  var personas: [Term]
  var stages: [Term]
  var resources: [Resource]
}

extension LibrarySnapshot.Asset {
  fileprivate init(_ resource: LibraryFile.Resource) {
    id = resource.id
    title = resource.title
    isArchived = resource.status == "archived"
    type = resource.type
    personas = resource.personas ?? []
    stages = resource.stages ?? []
    replacedBy = resource.replacedBy
    aliases = resource.aliases ?? []
    contentHash = resource.contentHash ?? ""
    files = Dictionary((resource.files ?? []).map { ($0.label ?? $0.url, $0.sha256 ?? $0.url) }) { first, _ in first }
    let facets = (resource.facets ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    labels = Self.labels(
      texts: [
        ("title", resource.title), ("summary", resource.summary), ("type", resource.type),
        ("audience", resource.audience), ("owner", resource.owner), ("reviewed", resource.reviewed),
        ("publish", resource.publish), ("expires", resource.expires), ("share", resource.share),
        ("use_when", resource.useWhen), ("say", resource.say), ("snippet", resource.snippet),
        ("featured", resource.featured == true ? "yes" : nil), ("lang", resource.lang),
      ],
      lists: [("personas", personas), ("stages", stages), ("keywords", resource.keywords ?? [])] + facets)
  }
}
