// How well the library serves each persona at each stage. Expired and scheduled resources count: what a date makes of
// them is decided when somebody looks.

package struct Coverage: Sendable {
  /// One persona at one stage.
  package struct Cell: Sendable, Equatable {
    /// Resources that name both the persona and the stage.
    package var named = 0
    /// Resources that fit, but for being for all personas, all stages or both.
    package var forAll = 0
    package var isGap: Bool { named == 0 }

    package init(named: Int = 0, forAll: Int = 0) { (self.named, self.forAll) = (named, forAll) }
  }

  /// By index in `Library.personas`, then in `Library.stages`.
  package private(set) var cells: [[Cell]]

  /// What was counted already.
  package init(_ cells: [[Cell]]) { self.cells = cells }

  /// Counts approved resources; what is not labelled yet counts nowhere.
  package init(_ library: Library) {
    cells = library.personas.map { _ in library.stages.map { _ in Cell() } }
    let allPersonas = Array(library.personas.indices)
    let allStages = Array(library.stages.indices)
    let resources = library.resources
    for index in resources.indices where resources[index].status == .approved && !resources[index].isUnlabelled {
      let (personas, stages) = (resources[index].personas, resources[index].stages)
      let isNamed = personas != .all && stages != .all
      for persona in personas.indices(of: allPersonas) {
        for stage in stages.indices(of: allStages) {
          if isNamed { cells[persona][stage].named += 1 } else { cells[persona][stage].forAll += 1 }
        }
      }
    }
  }

  /// The cells that no resource names, as indices, persona by persona.
  package var gaps: [(persona: Int, stage: Int)] {
    cells.indices.flatMap { persona in
      cells[persona].indices.filter { cells[persona][$0].isGap }.map { (persona, $0) }
    }
  }
}

extension Labels {
  fileprivate func indices(of all: [Int]) -> [Int] {
    switch self {
    case .all: all
    case .named(let indices): indices
    case .todo: []
    }
  }
}
