// Links and pictures of what is imported: they lead to where their targets go, and those that lead nowhere become text,
// each told with its place.

import Diagnostics
import Files
import Library
import Markdown

extension Importer {
  mutating func mendLinks(_ drafts: inout [Draft], _ tree: SourceTree, _ attachments: Attachments) {
    let bySource = Dictionary(drafts.enumerated().map { ($1.source, $0) }) { first, _ in first }
    let targets = drafts.map { (path: $0.path, isDraft: $0.isDraft) }
    for index in drafts.indices where !drafts[index].links.isEmpty {
      let draft = drafts[index]
      let lines = LineIndex(draft.body)
      var mender = LinkMender(draft.body)
      var outerEnd: UInt32 = 0
      func mending(_ link: MarkdownLink) -> (LinkMending, reason: String) {
        switch link.target {
        case .fragment, .contact: return (.keep, "")
        case .external:
          return link.isImage ? (.link, "is a picture of another host, and became a link") : (.keep, "")
        case .unsafe: return (.text, "leads to what a browser must not open; its text is kept")
        case .local: return self.local(link, of: draft, bySource, targets, tree, attachments)
        }
      }
      for link in draft.links {
        let isInLink = link.range.lower < outerEnd
        if !link.isImage { outerEnd = max(outerEnd, link.range.upper) }
        var (what, reason) = mending(link)
        if what == .keep { continue }
        var isMended = mender.mend(link, what, isInLink: isInLink)
        if !isMended, what != .text {
          (what, reason) = (.text, "could not be put right; its text is kept")
          isMended = mender.mend(link, .text, isInLink: isInLink)
        }
        if case .address = what, isMended { continue }
        let line = draft.linesAbove + lines.position(of: link.range.lower).line
        let shown = link.destination.prefix(100)
        note(draft.source, line: line, "'\(shown)' \(isMended ? reason : "could not be put right")")
      }
      let locals = Dictionary(
        draft.links.lazy.filter { $0.target == .local }.map { ($0.destination, $0) }
      ) { first, _ in first }
      mender.mendDefinitions { destination in locals[destination].map { mending($0).0 } ?? .keep }
      drafts[index].body = mender.mended()
    }
  }

  private func local(
    _ link: MarkdownLink, of draft: Draft, _ bySource: [String: Int], _ targets: [(path: String, isDraft: Bool)],
    _ tree: SourceTree, _ attachments: Attachments
  ) -> (LinkMending, reason: String) {
    // A query or anchor alone.
    if link.path?.isEmpty == true { return (.keep, "") }
    guard let found = tree.resolve(link.destination, from: draft.source) else {
      return (.text, "leads to nothing in the source; its text is kept")
    }
    if let page = bySource[found] {
      if targets[page].isDraft, !draft.isDraft { return (.text, "leads to a draft; its text is kept") }
      if link.isImage { return (.text, "is shown as a picture, but is a text; its description is kept") }
      let anchor = link.fragment.map { $0.isEmpty ? "" : "#" + percentEncoded($0, keeping: .unreserved) } ?? ""
      return (address(to: targets[page].path, of: link, in: draft, anchor: anchor), "")
    }
    if let path = attachments.path(of: found) { return (address(to: path, of: link, in: draft, anchor: ""), "") }
    return (
      .text, "leads to what is not imported (\(attachments.reason(of: found) ?? "it was skipped")); its text is kept"
    )
  }

  /// The way to a file of the library; the address stays as it is written where that is the way.
  private func address(to path: String, of link: MarkdownLink, in draft: Draft, anchor: String) -> LinkMending {
    let folder = folderPart(draft.path)
    let written = RelativePath.percentDecoded(String(link.destination.prefix { $0 != "?" && $0 != "#" }))
    if !written.hasPrefix("/"), RelativePath.resolve(written, from: folder) == path { return .keep }
    let way = RelativePath.path(from: folder, to: path)
    let isPlain = !way.contains { " ()<>%?#\\".contains($0) }
    let encoded =
      isPlain
      ? way : way.split(separator: "/").map { percentEncoded(String($0), keeping: .unreserved) }.joined(separator: "/")
    return .address(encoded + anchor)
  }
}
