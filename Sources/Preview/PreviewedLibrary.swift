// The library as it is on the disk and the site that is shown of it. They differ while there are errors: then the last
// site without any stays. Where there was none since the start, what is sound is shown, as `build --hold-back` would.

package import Diagnostics
package import Files
package import Library
import Site

package struct PreviewOptions: Sendable {
  /// The library's root: the folder with content/.
  package var root: Folder
  /// The day that dates are compared with, asked for each time anew.
  package var today: @Sendable () -> Day
  package var workers: Int

  package init(root: Folder, workers: Int, today: @escaping @Sendable () -> Day) {
    self.root = root
    self.workers = workers
    self.today = today
  }
}

/// A value, but its cache is shared between copies: only one of them may be updated.
package struct PreviewedLibrary: Sendable {
  private let options: PreviewOptions
  private let cache = LoadCache()
  private let words = WordParts()
  private var theme: Theme?
  private var themeProblems = Problems()
  /// True once there was a site without errors.
  private var hasSoundSite = false

  /// What is shown.
  package private(set) var site: PreviewSite
  /// Counts the sites that were shown.
  package private(set) var siteNumber = 1
  /// What is wrong with the files as they are now, in printing order.
  package private(set) var problems: [ResolvedProblem] = []
  package private(set) var fileCount = 0
  package var hasErrors: Bool { problems.contains { $0.problem.severity == .error } }
  package private(set) var title: String
  /// True where an older state is shown, because the newest has errors.
  package private(set) var isOutdated = false

  /// Reads the library for the first time.
  package init(_ options: PreviewOptions) throws(FileFailure) {
    self.options = options
    site = PreviewSite(Library(), try Theme.builtIn(), words: words, workers: 1)
    title = ""
    try load(ContentChange(isEverything: true))
  }

  /// Reads what has changed. A failure leaves everything as it was.
  package mutating func update(_ change: ContentChange) throws(FileFailure) {
    if change.isEverything { cache.forgetAll() } else { cache.forget(change.paths, in: options.root) }
    if change.concernsNames { words.forget() }
    try load(change)
  }

  private mutating func load(_ change: ContentChange) throws(FileFailure) {
    if change.concernsTheme { try loadTheme() }
    var loading = LoadOptions()
    loading.today = options.today()
    loading.workers = options.workers
    loading.rules = Rule.all
    loading.cache = cache
    var loaded = try Library.load(options.root, options: loading)
    var found = Problems()
    for problem in loaded.problems { found.add(problem) }
    found.add(contentsOf: themeProblems.applying(loaded.library.ruleSeverities))
    problems = resolved(found, after: change)
    fileCount = loaded.fileCount
    if hasErrors, hasSoundSite {
      isOutdated = true
      return
    }
    if hasErrors {
      loading.holdsBack = true
      loaded = try Library.load(options.root, options: loading)
    }
    var sound = theme
    if themeProblems.hasErrors || sound == nil { sound = try Theme.builtIn() }
    guard let sound else { return }
    title = loaded.library.site.title
    let new = PreviewSite(loaded.library, sound, words: words, workers: options.workers)
    site = new
    siteNumber += 1
    hasSoundSite = !hasErrors
    isOutdated = false
  }

  /// The problems with their lines; files without other problems than before are not read again.
  private func resolved(_ found: Problems, after change: ContentChange) -> [ResolvedProblem] {
    let known = Dictionary(grouping: problems, by: \.problem.file)
    var resolved: [ResolvedProblem] = []
    let sorted = found.sorted()
    for problems in sorted.split(whereNeighbours: { $0.file != $1.file }) {
      guard let file = problems.first?.file else { continue }
      if let known = known[file], !change.isEverything, !change.paths.contains(file), known.map(\.problem) == problems {
        resolved += known
        continue
      }
      var ofFile = Problems()
      for problem in problems { ofFile.add(problem) }
      resolved += ofFile.resolved { try? options.root.read($0) }
    }
    return resolved
  }

  private mutating func loadTheme() throws(FileFailure) {
    var found = Problems()
    theme = try Theme(overriding: options.root, report: &found)
    themeProblems = found
  }
}

extension [Problem] {
  /// Runs of problems; a new one begins between two that `areApart`.
  fileprivate func split(whereNeighbours areApart: (Problem, Problem) -> Bool) -> [[Problem]] {
    var runs: [[Problem]] = []
    for problem in self {
      if let last = runs.last?.last, !areApart(last, problem) {
        runs[runs.count - 1].append(problem)
      } else {
        runs.append([problem])
      }
    }
    return runs
  }
}
