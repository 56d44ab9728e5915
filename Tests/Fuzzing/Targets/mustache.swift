// Any bytes as templates that call one another (they are told apart by the byte 1): no crash, an end within the limits,
// places within the file, the same bytes with constants printed ahead as without; and values come out escaped unless the
// template asks for them raw.

import Diagnostics
import Mustache

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 1, maxSplits: 2, omittingEmptySubsequences: false)
  let sources = zip(["page", "other", "third"], parts).map { name, part in
    TemplateSource(name: name, bytes: Array(part), file: name)
  }
  var problems = Problems()
  let templates = TemplateSet(sources, report: &problems)
  for problem in problems.all {
    let size = sources.first { $0.name == problem.file }?.bytes.count ?? 0
    precondition(problem.range.lower <= problem.range.upper && Int(problem.range.upper) <= size)
  }
  let output = rendered(templates)
  // Neither by a template's own letters nor raw can the mark's capital come out, then.
  let isEscaped =
    !bytes.contains(UInt8(ascii: "M")) && !templates.templates.contains { $0.names.contains { $0.kind == .raw } }
  if isEscaped { precondition(!String(decoding: output, as: UTF8.self).contains("<M")) }
  return 0
}

private func rendered(_ templates: TemplateSet) -> [UInt8] {
  var limits = RenderLimits()
  limits.work = 20_000
  limits.output = 100_000
  let value: Value = [
    "a": "<M>&'\"", "b": ["a": "<M", "c": 7, "d": ["name": "page"]], "list": [1, [2, [:]], ["a": "in"], nil, "<M>"],
    "name": "other", "no": false, "bytes": .bytes(Array("<M>".utf8)),
  ]
  let constant: (Name, Value) = ("outer", ["<M>", 1, "b"])
  guard case .object(let own) = value else { return [] }
  var all = own
  all[constant.0] = constant.1
  var output: [UInt8] = []
  let result = templates.render("page", .object(all), into: &output, limits: limits)
  var prepared = Output()
  let same = templates.prepared("page", with: Object([constant])).render(value, into: &prepared, limits: limits)
  precondition(result.stopped != nil || same.stopped != nil || prepared.finished() == output)
  precondition(output.count <= limits.output + 200_000 || result.stopped != nil)
  return output
}
