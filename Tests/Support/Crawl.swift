// Follows every link and anchor of a built site on disk, as a browser would from any page.

import Foundation

package struct Crawl: Sendable {
  /// "resources/a.html: href 'b.html#x' leads nowhere"
  package private(set) var mistakes: [String] = []
  package private(set) var pageCount = 0
  package private(set) var linkCount = 0
  /// Served files that nothing leads to.
  package private(set) var orphans: [String] = []

  /// `baseURL`: whole addresses that begin with it are the site's own.
  package init(site: String, baseURL: String? = nil) {
    let root = URL(fileURLWithPath: site)
    let names = FileManager.default.enumerator(atPath: site)?.compactMap { $0 as? String } ?? []
    let served = Set(
      names.filter { name in
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: site + "/" + name, isDirectory: &isFolder)
        return exists && !isFolder.boolValue && !name.hasPrefix(".")
      })
    var scans: [String: HTMLScan] = [:]
    for name in served where name.hasSuffix(".html") {
      guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(name).path) else { continue }
      scans[name] = HTMLScan(String(decoding: data, as: UTF8.self))
    }
    pageCount = scans.count
    var reached: Set<String> = ["index.html", "404.html"]
    for (page, scan) in scans.sorted(by: { $0.key < $1.key }) {
      if scan.hasInlineCode { mistakes.append("\(page): has inline script or style") }
      for id in Dictionary(grouping: scan.ids, by: \.self).filter({ $1.count > 1 }).keys.sorted() {
        mistakes.append("\(page): id '\(id)' stands twice")
      }
      for (attribute, value) in scan.references {
        linkCount += 1
        guard let target = Self.target(of: value, from: page, baseURL: baseURL) else { continue }
        guard served.contains(target.path) else {
          mistakes.append("\(page): \(attribute) '\(value)' leads nowhere")
          continue
        }
        reached.insert(target.path)
        guard let anchor = target.anchor, !anchor.contains("="), let scan = scans[target.path] else { continue }
        if !anchor.isEmpty, !scan.ids.contains(anchor) {
          mistakes.append("\(page): \(attribute) '\(value)' names an anchor that is not there")
        }
      }
    }
    orphans = served.subtracting(reached).sorted()
  }

  /// True for "mailto:a@b", false for "a/b:c".
  private static func hasScheme(_ value: String) -> Bool {
    guard let end = value.utf8.firstIndex(where: { ":/?#".utf8.contains($0) }) else { return false }
    return value.utf8[end] == UInt8(ascii: ":")
  }

  /// The file in the site that a reference means; nil where it leads out of the site.
  private static func target(of value: String, from page: String, baseURL: String?) -> (path: String, anchor: String?)?
  {
    var value = value
    var isFromRoot = false
    if let baseURL, value.hasPrefix(baseURL) {
      value.removeFirst(baseURL.count)
      isFromRoot = true
    } else if hasScheme(value) {
      return nil
    }
    let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count == 2 ? String(parts[1]).removingPercentEncoding : nil
    let path = String(parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]).removingPercentEncoding ?? ""
    if path.isEmpty { return (isFromRoot ? "index.html" : page, anchor) }
    var steps = isFromRoot || path.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
    for step in path.split(separator: "/") {
      if step == ".." {
        guard !steps.isEmpty else { return ("/outside/" + path, anchor) }
        steps.removeLast()
      } else if step != "." {
        steps.append(String(step))
      }
    }
    if path.hasSuffix("/") || steps.isEmpty { steps.append("index.html") }
    return (steps.joined(separator: "/"), anchor)
  }
}
