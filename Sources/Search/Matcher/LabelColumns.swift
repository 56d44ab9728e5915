// The labels of all resources side by side, as plain numbers. What is asked of every resource a hundred times over (its
// cell, what goes with it) is asked here: resources lie all over memory.

package import Library

/// For each resource a few numbers, in one array.
package struct NumberColumn: Sendable {
  private var starts: [Int32] = [0]
  private var numbers: [Int32] = []

  mutating func append(_ row: [Int]) {
    for number in row { numbers.append(Int32(truncatingIfNeeded: number)) }
    starts.append(Int32(truncatingIfNeeded: numbers.count))
  }

  /// Where a resource's numbers are.
  @inline(__always)
  package func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  @inline(__always)
  package subscript(place: Int) -> Int { Int(numbers[place]) }

  /// Whether a number stands in both rows.
  func shares(_ row: Int, _ other: Int) -> Bool {
    range(row).contains { place in range(other).contains { numbers[$0] == numbers[place] } }
  }

  func row(_ row: Int) -> [Int] { range(row).map { Int(numbers[$0]) } }
}

/// A class, so that whoever asks much of it holds one reference and not one for each column.
package final class LabelColumns: Sendable {
  /// Alone in the row of a persona or stage: "is for all".
  package static let forAll = -1

  package let personas: NumberColumn
  package let stages: NumberColumn
  /// For each facet.
  package let facets: [NumberColumn]
  /// One number or none.
  package let types: NumberColumn
  package let isApproved: [Bool]
  package let isFeatured: [Bool]
  /// The day of each resource's review as a number, the least where there was none.
  package let reviewed: [Int32]
  package let reviewDue: [Day?]
  package let publish: [Day?]
  package let expires: [Day?]
  package let owners: [Owner?]
  /// Whether an author named it as related to another.
  let isNamed: [Bool]

  init(_ library: Library) {
    let resources = library.resources
    var (personas, stages, types) = (NumberColumn(), NumberColumn(), NumberColumn())
    var facets = library.facets.map { _ in NumberColumn() }
    var isNamed = Array(repeating: false, count: resources.count)
    var (isApproved, isFeatured) = (isNamed, isNamed)
    var reviewed = Array(repeating: Int32.min, count: resources.count)
    var reviewDue = [Day?](repeating: nil, count: resources.count)
    var (publish, expires) = (reviewDue, reviewDue)
    var owners = [Owner?](repeating: nil, count: resources.count)
    for index in resources.indices {  // once: each is a few waits for memory
      personas.append(Self.numbers(resources[index].personas))
      stages.append(Self.numbers(resources[index].stages))
      types.append(resources[index].type.map { [$0] } ?? [])
      let values = resources[index].facets
      for facet in facets.indices { facets[facet].append(facet < values.count ? values[facet] : []) }
      for other in resources[index].related { isNamed[other] = true }
      isApproved[index] = resources[index].status == .approved
      isFeatured[index] = resources[index].isFeatured
      if let day = resources[index].reviewed { reviewed[index] = day.number }
      reviewDue[index] = resources[index].reviewDue
      publish[index] = resources[index].publish
      expires[index] = resources[index].expires
      owners[index] = resources[index].owner
    }
    (self.personas, self.stages, self.types, self.facets) = (personas, stages, types, facets)
    (self.isNamed, self.isApproved, self.isFeatured) = (isNamed, isApproved, isFeatured)
    (self.reviewed, self.publish, self.expires) = (reviewed, publish, expires)
    (self.reviewDue, self.owners) = (reviewDue, owners)
  }

  /// See `Resource.isUnlabelled`.
  package func isUnlabelled(_ index: Int) -> Bool {
    types.range(index).isEmpty || personas.range(index).isEmpty || stages.range(index).isEmpty
  }

  private static func numbers(_ labels: Labels) -> [Int] {
    switch labels {
    case .all: [forAll]
    case .named(let indices): indices
    case .todo: []
    }
  }
}
