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

  static var baseURL: String? {
    get throws {
      let text = try String(contentsOfFile: library + "/content/library.yml", encoding: .utf8)
      return text.firstMatch(of: /base_url: *(\S+)/).map { String($0.output.1) }
    }
  }

  /// One page of every kind, by the name of its kind; what else has been built is of one of these kinds.
  static func pageOfEachKind() throws -> [(kind: String, page: String)] {
    let pages = FolderSnapshot(try built()).names.filter { $0.hasSuffix(".html") }
    var found: [String: String] = [:]
    for page in pages {
      let kind = kind(of: page)
      // The longest name is likely the one with most in it; any would do, but always the same one.
      if let known = found[kind], known.utf8.count >= page.utf8.count { continue }
      found[kind] = page
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// "index.html" → "index", "resources/a.html" → "resources", "personas/cfo/decision.html" → "personas-each".
  private static func kind(of page: String) -> String {
    let steps = page.split(separator: "/").map(String.init)
    if steps.count == 1 { return String(page.dropLast(".html".count)) }
    return ([steps[0]] + steps.dropFirst().dropLast().map { _ in "each" }).joined(separator: "-")
  }
}
