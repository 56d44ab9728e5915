// To which resource does a file belong? To the one whose folder it lies in (acme/index.md), or else to those that name
// it under 'files'.

struct FileOwners {
  private var folders: [String: (id: String, isInternal: Bool)] = [:]
  private var internalAttachments: [String: String] = [:]

  /// For where nobody will ask.
  init() {}

  /// Of all pages; `uses`: the files that some of them name.
  init(_ pages: [CheckedPage], uses: some Sequence<(CheckedPage, [FileUse])>) {
    for page in pages where page.visibility?.audience != nil && page.file.path.hasSuffix("/index.md") {
      folders[page.file.folder] = (page.file.id, Self.isInternal(page))
    }
    for (page, uses) in uses where page.visibility?.audience != nil && Self.isInternal(page) {
      for use in uses where use.attachment != nil && internalAttachments[use.path] == nil {
        internalAttachments[use.path] = page.file.id
      }
    }
  }

  private static func isInternal(_ page: CheckedPage) -> Bool {
    !page.isExternal || page.visibility?.isCertain == false
  }

  /// The internal resource that a file belongs to, other than the one that is asking.
  func internalOwner(of path: String, besides file: ContentFile) -> String? {
    var folder = folderPart(path)
    while !folder.isEmpty {
      if let owner = folders[folder] { return owner.isInternal && owner.id != file.id ? owner.id : nil }
      folder = folderPart(folder)
    }
    return internalAttachments[path]
  }
}
