// The labels of all resources side by side, as plain numbers. What is asked of every resource a hundred times over (its
// cell, what goes with it) is asked here: resources lie all over memory.

import Library

/// For each resource a few numbers, in one array.
struct NumberColumn: Sendable {
  private var starts: [Int32] = [0]
  private var numbers: [Int32] = []

  mutating func append(_ row: [Int]) {
    for number in row { numbers.append(Int32(truncatingIfNeeded: number)) }
    starts.append(Int32(truncatingIfNeeded: numbers.count))
  }

  @inline(__always)
  func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  @inline(__always)
  subscript(place: Int) -> Int { Int(numbers[place]) }

  /// Whether a number stands in both rows.
  func shares(_ row: Int, _ other: Int) -> Bool {
    range(row).contains { place in range(other).contains { numbers[$0] == numbers[place] } }
  }

  func row(_ row: Int) -> [Int] { range(row).map { Int(numbers[$0]) } }
}

/// A class, so that whoever asks much of it holds one reference and not one for each column.
final class LabelColumns: Sendable {
  /// A single `Standing.forAll` stands for "is for all".
  let personas: NumberColumn
  let stages: NumberColumn
  /// For each facet.
  let facets: [NumberColumn]
  let isFeatured: [Bool]
  /// The day of each resource's review as a number, the least where there was none.
  let reviewed: [Int32]

  init(_ library: Library) {
    var (personas, stages) = (NumberColumn(), NumberColumn())
    var facets = library.facets.map { _ in NumberColumn() }
    for index in library.resources.indices {
      personas.append(Standing.numbers(library.resources[index].personas))
      stages.append(Standing.numbers(library.resources[index].stages))
      let values = library.resources[index].facets
      for facet in facets.indices { facets[facet].append(facet < values.count ? values[facet] : []) }
    }
    (self.personas, self.stages, self.facets) = (personas, stages, facets)
    isFeatured = library.resources.indices.map { library.resources[$0].isFeatured }
    reviewed = library.resources.indices.map { library.resources[$0].reviewed?.number ?? .min }
  }
}
