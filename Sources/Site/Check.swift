// A check: all that is wrong with a library, its templates and its scenarios, without rendering anything. A build finds
// the same problems with the same code.

package import Diagnostics
package import Files
package import Library
import Mustache
import Search

package struct CheckOptions: Sendable {
  /// The library's root: the folder with content/.
  package var root: Folder
  package var workers = 1
  package var today: Day?
  /// Problems that were there before.
  package var baseline: Baseline?

  package init(root: Folder) { self.root = root }
}

/// Checks the library and says all that is wrong with it; `publication` stays nil.
package func checkLibrary(_ options: CheckOptions) throws(FileFailure) -> BuildReport {
  var loading = LoadOptions()
  loading.today = options.today
  loading.workers = options.workers
  loading.baseline = options.baseline
  loading.rules = Rule.all
  let loaded = try Library.load(options.root, options: loading)
  var report = BuildReport()
  report.library = loaded.library
  report.fileCount = loaded.fileCount
  report.baseline = loaded.baseline
  report.problems.add(contentsOf: loaded.problems)
  report.known.add(contentsOf: loaded.known)
  var found = Problems()
  _ = try Theme(overriding: options.root, report: &found)
  report.addOwn(found)
  guard !loaded.library.scenarios.isEmpty else { return report }
  let matcher = Matcher(loaded.library, index(loaded.library, workers: options.workers))
  report.addScenarios(matcher, today: options.today, isError: true)
  return report
}

extension BuildReport {
  /// Adds problems that were not found by loading: with the severities that library.yml asks for, known ones apart.
  mutating func addOwn(_ found: Problems, asWarnings: Bool = false) {
    for var problem in found.applying(library.ruleSeverities).sorted().shortened {
      // A template that cannot be read makes no page, whoever knows of it.
      if problem.rule != .templateSyntax, baseline.take(problem) {
        known.add(problem)
      } else {
        if asWarnings { problem.severity = .warning }
        problems.add(problem)
      }
    }
  }

  /// Adds what scenarios do not hold. What is expected of a file with mistakes is their consequence.
  mutating func addScenarios(_ matcher: Matcher, today: Day?, isError: Bool) {
    let errors = (problems.all + known.all).lazy.filter { $0.severity == .error }
    let faulty = Set(errors.map(\.file)).union(library.dropped.map(\.file))
    addOwn(ScenarioCheck(matcher).problems(today: today, besides: faulty), asWarnings: !isError)
  }

  mutating func addScenarios(_ matcher: Matcher, _ options: BuildOptions) {
    guard !library.scenarios.isEmpty else { return }
    addScenarios(matcher, today: options.today, isError: !options.holdsBack)
  }
}
