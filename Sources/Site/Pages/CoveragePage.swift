// coverage.html, for marketers: where the library is thin, what is held back or not labelled, and what is due for
// review, by owner. All of it as tables; what is overdue today is marked in the browser.

import Diagnostics
import Library
import Mustache
import Search

enum CoveragePage: PageKind {
  static func routes(in site: Site) -> [Route] {
    [
      site.page(Addresses.coverage, "coverage", title: "Coverage", section: .coverage, runs: .counts) {
        [
          "matrix": FinderPage.matrix(in: site), "owners": .list(reviews(in: site)),
          "assetCount": .integer(site.catalogue.listed.count),
        ] + shown("gaps", "hasGaps", gaps(in: site)) + shown("heldBack", "hasHeldBack", heldBack(in: site))
          + shown("dropped", "hasDropped", dropped(in: site))
          + shown("unlabelled", "hasUnlabelled", unlabelled(in: site))
      }
    ]
  }

  private static func gaps(in site: Site) -> [Value] {
    site.coverage.gaps.map { gap in
      [
        "persona": site.values.personas[gap.persona], "stage": site.values.stages[gap.stage],
        "url": .text(Addresses.cell(site.library.personas[gap.persona].id, site.library.stages[gap.stage].id)),
        "forAll": .integer(site.coverage.cells[gap.persona][gap.stage].forAll),
        "ask": CellPages.ask(gap.persona, gap.stage, in: site),
        "write": .text(
          Addresses.newResource(
            persona: site.library.personas[gap.persona].id, stage: site.library.stages[gap.stage].id)),
      ]
    }
  }

  private static func unlabelled(in site: Site) -> [Value] {
    site.catalogue.listed.filter { site.library.resources[$0].isUnlabelled }.map { index in
      ["row": site.values.row(index), "edit": site.editLink(site.library.resources[index].file)]
    }
  }

  /// So many of an owner's reviews are listed; of the others only how many there are in each month, so that the page
  /// stays small however large the library is.
  private static let longestReviewList = 20

  /// Review dates by owner, the earliest first; without a date last.
  private static func reviews(in site: Site) -> [Value] {
    let library = site.library
    let (due, owners) = (site.matcher.labels.reviewDue, site.matcher.labels.owners)
    let byOwner = Dictionary(grouping: site.catalogue.listed) { owners[$0] }
    let named =
      library.people.indices.map { Owner?.some(.person($0)) } + library.teams.indices.map { .some(.team($0)) }
    return (named + [nil]).compactMap { owner in
      guard let resources = byOwner[owner] else { return nil }
      let ordered = resources.sorted { (due[$0]?.number ?? .max, $0) < (due[$1]?.number ?? .max, $1) }
      return [
        "owner": owner.flatMap { site.values.owners[$0] } ?? ["label": "Nobody"],
        "count": .integer(resources.count),
        "reviews": .list(
          ordered.prefix(longestReviewList).map { index in
            [
              "row": site.values.row(index), "reviewed": site.values.date(library.resources[index].reviewed),
              "reviewDue": site.values.date(due[index]), "edit": site.editLink(library.resources[index].file),
            ]
          }),
        "later": .list(months(ordered.dropFirst(longestReviewList).map { due[$0] })),
      ]
    }
  }

  /// How many days there are in each month; the days are in order.
  private static func months(_ days: [Day?]) -> [Value] {
    var months: [(first: Day?, count: Int)] = []
    for day in days {
      if let last = months.last, last.first?.isInMonth(of: day) ?? (day == nil) {
        months[months.count - 1].count += 1
      } else {
        months.append((day, 1))
      }
    }
    return months.map { month in
      ["month": .text(month.first.map { String($0.iso.prefix(7)) } ?? "no date"), "count": .integer(month.count)]
    }
  }

  /// What is not published because of its mistakes, with the reasons in the words of the check.
  private static func heldBack(in site: Site) -> [Value] {
    site.library.heldBack.map { held in
      [
        "title": .text(held.title), "file": .text(held.file), "edit": site.editLink(held.file),
        "owner": held.owner.flatMap { site.values.owners[$0] } ?? ["label": "Nobody"],
        "reasons": .texts(held.problems.map(\.message)),
      ]
    }
  }

  /// What was left out of resources that are published all the same.
  private static func dropped(in site: Site) -> [Value] {
    site.library.dropped.map { dropped in
      [
        "file": .text(dropped.file), "edit": site.editLink(dropped.file),
        "owner": dropped.owner.flatMap { site.values.owners[$0] } ?? ["label": "Nobody"],
        "reason": .text(dropped.problem.message),
      ]
    }
  }
}

extension Day {
  fileprivate func isInMonth(of other: Day?) -> Bool {
    guard let other else { return false }
    return parts.month == other.parts.month && parts.year == other.parts.year
  }
}
