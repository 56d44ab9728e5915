// What open pages are told: which site is shown, and what is wrong with the library, as one line: the site's name, a
// blank, and JSON.

import Diagnostics

enum News {
  /// More are counted: a list that long is for `check`.
  private static let longestList = 100

  static func line(site: String, _ problems: [ResolvedProblem], isOutdated: Bool, failure: String?) -> String {
    let errors = problems.count { $0.problem.severity == .error }
    // Errors first: of a long list only the beginning is shown.
    let ordered = problems.filter { $0.problem.severity == .error } + problems.filter { $0.problem.severity != .error }
    var items = ordered.prefix(longestList).map(item)
    if let failure {
      items.insert("{\"place\":\"\",\"severity\":\"error\",\"message\":\(jsonString(failure)),\"rule\":\"\"}", at: 0)
    }
    var fields = [
      "\"errors\":\(errors + (failure == nil ? 0 : 1))",
      "\"summary\":\(jsonString(summary(errors: errors, warnings: problems.count - errors, failure)))",
      "\"problems\":[\(items.joined(separator: ","))]",
    ]
    if isOutdated || failure != nil {
      fields.append("\"note\":\(jsonString("The page shows the library as it was before these mistakes."))")
    } else if errors > 0 {
      fields.append("\"note\":\(jsonString("The page leaves out what cannot be shown."))")
    }
    if ordered.count > longestList {
      let more = "and \(ordered.count - longestList) more; 'shelfmark check' lists them all"
      fields.append("\"more\":\(jsonString(more))")
    }
    return "\(site) {\(fields.joined(separator: ","))}"
  }

  private static func summary(errors: Int, warnings: Int, _ failure: String?) -> String {
    if failure != nil { return "The library cannot be read" }
    var parts: [String] = []
    if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    return parts.isEmpty ? "No problems" : parts.joined(separator: ", ")
  }

  private static func item(_ resolved: ResolvedProblem) -> String {
    let problem = resolved.problem
    var fields = [
      "\"place\":\(jsonString("\(printable(problem.file)):\(resolved.line):\(resolved.column)"))",
      "\"severity\":\(jsonString(problem.severity.rawValue))", "\"message\":\(jsonString(printable(problem.message)))",
      "\"rule\":\(jsonString(problem.rule.name))",
    ]
    if let help = problem.help { fields.append("\"help\":\(jsonString(printable(help)))") }
    if let excerpt = resolved.excerpt { fields.append("\"excerpt\":\(jsonString(printable(excerpt.text)))") }
    return "{\(fields.joined(separator: ","))}"
  }
}
