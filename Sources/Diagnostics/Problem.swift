// A mistake of an author, as a fact with a place; how it is printed is the report formats' business.

/// One mistake. Messages are lower case, without a full stop, in the words of someone who writes content ("label",
/// "list", "text", "file"), with names in 'quotes'. `help` says what to do next, wherever possible as the corrected
/// line ready to paste.
package struct Problem: Sendable, Equatable {
  package let rule: Rule
  package var severity: Severity
  /// The file's path below the library's root, such as "content/resources/roi-sheet.md".
  package let file: String
  /// Where in the file; `.start` for the file as a whole.
  package let range: ByteRange
  package let message: String
  package let help: String?

  package init(_ rule: Rule, in file: String, at range: ByteRange = .start, _ message: String, help: String? = nil) {
    self.rule = rule
    severity = rule.severity
    self.file = file
    self.range = range
    self.message = message
    self.help = help
  }
}

/// The problems found so far. Whoever may find mistakes takes `report: inout Problems` last, reports, and still
/// returns something usable.
package struct Problems: Sendable {
  package private(set) var all: [Problem] = []
  /// How many there were beyond the limit.
  package private(set) var leftOut = 0
  private let limit: Int

  /// Keeps the first `limit` problems that are added one by one.
  package init(limit: Int = .max) { self.limit = limit }

  package mutating func add(_ problem: Problem) {
    if all.count < limit { all.append(problem) } else { leftOut += 1 }
  }
  package mutating func add(contentsOf other: Problems) { all += other.all }
  package mutating func add(contentsOf others: [Problem]) { all += others }

  package var isEmpty: Bool { all.isEmpty }
  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// By file, place and rule, without exact repeats: the order in which problems are printed.
  package func sorted() -> [Problem] {
    let ordered = all.sorted { left, right in
      if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
      if left.range.lower != right.range.lower { return left.range.lower < right.range.lower }
      if left.rule.name != right.rule.name { return left.rule.name < right.rule.name }
      return left.message < right.message
    }
    var result: [Problem] = []
    result.reserveCapacity(ordered.count)
    for problem in ordered where result.last != problem { result.append(problem) }
    return result
  }

  /// The same problems with the severities that library.yml asks for: `off` removes one, fixed rules stay as they are.
  package func applying(_ severities: [String: Severity]) -> Problems {
    var result = Problems()
    result.all = all.compactMap { problem in
      guard !problem.rule.isFixed, let severity = severities[problem.rule.name] else { return problem }
      guard severity != .off else { return nil }
      var changed = problem
      changed.severity = severity
      return changed
    }
    return result
  }
}
