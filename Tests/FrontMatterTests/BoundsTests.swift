// Where the labels above a text begin and end.

import Diagnostics
import FrontMatter
import Testing
import TestSupport

@Suite("Labels above a text")
struct BoundsTests {
  @Test(
    "the text starts right below the closing dashes",
    arguments: [
      ("---\na: b\n---\n▲body\n", "{a: 'b'}"), ("---\r\na: b\r\n---\r\n▲body", "{a: 'b'}"),
      ("---\ra: b\r---\r▲body", "{a: 'b'}"),
      ("\u{FEFF}---\na: b\n---\n▲body\n", "{a: 'b'}"), ("---  \na: b\n---\t\n▲\n---\nbody\n", "{a: 'b'}"),
      ("---\na: b\n---▲", "{a: 'b'}"),
      ("---\n---\n▲body", "{}"), ("---\na: |\n  b\n  ---\n  c\n---\n▲body", "{a: 'b\\u{A}---\\u{A}c\\u{A}'}"),
      ("---\na: \"b\n ---\n c\"\n---\n▲body", "{a: 'b --- c'}"), ("---\na: ---b\n---\n▲body", "{a: '---b'}"),
    ])
  func body(marked: String, expected: String) throws {
    let sample = MarkedText(marked)
    let (labels, bodyStart, problems) = read(sample.text)
    #expect(try tree(#require(labels)) == expected)
    #expect(bodyStart == sample.offsets[0])
    #expect(problems.map(\.message) == [])
  }

  @Test(
    "a file without labels is all text",
    arguments: [
      "", "▲body\n", "▲# A heading\n\n---\n\nmore\n", "\n\n▲text\n", "\u{FEFF}▲text", "Note: a heading\n---\n",
      "▲\n---\n\nA text below a rule: yes\n",
      "----\n\ntext\n", "+++\ntitle = \"x\"\n+++\n", "--- text\n", "--\n",
    ])
  func none(marked: String) {
    let sample = MarkedText(marked)
    let (labels, bodyStart, problems) = read(sample.text)
    #expect(labels == nil)
    #expect(bodyStart == (sample.text.utf8.starts(with: "\u{FEFF}".utf8) ? 3 : 0))
    #expect(problems.map(\.message) == [])
  }

  @Test(
    "dashes that are missing or wrong are reported, and the labels are read all the same",
    arguments: [
      (
        "▲---▲\ntitle: a\nb: [c,\n  d]\n▲\n# Heading\n", "the labels that start here are never closed",
        "write '---' on a line of its own above line 5", "{title: 'a', b: ['c', 'd']}"
      ),
      (
        "▲---▲\ntitle: a\n▲", "the labels that start here are never closed",
        "write '---' on a line below the last label", "{title: 'a'}"
      ),
      (
        "---\ntitle: a\n▲----▲\n▲body\n", "labels stand between lines of exactly three dashes",
        "write '---' at the very start of the line", "{title: 'a'}"
      ),
      (
        "---\ntitle: a\n▲—-▲\n▲body\n", "labels stand between lines of exactly three dashes",
        "write '---' at the very start of the line", "{title: 'a'}"
      ),
      (
        "---\ntitle: a\n▲...▲\n▲body\n", "labels end with three dashes, not dots", "write '---' instead of '...'",
        "{title: 'a'}"
      ),
      (
        "\n▲---▲\ntitle: a\n---\n▲body\n", "labels start on the very first line of a file",
        "delete what stands before '---'", "{title: 'a'}"
      ),
      (
        "▲--▲\ntitle: a\n---\n▲body\n", "labels stand between lines of exactly three dashes",
        "write '---' at the very start of the line", "{title: 'a'}"
      ),
      (
        "▲title: a▲\ntype: b\n---\n▲body\n", "the line '---' above the labels is missing",
        "write '---' on a line of its own above this line", "{title: 'a', type: 'b'}"
      ),
      (
        "---\ntitle: a\n\n▲▲Some▲ text.\n\nMore: or less\n\n---\n\nrest\n",
        "the line '---' that ends the labels is missing above this line", "write '---' on a line of its own above it",
        "{title: 'a'}"
      ),
      (
        "---\ntitle: a\n--- ▲now▲\n▲body\n", "nothing may stand beside '---'", "move it to the line below",
        "{title: 'a'}"
      ),
    ])
  func mistakes(marked: String, message: String, help: String, expected: String) throws {
    // Two marks around the place; the body's start is the mark that is left, if any.
    let sample = MarkedText(marked)
    let (labels, bodyStart, problems) = read(sample.text)
    #expect(problems.map(\.message) == [message])
    #expect(problems.map(\.help) == [help])
    #expect(try tree(#require(labels)) == expected)
    let range = try #require(problems.first?.range)
    #expect(sample.offsets.contains(Int(range.lower)))
    #expect(sample.offsets.contains(Int(range.upper)))
    #expect(sample.offsets.contains(bodyStart))
  }

  private func read(_ text: String) -> (labels: Labels?, bodyStart: Int, problems: [Problem]) {
    var report = Problems()
    let (labels, bodyStart) = Labels.inFrontMatter(of: Array(text.utf8), file: "a.md", report: &report)
    return (labels, bodyStart, report.sorted())
  }
}
