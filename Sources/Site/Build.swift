// A whole build: load, check, index, render, stage, publish. With an error anywhere nothing is published and the site
// that is there stays as it is.

package import Diagnostics
package import Files
package import Library
import Search

package struct BuildOptions: Sendable {
  /// The library's root: the folder with content/.
  package var root: Folder
  /// Where the site goes.
  package var output: String
  package var workers = 1
  /// Only for the problems that dates make; nothing that is built depends on it.
  package var today: Day?
  package var holdsBack = false
  package var adoptsForeignFiles = false
  /// Problems that were there before, and stop nothing.
  package var baseline: Baseline?
  /// Warnings stop the publication too.
  package var isStrict = false
  /// Told now and then what is being done: "rendering 1,200 of 10,000".
  package var progress: @Sendable (_ phase: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in }

  package init(root: Folder, output: String) {
    self.root = root
    self.output = output
  }
}

extension BuildOptions {
  /// Why the site cannot go where it was told to, or nil: what is built must never mix with what it is built from.
  package var outputMistake: String? {
    let site = Folder(output)
    for name in ["content", "templates"] {
      let source = Folder(root.absolute(name))
      if source.contains(site) { return "it is in '\(name)', where the library's own files are" }
      if site.contains(source) { return "the library's '\(name)' is in it" }
    }
    return nil
  }
}

package struct BuildReport: Sendable {
  package var problems = Problems()
  /// What the baseline knows, and what of it is not there any more.
  package var known = Problems()
  package var baseline = Baseline()
  package var fileCount = 0
  /// nil where errors kept everything back.
  package var publication: Publication?
  package var library = Library()
  /// What the site was made of. A program that ends anyway does well to keep it: the system drops it faster.
  package var remains: [any Sendable] = []
  /// Seconds on the clock and of all processors together, by phase, in order.
  package var timings: [(phase: String, seconds: Double, processorSeconds: Double)] = []
}

package func buildSite(_ options: BuildOptions) throws(FileFailure) -> BuildReport {
  var report = BuildReport()
  var clock = PhaseClock()

  var loading = LoadOptions()
  loading.today = options.today
  loading.workers = options.workers
  loading.holdsBack = options.holdsBack
  loading.baseline = options.baseline
  loading.rules = Rule.all
  let loaded = try Library.load(options.root, options: loading)
  report.library = loaded.library
  report.fileCount = loaded.fileCount
  report.baseline = loaded.baseline
  report.problems.add(contentsOf: loaded.problems)
  report.known.add(contentsOf: loaded.known)
  clock.end("read and check", in: &report)

  var found = Problems()
  let theme = try Theme(overriding: options.root, report: &found)
  report.addOwn(found)
  guard !report.problems.hasErrors, !options.isStrict || report.problems.isEmpty else { return report }

  let matcher = Matcher(loaded.library, index(loaded.library, workers: options.workers))
  report.addScenarios(matcher, options)
  clock.end("index", in: &report)
  guard !report.problems.hasErrors, !options.isStrict || report.problems.isEmpty else { return report }

  let site = Site(library: loaded.library, matcher: matcher, theme: theme, workers: options.workers)
  let routes = site.routes()
  report.remains = [loaded, site, routes]
  report.problems.add(contentsOf: pathClashes(routes))
  guard !report.problems.hasErrors else { return report }
  clock.end("plan", in: &report)

  let publisher = try Publisher(site: options.output, adoptsForeignFiles: options.adoptsForeignFiles)
  try stage(routes, of: theme, with: publisher, options)
  report.problems.add(contentsOf: theme.unfinished.withLock(\.self))
  guard !report.problems.hasErrors else { return report }
  clock.end("render and stage pages", in: &report)
  try stage(site.searchShards(), with: publisher, options)
  clock.end("render and stage the index", in: &report)
  report.publication = try publisher.publish()
  clock.end("publish", in: &report)
  return report
}

/// Renders every route and stages what changed, on all cores. The first failure, in the order of routes, is thrown.
private func stage(
  _ routes: [Route], of theme: Theme, with publisher: Publisher, _ options: BuildOptions
) throws(FileFailure) {
  let done = Counter()
  let failures = concurrently(routes.count, workers: options.workers, state: PageSpace.init) {
    space, index -> FileFailure? in
    let route = routes[index]
    guard theme.makesWholePages else { return nil }  // nothing will be published
    do throws(FileFailure) {
      switch route.content {
      case .rendered(let render): try publisher.stage(route.path, phase: route.phase, render(&space))
      case .copy(let file): try publisher.stage(route.path, phase: route.phase, copyOf: file, in: options.root)
      }
    } catch {
      return error
    }
    options.progress("rendering", done.increment(), routes.count)
    return nil
  }
  if let failure = failures.lazy.compactMap(\.self).first { throw failure }
}

/// Counts the words of all resources, each worker those of its own range.
func index(_ library: Library, workers: Int) -> SearchIndex {
  let ranges = IndexPart.ranges(library, count: workers)
  return SearchIndex(library, concurrently(ranges.count, workers: workers) { IndexPart(library, ranges[$0]) })
}

/// Shards have their content in their names, so they are rendered and staged in one go; the root names them all.
private func stage(
  _ shards: SearchShards, with publisher: Publisher, _ options: BuildOptions
) throws(FileFailure) {
  // Shards with the same content have the same name: alike texts, such as those of a library just imported.
  let staged = Locked<Set<String>>([])
  let results = concurrently(shards.count, workers: options.workers) {
    group -> Result<SearchShards.Rendered, FileFailure> in
    var rendered = shards.render(group)
    do throws(FileFailure) {
      for file in rendered.files where staged.withLock({ $0.insert(file.name).inserted }) {
        try publisher.stage(file.name, phase: .assets, file.bytes)
      }
    } catch {
      return .failure(error)
    }
    rendered.files = []
    return .success(rendered)
  }
  var rendered: [SearchShards.Rendered] = []
  for result in results { rendered.append(try result.get()) }
  let root = shards.root(rendered)
  try publisher.stage(root.name, phase: .root, root.bytes)
}

private struct PhaseClock {
  private var start = ContinuousClock.now
  private var used = processorSeconds()

  mutating func end(_ phase: String, in report: inout BuildReport) {
    let (now, total) = (ContinuousClock.now, processorSeconds())
    let (seconds, attoseconds) = (now - start).components
    report.timings.append((phase, Double(seconds) + Double(attoseconds) * 1e-18, total - used))
    (start, used) = (now, total)
  }
}
