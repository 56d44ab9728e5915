import Foundation
import TestSupport
import Testing

/// Debian's package cmark-gfm: the same library's own program.
private let program = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm", "/opt/homebrew/bin/cmark-gfm"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

@Suite("Markdown: the cmark-gfm program", .enabled(if: program != nil, "cmark-gfm is not installed"))
struct CmarkProgramTests {
  private func reference(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program))
    process.arguments =
      ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["-e", $0] } + ["--validate-utf8"]
    let input = FileManager.default.temporaryDirectory.appendingPathComponent("shelfmark-\(UUID().uuidString).md")
    try Data(text.utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    process.arguments?.append(input.path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test("what we do not change is byte for byte the same, on texts of the specification's kind")
  func examples() throws {
    let examples = [
      "\tfoo\tbaz\t\tbim", "- foo\n\n\tbar", ">\t\tfoo", "- `one\n- two`", "* * *\n- - -\n___",
      "# foo\n####### foo\n#5 bolt\n# foo \\#\n### foo ###",
      "Foo\nbar\n===\n\nFoo *bar\nbaz*\n---\n- foo\n---", "    a\n    b\n\n      c",
      "```\n<\n >\n```\n~~~~  ruby startline=3 $%@#$\ndef\n~~~~~~~",
      "<table><tr><td>\n<pre>\n**Hello**,\n\n_world_.\n</pre>",
      "<!-- Foo\n\nbar -->\nokay", "[foo]: /url \"title\"\n\n[foo]",
      "[Foo*bar\\]]:my_(url) 'title (with parens)'\n\n[Foo*bar\\]]", "[foo]: <bar>(baz)\n\n[foo]",
      "> # Foo\n> bar\n> baz\nlazy", "> ```\nfoo\n```",
      "1.  A paragraph\n    with two lines.\n\n        indented code\n\n    > A block quote.", "- foo\n-\n- bar",
      "10) foo\n    - bar", "- a\n - b\n  - c\n   - d\n    - e", "* a\n  > b\n  >\n* c", "1. a\n\n2. b\n3) c",
      "\\!\\\"\\#\\$\\%\\&\\'\\(\\)\\*\\+\\,\\-\\.\\/\\:\\;\\<\\=\\>\\?\\@\\[\\\\\\]\\^\\_\\`\\{\\|\\}\\~",
      "&nbsp; &amp; &copy; &AElig; &#35; &#1234; &#0; &nbsp &x; &#87654321;", "`` foo ` bar ``", "` `` `",
      "`foo\\`bar`", "*foo bar* a * foo* a*\"foo\"*",
      "_foo_bar_baz_ __foo, __bar__, baz__", "*foo**bar**baz* **foo*bar***", "***foo** bar* *foo __bar *baz bim__ bam*",
      "[link](/uri \"title\") [link](</my uri>) [a](<b)c>) [link](foo\\)\\:)", "[link](/url \"title \\\"&quot;\")",
      "[foo *bar [baz][ref]*][ref]\n\n[ref]: /uri", "[ foo\n]: /url\n\n[foo] [foo][] [Foo]",
      "![foo *bar*][]\n\n[foo *bar*]: train.jpg \"train & tracks\"",
      "<http://foo.bar.baz/test?q=hello&id=22&boolean> <MADE-UP-SCHEME://x,y>",
      "<foo@bar.example.com> <http://foo.bar/baz bim>",
      "<a><bab><c2c> <33> <a h*#ref=\"hi\"> <![CDATA[>&<]]> foo <?php echo $a; ?>", "foo  \nbar\\\nbaz\n   qux",
      "| foo | bar |\n| --- | --- |\n| baz | bim |", "| abc | defghi |\n:-: | -----------:\nbar | baz\n> bar",
      "| f\\|oo  |\n| ------ |\n| b `\\|` az |",
      "| abc | def |\n| --- |\n| bar |", "| a | b |\n|---|---|\n| c |\n| d | e | f |\n\nbar",
      "- [ ] foo\n- [x] bar\n  - [X] baz", "~~Hi~~ Hello, ~there~ world! ~~~no~~~ ~~a\n\nb~~",
      "www.commonmark.org/help. www.google.com/search?q=(business))+ok",
      "http://commonmark.org (Visit https://encrypted.google.com/search?q=Markup+(business)) ftp://foo.bar.baz",
      "foo@bar.baz hello@mail+xyz.example a.b-c_d@a.b. a.b-c_d@a.b-", "www.xxx.yyy._zzz www.a_b.c https://a_b.c/d~~e~~",
      "text\n| a |\n|---|\n| b |",
      "[a](javascript:x) [b](data:image/png,x) ![c](VBScript:x) <file:///x>", "\u{FEFF}# bom", "a\0b", "a\r\nb\rc",
      "[x](y \"z\n\") [q]:", "|a|b|\n|:-|-:|\n|~~c~~|`d`|", "1. a\n   1. b\n\n      c\n2. d", "***\n**\n__a__",
      "<details>\n\n*a*\n</details>",
    ]
    for example in examples { #expect(unchangedHTML(example) == (try reference(example)), "\(example)") }
  }

  @Test("what we do not change is the same on texts put together at random", arguments: 0..<4)
  func random(part: Int) throws {
    var generator = SeededGenerator(seed: UInt64(part) + 100)
    for _ in 0..<60 {
      let text = randomText(&generator, pieces: 120)
      // The program takes a "[x]" anywhere on a task's line for its tick.
      let expected = try reference(text).replacing("checked=\"\" ", with: "")
      #expect(unchangedHTML(text).replacing("checked=\"\" ", with: "") == expected, "\(text.debugDescription)")
    }
  }

  @Test("plain texts between marks are the same, whatever the marks make of them", arguments: 0..<4)
  func plainTexts(part: Int) throws {
    let pieces = [
      "plain words", "plain words", "words, \"so\"", "école", "x", "(", ") ", ".", "'", " ", " ", " ", "*", "**", "_",
      "__", "`", "``", "***", "é", "1", "\u{2014}", "a", "*plain words*", "`plain words`", "**plain words** ",
    ]
    let ends = ["", "", "", "\n", "plain\n", "---\n", "- ", "> "]
    var generator = SeededGenerator(seed: UInt64(part) + 900)
    for _ in 0..<150 {
      var text = ""
      for _ in 0..<6 {
        for _ in 0..<Int.random(in: 1...12, using: &generator) { text += pieces.randomElement(using: &generator) ?? "" }
        text += "\n" + (ends.randomElement(using: &generator) ?? "")
      }
      #expect(unchangedHTML(text) == (try reference(text)), "\(text.debugDescription)")
    }
  }

  @Test("a table without formatting is the same, whatever stands around it and in it", arguments: 0..<4)
  func plainTables(part: Int) throws {
    let rows = ["| plain | words |", "| plain | words |  ", "|a|b|", "| a |  |", "| \"é\" | x > y |", "| - | : |"]
    let rules = [
      "| --- | --- |", "|:-|-:|", "| :-: | --- |", "|---|", "| --- |:", "--- | ---", "| - - | - |", "|-|-|-|",
    ]
    let oddRows = [
      "| a | b | c |", "| *a* | b |", "| a", "a | b |", "||", "|||", "| |", "  | a | b |", "| www.a.example | b |",
      "| a \\| b | c |", "|",
    ]
    let others = [
      "some text", "- an item", "> quote", "# heading", "<div>", "    code", "```", "===", "---", " ", "", "", "", "",
    ]
    var generator = SeededGenerator(seed: UInt64(part) + 1_300)
    func lines(_ kinds: [[String]], _ counts: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: counts, using: &generator)).map { _ in
        kinds.randomElement(using: &generator)?.randomElement(using: &generator) ?? ""
      }
    }
    for _ in 0..<150 {
      let tables = (0..<3).flatMap { _ in
        lines([others], 0...2) + lines([rows, rows, rows, oddRows], 1...1)
          + lines([Array(rules[..<3]), rules], 1...1) + lines([rows, rows, oddRows, others], 0...4)
      }
      let text = tables.map { $0 + (["\n", "\n", "\n", "\r", "\r\n"].randomElement(using: &generator) ?? "") }.joined()
      #expect(unchangedHTML(text) == (try reference(text)), "\(text.debugDescription)")
    }
  }

  @Test("a line without formatting is the same, whatever stands around it", arguments: 0..<4)
  func plainLines(part: Int) throws {
    let lines = [
      "Plain words", "plain words: \"so\" (and) it's 50 % of w ", "Straße, x;  ", "", "", "", "", " ", "- an item",
      "- an item",
      "- with *marks*", "+ plus", "* star", "1. one", "2. two", "2) other", "7. seven", "-", "1.", "  indented",
      "    further",
      "  - inner", "   1. inner", "> quoted", "> - quoted", ">", "# Heading", "## Heading \"of\" ", "### 1. Heading #",
      "#Heading", "####### Heading", "#  ", "  ## Head", "- # Head", "---", "===", "```",
      "~~~ swift", "  ```", "- ```", "> ```", "    ```", "| a | b |", "|---|---|", "| c |", "a | b", ":-", "<div>",
      "</div>",
      "<!-- c", "-->", "see www.a.example", "http://a.example", "me@a.example", "a &amp; b", "a \\", "\ttab", "-\ttab",
      "-      far", "wide\ttab", "odd\r", "end  ", "- [ ] task", "wow!", "![x](y)", "`a", "b` c",
    ]
    var generator = SeededGenerator(seed: UInt64(part) + 500)
    for _ in 0..<100 {
      let count = Int.random(in: 1...40, using: &generator)
      let text = (0..<count).map { _ in lines.randomElement(using: &generator) ?? "" }.joined(separator: "\n")
      #expect(unchangedHTML(text) == (try reference(text)), "\(text.debugDescription)")
    }
  }
}
