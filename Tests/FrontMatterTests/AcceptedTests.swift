// Every construct that is read, with what it means in YAML 1.2.

import Diagnostics
import FrontMatter
import Testing

@Suite("Labels that are read")
struct AcceptedTests {
  @Test(
    "names and values are read in the order in which they are written",
    arguments: [
      ("", "{}"), ("\n\n# nothing\n", "{}"), ("title: a\n", "{title: 'a'}"), ("title: a", "{title: 'a'}"),
      ("a: 1\nb: 2\n", "{a: '1', b: '2'}"), ("  a: 1\n  b: 2\n", "{a: '1', b: '2'}"),
      ("a: x\n\n\n# c\n   # d\nb: y # e\n", "{a: 'x', b: 'y'}"), ("a : x\n", "{a: 'x'}"), ("a:   x   \n", "{a: 'x'}"),
      ("two words: x\n", "{two words: 'x'}"), ("\"a: b\": x\n'it''s' : y\n", "{a: b: 'x', it\\u{27}s: 'y'}"),
      ("-a: x\n?b: y\n:c: z\n", "{-a: 'x', ?b: 'y', :c: 'z'}"), ("a:b: c\n", "{a:b: 'c'}"),
      ("null: x\n", "{null: 'x'}"),
      ("a:\tx\n", "{a: 'x'}"), ("é: ü\n", "{\\u{E9}: '\\u{FC}'}"),
    ])
  func names(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "nothing, '~' and 'null' without quotes mean that a value is absent",
    arguments: [
      ("a:\n", "{a: nothing}"), ("a: \nb:", "{a: nothing, b: nothing}"), ("a: ~\n", "{a: nothing}"),
      ("a: null\nb: Null\nc: NULL\n", "{a: nothing, b: nothing, c: nothing}"), ("a: nULL\n", "{a: 'nULL'}"),
      ("a: 'null'\nb: \"\"\n", "{a: 'null', b: ''}"), ("a: # later\n", "{a: nothing}"),
      ("a:\n\n  # later\nb: x\n", "{a: nothing, b: 'x'}"),
      ("a: [~, null, '', x]\n", "{a: [nothing, nothing, '', 'x']}"),
      ("a:\n-\n- x\n-\n", "{a: [nothing, 'x', nothing]}"),
      ("a: {b: , c: ~}\n", "{a: {b: nothing, c: nothing}}"), ("a: null and void\n", "{a: 'null and void'}"),
    ])
  func absent(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "a text without quotes is what stands there, whatever it looks like",
    arguments: [
      ("a: no\nb: 1.10\nc: 2026-03-01\nd: 0x1F\n", "{a: 'no', b: '1.10', c: '2026-03-01', d: '0x1F'}"),
      ("a: Don't panic\n", "{a: 'Don\\u{27}t panic'}"), ("a: say \"yes\"\n", "{a: 'say \\u{22}yes\\u{22}'}"),
      ("a: https://x.example:80/?q=1&r=[2]#top\n", "{a: 'https://x.example:80/?q=1&r=[2]#top'}"),
      ("a: C# guide\n", "{a: 'C# guide'}"),
      ("a: 10:30, {not} [brackets]\n", "{a: '10:30, {not} [brackets]'}"),
      ("a: Hello {{first_name}}\n", "{a: 'Hello {{first_name}}'}"),
      ("a: -5 %\nb: ?what\nc: :smile:x\n", "{a: '-5 %', b: '?what', c: ':smile:x'}"), ("a: x # y\n", "{a: 'x'}"),
      ("a: x ## y\nb: x #\n", "{a: 'x', b: 'x'}"), ("a: x\\n\n", "{a: 'x\\u{5C}n'}"),
      ("a: a@b.example, 50 %, R&D!\n", "{a: 'a@b.example, 50 %, R&D!'}"),
      ("a: x\tz\n", "{a: 'x\\u{9}z'}"),
      ("a: “Yes” is not “no”\n", "{a: '\\u{201C}Yes\\u{201D} is not \\u{201C}no\\u{201D}'}"),
    ])
  func plain(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "a text goes on over indented lines, and an empty line is a line break",
    arguments: [
      ("a: b\n  c\n", "{a: 'b c'}"), ("a: b\n c  \n   d\ne: f\n", "{a: 'b c d', e: 'f'}"),
      ("a: b\n\n  c\n", "{a: 'b\\u{A}c'}"),
      ("a: b\n\n \n\n  c\n", "{a: 'b\\u{A}\\u{A}\\u{A}c'}"), ("a:\n  b\n  c\n", "{a: 'b c'}"),
      ("a:\n    b\n  c\n", "{a: 'b c'}"),
      ("a: b\n  \"c\" [d\n", "{a: 'b \\u{22}c\\u{22} [d'}"), ("a:\n  - b\n    c\n  - d\n", "{a: ['b c', 'd']}"),
      ("a: null\n  b\n", "{a: 'null b'}"),
      ("a: b\n  \tc\n", "{a: 'b c'}"), ("a: b\n\n\nc: d\n", "{a: 'b', c: 'd'}"),
      ("a: b\n  -c\n  d:e\n", "{a: 'b -c d:e'}"),
    ])
  func plainLines(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "quotes hold anything, and a quote within single quotes is written twice",
    arguments: [
      ("a: 'b: c # d'\n", "{a: 'b: c # d'}"), ("a: 'it''s'\n", "{a: 'it\\u{27}s'}"), ("a: ''''\n", "{a: '\\u{27}'}"),
      ("a: ' b '\n", "{a: ' b '}"),
      ("a: 'x\\n'\n", "{a: 'x\\u{5C}n'}"), ("a: \"[x], {y}\" # z\n", "{a: '[x], {y}'}"),
      ("a: 'b\n  c\n\n  d'\n", "{a: 'b c\\u{A}d'}"),
      ("a: 'b  \n   c '\n", "{a: 'b c '}"), ("a: ' \n b'\n", "{a: ' b'}"), ("a:\n  'b'\n", "{a: 'b'}"),
      ("a: 'b\n  '\n", "{a: 'b '}"),
      ("a: \"b\n\n\n  c\"\n", "{a: 'b\\u{A}\\u{A}c'}"), ("a: 'x'   \n", "{a: 'x'}"),
      ("a: \"b\n  # c\"\n", "{a: 'b # c'}"),
    ])
  func quoted(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "every escape within double quotes is understood",
    arguments: [
      (#"\0\a\b\t\n\v\f\r\e"#, #"\u{0}\u{7}\u{8}\u{9}\u{A}\u{B}\u{C}\u{D}\u{1B}"#),
      (#"\"\/\\\ x"#, #"\u{22}/\u{5C} x"#), (#"\N\_\L\P"#, #"\u{85}\u{A0}\u{2028}\u{2029}"#),
      (#"\x41\u20ac\U0001F600"#, #"A\u{20AC}\u{1F600}"#), ("\\\tx", #"\u{9}x"#), ("a\\\n   b", "ab"),
      ("a \\\n   b", "a b"),
      ("a\\\n\n   b", #"a\u{A}b"#), ("a\\\n  \\ b", "a b"), ("a\\t \n  b", #"a\u{9} b"#), ("a\\ \n  b", "a  b"),
    ])
  func escapes(inner: String, expected: String) { expectTree("a: \"\(inner)\"\n", "{a: '\(expected)'}") }

  @Test(
    "a list has its items in brackets, or below with dashes",
    arguments: [
      ("a: [b, c]\n", "{a: ['b', 'c']}"), ("a: [b,c]\n", "{a: ['b', 'c']}"), ("a: [ b , c , ]\n", "{a: ['b', 'c']}"),
      ("a: []\n", "{a: []}"),
      ("a:\n- b\n- c\nd: e\n", "{a: ['b', 'c'], d: 'e'}"), ("a:\n  - b\n  - c\nd: e\n", "{a: ['b', 'c'], d: 'e'}"),
      ("a:\n  # one\n  - b\n\n  # two\n  - c # three\n", "{a: ['b', 'c']}"),
      ("a:\n- - b\n  - c\n- - d\n", "{a: [['b', 'c'], ['d']]}"),
      ("a: [[b, c], [], [[d]]]\n", "{a: [['b', 'c'], [], [['d']]]}"), ("a: [\"b, c\", 'd']\n", "{a: ['b, c', 'd']}"),
      ("a:\n  [b, c]\n", "{a: ['b', 'c']}"), ("a:\n-\n  b\n-\n  - c\n", "{a: ['b', ['c']]}"),
      ("a:\n-   b\n- c: 1\n  d: 2\n", "{a: ['b', {c: '1', d: '2'}]}"),
      ("a:\n-\tb\n", "{a: ['b']}"), ("a: [-1, b:c, https://d.example]\n", "{a: ['-1', 'b:c', 'https://d.example']}"),
    ])
  func lists(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "brackets go on over indented lines, with comments",
    arguments: [
      ("a: [\n  b,\n  c\n  ]\n", "{a: ['b', 'c']}"), ("a: [b, # one\n  # two\n\n  c]\n", "{a: ['b', 'c']}"),
      ("a: [b\n  c, d]\n", "{a: ['b c', 'd']}"),
      ("a: [b\n\n  c]\n", "{a: ['b\\u{A}c']}"), ("a: {b: 1,\n  c:\n    2}\n", "{a: {b: '1', c: '2'}}"),
      ("a: [\"b\n  c\"]\n", "{a: ['b c']}"),
      ("a:\n  - [b,\n     c]\n  - d\n", "{a: [['b', 'c'], 'd']}"), ("a: [b # c\n  , d]\n", "{a: ['b', 'd']}"),
      ("a: [\n\t\n  b]\n", "{a: ['b']}"),
    ])
  func flowLines(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "a group has its labels in curly brackets, or below and indented",
    arguments: [
      ("a: {b: 1, c: 2}\n", "{a: {b: '1', c: '2'}}"), ("a: {}\n", "{a: {}}"),
      ("a: {\"b\":1, 'c' :2}\n", "{a: {b: '1', c: '2'}}"),
      ("a: {b: [c, {d: e}]}\n", "{a: {b: ['c', {d: 'e'}]}}"),
      ("a:\n  b: 1\n  c:\n    d: 2\ne: 3\n", "{a: {b: '1', c: {d: '2'}}, e: '3'}"),
      ("a:\n b:\n  c: d\n", "{a: {b: {c: 'd'}}}"), ("{a: b, c: [d]}\n", "{a: 'b', c: ['d']}"),
      ("{\na: b\n}\n", "{a: 'b'}"),
      ("a:\n- b: 1\n  c: 2\n- b: 3\n", "{a: [{b: '1', c: '2'}, {b: '3'}]}"),
      ("a:\n-   b: 1\n    c:\n    - d\n", "{a: [{b: '1', c: ['d']}]}"),
      ("a: {b: http://c.example, d: e}\n", "{a: {b: 'http://c.example', d: 'e'}}"),
    ])
  func groups(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "the lines below '|' stay as they are",
    arguments: [
      ("a: |\n  b\n  c\n", "{a: 'b\\u{A}c\\u{A}'}"),
      ("a: |\n  b\n   c\n\n  d\ne: f\n", "{a: 'b\\u{A} c\\u{A}\\u{A}d\\u{A}', e: 'f'}"),
      ("a: |-\n  b\n\n", "{a: 'b'}"), ("a: |+\n  b\n\n\nc: d\n", "{a: 'b\\u{A}\\u{A}\\u{A}', c: 'd'}"),
      ("a: |\n  b\n\n\n", "{a: 'b\\u{A}'}"),
      ("a: |2\n    b\n   c\n", "{a: '  b\\u{A} c\\u{A}'}"), ("a: |1-\n  b\n", "{a: ' b'}"),
      ("a: |-1\n  b\n", "{a: ' b'}"), ("a: | # c\n  b\n", "{a: 'b\\u{A}'}"),
      ("a: |\n\n\n  b\n", "{a: '\\u{A}\\u{A}b\\u{A}'}"), ("a: |\nb: c\n", "{a: '', b: 'c'}"),
      ("a: |+\n\n\nb: c\n", "{a: '\\u{A}\\u{A}', b: 'c'}"),
      ("a: |\n  # b: \"c\n  - [d\n", "{a: '# b: \\u{22}c\\u{A}- [d\\u{A}'}"),
      ("a: |\n  b\n# c\nd: e\n", "{a: 'b\\u{A}', d: 'e'}"),
      ("a: |\n  b\n   \n  c\n", "{a: 'b\\u{A} \\u{A}c\\u{A}'}"), ("a: |\n  \tb\t\n", "{a: '\\u{9}b\\u{9}\\u{A}'}"),
      ("a:\n- |\n b\n- c\n", "{a: ['b\\u{A}', 'c']}"),
      ("a:\n  |\n  b\n", "{a: 'b\\u{A}'}"), ("a:\n  b: |\n   c\n  d: e\n", "{a: {b: 'c\\u{A}', d: 'e'}}"),
      ("a: |\n  ---\n  ...\n", "{a: '---\\u{A}...\\u{A}'}"),
      ("a: |-\n  b", "{a: 'b'}"),
    ])
  func literal(text: String, expected: String) { expectTree(text, expected) }

  @Test(
    "the lines below '>' are joined, but for empty and deeper ones",
    arguments: [
      ("a: >\n  b\n  c\n", "{a: 'b c\\u{A}'}"), ("a: >-\n  b\n  c\n\n  d\n", "{a: 'b c\\u{A}d'}"),
      ("a: >\n  b\n\n\n  c\n", "{a: 'b\\u{A}\\u{A}c\\u{A}'}"),
      ("a: >\n  b\n   c\n   d\n  e\n", "{a: 'b\\u{A} c\\u{A} d\\u{A}e\\u{A}'}"),
      ("a: >\n  b\n\n   c\n\n  d\n", "{a: 'b\\u{A}\\u{A} c\\u{A}\\u{A}d\\u{A}'}"),
      ("a: >+\n  b\n\nc: d\n", "{a: 'b\\u{A}\\u{A}', c: 'd'}"), ("a: >2-\n    b\n  c\n", "{a: '  b\\u{A}c'}"),
      ("a: >\n\n  b\n", "{a: '\\u{A}b\\u{A}'}"),
      ("a: >\n  b  \n  c\n", "{a: 'b   c\\u{A}'}"), ("a: >\n  b: c # d\n", "{a: 'b: c # d\\u{A}'}"),
    ])
  func folded(text: String, expected: String) { expectTree(text, expected) }

  @Test("line ends of any system and a byte order mark change nothing", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(lineEnd: String) {
    let text = "---\na: b\n\n  c\nd: |\n  e\n\n  f\ng: [h,\n  i]\nj: \"k\n  l\"\nm:\n- n # o\n"
    let expected = "{a: 'b\\u{A}c', d: 'e\\u{A}\\u{A}f\\u{A}', g: ['h', 'i'], j: 'k l', m: ['n']}"
    let changed = String(text.flatMap { $0 == "\n" ? Array(lineEnd) : [$0] })
    expectTree(changed, expected)
    expectTree("\u{FEFF}" + changed, expected)
  }

  @Test(
    "a file of labels may start with dashes and end with dots",
    arguments: ["---\na: b\n", "a: b\n...\n", "# c\n\n--- # d\na: b\n... # e\n# f\n"])
  func markers(text: String) { expectTree(text, "{a: 'b'}") }

  private func expectTree(_ text: String, _ expected: String, _ location: SourceLocation = #_sourceLocation) {
    let (tree, problems) = read(text)
    #expect(tree == expected, sourceLocation: location)
    #expect(problems.map(\.message) == [], sourceLocation: location)
  }
}
