// How resources stand before anybody asks: featured ones first, then those reviewed last, then by id. And short lists
// of the best for each combination of labels, so that what goes with one resource of ten thousand is found in
// microseconds.

import Library

struct Standing: Sendable {
  /// A combination of labels; -1 for a persona stands for "is for all", nil for "whatever".
  struct Key: Hashable, Sendable {
    let persona: Int?
    let stage: Int?
    /// All four, hashed in two steps.
    private let numbers: (UInt64, UInt64)

    init(persona: Int?, stage: Int?, facet: Int? = nil, value: Int? = nil) {
      self.persona = persona
      self.stage = stage
      numbers = (Self.pair(persona, stage), Self.pair(facet, value))
    }

    private static func pair(_ left: Int?, _ right: Int?) -> UInt64 {
      UInt64(UInt32(truncatingIfNeeded: (left ?? -2) + 2)) << 32 | UInt64(UInt32(truncatingIfNeeded: (right ?? -2) + 2))
    }

    static func == (left: Key, right: Key) -> Bool { left.numbers == right.numbers }
    func hash(into hasher: inout Hasher) {
      hasher.combine(numbers.0)
      hasher.combine(numbers.1)
    }
  }
  static let forAll = -1
  private static let longestList = 16

  let columns: LabelColumns
  /// Published and labelled resources in their order.
  let order: [Int]
  private var slots: [Key: Int] = [:]
  private var lists: [[Int]] = []

  /// The day of each resource's review as a number, the least where there was none.
  var reviewed: [Int32] { columns.reviewed }

  init(_ library: Library) {
    let columns = LabelColumns(library)
    self.columns = columns
    order = library.resources.indices.filter {
      library.resources[$0].status == .approved && !library.resources.isUnlabelled(at: $0)
    }
    .sorted { left, right in
      if columns.isFeatured[left] != columns.isFeatured[right] { return columns.isFeatured[left] }
      let (leftDay, rightDay) = (columns.reviewed[left], columns.reviewed[right])
      return leftDay != rightDay ? leftDay > rightDay : left < right
    }
    for index in order { enlist(index) }
  }

  func best(_ labels: Key) -> [Int] { slots[labels].map { lists[$0] } ?? [] }

  private mutating func enlist(_ index: Int) {
    let personas = [nil] + columns.personas.row(index).map(Optional.some)
    let stages = [nil] + columns.stages.row(index).map(Optional.some)
    for persona in personas {
      for stage in stages where persona != nil || stage != nil {
        add(index, Key(persona: persona, stage: stage))
        for (facet, column) in columns.facets.enumerated() {
          for place in column.range(index) {
            add(index, Key(persona: persona, stage: stage, facet: facet, value: column[place]))
          }
        }
      }
    }
  }

  private mutating func add(_ index: Int, _ labels: Key) {
    guard let slot = slots[labels] else {
      slots[labels] = lists.count
      lists.append([index])
      return
    }
    if lists[slot].count < Self.longestList { lists[slot].append(index) }
  }

  static func numbers(_ labels: Labels) -> [Int] {
    switch labels {
    case .all: [forAll]
    case .named(let indices): indices
    case .todo: []
    }
  }
}
