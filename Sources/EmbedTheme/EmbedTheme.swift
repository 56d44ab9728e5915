// The build tool that turns templates/ into Swift source: `embed-theme OUTPUT.swift FILE…`.
// One string literal a file; measured, this compiles at no noticeable cost where a byte array of the same size takes
// minutes.

import Foundation

@main
struct EmbedTheme {
  static func main() throws {
    let arguments = CommandLine.arguments
    var source = "// Written by embed-theme from templates/.\n"
    source += "package enum EmbeddedTheme {\n  package static let files: [(name: String, text: StaticString)] = [\n"
    for path in arguments.dropFirst(2) {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      source += "    (name: \"\(URL(fileURLWithPath: path).lastPathComponent)\", text: \"\(escaped(text))\"),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  /// `text` as the inside of a one-line Swift string literal.
  static func escaped(_ text: String) -> String {
    var literal = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case "\0": literal += "\\0"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal
  }
}
