// A problem with the line and column a person looks for, and the line itself.

/// A problem ready to be printed.
package struct ResolvedProblem: Sendable {
  package let problem: Problem
  /// Both from 1; the column counts UTF-8 bytes.
  package let line: Int
  package let column: Int
  /// The text of that line, and how many bytes of it the problem covers (at least 1); nil for a file as a whole or one
  /// that cannot be read.
  package let excerpt: (text: String, length: Int)?
}

extension Problems {
  /// All problems in printing order with their lines and columns. `bytes` reads a file again (only files with problems
  /// are asked for), nil where it cannot.
  package func resolved(reading bytes: (_ file: String) -> [UInt8]?) -> [ResolvedProblem] {
    var file: String?
    var source: [UInt8] = []
    var lines = LineIndex([])
    return sorted().map { problem in
      if problem.file != file {
        file = problem.file
        source = bytes(problem.file) ?? []
        lines = LineIndex(source)
      }
      let offset = min(problem.range.lower, UInt32(clamping: source.count))
      let (line, column) = lines.position(of: offset)
      guard problem.range.upper > problem.range.lower, !source.isEmpty else {
        return ResolvedProblem(problem: problem, line: line, column: column, excerpt: nil)
      }
      var bounds = lines.bounds(ofLine: line)
      while let last = bounds.last, source[last] == UInt8(ascii: "\n") || source[last] == UInt8(ascii: "\r") {
        bounds = bounds.lowerBound..<last
      }
      let length = min(Int(problem.range.upper), bounds.upperBound) - Int(offset)
      return ResolvedProblem(
        problem: problem, line: line, column: column,
        excerpt: (String(decoding: source[bounds], as: UTF8.self), max(1, length)))
    }
  }
}
