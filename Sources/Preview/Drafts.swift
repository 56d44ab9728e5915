// Drafts are shown in a preview as they will be published, in lists and in the search too; each says everywhere that it
// is a draft, since its title does.

import Library

extension Library {
  static let draftMark = "Draft: "

  /// The library as it is with its drafts approved, and the pages of those.
  func showingDrafts() -> (library: Library, pages: Set<String>) {
    var library = self
    var pages: Set<String> = []
    for index in library.resources.indices where library.resources[index].status == .draft {
      library.resources[index] = library.resources[index].changed {
        $0.status = .approved
        $0.title = Self.draftMark + $0.title
      }
      pages.insert("resources/\(library.resources[index].id).html")
    }
    return (library, pages)
  }
}
