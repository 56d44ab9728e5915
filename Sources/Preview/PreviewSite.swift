// One state of the site: the routes of the very build, rendered when somebody asks. The search index is made when the
// first of its files is asked for; words are counted again only in those parts of the library that have changed.

import Files
package import Library
import Search
package import Site

package final class PreviewSite: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    /// A file below the library's root.
    case file(String)
  }

  private let site: Site
  private let routes: [String: Route]
  private let draftPages: Set<String>
  private let words: WordParts
  private let workers: Int
  private let searchFiles = Locked<[String: [UInt8]]?>(nil)

  package convenience init(_ library: Library, _ theme: Theme, workers: Int) {
    self.init(library, theme, words: WordParts(), workers: workers)
  }

  init(_ library: Library, _ theme: Theme, words: WordParts, workers: Int) {
    let (library, draftPages) = library.showingDrafts()
    self.draftPages = draftPages
    self.words = words
    self.workers = workers
    // Pages need no index of words, only the browser does.
    let matcher = Matcher(library, SearchIndex(library, []))
    site = Site(library: library, matcher: matcher, theme: theme, workers: workers, purpose: .preview)
    var routes: [String: Route] = [:]
    for route in site.routes() { routes[route.path] = route }
    self.routes = routes
  }

  /// The paths of all files, those of the search index included.
  package var paths: [String] { Array(routes.keys) + search().keys }

  package func isDraft(_ path: String) -> Bool { draftPages.contains(path) }

  /// What stands at a path; nil for nothing.
  package subscript(path: String) -> Content? {
    if let route = routes[path] {
      switch route.content {
      case .rendered(let render):
        var space = PageSpace()
        return .bytes(Array(render(&space)))
      case .copy(let file): return .file(file)
      }
    }
    return path.hasPrefix("search/") ? search()[path].map { .bytes($0) } : nil
  }

  private func search() -> [String: [UInt8]] {
    searchFiles.withLock { known in
      if let known { return known }
      let index = SearchIndex(site.library, words.parts(of: site.library, workers: workers))
      let shards = site.searchShards(of: index)
      let rendered = concurrently(shards.count, workers: workers) { shards.render($0) }
      var files: [String: [UInt8]] = [:]
      for file in rendered.flatMap(\.files) + [shards.root(rendered)] { files[file.name] = file.bytes }
      known = files
      return files
    }
  }
}
