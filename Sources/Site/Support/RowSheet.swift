// Rows of lists, rendered once. A resource stands in a dozen lists (its personas', stages', cells', types', what goes with
// others), always as the same row but for what leads from the page to the site's root. So a row is rendered with a gap
// in place of the root, and each list copies its bytes and puts its own root where the gaps are. All rows stand in one
// array: a list counts references for all of its rows at once, which all threads do.

import Files
import Mustache

struct RowSheet: Sendable {
  private static let rowsPerJob = 128

  private let template: PreparedTemplate
  private let theme: Theme
  private let values: Values
  /// For each resource where its row is; empty where it is rendered whenever a list shows it.
  private var places: [Place]
  private var bytes: [UInt8] = []
  /// The root goes before these bytes.
  private var gaps: [UInt32] = []

  /// A row among `bytes`, and its gaps among `gaps`. Small, since lists come to rows in no order.
  private struct Place {
    var start: UInt32 = 0
    var end: UInt32 = 0
    var firstGap: UInt32 = 0
    var gapsEnd: UInt32 = 0
  }

  /// Rows of `template`, rendered one after the other, and where each ends.
  private struct Part {
    var rows = Output()
    var ends: [(row: Int, gap: Int)] = []
  }

  /// A row of `template` for each resource; besides the row's own names it sees those of `frame`, and `root`: a gap
  /// where pages at different places show them. None is rendered yet.
  init(_ template: String, _ values: Values, of theme: Theme, within frame: Object, root: Value) {
    var constants = frame
    constants["root"] = root
    self.template = theme.templates.prepared(template, with: constants)
    self.theme = theme
    self.values = values
    places = Array(repeating: Place(), count: values.resources.count)
  }

  /// Renders the rows of `resources` in all sheets, and those of `others` in the first; each resource stands there once.
  /// What a row is filled with is put once, for all sheets.
  static func render(_ resources: [Int], others: [Int], in sheets: inout [RowSheet], workers: Int) {
    var jobs: [(resources: ArraySlice<Int>, sheetCount: Int)] = []
    for (list, sheetCount) in [(resources, sheets.count), (others, 1)] {
      for start in stride(from: 0, to: list.count, by: rowsPerJob) {
        jobs.append((list[start..<min(start + rowsPerJob, list.count)], sheetCount))
      }
    }
    let (ready, all) = (sheets, jobs)
    let parts = concurrently(jobs.count, workers: workers) { number in
      let rows = ready[0].values(of: all[number].resources)
      return ready[..<all[number].sheetCount].map { $0.render(rows, count: all[number].resources.count) }
    }
    for number in sheets.indices {
      sheets[number].take(zip(jobs, parts).filter { number < $1.count }.map { ($0.resources, $1[number]) })
    }
  }

  private mutating func take(_ parts: [(resources: ArraySlice<Int>, part: Part)]) {
    var all = Output(capacity: parts.reduce(0) { $0 + $1.part.rows.count })
    for (resources, part) in parts {
      var place = Place(end: UInt32(all.count), gapsEnd: UInt32(all.gaps.count))
      let (row, gap) = (all.count, all.gaps.count)
      all.put(part.rows)
      for (index, end) in zip(resources, part.ends) {
        (place.start, place.firstGap) = (place.end, place.gapsEnd)
        (place.end, place.gapsEnd) = (UInt32(row + end.row), UInt32(gap + end.gap))
        places[index] = place
      }
    }
    gaps = all.gaps.map { UInt32($0) }
    bytes = all.finished()
  }

  private func values(of resources: ArraySlice<Int>) -> FlatValues {
    var list = FlatValues()
    list.openList()
    for resource in resources { values.putRow(resource, into: &list) }
    list.finish()
    return list
  }

  private func render(_ list: FlatValues, count: Int) -> Part {
    var rows = Output(capacity: count * 1_024)
    var ends: [(row: Int, gap: Int)] = []
    guard theme.makesWholePages else { return Part() }
    theme.note(
      template.render(each: list, values.kept, into: &rows) {
        ends.append(($0.count, $0.gaps.count))
      })
    return Part(rows: rows, ends: ends)
  }

  /// Puts the row of a resource for a page from which `root` leads to the site's root.
  func put(_ resource: Int, root: [UInt8] = [], into output: inout Output) {
    let place = places[resource]
    if place.start < place.end {
      let own = gaps.span.extracting(Int(place.firstGap)..<Int(place.gapsEnd))
      output.put(bytes.span, Int(place.start)..<Int(place.end), filling: own, with: root.span)
    } else {
      let rows = render(values(of: [resource]), count: 1).rows
      let (gaps, bytes) = (rows.gaps.map { UInt32($0) }, rows.finished())
      output.put(bytes.span, 0..<bytes.count, filling: gaps.span, with: root.span)
    }
  }
}

extension Output {
  /// Puts a part of `source` with `text` in its gaps, which are places in `source`.
  fileprivate mutating func put(
    _ source: Span<UInt8>, _ part: Range<Int>, filling gaps: Span<UInt32>, with text: Span<UInt8>
  ) {
    var start = part.lowerBound
    for index in gaps.indices {
      let gap = Int(gaps[index])
      put(source.extracting(start..<gap))
      put(text)
      start = gap
    }
    put(source.extracting(start..<part.upperBound))
  }
}
