import Diagnostics
import Library
import Testing

@Suite("Active content") struct DrawingTests {
  static let open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

  @Test(
    "a drawing that is only a drawing is published",
    arguments: [
      "<rect width='1'/>", "<use href='#a'/><use xlink:href=\"#a\"/>", "<style>.a{fill:url(#b)}</style>",
      "<image href='data:image/png;base64,AAAA'/>", "<text>javascript and onclick=\"x\" in words</text>",
      "<!-- <script> --><rect/>", "<![CDATA[ <script> ]]>", "<a href=\"\"><text>x &amp; y &#169;</text></a>",
      "<g inkscape:label=\"C:\\a (1).svg\"/>", "<path style='fill:url(#g);stroke:red' d='M0 0'/>",
      "<animate attributeName='x' to='1'/>",
    ])
  func passes(content: String) throws {
    #expect(try problems(Self.open + content + "</svg>", as: "x.svg") == [])
  }

  @Test(
    "a drawing that runs or reaches for something is refused",
    arguments: [
      "<script>1</script>", "<SCRIPT/>", "<svg:script/>", "<x:script xmlns:x='a'/>", "<foreignObject/>",
      "<rect onload='a()'/>", "<rect ONLOAD='a()'/>", "<rect ev:onclick = \"a()\"/>", "<a href='javascript:a()'/>",
      "<a xlink:href='java&#115;cript:a()'/>", "<a href=' j\navascript:a()'/>", "<a href='https://example.com'/>",
      "<image href='//example.com/x.png'/>", "<image href='x.png'/>", "<use href='x.svg#a'/>",
      "<image href='data:image/svg+xml,<svg/>'/>", "<style>@import 'x.css'</style>",
      "<style>a{fill:url(https://example.com/x)}</style>", "<style><![CDATA[a{fill:url(x)}]]></style>",
      "<style>a{fill:u\\72l(x)}</style>", "<rect fill='url(https://example.com/x)'/>",
      "<rect fill='url( &quot;x&quot; )'/>", "<animate attributeName='href' to='x'/>",
      "<set attributeName='xlink:href' to='x'/>", "<set attributeName='onclick' to='x'/>", "<iframe src='x'/>",
      "<g xml:base='https://example.com/'/>", "<b xmlns='http://www.w3.org/1999/xhtml'/>", "<rect a=b/>", "<rect a='b",
      "<!-- <rect/>", "<a href='&unknown;'/>",
    ])
  func refuses(content: String) throws {
    #expect(try problems(Self.open + content + "</svg>", as: "x.svg") == ["active-content"])
  }

  @Test(
    "what defines short forms, is named a style or is stored otherwise is refused",
    arguments: [
      "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "<?xml-stylesheet href='x.css'?><svg/>",
      "<?xml version='1.0' encoding='utf-7'?><svg/>",
    ])
  func refusesHeads(drawing: String) throws {
    #expect(try problems(drawing, as: "x.svg") == ["active-content"])
  }

  @Test("the head that programs write is fine")
  func passesHeads() throws {
    let head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Made with x -->\n"
      + "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
    #expect(try problems(head + Self.open + "</svg>", as: "x.svg") == [])
  }

  @Test(
    "web pages and scripts are refused, whatever they are called",
    arguments: [
      ("x.html", "x"), ("x.HTM", "x"), ("x.xhtml", "x"), ("x.js", "x"), ("x.svgz", "x"), ("x.pdf", "\n <HTML>"),
      ("x.txt", "<!-- x --><b>"), ("x", "<script>"), ("x.xml", "<a><script/></a>"),
      ("x.dat", "<?xml ?><a><script/></a>"),
      ("x.png", "<svg onload='a()'/>"),
    ])
  func refusesPages(name: String, content: String) throws {
    #expect(try problems(content, as: name) == ["active-content"])
  }

  @Test(
    "documents and pictures are published",
    arguments: [
      ("x.pdf", "%PDF-1.7"), ("x.xlsx", "PK\u{3}\u{4}"), ("x.csv", "a,<b>"), ("x.txt", "a <script>"),
      ("x.png", "\u{89}PNG"),
      ("x.empty", ""), ("x.kml", "<?xml version='1.0' encoding='UTF-8'?><kml/>"),
    ])
  func passesDocuments(name: String, content: String) throws {
    #expect(try problems(content, as: name) == [])
  }

  @Test("a drawing of many unclosed comments is looked through in one pass")
  func isLinear() throws {
    let drawing = Self.open + String(repeating: "<!--a>", count: 20_000)
    let clock = ContinuousClock()
    var rules: [String] = []
    let time = try clock.measure { rules = try problems(drawing, as: "x.svg") }
    #expect(rules == ["active-content"])
    #expect(time < .seconds(5))
  }

  private func problems(_ content: String, as name: String) throws -> [String] {
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels("files: [\(name)]")])
    try library.write("content/resources/" + name, content)
    let loaded = try library.load()
    #expect(loaded.library.files.isEmpty == !loaded.problems.isEmpty)
    return loaded.problems.map(\.rule.name)
  }
}
