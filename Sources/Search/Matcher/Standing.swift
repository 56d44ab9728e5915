// How resources stand before anybody asks: featured ones first, then those reviewed last, then by id. And short lists
// of the best for each combination of labels, so that what goes with one resource of ten thousand is found in
// microseconds.

import Library

struct Standing: Sendable {
  /// A combination of labels; -1 for a persona stands for "is for all", nil for "whatever".
  struct Key: Hashable, Sendable {
    var persona: Int?
    var stage: Int?
    var facet: Int?
    var value: Int?
  }
  static let forAll = -1
  private static let longestList = 16

  /// The day of each resource's review as a number, the least where there was none.
  let reviewed: [Int32]
  /// Published and labelled resources in their order.
  let order: [Int]
  private var lists: [Key: [Int]] = [:]

  init(_ library: Library) {
    let resources = library.resources
    reviewed = resources.map { $0.reviewed?.number ?? .min }
    let days = reviewed
    order = resources.indices.filter { resources[$0].status == .approved && !resources[$0].isUnlabelled }.sorted {
      if resources[$0].isFeatured != resources[$1].isFeatured { return resources[$0].isFeatured }
      return days[$0] != days[$1] ? days[$0] > days[$1] : $0 < $1
    }
    for index in order { enlist(index, resources[index]) }
  }

  func best(_ labels: Key) -> [Int] { lists[labels] ?? [] }

  private mutating func enlist(_ index: Int, _ resource: Resource) {
    let personas = [nil] + Self.numbers(resource.personas).map(Optional.some)
    let stages = [nil] + Self.numbers(resource.stages).map(Optional.some)
    for persona in personas {
      for stage in stages where persona != nil || stage != nil {
        add(index, Key(persona: persona, stage: stage))
        for (facet, values) in resource.facets.enumerated() {
          for value in values { add(index, Key(persona: persona, stage: stage, facet: facet, value: value)) }
        }
      }
    }
  }

  private mutating func add(_ index: Int, _ labels: Key) {
    guard lists[labels, default: []].count < Self.longestList else { return }
    lists[labels, default: []].append(index)
  }

  static func numbers(_ labels: Labels) -> [Int] {
    switch labels {
    case .all: [forAll]
    case .named(let indices): indices
    case .todo: []
    }
  }
}
