// Files that ask for far more than their size: for each kind of Markdown and of labels, what goes deep, wide, unclosed or
// over and over. `count` says how often, so that one shape gives files of several sizes.

enum PathologicalText {
  private static func many(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }

  private static let head = """
    ---
    title: A text that asks for much
    summary: What a file can hold that no person would ever write by hand.
    type: one-pager
    personas: [cfo]
    stages: [decision]
    industries: [manufacturing]
    reviewed: 2026-02-01
    ---

    """

  /// Texts below sound labels; `count` bytes or so.
  static let texts: [(name: String, make: @Sendable (Int) -> String)] = [
    ("quotes in quotes", { many($0 / 2, "> ") + "a\n" }),
    ("quotes, lazily", { many($0 / 4, "> ") + "a\n" + many($0 / 4, "b\n") }),
    ("lists in lists", { many($0 / 2, "- ") + "a\n" }), ("numbered lists in lists", { many($0 / 3, "1. ") + "a\n" }),
    ("lists by indent", { n in (0..<min(n / 10, 2_000)).map { many($0, "  ") + "- a\n" }.joined() }),
    ("lists and blank lines", { many($0 / 4, "* ") + "a\n" + many($0 / 2, "\n") }),
    ("quotes and lists", { many($0 / 4, "> - ") + "a\n" }),
    ("fences in quotes", { many($0 / 6, "> ```\n") }), ("open fences", { many($0 / 5, "```\nx") }),
    ("long fences", { many($0, "`") + "\n" }),
    ("backticks of all lengths", { n in (1...max(2, min(600, n / 300))).map { many($0, "`") + "a" }.joined() }),
    ("brackets", { many($0, "[") }), ("closing brackets", { many($0, "]") }),
    ("brackets in brackets", { many($0 / 2, "[") + many($0 / 2, "]") }),
    ("links in links", { many($0 / 6, "[") + "a" + many($0 / 6, "](b)") }),
    ("images in images", { many($0 / 8, "![") + "a" + many($0 / 8, "](b)") }),
    ("images never closed", { many($0 / 6, "![[]()") }), ("links half open", { many($0 / 4, "[a](") }),
    ("links of angles", { many($0 / 4, "[a](<b") }),
    ("titles half open", { many($0 / 8, "[a](b \"") }), ("parentheses", { "[a](" + many($0, "(") }),
    ("balanced parentheses", { "[a](" + many($0 / 2, "(") + many($0 / 2, ")") }),
    ("one address, often", { "[a]: /" + many($0 / 3, "x") + "\n\n" + many($0 / 6, "[a]") }),
    ("one title, often", { "[a]: /u \"" + many($0 / 3, "x") + "\"\n\n" + many($0 / 6, "[a]") }),
    ("definitions", { n in (0..<n / 12).map { "[a\($0)]: b\n" }.joined() }),
    ("definitions in one paragraph", { "x\n" + many($0 / 7, "[a]: b\n") }),
    ("long names of definitions", { "[" + many($0, "a") + "]: b\n" }),
    ("uses without definition", { many($0 / 4, "[a] ") }),
    ("footnotes", { n in (0..<n / 24).map { "[^\($0)]\n\n[^\($0)]: x\n\n" }.joined() }),
    ("one footnote, often", { many($0 / 5, "[^a] ") + "\n\n[^a]: x" }),
    ("footnotes in footnotes", { many($0 / 6, "[^a]: ") + "x\n\n[^a]" }),
    ("footnotes over lines", { many($0 / 6, "[^\na]") + "\n\n[q]: x" }),
    ("emphasis", { many($0 / 3, "*a ") }), ("emphasis, closed", { many($0 / 3, "*a ") + many($0 / 3, "b* ") }),
    ("strong", { many($0 / 4, "**a ") }),
    ("underscores", { many($0 / 4, "_a _") }), ("stars and underscores", { many($0 / 2, "*_") }),
    ("three at a time", { many($0 / 7, "***a**b ") }),
    ("strikethroughs", { many($0 / 7, "~a ") + many($0 / 7, "a~~ ") }),
    ("emphasis and links", { many($0 / 12, "*a [b](c) ") }),
    ("a wide table", { many($0 / 20, "|a") + "\n" + many($0 / 20, "|-") + "\n" + many($0 / 4, "a\n") }),
    ("wide rows", { many($0 / 514, many(512, "|") + "\n") }),
    ("pipes", { many($0, "|") }), ("rules of tables", { many($0 / 10, "-|-\n-|-|-\n") }),
    ("escaped pipes", { "|a|\n|-|\n|" + many($0 / 2, "\\|") }),
    ("tables in lists", { many(40, "- ") + "a|b\n" + many(40, "  ") + "-|-\n" + many($0 / 4, "c|d\n") }),
    ("a long table", { "|a|b|\n|-|-|\n" + many($0 / 8, "|c|d|\n") }),
    ("instructions", { "a " + many($0 / 2, "<?") }), ("declarations", { "a " + many($0 / 4, "<!A ") }),
    ("data", { "a " + many($0 / 9, "<![CDATA[") }),
    ("comments", { "a " + many($0 / 4, "<!--") }), ("tags", { many($0 / 3, "<a ") }),
    ("attributes", { "<a" + many($0 / 4, " b=c") }), ("raw tags", { "a " + many($0 / 4, "<b> ") }),
    ("blocks of HTML", { many($0 / 6, "<div>\n") }), ("addresses", { many($0 / 16, "https://a.example ") }),
    ("addresses' ends", { "http://a.b/" + many($0, ")") }),
    ("www", { many($0 / 5, "_www.") }), ("at signs", { many($0 / 2, "a@") }),
    ("mail addresses", { many($0 / 8, "a@b.cc ") }), ("angles", { many($0, "<") }),
    ("entities", { many($0 / 2, "&a") }), ("long entities", { many($0 / 12, "&aaaaaaaaaa;") }),
    ("numbers as characters", { many($0 / 8, "&#1234;&") }), ("backslashes", { many($0, "\\") }),
    ("headings", { many($0 / 4, "# a\n") }), ("long headings", { "# " + many($0, "a ") + "\n" }),
    ("underlined headings", { many($0 / 4, "a\n=\n") }), ("a paragraph underlined", { many($0 / 2, "a\n") + "===\n" }),
    ("rules", { many($0 / 4, "---\n") }), ("tasks", { many($0 / 8, "- [ ] a\n") }), ("one line", { many($0, "x") }),
    ("one word a line", { many($0 / 2, "x\n") }), ("blank lines", { many($0, "\n") }),
    ("blanks", { many($0, " ") + "a" }), ("tabs", { many($0, "\t") + "a" }), ("carriage returns", { many($0, "\r") }),
    ("nothing but zero bytes", { many($0, "\0") }),
    ("marks on one letter", { "e" + many($0 / 2, "\u{301}") }), ("turned around", { many($0 / 3, "\u{202E}") }),
    ("four bytes each", { many($0 / 4, "\u{1F600}") }), ("joined faces", { many($0 / 7, "\u{1F469}\u{200D}") }),
  ]

  /// What stands between the lines of dashes.
  static let labels: [(name: String, make: @Sendable (Int) -> String)] = [
    ("lists in a list", { "keywords: " + many($0, "[") }), ("groups in a group", { "x-a: " + many($0 / 4, "{a: ") }),
    ("lists by dashes", { "x-a:\n" + many($0 / 2, "- ") + "b" }),
    ("groups by indent", { n in (0..<min(2_000, n / 20)).map { many($0, " ") + "a:\n" }.joined() }),
    ("a quote never closed", { "title: \"" + many($0, "a ") }),
    ("a quote over lines", { "title: \"" + many($0 / 3, "a\n  ") }),
    ("text in many lines", { "say: |\n" + many($0 / 4, "  a\n") }),
    ("folded text", { "say: >\n" + many($0 / 4, "  a\n") }),
    ("names twice", { many($0 / 5, "a: b\n") }), ("unknown names", { n in (0..<n / 9).map { "a\($0): b\n" }.joined() }),
    ("colons", { "title: " + many($0 / 2, "a:") }), ("commas", { "keywords: [" + many($0, ",") + "]" }),
    ("entries", { "keywords: [" + many($0 / 3, "a, ") + "]" }),
    ("old names", { n in "aliases: [" + (0..<n / 6).map { "a\($0)" }.joined(separator: ",") + "]" }),
    ("personas", { "personas: [" + many($0 / 5, "cfo, ") + "cfo]" }),
    ("wrong personas", { n in "personas: [" + (0..<n / 8).map { "cfa\($0)" }.joined(separator: ", ") + "]" }),
    ("escapes", { "title: \"" + many($0 / 6, "\\u00e9") + "\"" }), ("tabs", { many($0 / 4, "\ta:\n") }),
    ("comments", { many($0 / 4, "# a\n") }), ("one long name", { many($0, "a") + ": b" }),
    ("dates", { "reviewed: " + many($0, "2") }), ("a title without end", { "title: " + many($0, "a") }),
    ("words without colon", { many($0 / 2, "a\n") }), ("anchors", { many($0 / 8, "&a *a: b\n") }),
    ("placeholders", { "snippet: " + many($0 / 8, "{{link}}") }),
    ("open placeholders", { "snippet: " + many($0 / 2, "{{") }),
    ("files", { n in "files: [" + (0..<n / 8).map { "x\($0).pdf" }.joined(separator: ",") + "]" }),
    ("replaces", { n in "replaces: [" + (0..<n / 6).map { "r\($0)" }.joined(separator: ",") + "]" }),
    ("dots", { many($0 / 4, "...\n") }), ("spaces", { "title:" + many($0, " ") }),
  ]

  /// Files by their names below content/. Of each kind two, of 4 to 400 KB; with `large`, one as large as may be.
  static func files(large: Bool) -> [(name: String, text: String)] {
    var files: [(String, String)] = []
    for (number, text) in texts.enumerated() {
      for size in large ? [2_090_000] : [8_000, 400_000] {
        let whole = head + text.make(size)
        // Cut where characters begin, for a shape may make more than it was asked for.
        let fitting = large ? String(decoding: whole.utf8.prefix(2 << 20), as: UTF8.self) : whole
        files.append(("resources/text-\(number)-\(size / 1_000).md", fitting))
      }
    }
    for (number, labels) in labels.enumerated() {
      for size in large ? [260_000] : [4_000, 200_000] {
        files.append(("resources/labels-\(number)-\(size / 1_000).md", "---\n" + labels.make(size) + "\n---\nText.\n"))
      }
    }
    return files
  }
}
