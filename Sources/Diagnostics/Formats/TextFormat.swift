// Problems as a person reads them in a terminal:
//
//     content/resources/roi-sheet.md:5:12: error: 'cf0' is not a persona [unknown-persona]
//       5 | personas: [cf0, it-director]
//         |            ^^^ help: did you mean 'cfo'? Write: personas: [cfo, it-director]

package struct TextFormat: Sendable {
  /// Bytes of a long line that are shown around the place.
  private static let widestExcerpt = 160
  private let usesColor: Bool

  package init(usesColor: Bool) { self.usesColor = usesColor }

  package func render(_ problems: [ResolvedProblem]) -> String {
    problems.map(render).joined()
  }

  package func render(_ resolved: ResolvedProblem) -> String {
    let problem = resolved.problem
    let place = bold("\(printable(problem.file)):\(resolved.line):\(resolved.column):")
    let severity = colored(problem.severity.rawValue + ":", problem.severity)
    var text = "\(place) \(severity) \(printable(problem.message)) \(dim("[\(problem.rule.name)]"))\n"
    guard let excerpt = resolved.excerpt else {
      if let help = problem.help { text += "  help: \(printable(help))\n" }
      return text
    }
    let (line, indent, length) = window(of: excerpt, column: resolved.column)
    let number = String(resolved.line)
    let margin = String(repeating: " ", count: number.count)
    let marks = colored(String(repeating: "^", count: length), problem.severity)
    text += "  \(dim("\(number) |")) \(line)\n"
    text += "  \(dim("\(margin) |")) \(String(repeating: " ", count: indent))\(marks)"
    if let help = problem.help { text += " help: \(printable(help))" }
    return text + "\n"
  }

  /// The part of a line around the place, with tabs and control characters shown as blanks; `indent` and `length` count
  /// the characters before and under the marks.
  private func window(of excerpt: Excerpt, column: Int) -> (line: String, indent: Int, length: Int) {
    let bytes = Array(excerpt.text.utf8)
    let column = column - excerpt.before
    var start = 0
    if column > Self.widestExcerpt / 2 { start = column - Self.widestExcerpt / 2 }
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(bytes.count, start + Self.widestExcerpt)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    func characters(_ range: Range<Int>) -> Int { String(decoding: bytes[range], as: UTF8.self).count }
    let from = min(max(column - 1, start), end)
    let upTo = min(from + excerpt.length, end)
    let lead = start > 0 || excerpt.before > 0 ? "…" : ""
    let tail = end < bytes.count || excerpt.after > 0 ? "…" : ""
    let line = lead + printable(String(decoding: bytes[start..<end], as: UTF8.self)) + tail
    return (line, characters(start..<from) + lead.count, max(1, characters(from..<upTo)))
  }

  private func bold(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  private func colored(_ text: String, _ severity: Severity) -> String {
    usesColor ? "\u{1B}[1;\(severity == .error ? 31 : 33)m\(text)\u{1B}[0m" : text
  }
}

/// `text` without what could steer a terminal or turn the line around: control characters and direction overrides.
package func printable(_ text: String) -> String {
  let isHarmless = text.unicodeScalars.allSatisfy { !isSteering($0) }
  guard !isHarmless else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar == "\t" || scalar == "\n" || scalar == "\r" {
      result += " "
    } else {
      result.unicodeScalars.append(isSteering(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return result
}

private func isSteering(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<32, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
