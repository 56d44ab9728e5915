// The matcher: which resources answer a question or suit a lead, in what order and why. templates/search.js holds it a
// second time for the browser; fixtures that both run hold the two together.
//
// The finder's pickers leave out what does not fit them; a lead's persona and stage do so too, with the stages after its
// own, but its facets only add and subtract. Out in any case: drafts, archived and, given a day, what is not yet
// published or has expired. With no day, as for pages that are built ahead, nothing depends on dates.

package import Library

/// A class, so that whoever holds it holds one reference and not one for each part of the library and the index.
package final class Matcher: Sendable {
  package let library: Library
  package let index: SearchIndex
  let standing: Standing

  package init(_ library: Library, _ index: SearchIndex) {
    self.library = library
    self.index = index
    standing = Standing(library)
  }

  // MARK: Asking

  /// The finder's answer: what the pickers leave, ranked by the words of `text` and the labels.
  package func find(_ text: String, _ profile: Profile = Profile(), sorting: Sorting = .match, today: Day?) -> Findings
  {
    let query = Query(text, index.analyser)
    var findings = Findings()
    guard !query.isEmpty else {
      findings.matches = index.documents.filter { isShown($0, profile, today) }.map {
        Match(resource: $0, reasons: reasons($0, profile, today))
      }
      sort(&findings.matches, sorting)
      return findings
    }
    let words = WordScores(query, index)
    let candidates = index.documents.indices.filter {
      words.scores[$0] > 0 && isShown(index.documents[$0], profile, today)
    }
    let best = max(1, candidates.map { words.scores[$0] }.max() ?? 1)
    findings.matches = candidates.map { document in
      let resource = index.documents[document]
      var reasons = reasons(resource, profile, today)
      let points = library.weights.words * 1_000 * words.scores[document] / best
      let place = reasons.firstIndex { !$0.isLabel } ?? reasons.count
      reasons.insert(Reason(kind: .words(words.words(in: document)), points: points), at: place)
      return Match(resource: resource, isExactTitle: words.exactTitles.contains(document), reasons: reasons)
    }
    findings.corrections = words.corrections
    sort(&findings.matches, sorting)
    return findings
  }

  /// What suits a lead, best first. What is not labelled yet is left out.
  package func match(_ lead: Profile, today: Day?) -> [Match] {
    var matches = index.documents.filter { suits($0, lead, today) }.map {
      Match(resource: $0, reasons: reasons($0, lead, today))
    }
    sort(&matches, .match)
    return matches
  }

  // MARK: Leaving out

  private func isShown(_ index: Int, _ profile: Profile, _ today: Day?) -> Bool {
    let resource = library.resources[index]
    guard isCurrent(resource, today), profile.types.isEmpty || resource.type.map(profile.types.contains) ?? false else {
      return false
    }
    if let persona = profile.persona, resource.personas != .all, !resource.personas.names(persona) { return false }
    if let stage = profile.stage, resource.stages != .all, !resource.stages.names(stage) { return false }
    return profile.facets.enumerated().allSatisfy { facet, wanted in
      wanted.isEmpty || resource.names(anyOf: wanted, facet: facet)
    }
  }

  private func suits(_ index: Int, _ lead: Profile, _ today: Day?) -> Bool {
    let resource = library.resources[index]
    guard isCurrent(resource, today), !resource.isUnlabelled else { return false }
    if let persona = lead.persona, resource.personas != .all, !resource.personas.names(persona) { return false }
    guard let stage = lead.stage, resource.stages != .all, !resource.stages.names(stage) else { return true }
    return library.stages[stage].next.contains { resource.stages.names($0) }
  }

  private func isCurrent(_ resource: Resource, _ today: Day?) -> Bool {
    guard resource.status == .approved, let today else { return resource.status == .approved }
    if let publish = resource.publish, publish > today { return false }
    if let expires = resource.expires, expires < today { return false }
    return true
  }

  // MARK: Points

  /// Everything but words, in the order of the sentence.
  func reasons(_ index: Int, _ profile: Profile, _ today: Day?) -> [Reason] {
    let resource = library.resources[index]
    let weights = library.weights
    var reasons: [Reason] = []
    func add(_ kind: Reason.Kind, _ points: Int) { reasons.append(Reason(kind: kind, points: points * 1_000)) }
    if let persona = profile.persona {
      if resource.personas.names(persona) {
        add(.persona(persona), weights.persona)
      } else if resource.personas == .all {
        add(.personaAll, weights.personaAll)
      }
    }
    if let stage = profile.stage {
      if resource.stages.names(stage) {
        add(.stage(stage), weights.stage)
      } else if resource.stages == .all {
        add(.stageAll, weights.stageAll)
      } else if let next = library.stages[stage].next.first(where: resource.stages.names) {
        add(.stageNext(next), weights.stageNext)
      }
    }
    for (facet, wanted) in profile.facets.enumerated() where !wanted.isEmpty && facet < resource.facets.count {
      let named = resource.facets[facet].filter(wanted.contains)
      if !named.isEmpty {
        add(.facet(facet, values: named), library.facets[facet].points)
      } else if !resource.facets[facet].isEmpty {
        add(.facetElsewhere(facet), library.facets[facet].elsewhere)
      }
    }
    if resource.isFeatured { add(.featured, weights.featured) }
    if let today, let due = resource.reviewDue, due < today { add(.overdue, weights.overdue) }
    if profile.sent.contains(index) { add(.sent, weights.sent) }
    return reasons
  }

  // MARK: Order

  func sort(_ matches: inout [Match], _ sorting: Sorting) {
    matches.sort { left, right in
      if sorting == .match {
        if left.isExactTitle != right.isExactTitle { return left.isExactTitle }
        if left.score != right.score { return left.score > right.score }
      }
      let (leftDay, rightDay) = (standing.reviewed[left.resource], standing.reviewed[right.resource])
      if leftDay != rightDay { return leftDay > rightDay }
      if left.score != right.score { return left.score > right.score }
      return left.resource < right.resource
    }
  }
}

extension Reason {
  /// Labels come before words in a sentence, the rest after.
  fileprivate var isLabel: Bool {
    switch kind {
    case .words, .featured, .overdue, .sent: false
    default: true
    }
  }
}

extension Resource {
  func names(anyOf wanted: [Int], facet: Int) -> Bool {
    facet < facets.count && facets[facet].contains(where: wanted.contains)
  }
}
