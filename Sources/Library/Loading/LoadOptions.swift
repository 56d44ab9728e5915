// What a caller can choose about loading, and what it gets.

package import Diagnostics

package struct LoadOptions: Sendable {
  /// On how many threads files are read.
  package var workers = 1
  /// Compared with dates in content; nil leaves the rules out that depend on it. Nothing in the library does.
  package var today: Day?
  /// Takes out what must not be published instead of giving up: see `HoldingBack.swift`.
  package var holdsBack = false
  /// Problems that were there before. Where nothing but those is wrong, they are dealt with as with `holdsBack`.
  package var baseline: Baseline?
  package var kinds: [any Kind] = Kinds.all
  /// Spares reading what has not changed since the load before with the same cache.
  package var cache: LoadCache?
  /// All rules whose severity library.yml may set.
  package var rules: [Rule] = Library.rules

  package init() {}
}

/// A library with all that is wrong with it.
package struct LoadedLibrary: Sendable {
  package internal(set) var library = Library()
  /// With the severities that library.yml asks for, in printing order.
  package internal(set) var problems: [Problem] = []
  /// What the baseline knows, as it was found.
  package internal(set) var known: [Problem] = []
  /// The baseline without those.
  package internal(set) var baseline = Baseline()
  /// What was read, with all that only loading needs. Whoever ends soon keeps it: see `BuildReport.remains`.
  package internal(set) var remains: [any Sendable] = []
  /// How many files were read.
  package internal(set) var fileCount = 0
  /// True where nothing may be published.
  package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
