// The paths of everything in the site, below its root and without a leading slash. Pages and attachments keep these
// names for ever; people bookmark them and CRMs store them.

import Diagnostics

enum Addresses {
  static let finder = "index.html"
  static let journey = "journey.html"
  static let lead = "lead.html"
  static let coverage = "coverage.html"
  static let changes = "changes.html"
  static let publish = "publish.html"
  static let notFound = "404.html"
  static let feed = "feed.xml"
  static let sitemap = "sitemap.xml"
  static let openSearch = "opensearch.xml"
  static let libraryJSON = "library.json"
  static let librarySchema = "library.schema.json"

  static func resource(_ id: String) -> String { resourceStart + id + resourceEnd }
  static let (resourceStart, resourceEnd) = ("resources/", ".html")
  static func persona(_ id: String) -> String { "personas/\(id).html" }
  static func stage(_ id: String) -> String { "stages/\(id).html" }
  static func cell(_ persona: String, _ stage: String) -> String { "personas/\(persona)/\(stage).html" }
  static func type(_ id: String) -> String { "types/\(id).html" }
  static func facetValue(_ facet: String, _ value: String) -> String { "facets/\(facet)/\(value).html" }

  /// The page that writes a resource, with its pickers set.
  static func newResource(persona: String, stage: String) -> String { "\(publish)#persona=\(persona)&stage=\(stage)" }

  /// The page `number` (from 1) of a list that begins at `path`: "stages/decision.html", "stages/decision/page-2.html".
  static func page(_ number: Int, of path: String) -> String {
    number == 1 ? path : "\(path.dropLast(".html".count))/page-\(number).html"
  }

  /// What leads from the page at `path` to the site's root: "", "../", "../../".
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}

/// `text` with every byte percent-encoded that may not stand as it is in the path of a URL.
package func percentEncoded(path text: String) -> String { percentEncoded(text, keeping: .path) }

/// `text` as one value of a query or of the part after "#".
package func percentEncoded(value text: String) -> String { percentEncoded(text, keeping: .unreserved) }

extension AddressBytes {
  /// What may stand as it is in the path of a URL, and in an e-mail address in a `mailto:` link.
  fileprivate static let path = AddressBytes("/-._~!$'()*,;=:@")
  static let mail = AddressBytes("-._~@")
}
