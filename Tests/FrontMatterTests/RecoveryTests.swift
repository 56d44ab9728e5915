// One run reports all mistakes of a file, and reads what can be read.

import Diagnostics
import FrontMatter
import TestSupport
import Testing

@Suite("Labels with several mistakes")
struct RecoveryTests {
  @Test(
    "every mistake is reported at its place, and the rest is read",
    arguments: [
      (
        """
        title: ROI▲: the sheet
        type▲:one-pager
        personas: ▲[cfo, it-director
        stages:
          - awareness
           ▲- decision
          ▲consideration
        summary: ▲"A text
        say: 'It'▲s here'
        owner: ▲@ana
        ▲\tlang: en
          ▲extra: 1
        crm_values:
            lead: [a, {b: 1, ▲e}]
          ▲opp: x
        ▲title: again
        keywords: [a▲: b, "c" ▲d, ▲, ▲*e, f]
        files:
        - "a ▲\\d b"
        - {label▲:x, path: y}
        ▲types
          case: 1
        ▲foo bar
        end: here

        """,
        "{title: unreadable, type: 'one-pager', personas: unreadable, stages: ['awareness', 'decision'], "
          + "summary: unreadable, say: unreadable, owner: unreadable, lang: 'en', extra: '1', "
          + "crm_values: {lead: ['a', {b: '1'}], opp: 'x'}, keywords: [unreadable, unreadable, unreadable, 'f'], "
          + "files: [unreadable, {path: 'y'}], types: {case: '1'}, end: 'here'}"
      ),
      ("a: [b, ▲@c, ▲*d]\nb: [▲?b, ▲:c]\n", "{a: ['b', unreadable, unreadable], b: [unreadable, unreadable]}"),
      ("▲? a\n▲: b\nc: d\n", "{c: 'd'}"), ("a: \"C:▲\\Users▲\\x\"\nb: c\n", "{a: unreadable, b: 'c'}"),
      ("▲- a: ▲@b\n- c\nd: e\n", "{d: 'e'}"),
      ("a:\n  - b: ▲*c\n    d▲:e\n  - f: 1\n", "{a: [{b: unreadable, d: 'e'}, {f: '1'}]}"),
      ("▲%a\n▲%b\n---\nc▲:d\n▲---\ne: ▲@f\n", "{c: 'd', e: unreadable}"),
      ("a: ▲> b\n  c: d\ne: ▲{{f}}\ng: h\n", "{a: unreadable, e: unreadable, g: 'h'}"),
    ])
  func recovers(marked: String, expected: String) {
    let sample = MarkedText(marked)
    let (tree, problems) = read(sample.text)
    #expect(problems.map { Int($0.range.lower) } == sample.offsets)
    #expect(tree == expected)
  }

  @Test("a line that is lost leaves its group marked, so that nothing is called missing there")
  func marksGroups() {
    var report = Problems()
    let labels = Labels.inWholeFile(of: Array("a: {b}\nc:\n  d e\n  f: g\nh: i\n".utf8), file: "f", report: &report)
    #expect(labels.isWhole)
    guard case .group(let a) = labels["a"]?.value.content else {
      Issue.record("expected a group")
      return
    }
    #expect(!a.isWhole)
    let lost = Labels.inWholeFile(of: Array("a: b\nc d\n".utf8), file: "f", report: &report)
    #expect(!lost.isWhole)
  }
}
