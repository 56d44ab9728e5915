// The words about where labels begin and end, how large they are, and what may not stand in them anywhere.

import Diagnostics

extension Problem {
  static func tooLarge(_ labels: Range<Int>, file: String, limit: Int) -> Problem {
    Problem(
      .labelSyntax, in: file, at: ByteRange(labels.lowerBound, labels.lowerBound + 1),
      "the labels are longer than \(size(limit))",
      help: "keep labels short and write longer texts below them, or in files of their own")
  }

  static func tooManyProblems(_ range: ByteRange, file: String) -> Problem {
    Problem(
      .labelSyntax, in: file, at: range, "the labels from here on are not read: there are too many mistakes above",
      help: "mend those first")
  }

  static func neverClosed(_ dashes: ByteRange, before line: Int?, file: String) -> Problem {
    Problem(
      .labelSyntax, in: file, at: dashes, "the labels that start here are never closed",
      help: line.map { "write '---' on a line of its own above line \($0)" }
        ?? "write '---' on a line below the last label")
  }

  static func notThreeDashes(_ bytes: [UInt8], _ line: SourceLine, file: String) -> Problem {
    let content = bytes.trimmed(line)
    return Problem(
      .labelSyntax, in: file, at: ByteRange(content.lowerBound, content.upperBound),
      "labels stand between lines of exactly three dashes", help: "write '---' at the very start of the line")
  }

  static func notOnFirstLine(_ dashes: ByteRange, file: String) -> Problem {
    Problem(
      .labelSyntax, in: file, at: dashes, "labels start on the very first line of a file",
      help: "delete what stands before '---'")
  }

  static func missingOpening(_ first: ByteRange, file: String) -> Problem {
    Problem(
      .labelSyntax, in: file, at: first, "the line '---' above the labels is missing",
      help: "write '---' on a line of its own above this line")
  }

  static func dotsInsteadOfDashes(_ line: SourceLine, file: String) -> Problem {
    Problem(
      .labelSyntax, in: file, at: ByteRange(line.start, line.start + 3), "labels end with three dashes, not dots",
      help: "write '---' instead of '...'")
  }

  static func textBesideDashes(_ bytes: [UInt8], _ line: SourceLine, file: String) -> Problem {
    let content = bytes.trimmed(SourceLine(start: line.start + 3, end: line.end, next: line.next))
    return Problem(
      .labelSyntax, in: file, at: ByteRange(content.lowerBound, content.upperBound),
      "nothing may stand beside '\(String(decoding: bytes[line.start..<line.start + 3], as: UTF8.self))'",
      help: "move it to the line below")
  }

  static func severalSets(_ line: SourceLine, file: String) -> Problem {
    Problem(
      .labelSyntax, in: file, at: ByteRange(line.start, line.start + 3),
      "a file holds one set of labels, and '---' starts a second", help: "delete this line")
  }

  static func directive(_ line: SourceLine, file: String) -> Problem {
    Problem(
      .labelSyntax, in: file, at: ByteRange(line.start, line.end), "a line that starts with '%' has no meaning here",
      help: "delete this line")
  }

  static func textAfterEnd(_ line: SourceLine, file: String) -> Problem {
    Problem(
      .labelSyntax, in: file, at: ByteRange(line.start, line.end), "labels go on after their end",
      help: "delete the line '...' above")
  }

  static func oddCharacter(_ code: UInt32, _ range: ByteRange, file: String) -> Problem {
    let digits = String(code, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Problem(
      .labelSyntax, in: file, at: range, "an invisible character (\(name)) stands here", help: "delete it")
  }

  private static func size(_ byteCount: Int) -> String {
    let isKilobytes = byteCount % 1024 == 0
    let number = isKilobytes ? byteCount / 1024 : byteCount
    let thousands = number / 1000
    let rest = String(number % 1000)
    let digits =
      thousands == 0 ? rest : "\(thousands)," + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    return digits + (isKilobytes ? " KB" : " bytes")
  }
}
