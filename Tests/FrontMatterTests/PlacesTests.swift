// Every name and value knows where it was written, and a text can be written back.

import Diagnostics
import FrontMatter
import Testing

@Suite("Places of labels")
struct PlacesTests {
  private let text = """
    ---
    title: Über, "x"
    'a b' : 'it''s'
    list: [one, "two", {three: 3}]
    items:
      - four
      - five
        six
    group:
      seven: |
        eight
    nothing:
    ---
    body
    """

  private func readLabels() throws -> Labels {
    var report = Problems()
    let labels = try #require(Labels.inFrontMatter(of: Array(text.utf8), file: "a.md", report: &report).labels)
    #expect(report.isEmpty)
    return labels
  }

  private func written(_ range: ByteRange) -> String {
    String(decoding: Array(text.utf8)[Int(range.lower)..<Int(range.upper)], as: UTF8.self)
  }

  @Test("a range covers a name or a value as it is written, in offsets of the whole file")
  func ranges() throws {
    let labels = try readLabels()
    #expect(labels.entries.map { written($0.nameRange) } == ["title", "'a b'", "list", "items", "group", "nothing"])
    #expect(
      labels.entries.map { written($0.value.range) } == [
        "Über, \"x\"", "'it''s'", "[one, \"two\", {three: 3}]", "- four\n  - five\n    six", "seven: |\n    eight", "",
      ])
    guard case .list(let flow) = labels["list"]?.value.content, case .list(let items) = labels["items"]?.value.content
    else {
      Issue.record("expected two lists")
      return
    }
    #expect(flow.map { written($0.range) } == ["one", "\"two\"", "{three: 3}"])
    #expect(items.map { written($0.range) } == ["four", "five\n    six"])
    #expect(labels["nothing"]?.value.range.lower == UInt32(text.utf8.count - "\n---\nbody".utf8.count))
  }

  @Test("a part of a text has its exact place where it is written as it reads, and else the whole value's")
  func parts() throws {
    let labels = try readLabels()
    let title = try #require(labels["title"]?.value)
    #expect(written(title.range(ofTextBytes: 7..<10)) == "\"x\"")
    guard case .list(let items) = labels["list"]?.value.content else {
      Issue.record("expected a list")
      return
    }
    #expect(written(items[1].range(ofTextBytes: 1..<3)) == "wo")
    let escaped = try #require(labels["a b"]?.value)
    #expect(written(escaped.range(ofTextBytes: 0..<2)) == "'it''s'")
    #expect(written(escaped.range(ofTextBytes: 2..<90)) == "'it''s'")
  }

  @Test(
    "a text is written so that it is read as the same text",
    arguments: [
      "plain", "Don't panic", "a: b", "a #b", "#a", "- a", "", "null", "~", " a", "a ", "a:", "\"x\"", "it's \"x\"",
      "[a]", "{{a}}, b",
      "a, b", "a\nb", "tab\there", "\u{7}\u{85}\u{A0}\u{2028}\u{FEFF}", "back\\slash", "“a”", "@a", "50 %", "a\\\nb",
      "é 日本 😀", "---", "?", "a\r\nb",
    ])
  func roundTrip(text: String) {
    for place in [LabelText.Place.line, .brackets] {
      let written = LabelText.written(text, in: place)
      var report = Problems()
      let line = place == .line ? "a: \(written)\n" : "a: [\(written), {b: \(written)}]\n"
      let labels = Labels.inWholeFile(of: Array(line.utf8), file: "f", report: &report)
      #expect(report.all.map(\.message) == [], "\(line)")
      let value = labels["a"]?.value
      if place == .line {
        #expect(value?.text == text)
      } else if case .list(let items) = value?.content {
        #expect(items.first?.text == text)
        guard case .group(let group) = items.last?.content else { continue }
        #expect(group["b"]?.value.text == text)
      } else {
        Issue.record("expected a list: \(line)")
      }
    }
  }

  @Test(
    "a text without need of quotes is written without",
    arguments: ["plain", "Don't panic", "a@b.example", "C# guide", "10:30"])
  func bare(text: String) { #expect(LabelText.written(text, in: .line) == text) }
}
