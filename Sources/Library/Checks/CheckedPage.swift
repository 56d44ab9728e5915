// What later checks need to know of a page of any kind.

import Diagnostics
import Markdown

/// A page with what its text leads to.
struct CheckedPage: Sendable {
  let file: ContentFile
  /// Nil where the file could not be read.
  let visibility: Visibility?
  let links: [LinkUse]
  let headings: [MarkdownHeading]
  let attachments: [WrittenAttachment]

  init<Entry>(_ page: Loaded<Entry>, visibility: Visibility?) {
    file = page.file
    self.visibility = visibility
    links = page.links
    headings = page.headings
    attachments = page.attachments
  }

  var reference: PageReference { PageReference(kind: file.kind, id: file.id) }
  /// True for what may be sent to prospects.
  var isExternal: Bool { visibility?.audience == .external }
}
