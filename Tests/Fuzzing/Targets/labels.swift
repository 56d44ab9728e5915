// Any bytes as a file of labels and as labels above a text: no crash, every place within the file, and whatever could
// not be read has been reported.

import Diagnostics
import FrontMatter

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let small = LabelLimits(byteCount: 4_096, depth: 6, valueCount: 100)
  for limits in [small, .wholeFile] {
    var report = Problems()
    let labels = Labels.inWholeFile(of: bytes, file: "f", limits: limits, report: &report)
    check(labels, report, count)
  }
  var report = Problems()
  let (labels, bodyStart) = Labels.inFrontMatter(of: bytes, file: "f", report: &report)
  precondition((0...count).contains(bodyStart))
  if let labels { check(labels, report, count) }
  return 0
}

private func check(_ labels: Labels, _ report: Problems, _ count: Int) {
  func check(_ range: ByteRange) { precondition(range.lower <= range.upper && Int(range.upper) <= count) }
  var waiting = [labels]
  var values: [Labels.Value] = []
  while let labels = waiting.popLast() {
    precondition(labels.isWhole || !report.isEmpty)
    precondition(Set(labels.entries.map(\.name)).count == labels.entries.count || !report.isEmpty)
    for entry in labels.entries {
      check(entry.nameRange)
      values.append(entry.value)
    }
    while let value = values.popLast() {
      check(value.range)
      switch value.content {
      case .list(let items): values += items
      case .group(let group): waiting.append(group)
      case .unreadable: precondition(!report.isEmpty)
      case .text, .absent: break
      }
    }
  }
  for problem in report.all {
    check(problem.range)
    precondition((problem.help ?? "").utf8.count < 4_000 && problem.message.utf8.count < 4_000)
  }
}
