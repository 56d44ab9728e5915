// What every page has: the frame's values and the rendering of one template with its own.

import Files
import Library
import Mustache

/// What one page fills its template with.
struct Fields: ExpressibleByDictionaryLiteral, Sendable {
  var pairs: [(Name, Value)]

  init(dictionaryLiteral pairs: (Name, Value)...) { self.pairs = pairs }

  static func + (left: consuming Fields, right: Fields) -> Fields {
    left.pairs += right.pairs
    return left
  }

}

extension FlatValues {
  mutating func put(_ fields: Fields) {
    for (name, value) in fields.pairs { put(name, value) }
  }
}

/// A list under its name, and under another whether it has anything: "gaps", "hasGaps".
func shown(_ name: Name, _ flag: Name, _ values: [Value]) -> Fields {
  [name: .list(values), flag: .bool(!values.isEmpty)]
}

/// Which entry of the main navigation a page belongs to.
enum Section: String, CaseIterable {
  case finder, journey, lead, changes, coverage, none
}

/// What makes a page's frame another than that of other pages.
struct PageFrame: Hashable {
  let template: String
  let root: String
  let isHome: Bool
  let isNoIndex: Bool
  /// The page's path where it has its own style sheets.
  let styles: String
  let bundle: Bundle
  let section: Section
}

extension Site {
  /// Nothing but the site's own files is ever asked for, nothing inline runs, and nothing can be framed into forms.
  /// `file:` lets a site opened from a share load its own styles, scripts and images, where 'self' means nothing.
  static let policy = """
    default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; \
    media-src 'self' file:; base-uri 'none'; form-action 'none'
    """

  /// A page at `path`, rendered with `template`; `fields` are its own values.
  func page(
    _ path: String, _ template: String, title: String, description: String = "", section: Section = .none,
    isListed: Bool = true, runs bundle: Bundle = .page, _ fields: @escaping @Sendable () -> Fields
  ) -> Route {
    page(
      path, template, title: title, description: description, section: section, isListed: isListed, runs: bundle
    ) { $0.put(fields()) }
  }

  /// The same, for pages of which there are many: `fill` puts its values.
  func page(
    _ path: String, _ template: String, title: String, description: String = "", section: Section = .none,
    isListed: Bool = true, runs bundle: Bundle = .page, _ fill: @escaping @Sendable (inout FlatValues) -> Void
  ) -> Route {
    // An error page is shown under any address, so its links must begin at the server's root.
    let errorRoot = purpose == .preview ? "/" : library.site.baseURL ?? "/"
    let template = self.template(
      template, root: path == Addresses.notFound ? errorRoot : Addresses.root(from: path),
      isHome: path == Addresses.finder, isListed: isListed, styles: styles[path] == nil ? "" : path, section: section,
      runs: bundle)
    return page(path, template, isListed: isListed) { values in
      fill(&values)
      values.put(Names.all.title, title)
      values.put(Names.all.description, description)
    }
  }

  /// The same with a template that other pages have too; `fill` puts the title and the description as well.
  func page(
    _ path: String, _ template: PreparedTemplate, isListed: Bool,
    _ fill: @escaping @Sendable (inout FlatValues) -> Void
  ) -> Route {
    Route(path, phase: .pages, isListed: isListed) { [self] space in
      space.values.removeAll()
      fill(&space.values)
      space.values.put(Names.all.canonical, canonical(path))
      space.values.finish()
      space.output.removeAll()
      theme.render(template, space.values, values.kept, into: &space.output)
      return space.output.written
    }
  }

  /// A template with all that is the same on every page whose frame is the same.
  func template(
    _ template: String, root: String, isHome: Bool = false, isListed: Bool, styles: String = "",
    section: Section = .none, runs bundle: Bundle
  ) -> PreparedTemplate {
    let page = PageFrame(
      template: template, root: root, isHome: isHome, isNoIndex: !library.site.isIndexed || !isListed, styles: styles,
      bundle: bundle, section: section)
    return templates.withLock { known in
      if let template = known[page] { return template }
      var constants = frame
      constants["root"] = .shared(page.root)
      constants["isHome"] = .bool(page.isHome)
      constants["isNoIndex"] = .bool(page.isNoIndex)
      constants["styles"] = self.styles[page.styles]
      constants["script"] = .text(orAbsent: theme.bundles[page.bundle]?.path)
      constants["nav"] = Self.navigation[page.section]
      let template = theme.templates.prepared(page.template, with: constants)
      known[page] = template
      return template
    }
  }

  /// What is the same on every page.
  static func frame(
    _ library: Library, _ values: Values, _ catalogue: Catalogue, _ theme: Theme, _ purpose: SitePurpose
  ) -> Object {
    var frame = Object()
    frame["site"] = values.site
    frame["policy"] = .shared(purpose == .preview ? Self.policy + "; connect-src 'self'" : Self.policy)
    frame["icon"] = theme.assets["icon.svg"].map { .shared($0.path) }
    // What page.js takes off for an overdue review, and whether dates can change any count.
    frame["overdue"] = .integer(library.weights.overdue)
    frame["isDated"] = .bool(catalogue.hasDates)
    return frame
  }

  /// The style sheets of pages that need more or fewer than most do, by path, and those of all others.
  static func styles(_ theme: Theme) -> [String: Value] {
    // The finder does without what only other pages show, and they without what only one of them does.
    [
      Addresses.finder: ["site.css"], Addresses.publish: ["site.css", "pages.css", "publish.css"],
      "": ["site.css", "pages.css"],
    ].mapValues { .list($0.compactMap { theme.assets[$0] }.map { .shared($0.path) }) }
  }

  private func canonical(_ path: String) -> Value {
    guard let baseURL = library.site.baseURL else { return .absent }
    return .text(baseURL + (path == Addresses.finder ? "" : percentEncoded(path: path)))
  }

  private static let navigation: [Section: Value] = Dictionary(
    uniqueKeysWithValues: Section.allCases.map { section in
      var object = Object()
      object[Name(section.rawValue)] = true
      return (section, .object(object))
    })

  /// A filled-in e-mail that asks the team of a stage for an asset.
  func requestLink(subject: String, body: String, team: Int?) -> Value {
    let address = team.flatMap { mailAddress(of: .team($0)) } ?? library.owner.flatMap(mailAddress(of:))
    var link = Output()
    link.putMail(to: address, subject: [subject], body: [body])
    return .bytes(link.finished())
  }

  /// The address of an owner who is written to by e-mail, not in a channel.
  func mailAddress(of owner: Owner) -> String? { values.mailAddresses[owner] }

  /// The address at which a file can be edited.
  func editLink(_ file: String) -> Value {
    guard !values.editURL.isEmpty else { return .absent }
    return .text(values.editURL.joined(separator: percentEncoded(path: file)))
  }
}
