// What goes with a resource and what comes next, against the plain way to find them: every resource, every combination
// of labels. The library is small enough that no list of the matcher's is cut.

import Library
import Search
import Testing

@Suite("What goes with a resource")
struct GoesWithTests {
  static let library = GeneratedLibrary(resources: 30).library

  @Test(
    "the best of all that share its labels stand there, whatever the weights",
    arguments: [(5, 40, 15, -15), (-7, 10, 25, 30), (0, -3, 0, 0), (50, 40, 40, -40)])
  func best(featured: Int, persona: Int, personaAll: Int, elsewhere: Int) {
    var library = Self.library
    library.weights.featured = featured
    library.weights.persona = persona
    library.weights.personaAll = personaAll
    library.facets[0].elsewhere = elsewhere
    let matcher = Matcher(library, SearchIndex(library))
    var seen = 0
    for own in library.resources.indices {
      for count in [1, 3, 7] {
        let related = plainly(own, Self.numbers(library.resources[own].stages), count, library)
        #expect(matcher.related(to: own, count: count) == related)
        #expect(
          matcher.nextStep(for: own, count: count) == plainly(own, matcher.stagesAhead(of: own), count, library))
        seen += related.count
      }
    }
    #expect(seen > 100)
  }

  private static func numbers(_ labels: Labels) -> [Int] {
    switch labels {
    case .all: [-1]
    case .named(let names): names
    case .todo: []
    }
  }

  /// -1 stands for "is for all", nil for "whatever".
  private func plainly(_ own: Int, _ stages: [Int], _ count: Int, _ library: Library) -> [Pick] {
    let resources = library.resources
    let personas = Self.numbers(resources[own].personas)
    let isForAll = personas.isEmpty || personas == [-1]
    var points: [Int: Int] = [:]
    func consider(_ persona: Int?, _ stage: Int) {
      for index in resources.indices where index != own {
        let other = resources[index]
        guard other.status == .approved, !other.isUnlabelled, Self.numbers(other.stages).contains(stage),
          persona.map({ Self.numbers(other.personas).contains($0) }) ?? true
        else { continue }
        var sum = other.isFeatured ? library.weights.featured : 0
        if stage >= 0 { sum += library.weights.stage }
        if let persona, !isForAll { sum += persona < 0 ? library.weights.personaAll : library.weights.persona }
        for (facet, wanted) in resources[own].facets.enumerated() where !wanted.isEmpty && !other.facets[facet].isEmpty
        {
          let isShared = !Set(wanted).isDisjoint(with: other.facets[facet])
          sum += isShared ? library.facets[facet].points : library.facets[facet].elsewhere
        }
        points[index] = max(points[index] ?? .min, sum)
      }
    }
    for stage in stages {
      for persona in (isForAll ? [nil] : personas.map(Optional.some)) + [-1] { consider(persona, stage) }
      if points.count < count { consider(nil, stage) }
    }
    let day = { (index: Int) in resources[index].reviewed?.number ?? .min }
    let sorted = points.map { Pick(resource: $0.key, points: $0.value) }.sorted {
      if $0.points != $1.points { return $0.points > $1.points }
      let (left, right) = (day($0.resource), day($1.resource))
      return left != right ? left > right : $0.resource < $1.resource
    }
    return Array(sorted.prefix(count))
  }
}
