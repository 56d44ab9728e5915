// A built site as a browser reaches it: the ways in which a library's site must work alike.

import Foundation
import Testing

package struct ServedSite: Sendable, CustomTestStringConvertible {
  package enum Way: String, Sendable, CaseIterable {
    /// At the root of a host.
    case http
    /// Under a prefix of a host that has other things beside it.
    case subPath = "sub-path"
    /// Opened from a network share.
    case file
  }

  package let way: Way
  /// What every address of the site begins with; ends in "/".
  package let address: String
  /// nil for a site opened from disk.
  package let server: StaticServer?

  /// Serves `folder` until the value and its copies are gone.
  package init(_ folder: String, _ way: Way = .http) throws {
    self.way = way
    switch way {
    case .http: server = try StaticServer(folder)
    case .subPath: server = try StaticServer(folder, mount: "/team/library/")
    case .file: server = nil
    }
    // Blanks and accents in a folder's name are a browser's business, not the site's.
    address = server?.address ?? URL(fileURLWithPath: folder, isDirectory: true).absoluteString
  }

  /// "resources/a.html" with what may follow it.
  package func url(_ page: String) -> String {
    // Nobody lists a folder on a share: the start page is opened by its name.
    address + (page.isEmpty && way == .file ? "index.html" : page)
  }

  /// The same site on a host that a browser holds for insecure, as most intranets are: no clipboard, no workers.
  package var insecureAddress: String { address.replacing("127.0.0.1", with: "intranet.test") }

  package var testDescription: String { way.rawValue }
}
