// One Markdown file of a kind: where it stands and what it is called.

/// A file of content. Its id is its name without ".md", or its folder's name for `acme/index.md`. A class, since every
/// link to a file holds it.
package final class ContentFile: Sendable {
  /// The folder of its kind below content/, and of its page in the site: "resources".
  package let kind: String
  package let id: String
  /// Below the library's root: "content/resources/2026/roi-sheet.md".
  package let path: String
  /// False where the name cannot be an id, or another file has it: the file is checked, but cannot have a page.
  package let hasUsableID: Bool
  /// Where its page is among those of all kinds, in the listing that it comes from.
  let number: Int

  init(kind: String, id: String, path: String, hasUsableID: Bool, number: Int = 0) {
    self.kind = kind
    self.id = id
    self.path = path
    self.hasUsableID = hasUsableID
    self.number = number
  }

  /// The folder that the paths in the file start from.
  package var folder: String { folderPart(path) }

  var reference: PageReference { PageReference(kind: kind, id: id) }
  /// Where its page is in the site: "resources/roi-sheet.html".
  package var page: String { "\(kind)/\(id).html" }
}

/// The same file, in the same listing or in another.
extension ContentFile: Equatable {
  package static func == (left: ContentFile, right: ContentFile) -> Bool {
    left === right
      || (left.kind == right.kind && left.id == right.id && left.path == right.path
        && left.hasUsableID == right.hasUsableID)
  }
}

/// A page that a link can lead to.
struct PageReference: Hashable, Sendable {
  let kind: String
  let id: String
}
