// Which resources stand under which label, worked out once for all list pages. Only approved ones are listed: drafts
// have no page, archived ones are reached by their old links alone.

import Library

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

  init(_ library: Library) {
    let resources = library.resources
    let days = resources.indices.map { resources[$0].reviewed?.number ?? .min }
    listed = resources.indices.filter { resources[$0].status == .approved }.sorted { left, right in
      let (first, second) = (resources[left].isFeatured, resources[right].isFeatured)
      if first != second { return first }
      return days[left] != days[right] ? days[left] > days[right] : left < right  // resources are in id order
    }
    var personas = [[Int]](repeating: [], count: library.personas.count)
    var stages = [[Int]](repeating: [], count: library.stages.count)
    var types = [[Int]](repeating: [], count: library.types.count)
    var facets = library.facets.map { [[Int]](repeating: [], count: $0.values.count) }
    var allPersonas: [Int] = []
    var allStages: [Int] = []
    for index in listed {
      let resource = resources[index]
      switch resource.personas {
      case .named(let names): for name in names { personas[name].append(index) }
      case .all: allPersonas.append(index)
      case .todo: break
      }
      switch resource.stages {
      case .named(let names): for name in names { stages[name].append(index) }
      case .all: allStages.append(index)
      case .todo: break
      }
      if let type = resource.type { types[type].append(index) }
      for (facet, values) in resource.facets.enumerated() {
        for value in values { facets[facet][value].append(index) }
      }
    }
    (byPersona, byStage, byType, byFacet) = (personas, stages, types, facets)
    hasDates = listed.contains { resources[$0].publish != nil || resources[$0].expires != nil }
    (forAllPersonas, forAllStages) = (allPersonas, allStages)
  }
}
