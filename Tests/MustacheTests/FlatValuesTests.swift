// Values laid flat: filled in directly they print what a tree of them prints, what is kept prints on every page, and
// nothing of one page is left on the next.

import Diagnostics
import Mustache
import Testing

@Suite("Values laid flat")
struct FlatValuesTests {
  private static let page =
    "{{#o}}{{a}}{{#l}}[{{n}}{{^n}}-{{/n}}{{.}}]{{/l}}{{b.c}}{{/o}}{{^o}}no {{a}}{{/o}}{{m}}{{{t}}}{{t}}{{#k}}{{x}}{{/k}}"

  private static func render(_ values: FlatValues, _ kept: KeptValues = KeptValues()) -> String {
    var output = Output()
    _ = compile(page).templates.prepared("page", with: Object()).render(values, kept, into: &output)
    return String(decoding: output.finished(), as: UTF8.self)
  }

  @Test("what is put piece by piece prints as the same tree does")
  func putDirectly() {
    var values = FlatValues()
    values.put("a", "outer")
    values.openObject()
    values.put("a", "<1>")
    values.openList()
    for number in 1...2 {
      values.openObject()
      values.put("n", number)
      values.close()
    }
    values.put(.none, "text")
    values.openList()
    values.close()
    values.close(as: "l")
    values.openObject()
    values.put("c", true)
    values.close(as: "b")
    values.openObject()
    values.put("c", "forgotten")
    values.drop()
    values.close(as: "o")
    values.put("m", html: Array("<b>".utf8))
    values.put("t", textBy: { $0.put("&") })
    values.finish()
    let tree: Value = [
      "a": "outer", "o": ["a": "<1>", "l": [["n": 1], ["n": 2], "text", []], "b": ["c": true]],
      "m": .html(Array("<b>".utf8)), "t": .shared("&"),
    ]
    #expect(Self.render(values) == "&lt;1&gt;[1][2][-text][-]true<b>&&amp;")
    #expect(Self.render(values) == MustacheTests.render(Self.page, tree))
  }

  @Test("nothing of one page is left on the next")
  func usedAgain() {
    var values = FlatValues()
    values.put("o", ["a": "first", "l": ["x"]])
    values.openObject()
    values.removeAll()
    values.put("a", "second")
    values.finish()
    #expect(Self.render(values) == "no second")
  }

  @Test("of two values with one name the later counts, on a page and within an object")
  func laterCounts() {
    var values = FlatValues()
    values.put("m", 1)
    values.put("m", 2)
    values.put("o", .object(Object([("a", "old"), ("a", nil)])))
    values.finish()
    #expect(Self.render(values) == "2")
  }

  @Test("what is kept prints on every page, with what was kept before it")
  func kept() {
    var all = FlatValues()
    all.put(.none, ["x": "<kept>"])
    let inner = all.keep()
    all.put(.none, ["k": inner, "m": 7])
    let row = all.keep()
    let kept = KeptValues(all)
    for text in ["1", "2"] {
      var values = FlatValues()
      values.put("t", text)
      values.put("k", .list([inner, inner]))
      values.finish()
      #expect(Self.render(values, kept) == "no \(text)\(text)&lt;kept&gt;&lt;kept&gt;")
    }
    var output = Output()
    var ends: [Int] = []
    let template = compile(Self.page).templates.prepared("page", with: Object([("a", "?")]))
    _ = template.render(each: FlatValues([row, ["t": "2"], row]), kept, into: &output) { ends.append($0.count) }
    #expect(String(decoding: output.finished(), as: UTF8.self) == "no ?7&lt;kept&gt;no ?22no ?7&lt;kept&gt;")
    #expect(ends == [17, 23, 40])
  }
}
