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
  /// The labels of all resources.
  package var labels: LabelColumns { standing.columns }

  /// What is approved, best to show first: featured, then reviewed last, then by id.
  package var listed: [Int] { standing.listed }

  /// The assets of every cell, by persona, then by stage.
  package func cells() -> [[CellAssets]] {
    let columns = standing.columns
    let allPersonas = Array(library.personas.indices)
    let allStages = Array(library.stages.indices)
    var cells = allPersonas.map { _ in allStages.map { _ in CellAssets() } }
    for index in standing.order {
      let personas = columns.personas.row(index)
      let stages = columns.stages.row(index)
      let isNamed = personas != [LabelColumns.forAll] && stages != [LabelColumns.forAll]
      for persona in personas == [LabelColumns.forAll] ? allPersonas : personas {
        for stage in stages == [LabelColumns.forAll] ? allStages : stages {
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

  /// What goes with a resource: for the same personas, stages and facet values, best first.
  package func related(to index: Int, count: Int) -> [Pick] {
    guard library.resources.indices.contains(index) else { return [] }
    return best(count, besides: index, stages: standing.columns.stages.row(index))
  }

  /// The best assets of the stages that come after a resource's own, for the same personas and facet values.
  package func nextStep(for index: Int, count: Int) -> [Pick] {
    nextStep(for: index, through: stagesAhead(of: index), count: count)
  }

  /// The same, where `stagesAhead` are known.
  package func nextStep(for index: Int, through stagesAhead: [Int], count: Int) -> [Pick] {
    best(count, besides: index, stages: stagesAhead)
  }

  /// Whether a resource may go with another, or be its next step: the matcher chooses from it, or an author named it.
  package func isRelatable(_ index: Int) -> Bool { standing.isListed[index] || standing.columns.isNamed[index] }

  /// The stages that come after a resource's own, each once.
  package func stagesAhead(of index: Int) -> [Int] {
    guard library.resources.indices.contains(index), case .named(let own) = library.resources[index].stages else {
      return []
    }
    var after: [Int] = []
    for stage in own {
      for next in library.stages[stage].next where !after.contains(next) { after.append(next) }
    }
    let isBehind = after.allSatisfy { own.contains($0) }
    return isBehind ? after : after.filter { !own.contains($0) }
  }

  /// Whether a resource names a stage; it is asked of resources in no order, which cost more to come to than their columns.
  package func names(_ stage: Int, _ resource: Int) -> Bool {
    standing.columns.stages.range(resource).contains { standing.columns.stages[$0] == stage }
  }

  /// Candidates come from the short lists of every combination of labels that the resource bears; each is taken for
  /// the persona and stage of it that give most.
  private func best(_ count: Int, besides own: Int, stages: [Int]) -> [Pick] {
    guard count > 0 else { return [] }
    let columns = standing.columns
    let weights = library.weights
    let named = columns.personas.range(own)
    let isForAll = named.isEmpty || columns.personas[named.lowerBound] == LabelColumns.forAll
    let wanted = columns.facets.indices.filter { !columns.facets[$0].range(own).isEmpty }
    // No resource has more points than this for the facet values it shares, or not, with this one.
    let mostShared = wanted.reduce(0) { $0 + max(0, library.facets[$1].points, library.facets[$1].elsewhere) }
    // With what each has for its facet values: lists share many resources.
    var found: [(pick: Pick, shared: Int)] = []
    found.reserveCapacity(count)
    func consider(_ key: Standing.Key) {
      // What everything in the list has for its labels; featured ones, which come first, have more.
      var points = key.stage == LabelColumns.forAll ? 0 : weights.stage
      if !isForAll, let persona = key.persona {
        points += persona == LabelColumns.forAll ? weights.personaAll : weights.persona
      }
      for place in standing.best(key) {
        let index = standing.resource(at: place)
        if index == own { continue }
        let isFeatured = columns.isFeatured[index]
        let labels = isFeatured ? points + weights.featured : points
        if found.count == count, let last = found.last?.pick {
          // Lists are in the order of equals: once the best that could come is not in front of the last of enough, none
          // behind it is either. Most lists are passed over so.
          let best = Pick(resource: index, points: labels + mostShared)
          if !isBefore(best, last) {
            if isFeatured { continue }
            return
          }
        }
        insert(index, labels)
      }
    }
    func insert(_ index: Int, _ labels: Int) {
      var place = 0
      while place < found.count, found[place].pick.resource != index { place += 1 }
      let shared = place < found.count ? found[place].shared : facetScore(index, own, wanted)
      let candidate = Pick(resource: index, points: labels + shared)
      if place < found.count {
        guard found[place].pick.points < candidate.points else { return }
      } else if found.count < count {
        found.append((candidate, shared))
      } else {
        place -= 1
        guard isBefore(candidate, found[place].pick) else { return }
      }
      // Those that it stands before move back by one.
      while place > 0, isBefore(candidate, found[place - 1].pick) {
        found[place] = found[place - 1]
        place -= 1
      }
      found[place] = (candidate, shared)
    }
    func consider(_ persona: Int?, _ stage: Int) {
      for facet in wanted {
        for place in columns.facets[facet].range(own) {
          consider(Standing.Key(persona: persona, stage: stage, facet: facet, value: columns.facets[facet][place]))
        }
      }
      consider(Standing.Key(persona: persona, stage: stage))
    }
    for stage in stages {
      if isForAll {
        consider(nil, stage)
      } else {
        for place in named { consider(columns.personas[place], stage) }
      }
      consider(LabelColumns.forAll, stage)
      if found.count < count { consider(Standing.Key(persona: nil, stage: stage)) }
    }
    return found.map(\.pick)
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

  private static func points(_ column: NumberColumn, _ index: Int, _ wanted: Int, _ exact: Int, _ all: Int) -> Int {
    for place in column.range(index) {
      if column[place] == wanted { return exact }
      if column[place] == LabelColumns.forAll { return all }
    }
    return 0
  }

  /// The points of `reasons` for sharing values of `facets` with another resource, which has some of each.
  private func facetScore(_ index: Int, _ other: Int, _ facets: [Int]) -> Int {
    var points = 0
    for facet in facets where !standing.columns.facets[facet].range(index).isEmpty {
      let isShared = standing.columns.facets[facet].shares(index, other)
      points += isShared ? library.facets[facet].points : library.facets[facet].elsewhere
    }
    return points
  }
}
