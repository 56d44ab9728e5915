// The public specification's own examples, chapter by chapter. The folder with them is not part of the project; where
// it is absent the suite is skipped.

import Diagnostics
import Foundation
import Mustache
import Testing

@Suite("Mustache specification", .enabled(if: Specification.folder != nil, "the specification's data is not here"))
struct SpecTests {
  @Test("every example of every chapter is rendered as expected", arguments: Specification.chapters)
  func renders(chapter: String) throws {
    let examples = try Specification.examples(of: chapter)
    try #require(!examples.isEmpty)
    for example in examples {
      var problems = Problems()
      var sources = (example.partials ?? [:]).sorted { $0.key < $1.key }.map {
        TemplateSource(name: $0.key, bytes: Array($0.value.utf8), file: $0.key)
      }
      sources.append(TemplateSource(name: "the example", bytes: Array(example.template.utf8), file: "the example"))
      let templates = TemplateSet(sources, report: &problems)
      var output: [UInt8] = []
      let rendering = templates.render("the example", example.data.value, into: &output)
      #expect(String(decoding: output, as: UTF8.self) == example.expected, "\(chapter): \(example.name)")
      #expect(!problems.hasErrors, "\(chapter): \(example.name): \(problems.all.map(\.message))")
      #expect(rendering.stopped == nil)
      var prepared = Output()
      _ = templates.prepared("the example", with: Object()).render(example.data.value, into: &prepared)
      #expect(String(decoding: prepared.finished(), as: UTF8.self) == example.expected, "\(chapter): \(example.name)")
    }
  }
}

private enum Specification {
  struct Chapter: Decodable { var tests: [Example] }
  struct Example: Decodable {
    var name: String
    var data: JSON
    var template: String
    var partials: [String: String]?
    var expected: String
  }

  static let chapters = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~dynamic-names", "~inheritance",
  ]

  static let folder: URL? = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("shared/conformance/mustache")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()

  static func examples(of chapter: String) throws -> [Example] {
    let file = try #require(folder).appendingPathComponent(chapter + ".json")
    return try JSONDecoder().decode(Chapter.self, from: Data(contentsOf: file)).tests
  }
}

private enum JSON: Decodable {
  case null
  case bool(Bool)
  case integer(Int)
  case decimal(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .decimal(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  var value: Value {
    switch self {
    case .null: return .absent
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .decimal(let value): return .text("\(value)")
    case .text(let value): return .text(value)
    case .list(let values): return .list(values.map(\.value))
    case .object(let values):
      var object = Object()
      for (name, value) in values { object[Name(name)] = value.value }
      return .object(object)
    }
  }
}
