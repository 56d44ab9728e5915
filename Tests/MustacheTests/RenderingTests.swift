import Diagnostics
import Mustache
import Testing

@Suite("Rendering")
struct RenderingTests {
  @Test(
    "text is escaped wherever it stands, markup of our own is not",
    arguments: [
      ("{{v}}", Value.text("a<b>&\"c'"), "a&lt;b&gt;&amp;&quot;c&#39;"),
      ("<a title=\"{{v}}\">", .text("\" onclick=\"x"), "<a title=\"&quot; onclick=&quot;x\">"),
      ("<a title='{{v}}'>", .text("' onclick='x"), "<a title='&#39; onclick=&#39;x'>"),
      ("{{v}}", .bytes(Array("<é>&&".utf8)), "&lt;é&gt;&amp;&amp;"),
      ("{{&v}}{{{v}}}", .text("<b>"), "<b><b>"),
      ("{{&v}}", .bytes(Array("<b>".utf8)), "<b>"),
      ("{{v}}{{{v}}}", .html(Array("<b>&amp;".utf8)), "<b>&amp;<b>&amp;"),
      (
        "{{#v}}{{.}}{{/v}}", .list([.text("<"), .text("long enough to lie outside of the string & so on")]),
        "&lt;long enough to lie outside of the string &amp; so on"
      ),
      ("{{#v}}{{.}}{{/v}}", .text("'"), "&#39;"),
      ("{{v}}", .text("no\u{0}thing < 16 bytes"), "no\u{0}thing &lt; 16 bytes"),
      ("{{v}}", .integer(-1_234), "-1234"), ("{{v}}", .integer(.min), "-9223372036854775808"),
      ("{{v}}", .bool(true), "true"), ("[{{v}}]", .list([.text("a")]), "[]"), ("[{{v}}]", ["a": "b"] as Value, "[]"),
      ("[{{v}}]", .absent, "[]"),
    ])
  func escapes(template: String, value: Value, expected: String) {
    #expect(render(template, ["v": value]) == expected)
  }

  @Test(
    "nothing, false, zero and what is empty leave a section out and show its opposite",
    arguments: [
      (Value.absent, false), (.bool(false), false), (.bool(true), true), (.integer(0), false), (.integer(3), true),
      (.text(""), false), (.text("0"), true), (.bytes([]), false), (.html([]), false), (.html([65]), true),
      (.list([]), false), (.list([.absent]), true), ([:] as Value, true),
    ])
  func decides(value: Value, isShown: Bool) {
    #expect(render("{{#v}}yes{{/v}}{{^v}}no{{/v}}", ["v": value]) == (isShown ? "yes" : "no"))
  }

  @Test("an inner value hides an outer one of the same name, also by being absent")
  func hides() {
    #expect(render("{{#o}}[{{a}}{{b}}]{{/o}}", ["a": "1", "b": "2", "o": ["a": nil]]) == "[2]")
    #expect(render("{{#l}}{{a}}{{/l}}", ["a": "x", "l": [["a": "1"], [:], ["a": "3"]]]) == "1x3")
  }

  @Test("objects of any size find their names, and the last of equal names counts", arguments: [1, 16, 17, 200])
  func finds(count: Int) {
    var object = Object()
    for round in 0..<2 {
      for number in 0..<count { object[Name("name\(number)")] = .integer(number + round) }
    }
    for number in 0..<count {
      #expect(render("{{name\(number)}}", .object(object)) == "\(number + 1)")
    }
    #expect(object["other"] == nil)
    #expect(render("{{other}}", .object(object)).isEmpty)
  }

  @Test("names may be in any script, and delimiters may be any marks")
  func readsUnicode() {
    #expect(render("{{größe}} {{価格.税}}", ["größe": "L", "価格": ["税": "10"]]) == "L 10")
    #expect(render("{{=« »=}}«größe» {{a}} «! é »", ["größe": "L"]) == "L {{a}} ")
    #expect(render("\u{FEFF}{{#a}}\nx\n{{/a}}\n", ["a": true]) == "x\n")
  }

  @Test("blanks and line ends inside a tag do not matter")
  func allowsBlanks() {
    #expect(render("{{ \t# a\n}}{{{\r\n b }}}{{ / a }}{{ & b }}", ["a": true, "b": "<"]) == "<<")
  }

  @Test("lines that end with CR LF keep their ends, and tags alone on such a line leave none")
  func keepsCRLF() {
    let layout = "<main>\r\n  {{$main}}\r\n  none\r\n  {{/main}}\r\n</main>\r\n"
    let page = "{{<layout}}\r\n{{$main}}\r\n<p>\r\n  {{a}}\r\n</p>\r\n{{/main}}\r\n{{/layout}}\r\n"
    let expected = "<main>\r\n  <p>\r\n    1\r\n  </p>\r\n</main>\r\n"
    #expect(render(page, ["a": "1"], ["layout": layout]) == expected)
    #expect(render("{{#l}}\r\n- {{.}}\r\n{{/l}}\r\n", ["l": [1, 2]]) == "- 1\r\n- 2\r\n")
  }

  @Test("partials and blocks are indented as deep as they stand, values are left as they are")
  func indents() {
    let others = [
      "layout": "<html>\n  {{$body}}none{{/body}}\n</html>\n",
      "list": "<ul>\n  {{#l}}\n  {{>item}}\n  {{/l}}\n</ul>\n",
      "item": "<li>\n  {{.}}\n</li>\n",
    ]
    let expected = """
      <html>
        <ul>
          <li>
            1
      2
          </li>
        </ul>

      </html>

      """
    #expect(
      render("{{<layout}}{{$body}}\n{{>list}}\n{{/body}}{{/layout}}\n", ["l": ["1\n2"]], others) == expected)
    #expect(render("{{>layout}}", [:], others) == "<html>\n  none\n</html>\n")
    #expect(render("  {{>*kind}}\n", ["kind": "item"], others).hasPrefix("  <li>\n    \n"))
  }

  @Test("a block filled by a page may use the same block without ending in itself")
  func fillsFromOutside() {
    let others = ["layout": "[{{$a}}A{{/a}}]", "card": "<{{$a}}card{{/a}}>"]
    #expect(render("{{<layout}}{{$a}}x{{$a}}y{{/a}}{{/a}}{{/layout}}", [:], others) == "[xy]")
    #expect(render("{{<layout}}{{$a}}{{>card}}{{/a}}{{/layout}}", [:], others) == "[<card>]")
    #expect(render("{{<*kind}}{{$a}}x{{/a}}{{/*kind}}{{$a}}d{{/a}}", ["kind": "layout"], others) == "[x]d")
  }

  @Test("a missing template prints nothing; one that a value names is a fact of the rendering")
  func tellsMissing() {
    var output = Array("kept ".utf8)
    let templates = compile("a{{#l}}{{>*.}}{{/l}}b{{>gone}}{{<gone}}{{$x}}y{{/x}}{{/gone}}").templates
    let rendering = templates.render("page", ["l": ["k1", "k1", "k2"]], into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "kept ab")
    #expect(rendering.missing.map(\.name) == ["k1", "k2"])
    #expect(rendering.missing.first?.range == ByteRange(10, 12))
    #expect(rendering.missing.first?.file == "templates/page.html")
    #expect(templates.render("no such page", [:], into: &output).missing.map(\.name) == ["no such page"])
  }

  @Test("many threads render the same bytes from one set of templates")
  func rendersInParallel() async {
    let templates = compile("{{#l}}{{>card}}{{/l}}", ["card": "<{{$x}}{{a.b}}{{/x}}&{{n}}>"]).templates
    let value: Value = ["n": 1, "l": .list((0..<50).map { ["a": ["b": .text("&\($0)")]] })]
    var expected: [UInt8] = []
    _ = templates.render("page", value, into: &expected)
    #expect(expected.count > 500)
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<64 {
        group.addTask {
          var output: [UInt8] = []
          _ = templates.render("page", value, into: &output)
          return output
        }
      }
      for await output in group { #expect(output == expected) }
    }
  }
}
