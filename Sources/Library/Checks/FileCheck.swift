// The files that pages bring along: attachments by their labels, images and linked files by their text. Each is looked
// for, looked at once, and only what may be published is passed on.

import Diagnostics
import Files

/// A place where a page names a file of content/.
struct FileUse: Sendable {
  var path: String
  /// As the author wrote it.
  var written: String
  var range: ByteRange
  /// Where in the page's attachments it is to be found; nil for images and links.
  var attachment: Int?
}

struct FileCheck {
  private let tree: ContentTree
  private let site: SiteSettings
  private var suggestions: PathSuggestions
  private(set) var uses: [[FileUse]] = []
  private(set) var facts: [String: PageFileFacts] = [:]

  init(tree: ContentTree, site: SiteSettings) {
    self.tree = tree
    self.site = site
    suggestions = PathSuggestions(tree)
  }

  /// Notes which files a page names; attachments whose files are missing are reported.
  mutating func add(_ page: CheckedPage, report: inout Findings) {
    var named: [FileUse] = []
    for (index, attachment) in page.attachments.enumerated() where !attachment.isAddress {
      if let use = find(attachment, index, in: page.file, report: &report) { named.append(use) }
    }
    for link in page.links {
      guard case .file(let path) = link.target, path != LibrarySettings.path else { continue }
      named.append(FileUse(path: path, written: lastComponent(path), range: link.range, attachment: nil))
    }
    uses.append(named)
  }

  private mutating func find(
    _ attachment: WrittenAttachment, _ index: Int, in file: ContentFile, report: inout Findings
  ) -> FileUse? {
    let written = attachment.location.value
    let range = attachment.location.range
    for spelling in [written, RelativePath.percentDecoded(written)] {
      guard let path = RelativePath.resolve(spelling, from: file.folder), !spelling.hasPrefix("/") else { continue }
      switch tree[path] {
      case .file(let spelled) where path != LibrarySettings.path:
        return FileUse(path: spelled, written: written, range: range, attachment: index)
      case .page(let page):
        report.add(
          .invalidValue(
            "\(quoted(written)) is a text of the library, which has a page of its own", in: file.path, at: range,
            help: "name it under 'related': related: [\(page.id)]"))
        return nil
      case .unusable: return nil  // reported itself
      default: continue
      }
    }
    guard !written.hasPrefix("/"), let path = RelativePath.resolve(written, from: file.folder) else {
      report.add(.outsideContent(written, in: file.path, at: range))
      return nil
    }
    let suggestion = suggestions.suggestion(for: path, from: file.folder)
    report.add(.missingFile(written, in: file.path, at: range), replacement: suggestion)
    return nil
  }

  /// Looks at every file that is named, in parallel.
  mutating func inspect(in folder: Folder, workers: Int, cache: LoadCache?) {
    var hashed: [String: Bool] = [:]
    for use in uses.joined() { hashed[use.path] = hashed[use.path] ?? false || use.attachment != nil }
    let paths = hashed.keys.sorted()
    let limit = site.limits.fileMB * 1_000_000
    let hashing = hashed
    let found = concurrently(paths.count, workers: workers) { index in
      let (path, isHashed) = (paths[index], hashing[paths[index]] ?? false)
      let inspect = { PageFileFacts(path, in: folder, hashing: isHashed, byteLimit: limit) }
      return cache?.facts(path, hashing: isHashed, inspect) ?? inspect()
    }
    facts = Dictionary(zip(paths, found)) { first, _ in first }
  }

  /// Reports what is wrong with the files of the page that was added as number `index`; returns what may be published.
  func check(_ index: Int, _ page: CheckedPage, owners: FileOwners, report: inout Findings) -> [FileUse] {
    var names: [String: String] = [:]
    var sound: [FileUse] = []
    let file = page.file.path
    for use in uses[index] {
      let name = lastComponent(use.path)
      guard let facts = facts[use.path] else { continue }
      if let other = names[NameTable.folded(name)], other != use.path {
        report.add(.twoFiles(other, use.path, in: file, at: use.range))
        continue
      }
      names[NameTable.folded(name)] = use.path
      if let failure = facts.failure {
        report.add(.unreadableFile(use.written, reason: failure.reason, in: file, at: use.range))
      } else if !FileNames.isPortable(name) {
        report.add(.fileName(name, in: file, at: use.range))
      } else if facts.byteCount > site.limits.fileMB * 1_000_000 {
        report.add(
          .attachmentTooLarge(name, byteCount: facts.byteCount, limit: site.limits.fileMB, in: file, at: use.range))
      } else if let reason = facts.activeReason {
        report.add(.activeContent(name, because: reason, in: file, at: use.range))
      } else if page.isExternal, let owner = owners.internalOwner(of: use.path, besides: page.file) {
        report.add(.fileLeak(name, of: owner, in: file, at: use.range))
      } else {
        sound.append(use)
      }
    }
    return sound
  }
}

extension WrittenAttachment {
  /// True for an address on the web, false for a path.
  var isAddress: Bool { WebAddress.host(of: location.value) != nil }
}

extension Problem {
  fileprivate static func twoFiles(_ first: String, _ second: String, in file: String, at range: ByteRange) -> Problem {
    .pathClash(
      "\(quoted(second)) and \(quoted(first)) would be published under one name", in: file, at: range,
      help: "rename one of them")
  }
}
