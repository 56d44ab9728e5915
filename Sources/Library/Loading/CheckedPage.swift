// What later checks need to know of a page of any kind.

import Diagnostics
import Markdown

/// A page with what its text leads to.
struct CheckedPage: Sendable {
  let file: ContentFile
  /// Nil where the file could not be read.
  let visibility: Visibility?
  let links: [LinkUse]

  init<Entry>(_ page: Loaded<Entry>, visibility: Visibility?) {
    file = page.file
    self.visibility = visibility
    links = page.links
  }
}
