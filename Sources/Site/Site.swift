// The whole site as routes: what there is, from one library and one theme. Every page kind is a file in Pages/ and is
// named here.

import Files
package import Library
import Mustache
package import Search

/// What a site is made for.
package enum SitePurpose: Sendable {
  case publication
  /// Served by this machine to whoever is writing: pages may ask their own server for news, rows of lists are rendered
  /// when a page shows them, and the links of the page for unknown addresses begin at this server's root.
  case preview
}

/// A class, because every route holds it: a value with so many parts would be copied for each of them.
package final class Site: Sendable {
  package let library: Library
  let theme: Theme
  let purpose: SitePurpose
  let matcher: Matcher
  let catalogue: Catalogue
  let coverage: Coverage
  let changes: Changes
  let values: Values
  /// What every page's frame says, whatever the page.
  let frame: Object
  /// What a page says of its style sheets.
  let styles: [String: Value]
  /// Resources as rows of lists, as small rows, and as small rows that are hidden at first.
  let rows: RowSheet
  let smallRows: RowSheet
  let spareRows: RowSheet
  /// Whether a template asks for what those of the theme do without: the resources of a list beside their markup (the
  /// matrix has rows of its own), and keywords.
  let usesRows: Bool
  let usesKeywords: Bool
  /// The templates of pages, each with what is the same on all pages of its kind.
  let templates = Locked<[PageFrame: PreparedTemplate]>([:])
  /// By persona, then by stage.
  let cells: [[CellAssets]]

  /// What makes pages, in the order in which the sitemap lists them. To add a kind of page: a file in Pages/, and its
  /// name here.
  private static let pageKinds: [any PageKind.Type] = [
    FinderPage.self, LeadPage.self, JourneyPage.self, PersonaPages.self, StagePages.self, CellPages.self,
    TypePages.self,
    FacetPages.self, ResourcePages.self, ChangesPage.self, CoveragePage.self, PublishPage.self, RedirectPages.self,
    NotFoundPage.self,
  ]

  package init(
    library: Library, matcher: Matcher, theme: Theme, workers: Int, purpose: SitePurpose = .publication
  ) {
    self.library = library
    self.purpose = purpose
    self.matcher = matcher
    self.theme = theme
    catalogue = Catalogue(library, matcher)
    changes = Changes(matcher)
    cells = matcher.cells()
    coverage = Coverage(
      cells.map { $0.map { Coverage.Cell(named: $0.named.count, forAll: $0.forAll.count) } })
    values = Values(library, matcher.labels)
    frame = Self.frame(library, values, catalogue, theme, purpose)
    styles = Self.styles(theme)
    usesRows = theme.templates.uses("rows", besides: "matrix")
    usesKeywords = theme.templates.uses("keywords")
    // Only on the pages of resources.
    let root = Value.shared(ResourcePages.root)
    var hidden = frame
    hidden["isSpare"] = true
    var sheets = [
      RowSheet("row", values, of: theme, within: frame, root: .gap),
      RowSheet("small-row", values, of: theme, within: frame, root: root),
      RowSheet("small-row", values, of: theme, within: hidden, root: root),
    ]
    // A preview shows few pages, and renders their rows as it goes.
    if purpose == .publication {
      let listed = library.resources.indices.filter { matcher.labels.isApproved[$0] }
      RowSheet.render(
        listed.filter(matcher.isRelatable), others: listed.filter { !matcher.isRelatable($0) }, in: &sheets,
        workers: workers)
    }
    (rows, smallRows, spareRows) = (sheets[0], sheets[1], sheets[2])
  }

  /// Every file of the site.
  package func routes() -> [Route] {
    let pages = Self.pageKinds.flatMap { $0.routes(in: self) }
    // The largest single files first, so that no worker is left with one when all others are done.
    return dataFiles(pages: pages.filter(\.isListed).map(\.path)) + assets() + pages
  }

  /// The index that browsers search, in files of which the last names all others; `index` in place of the matcher's.
  package func searchShards(of index: SearchIndex? = nil) -> SearchShards {
    SearchShards(index ?? matcher.index, library) { resource, attachment in
      switch attachment.location {
      case .url(let url): url
      case .file(let path, _, _): PageFile.url(kind: "resources", id: resource.id, path: path)
      }
    }
  }

  private func assets() -> [Route] {
    let files = Array(theme.assets.values) + Array(theme.bundles.values)
    let theme = files.sorted { $0.path < $1.path }.map { asset in
      Route(asset.path, phase: .assets, bytes: { asset.bytes })
    }
    return theme + library.files.map { Route($0.outputPath, copyOf: $0.path) }
  }

  private func dataFiles(pages: [String]) -> [Route] {
    var routes = [
      Route(Addresses.libraryJSON, phase: .pages, bytes: { [self] in LibraryJSON(library, coverage).bytes() }),
      Route(Addresses.librarySchema, phase: .pages, bytes: { Array(LibrarySchema.text.description.utf8) }),
    ]
    guard let baseURL = library.site.baseURL else { return routes }
    let feeds = Feeds(library: library, changes: changes, baseURL: baseURL)
    routes.append(Route(Addresses.feed, phase: .pages, bytes: { feeds.feed() }))
    routes.append(Route(Addresses.sitemap, phase: .pages, bytes: { feeds.sitemap(pages: pages) }))
    routes.append(Route(Addresses.openSearch, phase: .pages, bytes: { feeds.openSearch() }))
    return routes
  }
}

/// A file in Pages/: the pages of one kind.
protocol PageKind: Sendable {
  static func routes(in site: Site) -> [Route]
}
