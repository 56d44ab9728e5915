// Where the links of all texts lead: to something, to something that is published, to nothing that is kept from
// prospects, and to a heading that is there.

import Diagnostics
import Markdown

struct LinkCheck {
  /// Comparing with all headings is slow; after so many mistakes there are other worries.
  private static let mostGuesses = 100
  private let tree: ContentTree
  private let pages: [CheckedPage]
  /// Why a link may be wrong that leads to the page of each number.
  private let obstacles: [Obstacles]
  private let hasOlderPages: Bool
  private lazy var byReference = Dictionary(pages.lazy.map { ($0.reference, $0) }) { first, _ in first }
  private var suggestions: PathSuggestions
  private var guesses = 0
  private var headings: [PageReference: Set<String>] = [:]

  /// Of the pages of all files in the tree, in its order. `hasOlderPages` where some were read with another tree.
  init(_ pages: [CheckedPage], tree: ContentTree, hasOlderPages: Bool) {
    self.tree = tree
    self.pages = pages
    self.hasOlderPages = hasOlderPages
    obstacles = hasOlderPages ? [] : pages.map(Obstacles.init(to:))
    suggestions = PathSuggestions(tree)
  }

  mutating func check(_ page: CheckedPage, report: inout Findings) {
    // Nearly all links are sound, and looking up what each leads to takes longer than all else.
    let minded = Obstacles(mindedBy: page)
    if !hasOlderPages, let linked = page.linkedPages, linked.allSatisfy({ obstacles[$0].isDisjoint(with: minded) }) {
      return
    }
    for index in page.links.indices { check(page.links[index], in: page, report: &report) }
  }

  /// What may keep a page from linking to another.
  private struct Obstacles: OptionSet {
    let rawValue: UInt8
    static let draft = Obstacles(rawValue: 1)
    static let `internal` = Obstacles(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(to page: CheckedPage) {
      self = []
      guard let visibility = page.visibility else { return }
      if visibility.status == .draft { insert(.draft) }
      if visibility.audience == .internal, visibility.isCertain { insert(.internal) }
    }

    init(mindedBy page: CheckedPage) {
      self = []
      if page.visibility?.status != .draft { insert(.draft) }
      if page.isExternal { insert(.internal) }
    }
  }

  private mutating func check(_ link: LinkUse, in page: CheckedPage, report: inout Findings) {
    let file = page.file.path
    switch link.target {
    case .elsewhere, .unusable: break
    case .heading(let anchor): check(anchor, of: page, from: page, link, report: &report)
    case .page(let target, let anchor):
      guard !link.isImage else {
        report.add(.notAnImage(target.id + ".md", in: file, at: link.range))
        return
      }
      guard let target = self.page(of: target) else { return }
      checkVisibility(of: target, from: page, link, report: &report)
      if let anchor { check(anchor, of: target, from: page, link, report: &report) }
    case .file(let path):
      guard path == LibrarySettings.path else { return }
      report.add(.brokenLink("library.yml", in: file, at: link.range))
    case .nothing(let written, nil): report.add(.outsideContent(written, in: file, at: link.range))
    case .nothing(let written, let path?):
      let suggestion = suggestions.suggestion(for: path, from: page.file.folder).map(Self.forMarkdown)
      let problem: Problem =
        link.isImage
        ? .missingFile(written, in: file, at: link.range) : .brokenLink(written, in: file, at: link.range)
      report.add(problem, replacement: suggestion, of: written)
    case .rooted(let written):
      let path = written.hasPrefix("/\(ContentTree.root)/") ? String(written.dropFirst()) : ContentTree.root + written
      let suggestion = suggestions.suggestion(for: path, from: page.file.folder).map(Self.forMarkdown)
      report.add(.rootedLink(written, in: file, at: link.range), replacement: suggestion, of: written)
    case .folder(let written, let path):
      let index = path + "/index.md"
      let suggestion = tree.isFile(index) ? RelativePath.path(from: page.file.folder, to: index) : nil
      report.add(
        .folderLink(written, in: file, at: link.range), replacement: suggestion.map(Self.forMarkdown), of: written)
    }
  }

  /// The page that a link to `file` leads to: of files with one id, that of the first.
  private mutating func page(of file: ContentFile) -> CheckedPage? {
    if file.hasUsableID, file.number < pages.count, pages[file.number].file === file { return pages[file.number] }
    return byReference[file.reference]  // the link may also have been read when other files were there
  }

  private func checkVisibility(
    of target: CheckedPage, from page: CheckedPage, _ link: LinkUse, report: inout Findings
  ) {
    let obstacles = Obstacles(to: target).intersection(Obstacles(mindedBy: page))
    if obstacles.contains(.draft) {
      report.add(.draftLink(to: target.file.id, in: page.file.path, at: link.range))
    }
    if obstacles.contains(.internal) {
      report.add(.linkLeak(to: target.file.id, in: page.file.path, at: link.range))
    }
  }

  private mutating func check(
    _ anchor: String, of target: CheckedPage, from page: CheckedPage, _ link: LinkUse, report: inout Findings
  ) {
    let ids = headings[target.reference] ?? Set(target.headings.map(\.id))
    headings[target.reference] = ids
    guard !ids.contains(anchor), target.visibility != nil else { return }
    guesses += 1
    let known = target.headings.count <= 200 && guesses <= Self.mostGuesses ? target.headings.map(\.id) : []
    let isOwn = target.reference == page.reference
    report.add(
      .brokenAnchor(anchor, of: isOwn ? nil : target.file.id, in: page.file.path, at: link.range),
      replacement: known.closest(to: anchor).map { "#" + $0 }, of: "#" + anchor)
  }

  /// Blanks and brackets would end an address in Markdown.
  private static func forMarkdown(_ path: String) -> String {
    guard path.contains(where: { " ()<>".contains($0) }) else { return path }
    return path.split(separator: "/").map { percentEncoded(String($0), keeping: .unreserved) }.joined(separator: "/")
  }
}
