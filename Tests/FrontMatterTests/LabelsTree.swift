// How the tests write down what was read: {name: 'text', other: [nothing, unreadable]}.

import Diagnostics
import FrontMatter
import TestSupport

/// What a whole file of labels holds, without its places, and the problems found in it.
func read(_ text: String, limits: LabelLimits = .wholeFile) -> (tree: String, problems: [Problem]) {
  var report = Problems()
  let labels = Labels.inWholeFile(of: Array(text.utf8), file: "library.yml", limits: limits, report: &report)
  return (tree(labels), report.sorted())
}

func tree(_ labels: Labels) -> String {
  "{" + labels.entries.map { "\(escaped($0.name)): \(tree($0.value))" }.joined(separator: ", ") + "}"
}

func tree(_ value: Labels.Value) -> String {
  switch value.content {
  case .text(let text, _): "'\(escaped(text))'"
  case .list(let items): "[" + items.map(tree).joined(separator: ", ") + "]"
  case .group(let labels): tree(labels)
  case .absent: "nothing"
  case .unreadable: "unreadable"
  }
}

/// Printable ASCII as it is, all else as `\u{…}`. The differential test's reader writes the same.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if (0x20..<0x7F).contains(scalar.value), scalar != "\\", scalar != "\"", scalar != "'" {
      result.unicodeScalars.append(scalar)
    } else {
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
  return result
}
