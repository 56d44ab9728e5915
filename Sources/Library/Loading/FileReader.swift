// One file: read once, parsed once. The labels first, since the title decides whether the first heading is repeated;
// then the text, with its links turned into links to pages on the way.

import Diagnostics
import Files
import FrontMatter
import Markdown

struct FileReader: Sendable {
  let folder: Folder
  let context: LoadContext

  /// The file's bytes if they are text; what is wrong otherwise is reported.
  func bytes(of path: String, report: inout Findings) -> [UInt8]? {
    var bytes: [UInt8] = []
    return read(path, into: &bytes, report: &report) ? bytes : nil
  }

  /// Reads a file into memory that is used for one file after the other; false where it is no text, which is reported.
  private func read(_ path: String, into bytes: inout [UInt8], report: inout Findings) -> Bool {
    let limit = context.library.site.limits.sourceKB
    do {
      try folder.read(path, limit: limit * 1_024, into: &bytes)
      guard let mistake = TextEncoding.mistake(in: bytes) else { return true }
      let place = ByteRange(mistake.offset, mistake.offset)
      report.add(.notUTF8(mistake.encoding, in: path, at: place))
    } catch {
      report.add(
        error.isTooLarge ? .sourceTooLarge(path, limit: limit) : .unreadableFile(path, reason: error.reason, in: path))
    }
    return false
  }

  /// Reads two files, or the last one. The digests of two at once take little more time than one.
  func read<K: Kind>(
    _ files: ArraySlice<ContentFile>, as kind: K, through cache: LoadCache?, into sources: inout Sources
  ) -> [Loaded<K.Entry>] {
    if let cache { return files.map { file in cache.page(file, with: self) { read(file, as: kind) } } }
    guard files.count == 2, let first = files.first, let second = files.last else {
      return files.map { read($0, as: kind) }
    }
    var findings = (Findings(), Findings())
    let areTexts = (
      read(first.path, into: &sources.first, report: &findings.0),
      read(second.path, into: &sources.second, report: &findings.1)
    )
    let hashes = SHA256.hex(sources.first, sources.second)
    return [
      areTexts.0 ? read(sources.first, of: first, hash: hashes.0, as: kind) : .unread(first, findings.0),
      areTexts.1 ? read(sources.second, of: second, hash: hashes.1, as: kind) : .unread(second, findings.1),
    ]
  }

  /// True where a page that was read among other files would be read the same again.
  func stillHolds<Entry>(_ page: Loaded<Entry>) -> Bool {
    page.findings.isEmpty
      && page.page.links.allSatisfy { $0.target == LinkTarget($0.destination, in: page.file, of: context.tree) }
  }

  func read<K: Kind>(_ file: ContentFile, as kind: K) -> Loaded<K.Entry> {
    var findings = Findings()
    guard let bytes = bytes(of: file.path, report: &findings) else {
      return .unread(file, findings)
    }
    return read(bytes, of: file, hash: SHA256.hex(bytes), as: kind)
  }

  /// What a file with these bytes, and their digest, is.
  func read<K: Kind>(_ bytes: [UInt8], of file: ContentFile, hash: String, as kind: K) -> Loaded<K.Entry> {
    var findings = Findings()
    var problems = Problems()
    let (labels, bodyStart) = WrittenLabels.inFrontMatter(
      of: bytes, file: file.path, limits: context.library.site.limits.ofLabels, report: &problems)
    if labels == nil { findings.add(.noLabels(in: file.path, example: kind.example)) }
    let targets = FoundTargets()
    var body = render(bytes, from: bodyStart, labels, of: file, noting: targets, report: &problems)
    let links = localLinks(of: body, in: file, targets)
    body.links = []  // not looked at any more, and memory for as long as the library
    var page = PageReader(
      file: file,
      labels: LabelReader(
        labels ?? WrittenLabels(isWhole: false), of: kind.noun, file: file.path, start: ByteRange(0, min(3, bodyStart))),
      body: body, source: bytes, contentHash: hash)
    let entry = kind.read(&page, in: context)
    page.labels.reportUnread()
    findings.add(contentsOf: problems)
    findings.add(page.labels.findings)
    let checked = CheckedPage(
      file, visibility: kind.visibility(of: entry), links: links, headings: body.headings,
      attachments: page.attachments)
    return Loaded(file, entry: entry, page: checked, findings: findings)
  }

  private func localLinks(of body: MarkdownDocument, in file: ContentFile, _ targets: FoundTargets) -> [LinkUse] {
    // The local ones were looked at while rendering, in their order; unless the text was read twice.
    let areKnown = targets.all.count == body.links.count { $0.target == .local }
    var found = targets.all.makeIterator()
    var links: [LinkUse] = []
    links.reserveCapacity(targets.all.count)
    for link in body.links where link.target == .local || link.target == .fragment {
      let known = areKnown && link.target == .local ? found.next() : nil
      let target = known ?? LinkTarget(link.destination, in: file, of: context.tree)
      links.append(LinkUse(target: target, destination: link.destination, isImage: link.isImage, range: link.range))
    }
    return links
  }

  private func render(
    _ bytes: [UInt8], from bodyStart: Int, _ labels: WrittenLabels?, of file: ContentFile,
    keeping isKept: @escaping (LinkTarget) -> Bool = { _ in true }, noting targets: FoundTargets,
    report: inout Problems
  ) -> MarkdownDocument {
    var options = MarkdownOptions()
    options.title = title(in: labels)
    options.limits = context.library.site.limits.ofMarkdown
    let context = context
    return Markdown.render(
      bytes, bodyStart: bodyStart, file: file.path, options: options,
      rewrite: { destination, isImage in
        let target = LinkTarget(destination, in: file, of: context.tree)
        targets.all.append(target)
        return isKept(target) ? target.rewriting(from: file, isImage: isImage) : .textOnly
      }, report: &report)
  }

  /// Renders a file's text once more, with only the text of links that are not kept.
  func render(_ file: ContentFile, keeping isKept: @escaping @Sendable (LinkTarget) -> Bool) -> MarkdownDocument? {
    var alreadyReported = Findings()
    var problems = Problems()
    guard let bytes = bytes(of: file.path, report: &alreadyReported) else { return nil }
    let (labels, bodyStart) = WrittenLabels.inFrontMatter(
      of: bytes, file: file.path, limits: context.library.site.limits.ofLabels, report: &problems)
    return render(bytes, from: bodyStart, labels, of: file, keeping: isKept, noting: FoundTargets(), report: &problems)
  }

  /// A first heading that only says the title again is left out; where there is no title, it is the title.
  private func title(in labels: WrittenLabels?) -> TitleHeading {
    guard let title = labels?["title"]?.value.text, !title.isEmpty else { return .omitFirst }
    return .omit(title)
  }
}

extension Loaded {
  fileprivate static func unread(_ file: ContentFile, _ findings: Findings) -> Loaded {
    Loaded(file, entry: nil, page: CheckedPage(file), findings: findings)
  }
}

/// The bytes of the two files that a worker has in hand: memory that would otherwise lie between what is kept of each.
struct Sources {
  var first: [UInt8] = []
  var second: [UInt8] = []
}

/// Where the links to files lead, found out while a text is rendered and needed once more afterwards.
private final class FoundTargets {
  var all: [LinkTarget] = []
}
