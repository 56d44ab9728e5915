// What all tests of this folder share: rendering a text, and a generator whose runs repeat.
import Diagnostics
import Markdown
import TestSupport

func render(
  _ text: String, bodyStart: Int = 0, options: MarkdownOptions = MarkdownOptions(),
  rewrite: @escaping LinkRewriter = { _, _ in .keep }
) -> (document: MarkdownDocument, html: String, problems: [Problem]) {
  var report = Problems()
  let document = Markdown.render(
    Array(text.utf8), bodyStart: bodyStart, file: "page.md", options: options, rewrite: rewrite, report: &report)
  return (document, String(decoding: document.html, as: UTF8.self), report.all)
}

func html(_ text: String) -> String { render(text).html }

/// What cmark-gfm writes for the same text, by our renderer.
func unchangedHTML(_ text: String) -> String {
  var options = MarkdownOptions()
  options.isUnchanged = true
  return render(text, options: options).html
}

/// Texts put together from pieces that Markdown cares about.
func randomText(_ generator: inout SeededGenerator, pieces count: Int) -> String {
  let pieces = [
    "word ", "Straße ", "日本語", "*", "**", "_", "__", "~", "~~", "`", "``", "[", "]", "(", ")", "![", "](a.md)",
    "](<b c.md> \"t\")", "[x][r]", "[r]", "\n[r]: /u \"T\"\n", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", "\\", "# ",
    "\n## Head *x*\n", "\n===\n", "\n---\n", "- ", "\n- a\n", "\n  - b\n", "\n1. ", "\n> ", ">", "    ", "\t",
    "| a | b |\n|---|:-:|\n| c | d |\n", "|", "\n|-|-|\n", "\n```\n", "\n~~~ swift\n", "<b>", "</b>", "<!-- c -->",
    "<br>",
    "<https://x.example>", "https://a.example/b_(c)", "www.a.example", "me@a.example", "&amp;", "&#9;", "&lt;", "\"",
    "'",
    "- [ ] t\n", "- [x] t\n", "~~gone~~ ", ":", "!", "\r\n", "\r", "\u{FEFF}", "\0", "<javascript:x>", "<div>\n",
  ]
  return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
}
