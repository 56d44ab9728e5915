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

  var object: Object { Object(pairs) }
}

/// A list under its name, and under another whether it has anything: "gaps", "hasGaps".
func shown(_ name: Name, _ flag: Name, _ values: [Value]) -> Fields {
  [name: .list(values), flag: .bool(!values.isEmpty)]
}

/// Which entry of the main navigation a page belongs to.
enum Section: String, CaseIterable {
  case finder, journey, lead, changes, coverage, none
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
    Route(path, phase: .pages, isListed: isListed) { [self] in
      render(
        path, template, title: title, description: description, section: section, isListed: isListed,
        runs: bundle, fields())
    }
  }

  private func render(
    _ path: String, _ template: String, title: String, description: String, section: Section, isListed: Bool,
    runs bundle: Bundle, _ fields: consuming Fields
  ) -> [UInt8] {
    // An error page is shown under any address, so its links must begin at the server's root.
    let errorRoot = purpose == .preview ? "/" : library.site.baseURL ?? "/"
    let root = path == Addresses.notFound ? errorRoot : Addresses.root(from: path)
    let frame: Fields = [
      "root": .shared(root), "title": .text(title), "description": .text(description),
      "isHome": .bool(path == Addresses.finder), "isNoIndex": .bool(!library.site.isIndexed || !isListed),
      "canonical": canonical(path), "styles": styles[path] ?? styles[""] ?? .absent,
      "script": .text(orAbsent: theme.bundles[bundle]?.path), "nav": Self.navigation[section] ?? .absent,
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32_768)
    theme.render(template, .object((fields + frame).object), within: .object(self.frame), into: &bytes)
    return bytes
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
    return .text(Mail.link(to: address, subject: subject, body: body))
  }

  /// The address of an owner who is written to by e-mail, not in a channel.
  func mailAddress(of owner: Owner) -> String? { values.mailAddresses[owner] }

  /// The address at which a file can be edited.
  func editLink(_ file: String) -> Value {
    guard !values.editURL.isEmpty else { return .absent }
    return .text(values.editURL.joined(separator: percentEncoded(path: file)))
  }
}
