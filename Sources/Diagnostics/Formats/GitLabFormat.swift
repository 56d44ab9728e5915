// GitLab's Code Quality report: a list of issues. GitLab compares the list of a merge request with that of its target by
// fingerprint, so a fingerprint must stay when lines move, and stand only once.

struct GitLabFormat {
  let report: ProblemReport

  func render() -> String {
    let all = report.all
    let fingerprints = report.fingerprints(all.map(\.problem))
    return JSONText.list(
      zip(all, fingerprints).map { item, fingerprint in
        let problem = item.problem.problem
        let severity = item.isKnown ? "info" : problem.severity == .error ? "major" : "minor"
        let help = problem.help.map { ". Help: \($0)" } ?? ""
        return [
          "description": .text(printable(problem.message + help)),
          "check_name": .text(problem.rule.name), "fingerprint": .text(fingerprint), "severity": .text(severity),
          "location": ["path": .text(report.path(problem)), "lines": ["begin": .number(item.problem.line)]],
        ]
      }
    ).rendered
  }
}
