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

  init(
    _ file: ContentFile, visibility: Visibility? = nil, links: [LinkUse] = [], headings: [MarkdownHeading] = [],
    attachments: [WrittenAttachment] = []
  ) {
    self.file = file
    self.visibility = visibility
    self.links = links
    self.headings = headings
    self.attachments = attachments
  }

  var reference: PageReference { file.reference }
  /// True for what may be sent to prospects.
  var isExternal: Bool { visibility?.audience == .external }
}
