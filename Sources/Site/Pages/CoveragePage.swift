// coverage.html, for marketers: where the library is thin, what is held back or not labelled, and what is due for
// review, by owner. All of it as tables; what is overdue today is marked in the browser.

import Diagnostics
import Library
import Mustache

enum CoveragePage: PageKind {
  static func routes(in site: Site) -> [Route] {
    [
      site.page(Addresses.coverage, "coverage", title: "Coverage", section: .coverage, runs: .counts) {
        [
          "matrix": FinderPage.matrix(in: site), "owners": .list(reviews(in: site)),
          "assetCount": .integer(site.catalogue.listed.count),
        ] + shown("gaps", gaps(in: site)) + shown("heldBack", heldBack(in: site))
          + shown("dropped", dropped(in: site)) + shown("unlabelled", unlabelled(in: site))
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
      ]
    }
  }

  private static func unlabelled(in site: Site) -> [Value] {
    site.catalogue.listed.filter { site.library.resources[$0].isUnlabelled }.map { index in
      ["row": site.values.rows[index], "edit": site.editLink(site.library.resources[index].file)]
    }
  }

  /// Review dates by owner, the earliest first; without a date last.
  private static func reviews(in site: Site) -> [Value] {
    let library = site.library
    let byOwner = Dictionary(grouping: site.catalogue.listed) { library.resources[$0].owner }
    let owners =
      library.people.indices.map { Owner?.some(.person($0)) } + library.teams.indices.map { .some(.team($0)) }
    return (owners + [nil]).compactMap { owner in
      guard let resources = byOwner[owner] else { return nil }
      let ordered = resources.sorted { left, right in
        let (first, second) = (library.resources[left].reviewDue, library.resources[right].reviewDue)
        return (first?.number ?? .max, left) < (second?.number ?? .max, right)
      }
      return [
        "owner": owner.flatMap { site.values.owners[$0] } ?? ["label": "Nobody"],
        "count": .integer(resources.count),
        "reviews": .list(
          ordered.map { index in
            [
              "row": site.values.rows[index], "reviewed": Values.date(library.resources[index].reviewed),
              "reviewDue": Values.date(library.resources[index].reviewDue),
              "edit": site.editLink(library.resources[index].file),
            ]
          }),
      ]
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
