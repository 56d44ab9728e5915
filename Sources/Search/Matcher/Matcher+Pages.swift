// What pages show that are built ahead: the assets of a cell, what goes with a resource and its next step. The same
// points as for a lead, but none that depend on dates; ask for a few more than are shown, since the browser leaves out
// what has expired and sorts again.

import Library

extension Matcher {
  /// The assets of one cell of the matrix: those that name both its labels, and those that fit because they are for all.
  package func cell(persona: Int, stage: Int) -> (named: [Match], forAll: [Match]) {
    let profile = Profile(persona: persona, stage: stage)
    var cell: (named: [Match], forAll: [Match]) = ([], [])
    for index in standing.order {
      let resource = library.resources[index]
      let isNamed = resource.personas.names(persona) && resource.stages.names(stage)
      guard
        isNamed
          || (resource.personas == .all || resource.personas.names(persona))
            && (resource.stages == .all || resource.stages.names(stage))
      else { continue }
      let match = Match(resource: index, reasons: reasons(index, profile, nil))
      if isNamed { cell.named.append(match) } else { cell.forAll.append(match) }
    }
    sort(&cell.named, .match)
    sort(&cell.forAll, .match)
    return cell
  }

  /// Resources in the order in which lists show them when nobody asks: featured, then reviewed last, then by id.
  package func inStanding(_ resources: [Int]) -> [Int] {
    resources.sorted { left, right in
      let (leftFeatured, rightFeatured) = (library.resources[left].isFeatured, library.resources[right].isFeatured)
      if leftFeatured != rightFeatured { return leftFeatured }
      let (leftDay, rightDay) = (standing.reviewed[left], standing.reviewed[right])
      return leftDay != rightDay ? leftDay > rightDay : left < right
    }
  }

  /// What goes with a resource: for the same personas, stages and facet values, best first.
  package func related(to index: Int, count: Int) -> [Match] {
    guard library.resources.indices.contains(index) else { return [] }
    return best(count, besides: index, stages: Standing.numbers(library.resources[index].stages))
  }

  /// The best assets of the stages that come after a resource's own, for the same personas and facet values.
  package func nextStep(for index: Int, count: Int) -> [Match] {
    guard library.resources.indices.contains(index), case .named(let own) = library.resources[index].stages else {
      return []
    }
    let after = own.flatMap { library.stages[$0].next }
    let ahead = after.filter { !own.contains($0) }
    let stages = ahead.isEmpty ? after : ahead
    return best(
      count, besides: index,
      stages: stages.indices.filter { stages.firstIndex(of: stages[$0]) == $0 }.map { stages[$0] })
  }

  /// Candidates come from the short lists of every combination of labels that the resource bears; each is taken for
  /// the persona and stage of it that give most.
  private func best(_ count: Int, besides own: Int, stages: [Int]) -> [Match] {
    let resource = library.resources[own]
    let named = Standing.numbers(resource.personas)
    var profile = Profile(facets: resource.facets)
    var found: [(index: Int, score: Int, persona: Int?, stage: Int?)] = []
    func consider(_ key: Standing.Key) {
      for index in standing.best(key) where index != own {
        profile.persona = key.persona.flatMap { $0 == Standing.forAll ? named.first : $0 }
        if profile.persona == Standing.forAll { profile.persona = nil }
        profile.stage = key.stage == Standing.forAll ? nil : key.stage
        let score = score(index, profile)
        if let known = found.firstIndex(where: { $0.index == index }) {
          if found[known].score >= score { continue }
          found.remove(at: known)
        }
        let place = found.firstIndex { isBefore((index, score), ($0.index, $0.score)) } ?? found.count
        guard place < count else { continue }
        found.insert((index, score, profile.persona, profile.stage), at: place)
        if found.count > count { found.removeLast() }
      }
    }
    let personas: [Int?] =
      named.isEmpty || named == [Standing.forAll] ? [nil, Standing.forAll] : named + [Standing.forAll]
    for stage in stages {
      for persona in personas {
        for (facet, values) in resource.facets.enumerated() {
          for value in values { consider(Standing.Key(persona: persona, stage: stage, facet: facet, value: value)) }
        }
        consider(Standing.Key(persona: persona, stage: stage))
      }
      if found.count < count { consider(Standing.Key(persona: nil, stage: stage)) }
    }
    return found.map { candidate in
      profile.persona = candidate.persona
      profile.stage = candidate.stage
      return Match(resource: candidate.index, reasons: reasons(candidate.index, profile, nil))
    }
  }

  private func isBefore(_ left: (index: Int, score: Int), _ right: (index: Int, score: Int)) -> Bool {
    if left.score != right.score { return left.score > right.score }
    let (leftDay, rightDay) = (standing.reviewed[left.index], standing.reviewed[right.index])
    return leftDay != rightDay ? leftDay > rightDay : left.index < right.index
  }

  /// The sum of `reasons` without making them.
  private func score(_ index: Int, _ profile: Profile) -> Int {
    let weights = library.weights
    var points = 0
    if let persona = profile.persona {
      points += labelPoints(library.resources[index].personas, persona, weights.persona, weights.personaAll)
    }
    if let stage = profile.stage {
      points += labelPoints(library.resources[index].stages, stage, weights.stage, weights.stageAll)
    }
    for (facet, wanted) in profile.facets.enumerated() where !wanted.isEmpty {
      guard facet < library.resources[index].facets.count, !library.resources[index].facets[facet].isEmpty else {
        continue
      }
      points +=
        library.resources[index].names(anyOf: wanted, facet: facet)
        ? library.facets[facet].points : library.facets[facet].elsewhere
    }
    if library.resources[index].isFeatured { points += weights.featured }
    return points * 1_000
  }

  private func labelPoints(_ labels: Labels, _ index: Int, _ exact: Int, _ all: Int) -> Int {
    switch labels {
    case .named(let indices): indices.contains(index) ? exact : 0
    case .all: all
    case .todo: 0
    }
  }
}
