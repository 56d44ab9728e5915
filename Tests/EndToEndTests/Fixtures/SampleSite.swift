// The project's own sample library, built once per test run by the binary a user would run. It lies in Tests/output for
// a person to open after a failure.

import Foundation
import TestSupport

enum SampleSite {
  static let library = Project.root
  static let folder = Project.output + "/sample-site"

  /// The build's own words, for the tests of what it says.
  static let build: Result<CommandResult, any Error> = Result {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: Project.output, withIntermediateDirectories: true)
    return try shelfmark("build", "-C", library, "--output", folder)
  }

  /// The built site's folder; throws what the build said if it failed.
  static func built() throws -> String {
    let result = try build.get()
    guard result.status == 0 else { throw HarnessError("the sample library does not build: \(result.errors)") }
    return folder
  }

  /// The built site, served for as long as tests run.
  static func served(_ way: ServedSite.Way = .http) throws -> ServedSite {
    guard let site = try servers[way]?.get() else { throw HarnessError("no such way") }
    return site
  }

  private static let servers = Dictionary(
    uniqueKeysWithValues: ServedSite.Way.allCases.map { way in
      (way, Result { try ServedSite(built(), way) })
    })

  static var baseURL: String? {
    get throws {
      let text = try String(contentsOfFile: library + "/content/library.yml", encoding: .utf8)
      return text.firstMatch(of: /base_url: *(\S+)/).map { String($0.output.1) }
    }
  }

  /// The largest page of every kind by the name of its kind, and the resources with most tables, pictures, code: what
  /// else has been built is like one of these.
  static func pageOfEachKind() throws -> [(kind: String, page: String)] {
    try pages.get()
  }

  private static let pages: Result<[(kind: String, page: String)], any Error> = Result {
    let site = FolderSnapshot(try built())
    var most: [String: (page: String, amount: Int)] = [:]
    for page in site.names where page.hasSuffix(".html") {
      let text = site.text(page) ?? ""
      let kind = kind(of: page)
      var amounts = [kind: text.utf8.count]
      if kind == "resources" {
        for element in ["th", "img", "pre", "blockquote"] {
          amounts["resources-with-\(element)"] =
            text.components(separatedBy: "<\(element)>").count - 1
            + text.components(separatedBy: "<\(element) ").count - 1
        }
      }
      for (kind, amount) in amounts where amount > most[kind]?.amount ?? 0 { most[kind] = (page, amount) }
    }
    var taken: Set<String> = []
    return most.sorted { $0.key < $1.key }.compactMap { kind, found in
      taken.insert(found.page).inserted ? (kind, found.page) : nil
    }
  }

  /// "index.html" → "index", "resources/a.html" → "resources", "personas/cfo/decision.html" → "personas-each".
  private static func kind(of page: String) -> String {
    let steps = page.split(separator: "/").map(String.init)
    if steps.count == 1 { return String(page.dropLast(".html".count)) }
    return ([steps[0]] + steps.dropFirst().dropLast().map { _ in "each" }).joined(separator: "-")
  }
}
