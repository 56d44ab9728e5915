// What only time changes: reviews that are due, offers that are over. Never an error.

import Diagnostics

extension ResourceKind {
  /// `today`: nil leaves out what depends on it.
  package func checkDates(of page: Loaded<ResourceEntry>, today: Day?, report: inout Findings) {
    guard let entry = page.entry, entry.resource.status == .approved else { return }
    if !entry.notes.hasReviewed { report.add(.notReviewed(in: page.path, at: entry.notes.places.start)) }
    guard let today else { return }
    if let reviewed = entry.resource.reviewed, let place = entry.notes.places.reviewed {
      if reviewed > today.adding(.days(1)) {
        report.add(.futureReview(reviewed, in: page.path, at: place))
      } else if let due = entry.resource.reviewDue, due < today, !entry.resource.isExpired(on: today) {
        report.add(.reviewOverdue(since: due, in: page.path, at: place))
      }
    }
    if let expires = entry.resource.expires, let place = entry.notes.places.expires,
      entry.resource.isExpired(on: today)
    {
      report.add(.expired(on: expires, in: page.path, at: place))
    }
  }
}
