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

/// Whether `text` stays as it is in a JSON string, as nearly every text does: eight bytes at a time, and one by one
/// where something other than plain ASCII is among them.
private func isPlainInJSON(_ text: Span<UInt8>) -> Bool {
  var index = 0
  while index < text.count {
    let end = min(index + 8, text.count)
    if end - index == 8, isPlainASCII(text.extracting(index..<end)) {
      index = end
      continue
    }
    while index < end {
      if isEscapedInJSON(text[index]) { return false }
      index &+= 1
    }
  }
  return true
}

/// Whether eight bytes are letters, digits and signs that JSON has as they are; now and then false where they are.
@inline(__always)
private func isPlainASCII(_ eight: Span<UInt8>) -> Bool {
  var word: UInt64 = 0
  for place in 0..<8 { word |= UInt64(eight[place]) << UInt64(place * 8) }
  let ones: UInt64 = 0x0101_0101_0101_0101
  /// Has the highest bit of each byte that is below `limit`, and of some others where it has one.
  func below(_ limit: UInt64, _ word: UInt64) -> UInt64 { (word &- ones &* limit) & ~word }
  func equal(_ byte: UInt8) -> UInt64 { below(1, word ^ ones &* UInt64(byte)) }
  let found =
    word | word &+ ones | below(32, word) | equal(UInt8(ascii: "\"")) | equal(UInt8(ascii: "\\"))
    | equal(UInt8(ascii: "<"))
  return found & 0x8080_8080_8080_8080 == 0
}

/// Whether a byte is written in another way, or may be the end of U+2028 or U+2029.
private func isEscapedInJSON(_ byte: UInt8) -> Bool {
  byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<") || byte == 0x7F
    || byte == 0xA8 || byte == 0xA9
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
