// JUnit's XML as Jenkins' schema has it: a suite a file, a test case a problem. What fails the check is a failure; a
// warning and what a baseline knows are skipped tests, which readers show and count apart. Files without problems are
// one test that passed: many readers take a report without tests for a broken one.

struct JUnitFormat {
  let report: ProblemReport

  func render() -> String {
    let all = report.all
    var suites = ""
    var failures = 0
    var start = 0
    while start < all.count {
      let file = all[start].problem.problem.file
      let end = all[start...].firstIndex { $0.problem.problem.file != file } ?? all.count
      suites += suite(file, all[start..<end], &failures)
      start = end
    }
    if all.isEmpty {
      suites = """
          <testsuite name="shelfmark check" tests="1" failures="0" errors="0" skipped="0">
            <testcase name="\(counted(report.fileCount, "file")) without problems" classname="shelfmark"/>
          </testsuite>

        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="shelfmark check" tests="\(max(1, all.count))" failures="\(failures)" errors="0">
      \(suites)</testsuites>

      """
  }

  private func suite(
    _ file: String, _ problems: ArraySlice<(problem: ResolvedProblem, isKnown: Bool)>, _ failures: inout Int
  ) -> String {
    var cases = ""
    var failed = 0
    for (resolved, isKnown) in problems {
      let isFailure = !isKnown && report.fails(resolved.problem)
      if isFailure { failed += 1 }
      cases += testCase(resolved, isFailure: isFailure, isKnown: isKnown)
    }
    failures += failed
    return """
        <testsuite name="\(attribute(report.basePath + file))" tests="\(problems.count)" failures="\(failed)" errors="0" \
      skipped="\(problems.count - failed)">
      \(cases)  </testsuite>

      """
  }

  private func testCase(_ resolved: ResolvedProblem, isFailure: Bool, isKnown: Bool) -> String {
    let problem = resolved.problem
    let place = "line \(resolved.line), column \(resolved.column)"
    let message = (isKnown ? "known: " : "") + problem.message
    let file = report.path(problem)
    let help = problem.help.map { "\nhelp: \($0)" } ?? ""
    let full = "\(file):\(resolved.line):\(resolved.column): \(problem.message)\(help)"
    let rule = attribute(problem.rule.name)
    let element =
      isFailure
      ? #"<failure type="\#(rule)" message="\#(attribute(message))">\#(text(full))</failure>"#
      : #"<skipped message="\#(attribute("\(problem.severity.rawValue): \(message)"))"/>"#
    return """
          <testcase name="\(attribute("\(problem.rule.name), \(place): \(problem.message)"))" \
      classname="\(attribute(file))">\(element)</testcase>

      """
  }

  private func attribute(_ text: String) -> String { self.text(printable(text)) }

  /// Escaped, and without what no XML document may hold, not even escaped.
  private func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}", "\u{0}"..<" ": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
