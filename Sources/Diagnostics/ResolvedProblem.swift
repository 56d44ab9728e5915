// A problem with the line and column a person looks for, and the line itself.

/// A problem ready to be printed.
package struct ResolvedProblem: Sendable {
  package let problem: Problem
  /// Both from 1; the column counts UTF-8 bytes.
  package let line: Int
  package let column: Int
  /// The same place as editors count.
  package let region: Region
  /// Nil for a file as a whole or one that cannot be read.
  package let excerpt: Excerpt?
}

/// The part of a line around a problem: a line may be long, and have thousands of problems.
package struct Excerpt: Sendable {
  /// Bytes on either side of the place.
  private static let margin = 200
  package let text: String
  /// How many bytes of the line come before the text, and after it.
  package let before: Int
  package let after: Int
  /// How many bytes of the text the problem covers, at least 1.
  package let length: Int

  /// The bytes of the line, and the part of them that the problem covers.
  init(_ source: [UInt8], line: Range<Int>, place: Range<Int>) {
    var start = max(line.lowerBound, place.lowerBound - Self.margin)
    while start > line.lowerBound, source[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(line.upperBound, max(start, place.lowerBound) + Self.margin)
    while end < line.upperBound, source[end] & 0xC0 == 0x80 { end += 1 }
    text = String(decoding: source[start..<max(start, end)], as: UTF8.self)
    before = start - line.lowerBound
    after = line.upperBound - max(start, end)
    length = max(1, min(place.upperBound, end) - place.lowerBound)
  }
}

extension Problems {
  /// All problems in printing order with their lines and columns. `bytes` reads a file again (only files with problems
  /// are asked for), nil where it cannot.
  package func resolved(reading bytes: (_ file: String) -> [UInt8]?) -> [ResolvedProblem] {
    var file: String?
    var source: [UInt8] = []
    var lines = LineIndex([])
    var regions = RegionFinder([], lines)
    return sorted().map { problem in
      if problem.file != file {
        file = problem.file
        source = bytes(problem.file) ?? []
        lines = LineIndex(source)
        regions = RegionFinder(source, lines)
      }
      let offset = min(problem.range.lower, UInt32(clamping: source.count))
      let (line, column) = lines.position(of: offset)
      let end = min(max(problem.range.upper, offset), UInt32(clamping: source.count))
      let region = regions.region(of: Int(offset)..<Int(end))
      guard problem.range.upper > problem.range.lower, !source.isEmpty else {
        return ResolvedProblem(problem: problem, line: line, column: column, region: region, excerpt: nil)
      }
      var bounds = lines.bounds(ofLine: line)
      while let last = bounds.last, source[last] == UInt8(ascii: "\n") || source[last] == UInt8(ascii: "\r") {
        bounds = bounds.lowerBound..<last
      }
      let place = Int(offset)..<max(Int(offset), Int(problem.range.upper))
      return ResolvedProblem(
        problem: problem, line: line, column: column, region: region,
        excerpt: Excerpt(source, line: bounds, place: place))
    }
  }
}
