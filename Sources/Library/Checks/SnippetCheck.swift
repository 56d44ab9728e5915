// Addresses in a snippet: it is pasted into an e-mail to a prospect, who must not be led to a page of this library.

import Diagnostics

struct SnippetCheck {
  private let baseURL: String?
  private let internalIDs: Set<String>

  init(_ library: Library) {
    baseURL = library.site.baseURL?.lowercased()
    let resources = library.resources
    internalIDs = Set(resources.indices.lazy.filter { resources[$0].audience == .internal }.map { resources[$0].id })
  }

  func check(_ page: Loaded<ResourceEntry>, report: inout Findings) {
    for address in page.entry?.notes.addresses ?? [] where leaks(address.value) {
      report.add(.snippetLeak(address.value, in: page.path, at: address.range))
    }
  }

  /// True for a page of this library, and for the file or page of an internal resource.
  private func leaks(_ word: String) -> Bool {
    let address = word.lowercased()
    if let baseURL, address.hasPrefix(baseURL) || address + "/" == baseURL { return true }
    let path = address.prefix { $0 != "#" && $0 != "?" }
    for ending in [".html", ".md"] where path.hasSuffix(ending) {
      let parts = path.dropLast(ending.utf8.count).split(separator: "/")
      if let id = parts.last, internalIDs.contains(String(id)) { return true }
    }
    let parts = path.split(separator: "/")
    guard let files = parts.firstIndex(of: "files"), parts.count > files + 2 else { return false }
    return parts[files + 1] == "resources" && internalIDs.contains(String(parts[files + 2]))
  }
}
