// What the matcher answers with: a resource, its points and why. Points are kept in thousandths, and a score is the sum
// of its reasons, always.

/// One reason for a resource, or against it.
package struct Reason: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// Names the persona; is for all.
    case persona(Int)
    case personaAll
    /// Names the stage; is for all; names a stage that comes right after.
    case stage(Int)
    case stageAll
    case stageNext(Int)
    /// Names these of the values asked for.
    case facet(Int, values: [Int])
    /// Names only other values.
    case facetElsewhere(Int)
    /// Holds these of the words asked for.
    case words([String])
    case featured
    case overdue
    case sent
  }
  package var kind: Kind
  /// In thousandths.
  package var points: Int
}

package struct Match: Sendable, Equatable {
  /// The index in `Library.resources`.
  package var resource: Int
  /// True where the query is the title: such a match stands before all others, with no points for it.
  package var isExactTitle = false
  package var reasons: [Reason]
  /// In thousandths.
  package var score: Int

  init(resource: Int, isExactTitle: Bool = false, reasons: [Reason]) {
    self.resource = resource
    self.isExactTitle = isExactTitle
    self.reasons = reasons
    score = reasons.reduce(0) { $0 + $1.points }
  }
}

/// What a lead is known by, or what is picked in the finder.
package struct Profile: Sendable, Equatable {
  /// Indices in `Library.personas` and `Library.stages`.
  package var persona: Int?
  package var stage: Int?
  /// For each facet of the library, the values asked for.
  package var facets: [[Int]]
  /// Indices in `Library.types`; nothing where any will do. For the finder alone.
  package var types: [Int]
  /// Indices in `Library.resources` of what the lead has already.
  package var sent: Set<Int>

  package init(
    persona: Int? = nil, stage: Int? = nil, facets: [[Int]] = [], types: [Int] = [], sent: Set<Int> = []
  ) {
    self.persona = persona
    self.stage = stage
    self.facets = facets
    self.types = types
    self.sent = sent
  }
}

package enum Sorting: Sendable { case match, reviewed }

/// What a question found.
package struct Findings: Sendable {
  package var matches: [Match] = []
  /// Words that the index lacks, and what was looked for instead; nothing where nothing is like them.
  package var corrections: [(typed: String, meant: [String])] = []
}
