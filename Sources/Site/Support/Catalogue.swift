// Which resources stand under which label, worked out once for all list pages. Only approved ones are listed: drafts
// have no page, archived ones are reached by their old links alone.

import Library
import Search

struct Catalogue: Sendable {
  /// Indices in `library.resources`, best to show first: featured, then reviewed last, then id.
  let listed: [Int]
  /// For each persona, stage, type: what names it. What is for all stands apart.
  let byPersona: [[Int]]
  let byStage: [[Int]]
  let byType: [[Int]]
  /// For each facet, for each of its values.
  let byFacet: [[[Int]]]
  let forAllPersonas: [Int]
  let forAllStages: [Int]
  /// True where something listed has a first or a last day.
  let hasDates: Bool

  init(_ library: Library, _ matcher: Matcher) {
    let labels = matcher.labels
    listed = matcher.listed
    var personas = [[Int]](repeating: [], count: library.personas.count)
    var stages = [[Int]](repeating: [], count: library.stages.count)
    var types = [[Int]](repeating: [], count: library.types.count)
    var facets = library.facets.map { [[Int]](repeating: [], count: $0.values.count) }
    (forAllPersonas, _) = labels.personas.sort(listed, into: &personas)
    (forAllStages, _) = labels.stages.sort(listed, into: &stages)
    _ = labels.types.sort(listed, into: &types)
    for facet in facets.indices { _ = labels.facets[facet].sort(listed, into: &facets[facet]) }
    (byPersona, byStage, byType, byFacet) = (personas, stages, types, facets)
    hasDates = listed.contains { labels.publish[$0] != nil || labels.expires[$0] != nil }
  }
}

extension NumberColumn {
  /// Adds each of `resources` to the lists of its numbers; those that are for all, and those without a number, are given
  /// back.
  func sort(_ resources: [Int], into lists: inout [[Int]]) -> (forAll: [Int], none: [Int]) {
    var (forAll, none): ([Int], [Int]) = ([], [])
    for index in resources {
      let numbers = range(index)
      if numbers.isEmpty { none.append(index) }
      for place in numbers {
        let number = self[place]
        if number == LabelColumns.forAll { forAll.append(index) } else { lists[number].append(index) }
      }
    }
    return (forAll, none)
  }
}
