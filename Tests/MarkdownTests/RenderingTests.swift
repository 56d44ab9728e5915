import Diagnostics
import Markdown
import Testing

@Suite("Markdown: rendering")
struct RenderingTests {
  @Test(
    "a plain text is its own text, and one in code, in HTML or in more lines is what that is",
    arguments: [
      (
        "- Plain words *and some more* \"words\" with `code that is \"code\"`, and **an end",
        "<ul>\n<li>Plain words <em>and some more</em> &quot;words&quot; with <code>code that is &quot;code&quot;</code>, "
          + "and **an end</li>\n</ul>\n"
      ),
      (
        "Snake_case_words are_ words, _emphasised words_ éécole*écoleé*",
        "<p>Snake_case_words are_ words, <em>emphasised words</em> éécole<em>écoleé</em></p>\n"
      ),
      ("Words with `  code  ` and \u{1}words\u{1}", "<p>Words with <code> code </code> and \u{1}words\u{1}</p>\n"),
      (
        "| Head | \"of\" |\n|---|:-:|\n| plain words |  |\n\n| no rule |",
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table: Head, &quot;of&quot;\">\n<table>\n<thead>\n"
          + "<tr>\n<th scope=\"col\">Head</th>\n<th scope=\"col\" class=\"align-center\">&quot;of&quot;</th>\n</tr>\n"
          + "</thead>\n<tbody>\n<tr>\n<td>plain words</td>\n<td class=\"align-center\"></td>\n</tr>\n</tbody>\n</table>\n"
          + "</div>\n<p>| no rule |</p>\n"
      ),
      (
        "|heading|\r|-----|\n\n- [x] done\n- [ ] open\n",
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table: heading\">\n<table>\n<thead>\n<tr>\n"
          + "<th scope=\"col\">heading</th>\n</tr>\n</thead>\n</table>\n</div>\n<ul>\n"
          + "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"Done\" checked=\"\" /> done</li>\n"
          + "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"Not done\" /> open</li>\n</ul>\n"
      ),
      ("plain words\n\n<!-->\n\nplain words", "<p>plain words</p>\n<p>plain words</p>\n"),
      ("Plain \"words\"  ", "<p>Plain &quot;words&quot;</p>\n"),
      ("a\n\n- b >\n- c\n\nd", "<p>a</p>\n<ul>\n<li>b &gt;</li>\n<li>c</li>\n</ul>\n<p>d</p>\n"),
      ("plain\nwords", "<p>plain\nwords</p>\n"),
      ("plain\n===", "<h2 id=\"plain\">plain</h2>\n"),
      ("<!-- a\n\nplain\n\n-->\n\nb", "<p>b</p>\n"),
      (
        "\u{FEFF}```\n~~~\n```\na|b\n-|-",
        "<pre tabindex=\"0\"><code>~~~\n</code></pre>\n<div class=\"table\" tabindex=\"0\" role=\"region\" "
          + "aria-label=\"Table: a, b\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n</tr>\n"
          + "</thead>\n</table>\n</div>\n"
      ),
      (
        "  ```\n\nplain\n\n~~~\n```\n\na ~~b~~",
        "<pre tabindex=\"0\"><code>\nplain\n\n~~~\n</code></pre>\n<p>a <del>b</del></p>\n"
      ),
    ])
  func plainLines(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(
    "each kind of block and inline becomes its HTML",
    arguments: [
      ("a *b* **c** ~~d~~ `e<`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;</code></p>\n"),
      ("a\\\nb  \nc\nd", "<p>a<br />\nb<br />\nc\nd</p>\n"),
      ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
      ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
      ("7. a", "<ol start=\"7\">\n<li>a</li>\n</ol>\n"),
      ("> a\n> - b\n>\n>   c", "<blockquote>\n<p>a</p>\n<ul>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n</blockquote>\n"),
      ("---", "<hr />\n"),
      (
        "```swift x\nlet a = \"<\"\n```",
        "<pre tabindex=\"0\"><code class=\"language-swift\">let a = &quot;&lt;&quot;\n</code></pre>\n"
      ),
      ("    code", "<pre tabindex=\"0\"><code>code\n</code></pre>\n"),
      ("[a](b.md \"t\\\"q\")", "<p><a href=\"b.md\" title=\"t&quot;q\">a</a></p>\n"),
      ("[a](b%20c.md?x=1&y='2'#ü)", "<p><a href=\"b%20c.md?x=1&amp;y=&#x27;2&#x27;#%C3%BC\">a</a></p>\n"),
      ("[r]\n\n[R]: <x y.md>", "<p><a href=\"x%20y.md\">r</a></p>\n"),
      ("https://a.example", "<p><a href=\"https://a.example\" rel=\"noreferrer\">https://a.example</a></p>\n"),
      ("//a", "<p>//a</p>\n"),
      ("[a](//h.example/x)", "<p><a href=\"https://h.example/x\" rel=\"noreferrer\">a</a></p>\n"),
      ("me@a.example", "<p><a href=\"mailto:me@a.example\">me@a.example</a></p>\n"),
      ("[call](tel:+49123)", "<p><a href=\"tel:+49123\">call</a></p>\n"),
      (
        "![A *b* `c`](d.png \"e\")",
        "<p><img src=\"d.png\" alt=\"A b c\" title=\"e\" loading=\"lazy\" decoding=\"async\" /></p>\n"
      ),
      (
        "![a ![b](c.png) <i>](d.png)", "<p><img src=\"d.png\" alt=\"a b \" loading=\"lazy\" decoding=\"async\" /></p>\n"
      ),
      (
        "[![a](b.png)](c.md)",
        "<p><a href=\"c.md\"><img src=\"b.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\" /></a></p>\n"
      ),
      ("[a <https://b.example> c](d.md)", "<p><a href=\"d.md\">a https://b.example c</a></p>\n"),
      ("", ""), ("\u{FEFF}a", "<p>a</p>\n"), ("a\0b", "<p>a\u{FFFD}b</p>\n"), ("a\rb\r\nc", "<p>a\nb\nc</p>\n"),
    ])
  func renders(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(
    "a task is ticked by the mark right behind its bullet, and says so aloud",
    arguments: [
      ("- [ ] see [x] here", false), ("- [x] done", true), ("- [X] done", true), ("1. [ ] a [X]", false),
      ("- a\n  - [ ] [x]", false), ("- [x]\ta", true),
    ])
  func ticks(markdown: String, isTicked: Bool) {
    let html = html(markdown)
    #expect(html.contains("aria-label=\"\(isTicked ? "Done" : "Not done")\""))
    #expect(html.contains("checked") == isTicked)
    #expect(html.contains("<li class=\"task\"><input type=\"checkbox\" disabled=\"\""))
  }

  @Test("a table stands in a region that scrolls, named by its columns; alignment is a class")
  func table() {
    #expect(
      html("| A & B | C | |\n|:--|--:|:-:|\n| 1 | 2 |") == """
        <div class="table" tabindex="0" role="region" aria-label="Table: A &amp; B, C">
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-left">A &amp; B</th>
        <th scope="col" class="align-right">C</th>
        <th scope="col" class="align-center"></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left">1</td>
        <td class="align-right">2</td>
        <td class="align-center"></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test("brackets that look like a footnote over a line's end are text, whole where the file has no footnotes")
  func brokenFootnotes() {
    #expect(html("a [^b\ncé1 def] x") == "<p>a [^b\ncé1 def] x</p>\n")
    for text in ["[^\n\u{FFFD}1]:", "[^\né1]\n\n[q]: x", "[^\n日本1] y\n\n[^q]: x"] {
      let document = render(text).document
      #expect(String(validating: document.html, as: UTF8.self)?.hasPrefix("<p>[^") == true)
      #expect(String(validating: document.text, as: UTF8.self) != nil)
    }
  }

  @Test("footnotes lead there and back, each reference having a place of its own")
  func footnotes() {
    let html = html("a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X\n\n# fn 1")
    #expect(html.contains("<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\""))
    #expect(html.contains("id=\"fnref:1:2\""))
    #expect(html.contains("<li id=\"fn:1\">\n<p>X <a href=\"#fnref:1\" class=\"footnote-back\""))
    #expect(html.contains("aria-label=\"Back to reference 1, place 2\""))
    #expect(html.contains("<h2 id=\"fn-1\">"))
  }

  @Test("the callback can leave, change or drop an address, and give an image its size")
  func rewrites() {
    let html = render(
      "[a](keep.md) [b](new.md#x) ![c](i.png) [d *e*](gone.md) ![f](gone.png) [g](#h) [i](https://j.example)"
    ) {
      destination, isImage in
      switch destination {
      case "new.md#x": .address("../resources/new.html#x")
      case "i.png": isImage ? .address("../files/i.png", width: 640, height: 480) : .keep
      case "gone.md", "gone.png": .textOnly
      case "#h", "https://j.example": .address("never asked")
      default: .keep
      }
    }.html
    #expect(
      html == """
        <p><a href="keep.md">a</a> <a href="../resources/new.html#x">b</a> \
        <img src="../files/i.png" alt="c" width="640" height="480" loading="lazy" decoding="async" /> d <em>e</em> f \
        <a href="#h">g</a> <a href="https://j.example" rel="noreferrer">i</a></p>

        """)
  }

  @Test("a callback may itself render a document")
  func nestedRendering() {
    let html = render("[a](b.md) and ~~c~~") { _, _ in
      .address(
        String(decoding: Array(MarkdownTests.html("~~x~~").utf8), as: UTF8.self).contains("<del>") ? "ok" : "bad")
    }.html
    #expect(html == "<p><a href=\"ok\">a</a> and <del>c</del></p>\n")
  }

  @Test(
    "plain text for searching never joins words of different blocks, cells or lines",
    arguments: [
      ("a\nb\\\nc", "a b c\n"), ("# H\n\np", "H\np\n"), ("|a|b|\n|-|-|\n|c|`d`|", "a b \nc d \n"),
      ("- a\n- b", "a\nb\n"),
      ("**bo**ld", "bold\n"), ("x<br>y <b>z</b>", "x y  z \n"), ("![alt](a.png)", "alt\n"),
      ("```\ncode\n```\nt", "code\nt\n"),
      ("a[^1]\n\n[^1]: Note", "a\nNote\n"), ("<div>gone</div>\n\nb", "b\n"), ("&lt; \\*", "< *\n"),
    ])
  func text(markdown: String, expected: String) {
    #expect(String(decoding: render(markdown).document.text, as: UTF8.self) == expected)
  }

  @Test(
    "the first paragraph of words is known",
    arguments: [
      ("# T\n\n![i](a.png)\n\n> q\n\n- l\n\nThe *first* one.\n\nNext.", "The first one."), ("`code` only", "code only"),
      ("- l", nil),
    ])
  func firstParagraph(markdown: String, expected: String?) {
    let document = render(markdown).document
    #expect(document.firstParagraph.map(document.string) == expected)
  }

  @Test("bytes that are not UTF-8 are replaced")
  func repairs() {
    var report = Problems()
    let bytes: [UInt8] = [0x61, 0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x62]
    let document = Markdown.render(bytes, file: "a.md", report: &report)
    #expect(String(validating: document.html, as: UTF8.self) != nil)
  }
}
