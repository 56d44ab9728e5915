// A link that leads to nothing.

package import Diagnostics

extension Rule {
  package static let brokenLink = Rule(
    "broken-link", .error,
    explanation: """
      A link in a text leads to a file that is not there. Links to other content are written as the way from this file to \
      the other one, with '.md' at the end, and are turned into links to its page.

      The help shows the right path where it can be guessed.

          [the ROI sheet](roi-sheet.md)              a file in the same folder
          [finance leaders](../personas/cfo.md)      a persona, from a file in resources
      """)
}

extension Problem {
  static func brokenLink(
    _ target: String, in file: String, at range: ByteRange
  ) -> Problem {
    Problem(
      .brokenLink, in: file, at: range, "there is no file \(quoted(target))",
      help: isWebAddress(target)
        ? "for a page of the web write: https://\(target)" : "correct the path, which starts from this file's folder")
  }

  /// Whether a path is rather an address whose beginning was left out: "www.example.com", "example.com/pricing".
  private static func isWebAddress(_ path: String) -> Bool {
    let host = path.prefix { $0 != "/" }.lowercased()
    return host.hasPrefix("www.") || [".com", ".org", ".net", ".io"].contains { host.hasSuffix($0) }
  }

  static func rootedLink(_ target: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .brokenLink, in: file, at: range, "\(quoted(target)) begins with '/': the site may stand anywhere",
      help: "write the path from this file's folder")
  }

  static func folderLink(_ target: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .brokenLink, in: file, at: range, "\(quoted(target)) is a folder, not a file",
      help: "name the file you mean")
  }
}
