// The files that are published beside the pages: attachments, images, and what links in texts lead to.

import Diagnostics

/// A file of content/ that a page brings along.
package struct PageFile: Sendable, Hashable {
  /// The folder of the page's kind, "resources", and the page's id.
  package var kind: String
  package var id: String
  /// Below the library's root: "content/resources/acme/ROI sheet.xlsx".
  package var path: String
  package var byteCount: Int

  /// What it is called: "ROI sheet.xlsx".
  package var name: String { lastComponent(path) }
  /// Where it is in the site, as a path: "files/resources/acme/ROI sheet.xlsx".
  package var outputPath: String { "files/\(kind)/\(id)/\(name)" }
  /// Its address from the site's root: "files/resources/acme/ROI%20sheet.xlsx".
  package var url: String { PageFile.url(kind: kind, id: id, path: path) }

  /// The address, from the site's root, of a file that a page brings along.
  package static func url(kind: String, id: String, path: String) -> String {
    "files/\(kind)/\(id)/\(percentEncoded(lastComponent(path), keeping: .unreserved))"
  }
}
