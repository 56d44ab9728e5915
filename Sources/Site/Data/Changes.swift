// What is new and what was looked at again, newest first. Only dates that authors wrote count: the build's own day
// never does.

import Library
import Search

/// One entry of the list of changes.
struct Change: Sendable {
  /// The index in `Library.resources`.
  let resource: Int
  /// The later of the days it was reviewed and published.
  let day: Day
  let isNew: Bool
}

struct Changes: Sendable {
  let all: [Change]

  /// Drafts and archived resources are left out, and those without a date.
  init(_ matcher: Matcher) {
    let (reviewed, publish) = (matcher.labels.reviewed, matcher.labels.publish)
    all = matcher.listed.compactMap { index -> Change? in
      let day = Day(number: max(reviewed[index], publish[index]?.number ?? .min))
      guard day.number != .min else { return nil }
      return Change(resource: index, day: day, isNew: publish[index] == day)
    }
    .sorted { $0.day != $1.day ? $0.day > $1.day : $0.resource < $1.resource }
  }

  func newest(_ count: Int) -> ArraySlice<Change> { all.prefix(count) }
}
