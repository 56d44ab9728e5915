// Problems as JSON, for scripts: the shape is a promise, fields are only ever added.

package struct JSONFormat: Sendable {
  package init() {}

  /// `fileCount`: how many files were checked. `knownCount`: how many more problems a baseline knows.
  package func render(_ problems: [ResolvedProblem], fileCount: Int, knownCount: Int = 0) -> String {
    var text = "{\n  \"problems\": ["
    for (index, resolved) in problems.enumerated() {
      let problem = resolved.problem
      text += index == 0 ? "\n    {" : ",\n    {"
      text += "\"rule\": \(jsonString(problem.rule.name)), \"severity\": \(jsonString(problem.severity.rawValue)), "
      text += "\"file\": \(jsonString(problem.file)), \"line\": \(resolved.line), \"column\": \(resolved.column), "
      text += "\"message\": \(jsonString(problem.message)), \"help\": \(problem.help.map(jsonString) ?? "null")}"
    }
    text += problems.isEmpty ? "],\n" : "\n  ],\n"
    let errors = problems.count { $0.problem.severity == .error }
    text += "  \"summary\": {\"files\": \(fileCount), \"errors\": \(errors), "
    text += "\"warnings\": \(problems.count - errors), \"known\": \(knownCount)}\n}\n"
    return text
  }
}

/// `text` as a JSON string with its quotes.
package func jsonString(_ text: String) -> String {
  var bytes: [UInt8] = []
  appendJSONString(text, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Appends `text` as a JSON string with its quotes. "<", U+2028 and U+2029 are escaped too, so that the same bytes are
/// safe inside a script.
package func appendJSONString(_ text: String, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  if isPlainInJSON(text.utf8.span) {
    output.append(contentsOf: text.utf8)
  } else {
    appendEscapedJSON(Array(text.utf8), to: &output)
  }
  output.append(UInt8(ascii: "\""))
}

/// Whether `text` stays as it is in a JSON string, as nearly every text does. No byte is written in another way, or may
/// be the end of U+2028 or U+2029. Without "or" between them, the compiler asks this of sixteen bytes at a time.
package func isPlainInJSON(_ text: Span<UInt8>) -> Bool {
  func mark(_ isFound: Bool) -> UInt8 { isFound ? 1 : 0 }
  var found: UInt8 = 0
  for index in text.indices {
    let byte = text[index]
    found |= mark(byte < 32) | mark(byte == UInt8(ascii: "\"")) | mark(byte == UInt8(ascii: "\\"))
    found |= mark(byte == UInt8(ascii: "<")) | mark(byte == 0x7F) | mark(byte & 0xFE == 0xA8)
  }
  return found == 0
}

private func appendEscapedJSON(_ text: [UInt8], to output: inout [UInt8]) {
  let digits = Array("0123456789abcdef".utf8)
  for byte in text {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): output += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case UInt8(ascii: "\t"): output += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case UInt8(ascii: "\r"): output += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case 0..<32, 0x7F, UInt8(ascii: "<"):
      output += Array("\\u00".utf8)
      output += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    case 0xA8 where output.suffix(2) == [0xE2, 0x80], 0xA9 where output.suffix(2) == [0xE2, 0x80]:
      output.removeLast(2)
      output += Array((byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
    default: output.append(byte)
    }
  }
}
