// What later checks need to know of a page of any kind.

import Diagnostics
import Markdown

/// A page with what its text leads to and what it brings along.
final class CheckedPage: Sendable {
  let file: ContentFile
  /// Nil where the file could not be read.
  let visibility: Visibility?
  /// The local links and images of its text.
  let links: [LinkUse]
  let headings: [MarkdownHeading]
  let attachments: [WrittenAttachment]
  /// The numbers of the pages that its links lead to; nil where one leads elsewhere, or to a heading.
  let linkedPages: [Int]?

  init(
    _ file: ContentFile, visibility: Visibility? = nil, links: [LinkUse] = [], headings: [MarkdownHeading] = [],
    attachments: [WrittenAttachment] = []
  ) {
    self.file = file
    self.visibility = visibility
    self.links = links
    self.headings = headings
    self.attachments = attachments
    linkedPages = Self.numbers(of: links)
  }

  private static func numbers(of links: [LinkUse]) -> [Int]? {
    var numbers: [Int] = []
    numbers.reserveCapacity(links.count)
    for link in links {
      guard !link.isImage, case .page(let file, nil) = link.target, file.hasUsableID else { return nil }
      numbers.append(file.number)
    }
    return numbers
  }

  /// False for most, whose files need not be looked for.
  var mayBringFiles: Bool { !attachments.isEmpty || linkedPages == nil }

  var reference: PageReference { file.reference }
  /// True for what may be sent to prospects.
  var isExternal: Bool { visibility?.audience == .external }
}
