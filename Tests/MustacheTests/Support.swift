// Short ways to compile and render in the tests of this folder.

import Diagnostics
import Mustache
import TestSupport

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
