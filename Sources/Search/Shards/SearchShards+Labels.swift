// The labels of all resources in one file, column by column: with them the browser filters, counts and gives points
// without loading a resource. Sets of labels that occur are listed once; a resource has the number of its set. Days
// count from 0000-03-01, so that none is negative.

import Library

extension SearchShards {
  private var resources: [Resource] { index.documents.map { library.resources[$0] } }

  func renderLabels() -> Rendered {
    let resources = resources
    var writer = ShardWriter()
    writer.open("[")
    writer.plain(digits(resources.map { ($0.type ?? -1) + 1 }))
    writeSets(resources.map { Self.set($0.personas) }, to: &writer)
    writeSets(resources.map { Self.set($0.stages) }, to: &writer)
    writer.open("[")
    for facet in library.facets.indices {
      writeSets(resources.map { facet < $0.facets.count ? $0.facets[facet] : [] }, to: &writer)
    }
    writer.close("]")
    writer.plain(digits(resources.map { ($0.audience == .external ? 1 : 0) + ($0.isFeatured ? 2 : 0) }))
    let last = resources.compactMap { $0.reviewed.map(Self.day) }.max() ?? 0
    writer.integer(last)
    writer.plain(digits(resources.map { resource in resource.reviewed.map { last - Self.day($0) + 1 } ?? 0 }))
    writeSets(
      resources.map { resource in
        guard let due = resource.reviewDue, let reviewed = resource.reviewed else { return [] }
        return [Int(due.number - reviewed.number)]
      }, to: &writer)
    writeSparse(resources.map { $0.publish.map(Self.day) }, to: &writer)
    writeSparse(resources.map { $0.expires.map(Self.day) }, to: &writer)
    writer.plain(
      stride(from: 0, to: resources.count, by: Self.chunkSize).map { resources[$0].id.utf8 }.joined(
        separator: " ".utf8))
    writer.close("]")
    return single(writer, kind: "a")
  }

  /// What has a first or a last day, with the labels that pages count by: all that a page needs to take what is out of
  /// date today from the counts it was built with. Days are numbers such as 20260301, 0 where there is none.
  func renderDates() -> Rendered {
    var writer = ShardWriter()
    writer.open("[")
    for resource in resources where resource.publish != nil || resource.expires != nil {
      guard !resource.isUnlabelled else { continue }
      writer.open("[")
      writer.integers(Self.set(resource.personas))
      writer.integers(Self.set(resource.stages))
      for day in [resource.publish, resource.expires] {
        writer.integer(day.map { $0.parts.year * 10_000 + $0.parts.month * 100 + $0.parts.day } ?? 0)
      }
      writer.close("]")
    }
    writer.close("]")
    return single(writer, kind: "f")
  }

  private func single(_ writer: consuming ShardWriter, kind: Character) -> Rendered {
    var rendered = Rendered()
    let file = writer.file(kind: kind)
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
    writer.plain(digits(column))
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
