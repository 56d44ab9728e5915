// To which resource does a file belong? To the one whose folder it lies in (acme/index.md), or else to those that name
// it under 'files'.

struct FileOwners {
  private var folders: [String: (id: String, isInternal: Bool)] = [:]
  private var internalAttachments: [String: String] = [:]

  /// `uses`: the files that each page names, by the page's index.
  init(_ pages: [CheckedPage], uses: [[FileUse]]) {
    for (page, uses) in zip(pages, uses) where page.visibility?.audience != nil {
      let isInternal = !page.isExternal || page.visibility?.isCertain == false
      if page.file.path.hasSuffix("/index.md") { folders[page.file.folder] = (page.file.id, isInternal) }
      guard isInternal else { continue }
      for use in uses where use.attachment != nil && internalAttachments[use.path] == nil {
        internalAttachments[use.path] = page.file.id
      }
    }
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
