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
  private let values: [Value]
  private let kept: KeptValues
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

  /// Rows of `template` for each resource; besides the row's own names it sees those of `frame`, and `root`: a gap
  /// where pages at different places show them. The rows of `indices`, each once, are rendered now.
  init(
    _ template: String, _ values: Values, of theme: Theme, within frame: Object, root: Value, rendering indices: [Int],
    workers: Int
  ) {
    var constants = frame
    constants["root"] = root
    self.template = theme.templates.prepared(template, with: constants)
    self.theme = theme
    (self.values, kept) = (values.rows, values.kept)
    places = Array(repeating: Place(), count: values.rows.count)
    let sheet = self
    let parts = concurrently((indices.count + Self.rowsPerJob - 1) / Self.rowsPerJob, workers: workers) { part in
      sheet.render(indices[part * Self.rowsPerJob..<min((part + 1) * Self.rowsPerJob, indices.count)])
    }
    var all = Output(capacity: parts.reduce(0) { $0 + $1.rows.count })
    for (number, part) in parts.enumerated() {
      var place = Place(end: UInt32(all.count), gapsEnd: UInt32(all.gaps.count))
      let (row, gap) = (all.count, all.gaps.count)
      all.put(part.rows)
      for (index, end) in zip(indices[(number * Self.rowsPerJob)...], part.ends) {
        (place.start, place.firstGap) = (place.end, place.gapsEnd)
        (place.end, place.gapsEnd) = (UInt32(row + end.row), UInt32(gap + end.gap))
        places[index] = place
      }
    }
    gaps = all.gaps.map { UInt32($0) }
    bytes = all.finished()
  }

  private func render(_ resources: ArraySlice<Int>) -> (rows: Output, ends: [(row: Int, gap: Int)]) {
    var rows = Output(capacity: resources.count * 1_024)
    var ends: [(row: Int, gap: Int)] = []
    guard theme.makesWholePages else { return (rows, ends) }
    theme.note(
      template.render(each: resources.map { values[$0] }, kept, into: &rows) {
        ends.append(($0.count, $0.gaps.count))
      })
    return (rows, ends)
  }

  /// Puts the row of a resource for a page from which `root` leads to the site's root.
  func put(_ resource: Int, root: [UInt8] = [], into output: inout Output) {
    let place = places[resource]
    if place.start < place.end {
      let own = gaps.span.extracting(Int(place.firstGap)..<Int(place.gapsEnd))
      output.put(bytes.span, Int(place.start)..<Int(place.end), filling: own, with: root.span)
    } else {
      let rows = render([resource]).rows
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
