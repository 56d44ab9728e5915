// Where a git host makes a new file, as far as it can be told from the address at which it edits one. Only what GitHub
// and GitLab are known to understand is used; for others there is none.

/// The git host's page for a new file, which takes its name and its text from the address.
package struct NewFilePage: Equatable, Sendable {
  /// Without the part after "?".
  package let address: String
  package let nameParameter: String
  package let textParameter: String
  /// nil where a company runs the host under a name of its own.
  package let hostName: String?

  /// `editURL` is the pattern in library.yml: "https://github.com/acme/library/edit/main/{path}".
  package init?(editURL: String) {
    guard editURL.hasSuffix("/{path}"), let scheme = editURL.firstRange(of: "://"), !editURL.contains("?") else {
      return nil
    }
    let base = editURL.dropLast("/{path}".count)
    let parts = base[scheme.upperBound...].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !parts.contains(""), !parts.contains("{path}"), let host = parts.first?.lowercased() else { return nil }
    let marked = parts.indices.dropLast().first { parts[$0] == "-" && parts[$0 + 1] == "edit" }
    if let marked, marked >= 3, marked + 2 < parts.count {
      // https://gitlab.com/GROUP/PROJECT/-/edit/BRANCH/FOLDER
      address = Self.address(base[..<scheme.upperBound], parts, replacing: marked + 1)
      (nameParameter, textParameter) = ("file_name", "content")
      hostName = host == "gitlab.com" ? "GitLab" : nil
    } else if parts.count > 4, parts[3] == "edit" {
      // https://github.com/OWNER/REPOSITORY/edit/BRANCH/FOLDER
      address = Self.address(base[..<scheme.upperBound], parts, replacing: 3)
      (nameParameter, textParameter) = ("filename", "value")
      hostName = host == "github.com" ? "GitHub" : nil
    } else {
      return nil
    }
  }

  private static func address(_ scheme: Substring, _ parts: [String], replacing index: Int) -> String {
    var parts = parts
    parts[index] = "new"
    return scheme + parts.joined(separator: "/")
  }
}
