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

  /// Rows of `template` for each of `values`; besides the row's own names it sees those of `frame`, and `root`. The rows
  /// of `kept`, each once, are rendered now.
  init(
    _ template: String, _ values: [Value], of theme: Theme, within frame: Object, keeping kept: [Int], workers: Int
  ) {
    var constants = frame
    constants["root"] = .gap
    self.template = theme.templates.prepared(template, with: constants)
    self.theme = theme
    self.values = values
    places = Array(repeating: Place(), count: values.count)
    let sheet = self
    let parts = concurrently((kept.count + Self.rowsPerJob - 1) / Self.rowsPerJob, workers: workers) { part in
      sheet.render(kept[part * Self.rowsPerJob..<min((part + 1) * Self.rowsPerJob, kept.count)])
    }
    var all = Output(capacity: parts.reduce(0) { $0 + $1.rows.count })
    for (number, part) in parts.enumerated() {
      var place = Place(end: UInt32(all.count), gapsEnd: UInt32(all.gaps.count))
      let (row, gap) = (all.count, all.gaps.count)
      all.put(part.rows)
      for (index, end) in zip(kept[(number * Self.rowsPerJob)...], part.ends) {
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
    for index in resources {
      if theme.makesWholePages { theme.render(template, values[index], into: &rows) }
      ends.append((rows.count, rows.gaps.count))
    }
    return (rows, ends)
  }

  /// The rows of `resources`, one after the other, on a page from which `root` leads to the site's root.
  func markup(_ resources: [Int], root: String) -> Value {
    guard !resources.isEmpty else { return .html([]) }
    let root = Array(root.utf8)
    let (bytes, gaps) = (bytes, gaps)
    var output = Output(capacity: resources.count * 512)
    for index in resources {
      let place = places[index]
      if place.start < place.end {
        let own = gaps.span.extracting(Int(place.firstGap)..<Int(place.gapsEnd))
        output.put(bytes.span, Int(place.start)..<Int(place.end), filling: own, with: root.span)
      } else {
        let rows = render([index]).rows
        let (gaps, bytes) = (rows.gaps.map { UInt32($0) }, rows.finished())
        output.put(bytes.span, 0..<bytes.count, filling: gaps.span, with: root.span)
      }
    }
    return .html(output.finished())
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
