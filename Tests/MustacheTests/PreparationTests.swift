// Templates whose constants are printed ahead: they come out as if they had been rendered with the constants among their
// values, whatever stands in them.

import Diagnostics
import Mustache
import TestSupport
import Testing

@Suite("Prepared templates")
struct PreparationTests {
  private static let constants: [(Name, Value)] = [
    ("root", .shared("../<")), ("yes", true), ("no", false), ("none", .absent), ("texts", ["a&", "b", ""]),
    ("empty", []), ("site", ["title": "T<", "deep": ["x": 7]]), ("rows", [["n": 1], ["n": 2]]), ("number", 12),
  ]
  private static let others = [
    "layout": "<{{$head}}no {{root}}{{/head}}|{{$main}}{{/main}}|{{site.title}}{{#site}}{{title}}{{/site}}>\n",
    "card": "[{{n}}{{root}}{{#yes}}{{n}}{{/yes}}]", "tree": "({{n}}{{#kids}}{{>tree}}{{/kids}})",
    "indented": "a\nb{{n}}\n",
  ]

  @Test(
    "constants come out as the same values do",
    arguments: [
      "{{root}}{{{root}}}{{number}}{{none}}{{site.deep.x}}{{site.none}}{{root.x}}",
      "a{{#yes}}b{{/yes}}c{{^yes}}d{{/yes}}e{{#no}}f{{/no}}g{{^no}}h{{/no}}i{{#none}}j{{/none}}{{^none}}k{{/none}}l",
      "{{#texts}}<{{.}}{{{.}}}{{n}}>{{/texts}}{{^texts}}no{{/texts}}{{#empty}}no{{/empty}}{{^empty}}yes{{/empty}}",
      "{{#rows}}{{n}}{{root}}{{#list}}{{n}}{{.}}{{/list}}{{/rows}}{{#number}}{{.}}{{n}}{{/number}}",
      "{{#list}}{{.}}{{#yes}}{{.}}{{#texts}}{{.}}{{/texts}}{{/yes}}{{/list}}{{#objects}}{{n}}{{root}}{{/objects}}",
      "{{^no}}{{^gone}}a{{^yes}}b{{/yes}}c{{/gone}}d{{^n}}e{{/n}}f{{/no}}g{{^n}}h{{/n}}{{#n}}i{{^gone}}j{{/gone}}{{/n}}k",
      "{{<layout}}{{$main}}{{#objects}}{{>card}}{{/objects}}{{/main}}{{/layout}}{{>layout}}",
      "{{<layout}}{{$head}}{{$inner}}{{n}}{{/inner}}{{/head}}{{$main}}{{>gone}}{{/main}}{{/layout}}",
      "{{#objects}}{{<layout}}{{$main}}{{^gone}}{{n}}{{/gone}}{{/main}}{{/layout}}{{/objects}}",
      "x{{>tree}}y", "  {{>indented}}\nz{{root}}", "{{>*name}}{{root}}",
      "{{n}}{{o.p}}{{o.q}}{{#o}}{{p}}{{root}}{{.}}{{/o}}{{.}}",
      "{{#bare}}{{.}}{{^.}}no{{/.}}{{#.}}a{{.}}{{/.}}{{/bare}}{{#n}}{{#.}}{{.}}{{#yes}}{{.}}{{/yes}}{{/.}}{{/n}}",
    ])
  func rendersTheSame(template: String) {
    let templates = compile(template, Self.others).templates
    let own: [(Name, Value)] = [
      ("n", "N&"), ("list", [1, "two", nil]), ("objects", [["n": 3], [:], ["n": "x"]]), ("name", "card"),
      ("o", ["p": "P"]), ("bare", [:]), ("kids", [["n": 1, "kids": [["n": 2, "kids": []]]]]),
    ]
    var expected: [UInt8] = []
    _ = templates.render("page", .object(Object(own + Self.constants)), into: &expected)
    var output = Output()
    _ = templates.prepared("page", with: Object(Self.constants)).render(.object(Object(own)), into: &output)
    #expect(String(decoding: output.finished(), as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test("a gap prints nothing, and its places are told")
  func tellsGaps() {
    let templates = compile("<a href=\"{{root}}x\">{{n}}</a>{{#root}}{{{root}}}{{/root}}.").templates
    let prepared = templates.prepared("page", with: Object([("root", .gap)]))
    var output = Output()
    for n in 1...2 { _ = prepared.render(["n": .integer(n)], into: &output) }
    #expect(output.gaps == [9, 17, 27, 35])
    #expect(String(decoding: output.finished(), as: UTF8.self) == "<a href=\"x\">1</a>.<a href=\"x\">2</a>.")
  }

  @Test("sections and partials that multiply are not followed to their end", .timeLimit(.minutes(1)))
  func givesUp() {
    var others = ["t60": "x"]
    for number in 0..<60 { others["t\(number)"] = "{{>t\(number + 1)}}{{>t\(number + 1)}}" }
    let sections = String(repeating: "{{#two}}", count: 60) + String(repeating: "{{/two}}", count: 60)
    for template in [sections, "{{>t20}}", "{{#no}}{{>t0}}{{/no}}{{>t50}}"] {
      let constants: [(Name, Value)] = [("two", [1, 2]), ("no", false)]
      let prepared = compile(template, others).templates.prepared("page", with: Object(constants))
      var limits = RenderLimits()
      limits.work = 10_000
      var output = Output()
      let isSmall = template.hasSuffix("{{>t50}}")
      #expect((prepared.render([:], into: &output, limits: limits).stopped == nil) == isSmall)
      #expect(output.count == (isSmall ? 1_024 : output.count))
    }
  }

  @Test("a template that passes a limit stops where it does when it is not prepared")
  func stops() {
    let templates = compile("{{root}}{{>b}}", ["b": "{{#list}}{{.}}{{/list}}"]).templates
    var limits = RenderLimits()
    limits.output = 20
    var output = Output()
    let prepared = templates.prepared("page", with: Object([("root", "r")]))
    let result = prepared.render(["list": .list((0..<100).map { .integer($0) })], into: &output, limits: limits)
    #expect(result.stopped?.template == "b")
    #expect(prepared.render([:], into: &output).stopped == nil)
  }
}
