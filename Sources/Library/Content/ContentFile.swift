// One Markdown file of a kind: where it stands and what it is called.

/// A file of content. Its id is its name without ".md", or its folder's name for `acme/index.md`.
package struct ContentFile: Sendable, Equatable {
  /// The folder of its kind below content/, and of its page in the site: "resources".
  package let kind: String
  package let id: String
  /// Below the library's root: "content/resources/2026/roi-sheet.md".
  package let path: String
  /// False where the name cannot be an id, or another file has it: the file is checked, but cannot have a page.
  package let hasUsableID: Bool

  /// The folder that the paths in the file start from.
  package var folder: String { folderPart(path) }
  /// Where its page is in the site: "resources/roi-sheet.html".
  package var page: String { "\(kind)/\(id).html" }
}

/// A page that a link can lead to.
package struct PageReference: Hashable, Sendable {
  package let kind: String
  package let id: String
}
