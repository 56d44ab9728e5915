// What pages show that are built ahead: the assets of a cell, what goes with a resource and its next step. The same
// points as for a lead, but none that depend on dates; ask for a few more than are shown, since the browser leaves out
// what has expired and sorts again.

import Library

/// A resource by its index in `Library.resources`, and what its labels give it, in whole points.
package struct Pick: Sendable, Equatable {
  package var resource: Int
  package var points: Int

  package init(resource: Int, points: Int) {
    self.resource = resource
    self.points = points
  }
}

/// The assets of one cell of the matrix, best first.
package struct CellAssets: Sendable {
  /// What names both the persona and the stage.
  package var named: [Pick] = []
  /// What fits because it is for all.
  package var forAll: [Pick] = []
}

extension Matcher {
  /// The assets of every cell, by persona, then by stage.
  package func cells() -> [[CellAssets]] {
    let columns = standing.columns
    let allPersonas = Array(library.personas.indices)
    let allStages = Array(library.stages.indices)
    var cells = allPersonas.map { _ in allStages.map { _ in CellAssets() } }
    for index in standing.order {
      let personas = columns.personas.row(index)
      let stages = columns.stages.row(index)
      let isNamed = personas != [Standing.forAll] && stages != [Standing.forAll]
      for persona in personas == [Standing.forAll] ? allPersonas : personas {
        for stage in stages == [Standing.forAll] ? allStages : stages {
          let pick = Pick(resource: index, points: labelScore(index, persona, stage))
          if isNamed { cells[persona][stage].named.append(pick) } else { cells[persona][stage].forAll.append(pick) }
        }
      }
    }
    for persona in allPersonas {
      for stage in allStages {
        cells[persona][stage].named.sort(by: isBefore)
        cells[persona][stage].forAll.sort(by: isBefore)
      }
    }
    return cells
  }

  /// Resources in the order in which lists show them when nobody asks: featured, then reviewed last, then by id.
  package func inStanding(_ resources: [Int]) -> [Int] {
    let columns = standing.columns
    return resources.sorted { left, right in
      if columns.isFeatured[left] != columns.isFeatured[right] { return columns.isFeatured[left] }
      let (leftDay, rightDay) = (columns.reviewed[left], columns.reviewed[right])
      return leftDay != rightDay ? leftDay > rightDay : left < right
    }
  }

  /// What goes with a resource: for the same personas, stages and facet values, best first.
  package func related(to index: Int, count: Int) -> [Pick] {
    guard library.resources.indices.contains(index) else { return [] }
    return best(count, besides: index, stages: standing.columns.stages.row(index))
  }

  /// The best assets of the stages that come after a resource's own, for the same personas and facet values.
  package func nextStep(for index: Int, count: Int) -> [Pick] {
    best(count, besides: index, stages: stagesAhead(of: index))
  }

  /// The stages that come after a resource's own, each once.
  package func stagesAhead(of index: Int) -> [Int] {
    guard library.resources.indices.contains(index), case .named(let own) = library.resources[index].stages else {
      return []
    }
    let after = own.flatMap { library.stages[$0].next }
    let ahead = after.filter { !own.contains($0) }
    let stages = ahead.isEmpty ? after : ahead
    return stages.indices.filter { stages.firstIndex(of: stages[$0]) == $0 }.map { stages[$0] }
  }

  /// Candidates come from the short lists of every combination of labels that the resource bears; each is taken for
  /// the persona and stage of it that give most.
  private func best(_ count: Int, besides own: Int, stages: [Int]) -> [Pick] {
    let columns = standing.columns
    let named = columns.personas.row(own)
    var found: [Pick] = []
    let shared = mostFacetPoints(own)
    func consider(_ key: Standing.Key) {
      var persona = key.persona == Standing.forAll ? named.first : key.persona
      if persona == Standing.forAll { persona = nil }
      let stage = key.stage == Standing.forAll ? nil : key.stage
      // No candidate can be in front of the last of enough: most lists are passed over so.
      if found.count == count, let last = found.last, last.points > mostPoints(persona, stage, key) + shared { return }
      for index in standing.best(key) where index != own {
        let candidate = Pick(
          resource: index, points: labelScore(index, persona, stage) + facetScore(index, own))
        // What is no better than the last of enough is not in the list with fewer points either.
        if found.count == count, let last = found.last, !isBefore(candidate, last) { continue }
        if let known = found.firstIndex(where: { $0.resource == index }) {
          if found[known].points >= candidate.points { continue }
          found.remove(at: known)
        }
        let place = found.firstIndex { isBefore(candidate, $0) } ?? found.count
        guard place < count else { continue }
        found.insert(candidate, at: place)
        if found.count > count { found.removeLast() }
      }
    }
    let personas: [Int?] =
      named.isEmpty || named == [Standing.forAll] ? [nil, Standing.forAll] : named + [Standing.forAll]
    for stage in stages {
      for persona in personas {
        for (facet, column) in columns.facets.enumerated() {
          for place in column.range(own) {
            consider(Standing.Key(persona: persona, stage: stage, facet: facet, value: column[place]))
          }
        }
        consider(Standing.Key(persona: persona, stage: stage))
      }
      if found.count < count { consider(Standing.Key(persona: nil, stage: stage)) }
    }
    return found
  }

  private func isBefore(_ left: Pick, _ right: Pick) -> Bool {
    if left.points != right.points { return left.points > right.points }
    let (leftDay, rightDay) = (standing.columns.reviewed[left.resource], standing.columns.reviewed[right.resource])
    return leftDay != rightDay ? leftDay > rightDay : left.resource < right.resource
  }

  /// The points of `reasons` for a persona, a stage and being featured, without making reasons.
  private func labelScore(_ index: Int, _ persona: Int?, _ stage: Int?) -> Int {
    let weights = library.weights
    var points = standing.columns.isFeatured[index] ? weights.featured : 0
    if let persona {
      points += Self.points(standing.columns.personas, index, persona, weights.persona, weights.personaAll)
    }
    if let stage { points += Self.points(standing.columns.stages, index, stage, weights.stage, weights.stageAll) }
    return points
  }

  /// No resource in the list of `key` has more points for its labels; one that is for all personas has that instead of
  /// naming one.
  private func mostPoints(_ persona: Int?, _ stage: Int?, _ key: Standing.Key) -> Int {
    let weights = library.weights
    let named = key.persona == Standing.forAll ? weights.personaAll : max(weights.persona, weights.personaAll)
    return max(0, weights.featured) + (persona == nil ? 0 : max(0, named))
      + (stage == nil ? 0 : max(0, weights.stage, weights.stageAll))
  }

  /// No resource has more points than this for the facet values it shares, or not, with `own`.
  private func mostFacetPoints(_ own: Int) -> Int {
    var points = 0
    for (facet, column) in standing.columns.facets.enumerated() where !column.range(own).isEmpty {
      points += max(0, library.facets[facet].points, library.facets[facet].elsewhere)
    }
    return points
  }

  private static func points(_ column: NumberColumn, _ index: Int, _ wanted: Int, _ exact: Int, _ all: Int) -> Int {
    for place in column.range(index) {
      if column[place] == wanted { return exact }
      if column[place] == Standing.forAll { return all }
    }
    return 0
  }

  /// The points of `reasons` for sharing facet values with another resource.
  private func facetScore(_ index: Int, _ other: Int) -> Int {
    var points = 0
    for (facet, column) in standing.columns.facets.enumerated() {
      let wanted = column.range(other)
      let own = column.range(index)
      guard !wanted.isEmpty, !own.isEmpty else { continue }
      let isShared = wanted.contains { column.holds(index, column[$0]) }
      points += isShared ? library.facets[facet].points : library.facets[facet].elsewhere
    }
    return points
  }
}
