// Random templates and data from a fixed seed: whatever is written, nothing crashes, hangs, or comes out twice
// differently.

import Diagnostics
import Mustache
import TestSupport
import Testing

@Suite("Random templates")
struct FuzzTests {
  private static let pieces = [
    "{{a}}", "{{{b}}}", "{{&c.d}}", "{{#a}}", "{{^a}}", "{{/a}}", "{{#list}}", "{{/list}}", "{{>other}}",
    "  {{>page}}\n",
    "{{<other}}", "{{/other}}", "{{$x}}", "{{/x}}", "{{$y}}\n", "{{/y}}\n", "{{>*c.d}}", "{{<*name}}", "{{/*name}}",
    "{{.}}",
    "{{!", "}}", "{{", "{{{", "=", "{{=| |=}}", "|a|", "|={{ }}=|", "\n", "\r\n", "  ", "text", "é", "\u{FEFF}",
    "{{#.}}",
    "{{/.}}", "{{..}}", "{{ }}", "\t", "{{#c}}", "{{/c}}", "'\"<>&",
  ]

  @Test("random pieces and damaged bytes are read and rendered, twice alike", arguments: [1, 2, 3, 4])
  func survives(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let value: Value = [
      "a": "1<2", "b": .html([60]), "c": ["d": "other", "a": 7], "list": [1, [2, [:]], ["a": "in"], nil],
      "name": "page",
    ]
    var limits = RenderLimits()
    limits.work = 20_000
    limits.output = 200_000
    for _ in 0..<600 {
      let sources = ["page", "other"].map { name in
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0..<25, using: &random) {
          bytes += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)].utf8
        }
        for _ in 0..<Int.random(in: 0..<3, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes.remove(at: place)
          case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
          default: bytes.removeLast(bytes.count - place)
          }
        }
        return TemplateSource(name: name, bytes: bytes, file: name)
      }
      var outputs: [[UInt8]] = []
      var messages: [[String]] = []
      for _ in 0..<2 {
        var problems = Problems()
        let templates = TemplateSet(sources, report: &problems)
        var output: [UInt8] = []
        _ = templates.render("page", value, into: &output, limits: limits)
        outputs.append(output)
        messages.append(problems.sorted().map(\.message))
        for problem in problems.all {
          let size = sources.first { $0.file == problem.file }?.bytes.count ?? 0
          #expect(problem.range.lower <= problem.range.upper && Int(problem.range.upper) <= size)
        }
      }
      #expect(outputs[0] == outputs[1])
      #expect(messages[0] == messages[1])
    }
  }

  @Test("text without a tag comes out as it went in", arguments: [5, 6])
  func passesText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        UInt8.random(in: 0..<UInt8(ascii: "{"), using: &random)
      }
      var problems = Problems()
      let templates = TemplateSet([TemplateSource(name: "page", bytes: bytes, file: "page")], report: &problems)
      var output: [UInt8] = []
      _ = templates.render("page", [:], into: &output)
      #expect(output == bytes)
      #expect(problems.isEmpty)
    }
  }
}
