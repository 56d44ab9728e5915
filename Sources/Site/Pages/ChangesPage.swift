// changes.html: what is new and what was looked at again, newest first.

import Library
import Mustache

enum ChangesPage: PageKind {
  static func routes(in site: Site) -> [Route] {
    let changes = site.changes.all
    let pages = stride(from: 0, to: max(1, changes.count), by: Site.pageLength).map { start in
      Array(changes[start..<min(changes.count, start + Site.pageLength)])
    }
    return pages.indices.map { index in
      site.page(
        Addresses.page(index + 1, of: Addresses.changes), "changes",
        title: index == 0 ? "New and changed" : "New and changed, page \(index + 1)", section: .changes,
        isListed: index == 0
      ) {
        [
          "changes": .list(pages[index].map { value($0, in: site) }),
          "pagination": site.pagination(Addresses.changes, index + 1, of: pages.count),
        ]
      }
    }
  }

  static func value(_ change: Change, in site: Site) -> Value {
    [
      "row": site.values.row(change.resource), "date": site.values.date(change.day), "isNew": .bool(change.isNew),
    ]
  }
}
