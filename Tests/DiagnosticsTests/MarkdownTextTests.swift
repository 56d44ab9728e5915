import Diagnostics
import Testing

@Suite("Text in Markdown")
struct MarkdownTextTests {
  @Test(
    "what somebody wrote shows as it is and does nothing",
    arguments: [
      ("a | b", "a \\| b"), ("<script>&amp;", "&lt;script&gt;&amp;amp;"), ("`x` *y* _z_", "\\`x\\` \\*y\\* \\_z\\_"),
      ("[a](b)", "\\[a\\](b)"), ("@team #12", "@\u{2060}team #\u{2060}12"), ("line\nbreak", "line break"),
      ("https://x.example", "https:\u{2060}//x.example"), ("www.x.example", "www\u{2060}.x.example"),
      ("type: one-pager", "type: one-pager"), ("\u{202E}x", "\u{FFFD}x"),
    ])
  func escapes(text: String, expected: String) {
    #expect(markdown(text) == expected)
  }
}
