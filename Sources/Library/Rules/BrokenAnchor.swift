// A link to a heading that is not there.

package import Diagnostics

extension Rule {
  package static let brokenAnchor = Rule(
    "broken-anchor", .warning,
    explanation: """
      A link names a place in a page (what follows '#') that the page does not have. The page opens, but at its top. The \
      name of a place is its heading in small letters, with hyphens for spaces and without punctuation.

          ## What it costs you      is reached as: roi-sheet.md#what-it-costs-you
      """)
}

extension Problem {
  static func brokenAnchor(
    _ anchor: String, of target: String?, in file: String, at range: ByteRange
  ) -> Problem {
    let page = target.map { "'\($0)'" } ?? "this page"
    return Problem(
      .brokenAnchor, in: file, at: range, "\(page) has no heading \(quoted("#" + anchor))",
      help: "write the heading in small letters, with hyphens for spaces")
  }
}
