// The files for other programs: feed.xml (Atom), sitemap.xml and opensearch.xml. They need whole addresses, so they
// exist only where library.yml gives the site's `base_url`.

import Library

struct Feeds {
  static let feedLength = 50
  let library: Library
  let changes: Changes
  /// With a slash at its end.
  let baseURL: String

  /// The newest changes, by review and publication date.
  func feed() -> [UInt8] {
    let changes = changes.newest(Self.feedLength)
    var xml = XMLWriter()
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": library.site.language]) { xml in
      xml.element("title", text: library.site.title)
      if !library.site.description.isEmpty { xml.element("subtitle", text: library.site.description) }
      xml.element("id", text: baseURL)
      xml.empty("link", ["rel": "alternate", "type": "text/html", "href": baseURL + Addresses.changes])
      xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": baseURL + Addresses.feed])
      xml.element("updated", text: timestamp(changes.first?.day ?? Day(number: 0)))
      xml.element("author") { $0.element("name", text: library.site.title) }
      for change in changes {
        let resource = library.resources[change.resource]
        xml.element("entry") { xml in
          xml.element("title", text: resource.title)
          xml.element("id", text: baseURL + Addresses.resource(resource.id))
          xml.empty("link", ["rel": "alternate", "href": baseURL + Addresses.resource(resource.id)])
          xml.element("updated", text: timestamp(change.day))
          xml.element("summary", text: resource.summary)
        }
      }
    }
    return xml.bytes
  }

  /// Every page that people may be led to.
  func sitemap(pages: [String]) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) { xml in
      for page in pages {
        xml.element("url") { xml in
          xml.element("loc", text: baseURL + (page == Addresses.finder ? "" : percentEncoded(path: page)))
        }
      }
    }
    return xml.bytes
  }

  /// Lets a browser search the library from its address bar.
  func openSearch() -> [UInt8] {
    var xml = XMLWriter()
    xml.element("OpenSearchDescription", ["xmlns": "http://a9.com/-/spec/opensearch/1.1/"]) { xml in
      xml.element("ShortName", text: String(library.site.title.prefix(16)))
      xml.element(
        "Description",
        text: String((library.site.description.isEmpty ? library.site.title : library.site.description).prefix(1_024)))
      xml.element("InputEncoding", text: "UTF-8")
      xml.empty("Url", ["type": "text/html", "template": baseURL + "#q={searchTerms}"])
    }
    return xml.bytes
  }

  private func timestamp(_ day: Day) -> String { day.iso + "T00:00:00Z" }
}
