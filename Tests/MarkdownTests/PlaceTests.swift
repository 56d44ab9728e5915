import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite("Markdown: places")
struct PlaceTests {
  @Test(
    "a link's or image's place is its opening bracket in the whole file",
    arguments: [
      "a ▲[b](c.md) d", "---\ntitle: [x](y.md)\n---\n\na ▲[b](c.md)", "# A ▲[b](c.md) #", "a\n===\n\n▲[b](c.md)\n---",
      "- a\n  - b\n    ▲[c](d.md)", "> a\n> ▲[b](c.md)\nlazy ▲[d](e.md)", "1. a\n\n       x\n\n   ▲[b](c.md)",
      "a `[x](c.md)` ▲[b](c.md)", "a `\n[x](c.md)\n` ▲[b](c.md)", "<a href=\"[x](c.md)\">▲[b](c.md)",
      "\\[x](c.md) ▲[b](c.md)", "\\\\▲[b](c.md)", "[note] ▲[b](c.md)", "[b] [c](d ▲[b](c.md)", "![x] ▲![b](c.png)",
      "a\\\nb\\\n▲[c](d.md)", "a  \nb\n▲[c\nd](e.md\n\"t\nu\") ▲[f](g.md)", "▲[a\nb\nc](d.md)", "▲[![a](b.png)](c.md)x",
      "▲[a ▲![b](c.png)](d.md) ▲[e](f.md)", "é日本 ▲[b](c.md)", "x\r\n▲[b](c.md)\r\ny", "x\r▲[b](c.md)",
      "x\ty\n\t▲[b](c.md)",
      "[r]: d.md\n[s]: e.md\na ▲[r] ▲[b][s] ▲[c](f.md)", "[r]: d.md\n▲[r]\n===", "[r]: d.md \"t\nu\"\n▲[r]",
      "▲[b](<c d.md>) ▲[e](f\\_g.md) ▲[h](i&amp;j.md)", "▲[*b* c](d.md) ▲[`e`](f.md) ▲[](g.md)",
      "|▲[a](b.md)|c|\n|-|-|\n|d|▲[e](f.md)|\n| ▲[g](h.md) | ▲[i](j.md)", "a | ▲[b](c.md)\n--|--\nd | x \\| ▲[e](f.md)",
      "text\nmore ▲[x](y.md)\n| a | ▲[b](c.md) |\n|-|-|", "> | a |\n> |-|\n> | ▲[b](c.md) |",
      "- | a |\n  |-|\n  | ▲[b](c.md) |",
      "x ▲<https://a.example> y", "x ▲https://a.example y ▲www.b.example z ▲me@c.example.",
      "`https://a.example` ▲https://a.example",
      "a[^1]\n\n[^1]: note ▲[b](c.md)", "~~▲[b](c.md)~~ **▲[d](e.md)**", "- [ ] ▲[b](c.md)", "\u{FEFF}▲[b](c.md)",
      "<div>\n\n▲[b](c.md)",
      "    [no](x.md)\n\n▲[b](x.md)", "```\n[no](x.md)\n```\n▲[b](x.md)",
      "plain words\n\n## heading\n\n| a | b |\n|-|-|\n| c | d |\n\nplain words\n\n▲[b](c.md)\n\nplain words\r\rplain words\n\n- ▲[d](e.md)",
      "# heading\nplain words\n\n\n| a |\r|-|\n\n> a\n> ▲[b](c.md)\n\nplain words\n\n| ▲[c](d.md) |\n|-|\n| ▲[e](f.md) |",
    ])
  func links(marked: String) {
    let sample = MarkedText(marked)
    let bodyStart = sample.text.hasPrefix("---\ntitle") ? 24 : 0
    let document = render(sample.text, bodyStart: bodyStart).document
    let starts = document.links.map { Int($0.range.lower) }
    // The nested image of a linked one is found too, and may be unmarked.
    #expect(marked.contains("▲[![") ? Array(starts.prefix(1)) == sample.offsets : starts == sample.offsets)
  }

  @Test("a link's range ends where it ends")
  func ends() {
    let text = "a [b](c.md \"t)\") [d](<e f>) [g][r] [r] ![h](i.png)\nhttps://j.example <k@l.example>\n\n[r]: x"
    let document = render(text).document
    let written = document.links.map { link in
      String(decoding: Array(text.utf8)[Int(link.range.lower)..<Int(link.range.upper)], as: UTF8.self)
    }
    #expect(
      written == [
        "[b](c.md \"t)\")", "[d](<e f>)", "[g][r]", "[r]", "![h](i.png)", "https://j.example", "<k@l.example>",
      ])
    #expect(
      document.links.map { document.string($0.textRange) } == [
        "b", "d", "g", "r", "h", "https://j.example", "k@l.example",
      ])
    #expect(document.links.map(\.isImage) == [false, false, false, false, true, false, false])
  }

  @Test(
    "a heading's place is its line",
    arguments: [
      "▲# a\n\nb\n\n▲b\n===", "x\n\n> ▲## a", "- ▲# a\n\n  ▲## b", "\r\n▲# a\r▲## b",
      "▲# heading\n\nplain words\n\n▲## another\n\n| a |\n|-|\n\n▲## heading *one*",
    ])
  func headings(marked: String) {
    let sample = MarkedText(marked)
    #expect(render(sample.text).document.headings.map { Int($0.range.lower) } == sample.offsets)
  }

  @Test(
    "raw HTML is left out and reported once at its opening, comments are not",
    arguments: [
      ("a ▲<b>c</b> d", "<p>a c d</p>\n"), ("▲<div>\nx\n</div>\n\ny", "<p>y</p>\n"),
      ("<!-- c -->\n\na <!-- d --> b", "<p>a  b</p>\n"),
      ("▲<!-- a --> <script>x</script>\n\ny", "<p>y</p>\n"), ("- a ▲<br>", "<ul>\n<li>a  </li>\n</ul>\n"),
      ("a\n`<b>` ▲<i x=\"\ny\">", "<p>a\n<code>&lt;b&gt;</code> </p>\n"),
    ])
  func rawHTML(marked: String, expected: String) {
    let sample = MarkedText(marked)
    let (_, html, problems) = render(sample.text)
    #expect(html == expected)
    #expect(problems.map(\.rule) == sample.offsets.map { _ in .rawHTML })
    #expect(problems.map { Int($0.range.lower) } == sample.offsets)
  }

  @Test(
    "an image from elsewhere, one without description and an unsafe address are reported at their brackets",
    arguments: [
      ("x ▲![a](https://b.example/c.png)", Rule.remoteImage, "<p>x a</p>\n"),
      ("▲![a](//b.example/c.png)", .remoteImage, "<p>a</p>\n"),
      ("▲![ ](c.png)", .missingAlt, "<p><img src=\"c.png\" alt=\" \" loading=\"lazy\" decoding=\"async\" /></p>\n"),
      ("▲![a](data:image/png;base64,x)", .unsafeLink, "<p>a</p>\n"),
      ("b ▲[*a*](javascript:x)", .unsafeLink, "<p>b <em>a</em></p>\n"),
    ])
  func reports(marked: String, rule: Rule, expected: String) {
    let sample = MarkedText(marked)
    let (_, html, problems) = render(sample.text)
    #expect(html == expected)
    #expect(problems.map(\.rule) == [rule])
    #expect(problems.map { Int($0.range.lower) } == sample.offsets)
    #expect(problems.allSatisfy { $0.help != nil })
  }
}
