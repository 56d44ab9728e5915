// `shelfmark schema`: editors must accept what the check accepts, and offer the library's own words.

import Foundation
import TestSupport
import Testing

@Suite("Schemas for editors")
struct SchemaTests {
  private static let kinds = ["resource", "persona", "stage", "library", "scenarios"]

  private static func schema(_ kind: String, of folder: String) throws -> String {
    let result = try shelfmark("schema", kind, "-C", folder)
    #expect(result.status == 0 && result.errors == "")
    return result.output
  }

  /// What a schema has against the labels of files, as an editor reads them: one line a mistake.
  private static func problems(_ schema: String, in files: [String]) throws -> [String] {
    let folder = try TemporaryFolder(["schema.json": schema])
    let script = """
      import json, re, sys
      from jsonschema import Draft7Validator
      from ruamel.yaml import YAML
      schema = json.load(open(sys.argv[1]))
      Draft7Validator.check_schema(schema)
      reader = YAML(typ="safe", pure=True)
      reader.constructor.yaml_constructors["tag:yaml.org,2002:timestamp"] = reader.constructor.yaml_constructors["tag:yaml.org,2002:str"]
      for path in sys.argv[2:]:
          text = open(path, encoding="utf-8").read()
          labels = reader.load(text.split("---\\n")[1] if path.endswith(".md") else text)
          for error in Draft7Validator(schema).iter_errors(labels):
              print(f"{path}: {error.json_path}: {error.message[:160]}".replace("\\n", " "))
      """
    let python = Project.root + "/.build/test-tools/bin/python3"
    let result = try run(python, ["-c", script, folder.path + "/schema.json"] + files)
    guard result.status == 0 else { throw HarnessError(result.errors) }
    return result.output.split(separator: "\n").map(String.init)
  }

  private static func files(_ kind: String, below root: String) -> [String] {
    if kind == "library" || kind == "scenarios" { return ["\(root)/content/\(kind).yml"] }
    let names = FileManager.default.enumerator(atPath: "\(root)/content/\(kind)s")?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(root)/content/\(kind)s/\($0)" }
  }

  @Test("the sample library is as its schemas say", .needs(.schemaChecker), arguments: kinds)
  func sample(kind: String) throws {
    let files = Self.files(kind, below: Project.root)
    #expect(!files.isEmpty)
    expectNone(try Self.problems(Self.schema(kind, of: Project.root), in: files))
  }

  @Test(
    "a mistake in labels is one for the schema too", .needs(.schemaChecker),
    arguments: [
      "personas: [cf0]", "stages: [descision]", "type: leaflet", "industries: [mining]", "reviewed: soon", "mood: fine",
      "audience: public", "status: final", "review_every: often", "related: [gone]", "owner: nobody",
      "use_when: [a, b]",
    ])
  func mistakes(line: String) throws {
    let name = line.prefix { $0 != ":" }
    var labels = ["type: one-pager", "personas: [cfo]", "stages: [decision]"]
    labels.removeAll { $0.hasPrefix(name + ":") }
    let folder = try SmallLibrary.folder()
    let schema = try Self.schema("resource", of: folder.path)
    try folder.write(
      "sound.md", "---\ntype: one-pager\npersonas: Finance leader\nstages: [all]\nindustries: Mfg\nx-y: 1\n---\n")
    try folder.write("wrong.md", "---\n" + (labels + [line]).joined(separator: "\n") + "\n---\n")
    expectNone(try Self.problems(schema, in: [folder.path + "/sound.md"]))
    #expect(try !Self.problems(schema, in: [folder.path + "/wrong.md"]).isEmpty)
  }

  @Test("every label that a kind knows is in its schema, and none that it does not know")
  func complete() throws {
    let folder = try SmallLibrary.folder()
    for kind in ["resource", "persona", "stage"] {
      let properties = try JSON(parsing: Self.schema(kind, of: folder.path))["properties"].fields.keys.sorted()
      let file = "content/\(kind)s/probe.md"
      try folder.write(file, "---\n" + properties.map { "\($0): [{a: b}]\n" }.joined() + "---\n")
      let result = try shelfmark("check", "--format", "json", in: folder.path)
      let unknown = try JSON(parsing: result.output)["problems"].array
        .filter {
          $0["file"].string == file && $0["rule"] == "unknown-label" && $0["message"].string?.hasPrefix("'a' ") != true
        }
      expectNone(unknown.map(\.description), "in the schema, but no label")
      try folder.remove(file)
    }
    let declared = try String(
      contentsOfFile: Project.root + "/Sources/Library/Kinds/ResourceKind.swift", encoding: .utf8)
    let list = try #require(declared.firstMatch(of: /labelNames = \[([^\]]*)\]/)).output.1
    let names = list.matches(of: /"(\w+)"/).map { String($0.output.1) }
    let properties = try JSON(parsing: Self.schema("resource", of: folder.path))["properties"].fields
    expectNone(names.filter { properties[$0] == nil }, "a label, but not in the schema")
  }

  @Test("the library's own words are the values to choose from")
  func vocabulary() throws {
    let folder = try SmallLibrary.folder()
    let json = try JSON(parsing: Self.schema("resource", of: folder.path))
    #expect(json["properties"]["type"]["enum"].strings.prefix(4) == ["one-pager", "case-study", "battlecard", "todo"])
    #expect(
      json["properties"]["industries"]["anyOf"][0]["enum"].strings == [
        "manufacturing", "retail", "Manufacturing", "Mfg", "Retail",
      ])
  }

  @Test("an unknown schema is told with the ones there are")
  func unknown() throws {
    let folder = try SmallLibrary.folder()
    let result = try shelfmark("schema", "resources", in: folder.path)
    #expect(result.status == 2 && result.errors.contains("did you mean 'resource'?"))
  }
}
