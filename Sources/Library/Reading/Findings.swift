// What is wrong, kept until everything has been read: a corrected line must have all the corrections of that line, or
// pasting it would leave the next mistake in.

package import Diagnostics

/// Problems on their way, some with what should stand in their place.
package struct Findings: Sendable {
  /// A problem whose help is its line with `replacement` at its place.
  struct Correction: Sendable {
    var problem: Problem
    var replacement: String
    /// What of the place is replaced, and then the place alone is shown; nil for all of it, and its line.
    var part: String?
    /// True for a guess: "did you mean …?".
    var asks: Bool
  }

  /// Lines that are longer are not repeated in the help.
  fileprivate static let longestLine = 200

  private(set) var problems: [Problem] = []
  private(set) var corrections: [Correction] = []

  package init() {}

  var isEmpty: Bool { problems.isEmpty && corrections.isEmpty }
  /// All problems, as they stand.
  var all: [Problem] { problems + corrections.map(\.problem) }

  package mutating func add(_ problem: Problem) { problems.append(problem) }

  package mutating func add(contentsOf other: Problems) {
    if !other.isEmpty { problems += other.all }
  }

  /// Reports with the corrected line as help, where there is a `replacement` for what stands at the problem's place,
  /// or for the last `part` of that. `asking` for one that is only a guess.
  package mutating func add(
    _ problem: Problem, replacement: String?, of part: String? = nil, asking: Bool = true
  ) {
    if let replacement {
      corrections.append(Correction(problem: problem, replacement: replacement, part: part, asks: asking))
    } else {
      problems.append(problem)
    }
  }

  /// Forgets what is only the consequence of something else that has been reported.
  mutating func removeAll(where isConsequence: (Problem) -> Bool) {
    problems.removeAll(where: isConsequence)
    corrections.removeAll { isConsequence($0.problem) }
  }

  package mutating func add(_ other: Findings) {
    if !other.problems.isEmpty { problems += other.problems }
    if !other.corrections.isEmpty { corrections += other.corrections }
  }

  /// The problems with their corrected lines. `bytes` reads a file again; only files with corrections are asked for.
  func resolved(reading bytes: (_ file: String) -> [UInt8]?) -> Problems {
    var result = Problems()
    for problem in problems { result.add(problem) }
    let byFile = Dictionary(grouping: corrections, by: \.problem.file)
    for (file, corrections) in byFile.sorted(by: { $0.key < $1.key }) {
      let source = bytes(file) ?? []
      let lines = LineIndex(source)
      let byLine = Dictionary(grouping: corrections) { lines.position(of: $0.problem.range.lower).line }
      for (line, corrections) in byLine.sorted(by: { $0.key < $1.key }) {
        let ofLabels = corrections.filter { $0.part == nil }
        let line = Self.line(source, lines.bounds(ofLine: line), with: ofLabels)
        for correction in corrections {
          let corrected = correction.part == nil ? line : correction.correctedPlace(in: source)
          result.add(correction.problem(corrected: corrected))
        }
      }
    }
    return result
  }

  /// The line with all its corrections, without the blanks around it; nil where it is too long to show, or a place ends
  /// on another line.
  private static func line(_ source: [UInt8], _ bounds: Range<Int>, with corrections: [Correction]) -> String? {
    guard bounds.count <= longestLine else { return nil }
    var bytes: [UInt8] = []
    var index = bounds.lowerBound
    for correction in corrections.sorted(by: { $0.problem.range.lower < $1.problem.range.lower }) {
      let start = Int(correction.problem.range.lower)
      let end = Int(correction.problem.range.upper)
      guard start >= index, end <= bounds.upperBound else { return nil }
      bytes += source[index..<start]
      bytes += correction.replacement.utf8
      index = end
    }
    bytes += source[index..<bounds.upperBound]
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return nil }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}

extension Findings.Correction {
  /// What stands at the place, with its part replaced; nil where it is not written like that.
  fileprivate func correctedPlace(in source: [UInt8]) -> String? {
    let place = Int(problem.range.lower)..<min(Int(problem.range.upper), source.count)
    guard let part, place.count <= Findings.longestLine else { return nil }
    var last: Int?
    var start = place.lowerBound
    while start < place.upperBound, let found = source.offset(of: part, in: start..<place.upperBound) {
      last = found
      start = found + 1
    }
    guard let last else { return nil }
    let text =
      source[place.lowerBound..<last] + Array(replacement.utf8) + source[(last + part.utf8.count)..<place.upperBound]
    return String(decoding: text, as: UTF8.self)
  }

  fileprivate func problem(corrected: String?) -> Problem {
    let question = asks ? "did you mean '\(replacement)'?" : nil
    let help =
      switch (question, corrected) {
      case (let question?, let line?): "\(question) Write: \(line)"
      case (let question?, nil): question
      case (nil, let line?): "write: \(line)"
      case (nil, nil): "write: \(replacement)"
      }
    return Problem(problem.rule, in: problem.file, at: problem.range, problem.message, help: help)
  }
}
