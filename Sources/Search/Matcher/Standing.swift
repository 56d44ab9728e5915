// How resources stand before anybody asks: featured ones first, then those reviewed last, then by id. And short lists
// of the best for each combination of labels, so that what goes with one resource of ten thousand is found in
// microseconds.

import Library

struct Standing: Sendable {
  /// A combination of labels; -1 for a persona stands for "is for all", nil for "whatever".
  struct Key: Sendable {
    let persona: Int?
    let stage: Int?
    /// All four.
    fileprivate let numbers: (UInt64, UInt64)

    init(persona: Int?, stage: Int?, facet: Int? = nil, value: Int? = nil) {
      self.persona = persona
      self.stage = stage
      numbers = (Self.pair(persona, stage), Self.pair(facet, value))
    }

    private static func pair(_ left: Int?, _ right: Int?) -> UInt64 {
      UInt64(UInt32(truncatingIfNeeded: (left ?? -2) + 2)) << 32 | UInt64(UInt32(truncatingIfNeeded: (right ?? -2) + 2))
    }
  }
  private static let longestList = 16

  let columns: LabelColumns
  /// Published resources in their order.
  let listed: [Int]
  /// Those that are labelled.
  let order: [Int]
  private var numbers = KeyTable()
  /// One row for each number.
  private var lists = NumberColumn()
  /// Whether each resource is in a list.
  private(set) var isListed: [Bool]

  /// The day of each resource's review as a number, the least where there was none.
  var reviewed: [Int32] { columns.reviewed }

  init(_ library: Library) {
    let columns = LabelColumns(library)
    self.columns = columns
    listed = columns.isApproved.indices.filter { columns.isApproved[$0] }.sorted { left, right in
      if columns.isFeatured[left] != columns.isFeatured[right] { return columns.isFeatured[left] }
      let (leftDay, rightDay) = (columns.reviewed[left], columns.reviewed[right])
      return leftDay != rightDay ? leftDay > rightDay : left < right  // resources are in id order
    }
    order = listed.filter { !columns.isUnlabelled($0) }
    isListed = Array(repeating: false, count: library.resources.count)
    var lists: [[Int]] = []
    for index in order { enlist(index, &lists) }
    for list in lists {
      self.lists.append(list)
      for index in list { isListed[index] = true }
    }
  }

  /// Where the resources of a list stand, which begins with the best.
  func best(_ labels: Key) -> Range<Int> { numbers[labels].map { lists.range($0) } ?? 0..<0 }

  func resource(at place: Int) -> Int { lists[place] }

  private mutating func enlist(_ index: Int, _ lists: inout [[Int]]) {
    let personas = [nil] + columns.personas.row(index).map(Optional.some)
    let stages = [nil] + columns.stages.row(index).map(Optional.some)
    for persona in personas {
      for stage in stages where persona != nil || stage != nil {
        add(index, Key(persona: persona, stage: stage), &lists)
        for (facet, column) in columns.facets.enumerated() {
          for place in column.range(index) {
            add(index, Key(persona: persona, stage: stage, facet: facet, value: column[place]), &lists)
          }
        }
      }
    }
  }

  private mutating func add(_ index: Int, _ labels: Key, _ lists: inout [[Int]]) {
    let number = numbers.add(labels)
    if number == lists.count { lists.append([]) }
    if lists[number].count < Self.longestList { lists[number].append(index) }
  }
}

/// Numbers combinations in the order in which they are added. Some ten are looked up for every page and added for every
/// resource, where a dictionary's hash, made for the keys of strangers, costs more than all else.
private struct KeyTable: Sendable {
  private var keys: [(UInt64, UInt64)] = []
  /// The number of each key at its hash's place or behind it; at most half full, −1 where nothing is.
  private var table = [Int32](repeating: -1, count: 64)

  subscript(key: Standing.Key) -> Int? {
    let number = Int(table[place(of: key.numbers)])
    return number >= 0 ? number : nil
  }

  mutating func add(_ key: Standing.Key) -> Int {
    if let known = self[key] { return known }
    keys.append(key.numbers)
    if keys.count * 2 > table.count {
      table = Array(repeating: -1, count: table.count * 2)
      for (number, key) in keys.enumerated() { table[place(of: key)] = Int32(number) }
    } else {
      table[place(of: key.numbers)] = Int32(keys.count - 1)
    }
    return keys.count - 1
  }

  /// Where the key is, or would be.
  private func place(of key: (UInt64, UInt64)) -> Int {
    let mixed = (key.0 &* 0x9E37_79B9_7F4A_7C15) ^ (key.1 &* 0xC2B2_AE3D_27D4_EB4F)
    var place = Int(truncatingIfNeeded: mixed ^ (mixed >> 32)) & (table.count - 1)
    while table[place] >= 0, keys[Int(table[place])] != key { place = (place + 1) & (table.count - 1) }
    return place
  }
}
