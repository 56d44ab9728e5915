// Short ways to compile and render in the tests of this folder.

import Diagnostics
import Mustache

/// Compiles "page" and other templates, and gives what was reported.
func compile(_ page: String, _ others: [String: String] = [:]) -> (templates: TemplateSet, problems: Problems) {
  var problems = Problems()
  var sources = [TemplateSource(name: "page", bytes: Array(page.utf8), file: "templates/page.html")]
  for (name, text) in others.sorted(by: { $0.key < $1.key }) {
    sources.append(TemplateSource(name: name, bytes: Array(text.utf8), file: "templates/\(name).html"))
  }
  return (TemplateSet(sources, report: &problems), problems)
}

func render(_ page: String, _ value: Value = [:], _ others: [String: String] = [:]) -> String {
  var output: [UInt8] = []
  _ = compile(page, others).templates.render("page", value, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
