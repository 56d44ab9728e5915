import Diagnostics
import Mustache
import Testing

@Suite("Templates without bounds")
struct LimitTests {
  private func rendering(
    _ page: String, _ value: Value = [:], _ others: [String: String] = [:], _ limits: RenderLimits = RenderLimits()
  ) -> (output: String, facts: Rendering) {
    var output: [UInt8] = []
    let facts = compile(page, others).templates.render("page", value, into: &output, limits: limits)
    return (String(decoding: output, as: UTF8.self), facts)
  }

  @Test(
    "a template that brings in itself is given up at a depth, with its place",
    arguments: ["a{{>page}}", "a\n {{>page}}\n", "a{{>page}}{{>page}}", "a{{<page}}{{/page}}", "a{{>*me}}"])
  func limitsDepth(page: String) throws {
    let result = rendering(page, ["me": "page"])
    let stopped = try #require(result.facts.stopped)
    #expect(stopped.limit == .depth)
    #expect(stopped.template == "page")
    #expect(stopped.range.lower > 0)
    #expect(result.output.count(where: { $0 == "a" }) == 101)
  }

  @Test("recursion over data ends with the data")
  func recurs() {
    var tree: Value = ["n": 0]
    for number in 1...90 { tree = ["n": .integer(number), "inner": .list([tree])] }
    let result = rendering("{{n}},{{#inner}}{{>page}}{{/inner}}", tree)
    // The innermost has no list of its own and finds the one around it.
    #expect(result.facts.stopped?.limit == .depth)
    var ended: Value = ["n": 0, "inner": []]
    for number in 1...90 { ended = ["n": .integer(number), "inner": .list([ended])] }
    let whole = rendering("{{n}},{{#inner}}{{>page}}{{/inner}}", ended)
    #expect(whole.facts.stopped == nil)
    #expect(whole.output.hasSuffix(",2,1,0,"))
  }

  @Test("templates that double thirty times are given up by work and by output")
  func limitsWork() {
    var others: [String: String] = [:]
    for number in 0..<30 { others["t\(number)"] = "{{>t\(number + 1)}}{{>t\(number + 1)}}" }
    others["t30"] = "0123456789"
    var limits = RenderLimits()
    limits.work = 100_000
    #expect(rendering("{{>t0}}", [:], others, limits).facts.stopped?.limit == .work)
    limits.output = 1_000
    let result = rendering("{{>t0}}", [:], others, limits)
    #expect(result.facts.stopped?.limit == .output)
    #expect(result.output.utf8.count < 1_020)
    #expect(
      rendering("{{#l}}{{#l}}{{#l}}x{{/l}}{{/l}}{{/l}}", ["l": .list(Array(repeating: 1, count: 100))], [:], limits)
        .facts.stopped?.limit == .output)
  }

  @Test("sections may be nested ten thousand deep", arguments: [1_000, 10_000])
  func nests(depth: Int) {
    let page =
      String(repeating: "{{#a}}", count: depth) + "{{b}}" + String(repeating: "{{/a}}", count: depth)
    #expect(compile(page).problems.isEmpty)
    let result = rendering(page, ["a": true, "b": "x"])
    #expect(result.facts.stopped == nil || depth > 1_000)
    if depth == 1_000 { #expect(result.output == "x") }
    let open = String(repeating: "{{#a}}", count: depth)
    #expect(compile(open).problems.all.count == min(depth, 1_001))
  }

  @Test(
    "a large template without end tags, or of tags alone, is read in linear time",
    arguments: [
      "{{", "{{{", "{{#a}}", "{{/a}}", "{{$a}}\n", "{{<a}}", "{{!", "{{=", "  ", "{{a", "{{#a}}{{/b}}",
      "{{<a}}{{$b}}\n ",
      "{{=| |=}}|a", "\n{{>a}}", "{{#a b}}", "{{*", "}}",
    ])
  func readsInLinearTime(piece: String) {
    func time(_ count: Int) -> Duration {
      let page = String(repeating: piece, count: count)
      return ContinuousClock().measure { _ = compile(page) }
    }
    // Ten times the text; a quadratic reader would take a hundred times as long. The rest, and the second try, are for
    // a busy machine.
    _ = time(100)
    let isLinear = (0..<3).contains { _ in time(20_000) < time(2_000) * 40 + .milliseconds(50) }
    #expect(isLinear)
  }
}
