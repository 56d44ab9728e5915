// What is new and what was looked at again, newest first. Only dates that authors wrote count: the build's own day
// never does.

import Library

/// One entry of the list of changes.
struct Change: Sendable {
  /// The index in `Library.resources`.
  let resource: Int
  /// The later of the days it was reviewed and published.
  let day: Day
  let isNew: Bool
}

struct Changes {
  private let ordered: [Change]

  /// Drafts and archived resources are left out, and those without a date.
  init(_ library: Library) {
    ordered = library.resources.indices.compactMap { index -> Change? in
      guard library.resources[index].status == .approved else { return nil }
      let (reviewed, publish) = (library.resources[index].reviewed, library.resources[index].publish)
      guard let day = [reviewed, publish].compactMap({ $0 }).max() else { return nil }
      return Change(resource: index, day: day, isNew: publish == day)
    }
    .sorted { ($0.day, $1.resource) > ($1.day, $0.resource) }
  }

  var all: [Change] { ordered }
  func newest(_ count: Int) -> [Change] { Array(ordered.prefix(count)) }
}
