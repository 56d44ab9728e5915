// After all kinds have been read: where links lead, and which files pages bring along.

import Diagnostics
import Files

extension Loader {
  mutating func checkLinks(_ tree: ContentTree) {
    var check = LinkCheck(pages, tree: tree, hasOlderPages: options.cache != nil)
    for page in pages { check.check(page, report: &findings) }
  }

  /// Finds and checks the files that pages bring along; adds what may be published to the library.
  mutating func settleFiles(_ library: inout Library, _ tree: ContentTree) {
    var check = FileCheck(tree: tree, site: library.site)
    let pages = pages.filter(\.mayBringFiles)
    for page in pages { check.add(page, report: &findings) }
    check.inspect(in: folder, workers: options.workers, cache: options.cache)
    let owners = check.facts.isEmpty ? FileOwners() : FileOwners(self.pages, uses: zip(pages, check.uses))
    for (index, page) in pages.enumerated() {
      let sound = check.check(index, page, owners: owners, report: &findings)
      guard page.file.hasUsableID else { continue }
      add(sound, of: page, check.facts, to: &library)
      guard !page.attachments.isEmpty, page.file.kind == ResourceKind().folder,
        let resource = library.resources.index(ofID: page.file.id)
      else { continue }
      let files = attachments(of: page, sound, check.facts)
      library.resources[resource] = library.resources[resource].changed { $0.files = files }
    }
    library.redirects.sort { ($0.kind, $0.from) < ($1.kind, $1.from) }
    library.files.sort { ($0.kind, $0.id, $0.path) < ($1.kind, $1.id, $1.path) }
  }

  private func add(
    _ uses: [FileUse], of page: CheckedPage, _ facts: [String: PageFileFacts], to library: inout Library
  ) {
    var seen = Set<String>()
    for use in uses where seen.insert(use.path).inserted {
      library.files.append(
        PageFile(
          kind: page.file.kind, id: page.file.id, path: use.path, byteCount: facts[use.path]?.byteCount ?? 0))
    }
  }

  private func attachments(
    of page: CheckedPage, _ uses: [FileUse], _ facts: [String: PageFileFacts]
  ) -> [Attachment] {
    let byAttachment = Dictionary(uses.compactMap { use in use.attachment.map { ($0, use) } }) { first, _ in first }
    return page.attachments.enumerated().compactMap { index, written in
      let range = written.location.range
      if written.isAddress {
        let address = written.location.value
        return Attachment(label: written.label ?? address, location: .url(address), range: range)
      }
      guard let use = byAttachment[index], let facts = facts[use.path] else { return nil }
      return Attachment(
        label: written.label ?? lastComponent(use.path),
        location: .file(path: use.path, byteCount: facts.byteCount, sha256: facts.sha256), range: range)
    }
  }
}
