// What a check found, with all that any of the formats needs. Each format is a file of its own in this folder.

/// The formats in which problems can be told.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, in a terminal.
  case text
  /// For scripts.
  case json
  /// Workflow commands, which GitHub shows beside the changed lines.
  case github
  /// GitLab's Code Quality report, a part of Code Climate's.
  case gitlab
  /// The Static Analysis Results Interchange Format 2.1.0, for code scanning.
  case sarif
  /// JUnit's XML, which nearly every CI system shows.
  case junit
}

package struct ProblemReport: Sendable {
  /// In printing order.
  package var problems: [ResolvedProblem]
  /// What a baseline says was there before: told apart, and failing nothing.
  package var known: [ResolvedProblem]
  /// How many files were checked.
  package var fileCount: Int
  /// True where warnings fail a check too.
  package var isStrict = false
  /// What stands before a file's path for who looks from the root of the repository: "library/", or nothing.
  package var basePath = ""
  /// The version of the program.
  package var version = ""
  /// A digest of bytes in hex, for fingerprints.
  package var digest: @Sendable ([UInt8]) -> String

  package init(
    _ problems: [ResolvedProblem], known: [ResolvedProblem] = [], fileCount: Int,
    digest: @escaping @Sendable ([UInt8]) -> String
  ) {
    self.problems = problems
    self.known = known
    self.fileCount = fileCount
    self.digest = digest
  }

  /// The whole report in a format; `usesColor` is for text alone.
  package func rendered(_ format: ReportFormat, usesColor: Bool = false) -> String {
    switch format {
    case .text: TextFormat(usesColor: usesColor).render(problems)
    case .json: JSONFormat().render(problems, fileCount: fileCount, knownCount: known.count)
    case .github: GitHubFormat(report: self).commands()
    case .gitlab: GitLabFormat(report: self).render()
    case .sarif: SARIFFormat(report: self).render()
    case .junit: JUnitFormat(report: self).render()
    }
  }

  /// Whether a problem is one that fails the check.
  func fails(_ problem: Problem) -> Bool { problem.severity == .error || isStrict }

  func path(_ problem: Problem) -> String { basePath + problem.file }

  /// New and known problems in one order, by file and place.
  var all: [(problem: ResolvedProblem, isKnown: Bool)] {
    (problems.map { ($0, false) } + known.map { ($0, true) }).sorted { left, right in
      let (first, second) = (left.0, right.0)
      if first.problem.file != second.problem.file {
        return first.problem.file.utf8.lexicographicallyPrecedes(second.problem.file.utf8)
      }
      return (first.line, first.column, left.1 ? 1 : 0) < (second.line, second.column, right.1 ? 1 : 0)
    }
  }

  /// For each problem a name that stays when lines move: of its rule, file and message, and of how many alike came
  /// before it in the file.
  func fingerprints(_ problems: [ResolvedProblem]) -> [String] {
    var seen: [String: Int] = [:]
    return problems.map { resolved in
      let problem = resolved.problem
      // A NUL can be in none of them.
      let text = [problem.rule.name, path(problem), problem.message].joined(separator: "\0")
      let count = seen[text, default: 0]
      seen[text] = count + 1
      return digest(Array((count == 0 ? text : "\(text)\0\(count)").utf8))
    }
  }
}
