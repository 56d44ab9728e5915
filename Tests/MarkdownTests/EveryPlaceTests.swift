// What is looked for in blocks of bytes is found wherever it stands in a text, and nothing else is.
import Diagnostics
import Markdown
import Testing

@Suite("Markdown: every place")
struct EveryPlaceTests {
  @Test("a character is escaped wherever it stands in a text of any length")
  func escapes() {
    for length in 1...70 {
      for place in 0..<length {
        let text = String(repeating: "a", count: place) + "&" + String(repeating: "é", count: length - place - 1)
        #expect(html("x" + text) == "<p>x\(text.replacing("&", with: "&amp;"))</p>\n")
      }
    }
    #expect(html("`\"a\" <b> & 'c' $%;=?>`").contains("<code>&quot;a&quot; &lt;b&gt; &amp; 'c' $%;=?&gt;</code>"))
  }

  @Test("a mark counts wherever it stands in a text of any length")
  func marks() {
    func isRefused(_ text: String, pieces: Int) -> Bool {
      var options = MarkdownOptions()
      options.limits.pieceCount = pieces
      return render(text, options: options).document.isRefused
    }
    for length in 1...70 {
      for place in 0..<length {
        let text = String(repeating: "a", count: place) + "_" + String(repeating: "é", count: length - place - 1)
        #expect(isRefused(text, pieces: 1) && !isRefused(text, pieces: 2), "\(text)")
      }
    }
    for byte in UInt8(0x20)..<0x7F {
      let character = String(UnicodeScalar(byte))
      #expect(isRefused("a\(character)a", pieces: 1) == "#|()@:w*_~![]<`\\&\"'".contains(character), "\(character)")
    }
  }

  @Test("lines end with a line feed, a carriage return or both", arguments: ["\n", "\r", "\r\n"])
  func lineEnds(end: String) {
    for length in 0...40 {
      let lines = String(repeating: "a", count: length) + end + end + end
      let text = lines + "é [b](c.md)" + end
      let links = render(text).document.links
      #expect(links.first.map { Int($0.range.lower) } == lines.utf8.count + 3, "\(length)")
    }
    #expect(render("a\n\r\n\r[b](c.md)").document.links.first?.range.lower == 5)
  }

  @Test(
    "syntax that few texts have is found however it is written",
    arguments: [
      ("a|b\n-|-", "<table>"), ("a\n:-", "<table>"), ("10. > a\n    > -:", "<table>"), ("x ~~a~~", "<del>"),
      ("- [x] a", "checkbox"), ("  1. [X] a", "checkbox"), ("www.a.example", "<a "), ("see http://a.example", "<a "),
      ("me@a.example", "mailto:"), ("me&#64;a.example", "mailto:"), ("me&#x40;a.example", "mailto:"),
      ("me&commat;a.example", "mailto:"), ("<https://a.example>", "<a "), ("<https://a.example b>", "<a "),
      ("\\<https://a.example>", "<a "), ("|<https://a.example|\n|-|", "<a "), ("a[^b]\n\n[^b]: c", "footnote"),
    ])
  func extraSyntax(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected))
  }
}
