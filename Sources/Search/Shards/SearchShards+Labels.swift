// The labels of all resources, column by column, as the root holds them: with them the browser filters, counts and gives points
// without loading a resource. Sets of labels that occur are listed once; a resource has the number of its set. Days
// count from 0000-03-01, so that none is negative.

import Library

extension SearchShards {
  /// A column of what `value` says of each document's resource, given its place.
  private func column<Value>(_ value: (Int) -> Value) -> [Value] { index.documents.map(value) }

  func renderLabels() -> Rendered {
    let resources = library.resources
    var writer = ShardWriter()
    writer.open("[")
    writer.plain(planes(column { (resources[$0].type ?? -1) + 1 }))
    writeSets(column { Self.set(resources[$0].personas) }, to: &writer)
    writeSets(column { Self.set(resources[$0].stages) }, to: &writer)
    writer.open("[")
    for facet in library.facets.indices {
      writeSets(column { facet < resources[$0].facets.count ? resources[$0].facets[facet] : [] }, to: &writer)
    }
    writer.close("]")
    writer.plain(planes(column { (resources[$0].audience == .external ? 1 : 0) + (resources[$0].isFeatured ? 2 : 0) }))
    writeReviews(column { resources[$0].reviewed.map(Self.day) ?? 0 }, to: &writer)
    writeSets(
      column { place in
        guard let due = resources[place].reviewDue, let reviewed = resources[place].reviewed else { return [] }
        return [Int(due.number - reviewed.number)]
      }, to: &writer)
    writeSparse(column { resources[$0].publish.map(Self.day) }, to: &writer)
    writeSparse(column { resources[$0].expires.map(Self.day) }, to: &writer)
    let firsts = stride(from: 0, to: index.documents.count, by: Self.chunkSize).map { index.documents[$0] }
    writer.plain(firsts.map { resources[$0].id.utf8 }.joined(separator: " ".utf8))
    writer.close("]")
    var rendered = Rendered()
    rendered.payload = writer.payload()
    return rendered
  }

  /// What has a first or a last day, with the labels that pages count by: all that a page needs to take what is out of
  /// date today from the counts it was built with. Days are numbers such as 20260301, 0 where there is none.
  func renderDates() -> Rendered {
    var writer = ShardWriter()
    writer.open("[")
    let resources = library.resources
    for place in index.documents where resources[place].publish != nil || resources[place].expires != nil {
      guard !resources[place].isUnlabelled else { continue }
      writer.open("[")
      writer.integers(Self.set(resources[place].personas))
      writer.integers(Self.set(resources[place].stages))
      for day in [resources[place].publish, resources[place].expires] {
        writer.integer(day.map { $0.parts.year * 10_000 + $0.parts.month * 100 + $0.parts.day } ?? 0)
      }
      writer.close("]")
    }
    writer.close("]")
    var rendered = Rendered()
    let file = writer.file(kind: "f")
    rendered.files = [file.file]
    rendered.names = [file.name]
    return rendered
  }

  private static func set(_ labels: Labels) -> [Int] {
    switch labels {
    case .all: [-1]
    case .named(let indices): indices
    case .todo: []
    }
  }

  private static func day(_ day: Day) -> Int { Int(day.number) + 719_468 }

  private func digits(_ numbers: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in numbers { Printable.append(number, to: &bytes) }
    return bytes
  }

  /// All first digits, then all second ones, as many as it takes: like stands by like, which packs better.
  private func planes(_ numbers: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    var unit = 1
    while let most = numbers.max(), unit * Printable.base <= most { unit *= Printable.base }
    while unit > 0 {
      for number in numbers { bytes.append(Printable.digit(number / unit % Printable.base)) }
      unit /= Printable.base
    }
    return bytes
  }

  /// The distinct days as gaps, ascending, then the number of each resource's; 0 for a day means none.
  private func writeReviews(_ days: [Int], to writer: inout ShardWriter) {
    let distinct = Set(days).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    writer.plain(digits(zip(distinct, [0] + distinct).map { $0 - $1 }))
    writer.plain(planes(days.map { numbers[$0] ?? 0 }))
  }

  /// The distinct sets in order of appearance, then each resource's.
  private func writeSets(_ sets: [[Int]], to writer: inout ShardWriter) {
    var numbers: [[Int]: Int] = [:]
    var distinct: [[Int]] = []
    let column = sets.map { set in
      if let number = numbers[set] { return number }
      numbers[set] = distinct.count
      distinct.append(set)
      return distinct.count - 1
    }
    writer.open("[")
    writer.open("[")
    for set in distinct { writer.integers(set) }
    writer.close("]")
    writer.plain(planes(column))
    writer.close("]")
  }

  /// Pairs of a gap and a value, for what has one.
  private func writeSparse(_ values: [Int?], to writer: inout ShardWriter) {
    var pairs: [Int] = []
    var last = -1
    for (row, value) in values.enumerated() {
      guard let value else { continue }
      pairs += [row - last - 1, value]
      last = row
    }
    writer.plain(digits(pairs))
  }
}
