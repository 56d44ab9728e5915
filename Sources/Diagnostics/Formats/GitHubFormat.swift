// Workflow commands for GitHub Actions, one a problem: `::error file=…,line=…::message`. GitHub shows ten errors and ten
// warnings a step beside the changed lines, the first ones it reads; so errors stand first, and what it will not show is
// told in a table for the job's summary.

package struct GitHubFormat: Sendable {
  /// So many of each kind does GitHub show for a step.
  package static let shownPerKind = 10
  /// A job's summary is refused whole above 1 MiB; this many rows stay far below.
  private static let longestTable = 1_000
  private let report: ProblemReport

  package init(report: ProblemReport) { self.report = report }

  /// A line for each problem; known ones are only counted, in the summary.
  package func commands() -> String {
    (of(.error) + of(.warning)).map(command).joined()
  }

  /// Markdown for the file that $GITHUB_STEP_SUMMARY names.
  package func summary() -> String {
    let errors = of(.error)
    let warnings = of(.warning)
    var text = "### Shelfmark\n\n"
    var counts = [counted(report.fileCount, "file") + " checked", counted(errors.count, "error")]
    counts.append(counted(warnings.count, "warning"))
    if !report.known.isEmpty { counts.append("\(counted(report.known.count, "known problem")) in the baseline") }
    text += counts.joined(separator: ", ") + ".\n"
    let rest = errors.dropFirst(Self.shownPerKind) + warnings.dropFirst(Self.shownPerKind)
    guard !rest.isEmpty else { return text }
    text += "\nGitHub shows ten errors and ten warnings of a step beside the lines. These are the other "
    text += "\(rest.count):\n\n| | where | what | what to do |\n|---|---|---|---|\n"
    for resolved in rest.prefix(Self.longestTable) {
      let problem = resolved.problem
      text += "| \(problem.severity.rawValue) | \(markdown(report.path(problem))):\(resolved.line) "
      text += "| \(markdown(problem.message)) | \(markdown(problem.help ?? "")) |\n"
    }
    if rest.count > Self.longestTable { text += "\nAnd \(rest.count - Self.longestTable) more; see the log.\n" }
    return text
  }

  private func of(_ severity: Severity) -> [ResolvedProblem] {
    report.problems.filter { $0.problem.severity == severity }
  }

  private func command(_ resolved: ResolvedProblem) -> String {
    let problem = resolved.problem
    var properties = ["file=\(property(report.path(problem)))", "line=\(resolved.line)"]
    // Columns are only understood on one line.
    let region = resolved.region
    if let end = region.end, end.line == resolved.line {
      properties += ["endLine=\(end.line)", "col=\(region.column)", "endColumn=\(end.column)"]
    } else {
      properties.append("col=\(region.column)")
    }
    properties.append("title=\(property(problem.rule.name))")
    let message = problem.message + (problem.help.map { "\nhelp: \($0)" } ?? "")
    return "::\(problem.severity.rawValue) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  private func data(_ text: String) -> String { escaped(text, also: "") }
  private func property(_ text: String) -> String { escaped(text, also: ":,") }

  /// As the runner's toolkit escapes; what could steer the terminal of who reads the log is replaced.
  private func escaped(_ text: String, also others: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where others.contains(":"): result += "%3A"
      case "," where others.contains(","): result += "%2C"
      default: result += printable(String(Character(scalar)))
      }
    }
    return result
  }
}
