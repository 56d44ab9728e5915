// Templates mean what another implementation says they mean: chevron for Python, on generated templates that hold what
// both know (no blocks, no dynamic names). Where the two are known to differ, nothing is generated:
// - lines of a template that is brought in are indented by chevron even if the tag does not stand alone (what is brought
//   in has one line here; the specification's own examples cover more);
// - a tag that stands alone before blanks at the very end loses them in the specification, and not in chevron (there is
//   a full stop at every end);
// - tabs before a tag that stands alone stay in chevron's output (there are none);
// - an apostrophe is left as it is by chevron (ours is taken back), and objects are printed as Python shows them.

import Diagnostics
import Foundation
import Mustache
import TestSupport
import Testing

@Suite("Templates as another renderer fills them")
struct DifferentialTests {
  static let python: String? = {
    var project = URL(filePath: #filePath)
    for _ in 0..<3 { project.deleteLastPathComponent() }
    let path = project.appending(path: ".build/test-tools/bin/python3").path()
    return (try? run(path, ["-c", "import chevron"]))?.status == 0 ? path : nil
  }()

  private static let data = """
    {"a": "1 < 2 & \\"3\\"", "n": 7, "yes": true, "no": false, "none": [], "o": {"a": "inner", "in": {"c": "deep", "l": ["x", "y"]}},
     "l": ["one", "two"], "r": [{"a": "first"}, {"b": "second"}, {"a": "third", "l": ["p", "q"]}], "text": "plain"}
    """
  private static let value: Value = [
    "a": "1 < 2 & \"3\"", "n": 7, "yes": true, "no": false, "none": [],
    "o": ["a": "inner", "in": ["c": "deep", "l": ["x", "y"]]], "l": ["one", "two"],
    "r": [["a": "first"], ["b": "second"], ["a": "third", "l": ["p", "q"]]], "text": "plain",
  ]

  /// A sound template: every section is closed. `depth` is how much further it may nest.
  private func template(_ random: inout SeededGenerator, depth: Int, callsOther: Bool) -> String {
    let names = ["a", "n", "o.a", "o.in.c", "text", "b", "missing", "o.missing", "r.a"]
    let sections = ["yes", "no", "none", "l", "r", "o", "o.in", "o.in.l", "missing", "text"]
    let ends = ["", " ", "\n", "\n", "\r\n", "\n\n", "  \n  "]
    var text = ""
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let name = names.randomElement(using: &random) ?? "a"
      let section = sections.randomElement(using: &random) ?? "yes"
      switch Int.random(in: 0..<12, using: &random) {
      case 0...2: text += "{{\(name)}}"
      case 3: text += "{{{ \(name) }}}"
      case 4: text += "{{& \(name)}}"
      case 5: text += "{{! a comment }}"
      case 6 where callsOther: text += "{{>other}}"
      case 7 where depth > 0:
        text += "{{^\(section)}}" + template(&random, depth: depth - 1, callsOther: callsOther) + "{{/\(section)}}"
      case 8...9 where depth > 0:
        text += "{{#\(section)}}" + template(&random, depth: depth - 1, callsOther: callsOther) + "{{/\(section)}}"
      case 10 where depth > 0: text += "{{#l}}{{.}}, {{/l}}"
      default: text += ["word", "<b>", "é", "{ }", "'", "  "].randomElement(using: &random) ?? ""
      }
      text += ends.randomElement(using: &random) ?? ""
    }
    return text
  }

  @Test("what is filled is filled as by chevron", .enabled(if: python != nil, "chevron is not installed"))
  func agrees() throws {
    var random = SeededGenerator(seed: 11)
    var cases: [(page: String, other: String)] = []
    for _ in 0..<2_000 {
      cases.append(
        (
          template(&random, depth: 3, callsOther: true) + ".",
          (template(&random, depth: 1, callsOther: false) + ".").replacing("\r\n", with: "; ").replacing(
            "\n", with: "; ")
        ))
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "shelfmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let encoder = JSONEncoder()
    let data = Self.data.replacing("\n", with: " ")
    let lines = try cases.map { page, other in
      let (page, other) = (try encoder.encode(page), try encoder.encode(other))
      return
        "{\"page\": \(String(decoding: page, as: UTF8.self)), \"other\": \(String(decoding: other, as: UTF8.self)), \"data\": \(data)}\n"
    }
    let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(lines.joined().utf8).write(to: input)
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Differential/render.py")
    try #require(run(Self.python ?? "", [script.path(), input.path(), output.path()], seconds: 600).status == 0)
    let answers = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
    try #require(answers.count == cases.count)
    var differences: [String] = []
    var compared = 0
    for ((page, other), answer) in zip(cases, answers) {
      let expected = try JSONDecoder().decode(String.self, from: Data(answer.utf8))
      if expected.hasPrefix("failed: ") { continue }
      compared += 1
      let ours = render(page, Self.value, ["other": other]).replacing("&#39;", with: "'")
      if ours != expected {
        differences.append(
          "\(page.debugDescription) with \(other.debugDescription): \(ours.debugDescription), by chevron \(expected.debugDescription)"
        )
      }
    }
    #expect(compared > 1_900)
    expectNone(differences.sorted { $0.count < $1.count })
  }
}
