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
  /// For each resource which of the rows it is, or −1 where its row is rendered whenever a list shows it.
  private var places: [Int32]
  private var bytes: [UInt8] = []
  /// Where each row ends, and its gaps among `gaps`; the first is where the first row begins.
  private var ends = [(row: 0, gap: 0)]
  /// The root goes before these bytes.
  private var gaps: [Int] = []

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
    places = Array(repeating: -1, count: values.count)
    for (place, index) in kept.enumerated() { places[index] = Int32(place) }
    let sheet = self
    let parts = concurrently((kept.count + Self.rowsPerJob - 1) / Self.rowsPerJob, workers: workers) { part in
      sheet.render(kept[part * Self.rowsPerJob..<min((part + 1) * Self.rowsPerJob, kept.count)])
    }
    var all = Output(capacity: parts.reduce(0) { $0 + $1.rows.count })
    for part in parts {
      let (row, gap) = (all.count, all.gaps.count)
      all.put(part.rows)
      for end in part.ends { ends.append((row + end.row, gap + end.gap)) }
    }
    gaps = all.gaps
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
      let place = Int(places[index])
      if place >= 0 {
        let (start, end) = (ends[place], ends[place + 1])
        output.put(bytes.span, start.row..<end.row, filling: gaps.span.extracting(start.gap..<end.gap), with: root.span)
      } else {
        let rows = render([index]).rows
        let (gaps, bytes) = (rows.gaps, rows.finished())
        output.put(bytes.span, 0..<bytes.count, filling: gaps.span, with: root.span)
      }
    }
    return .html(output.finished())
  }
}

extension Output {
  /// Puts a part of `source` with `text` in its gaps, which are places in `source`.
  fileprivate mutating func put(
    _ source: Span<UInt8>, _ part: Range<Int>, filling gaps: Span<Int>, with text: Span<UInt8>
  ) {
    var start = part.lowerBound
    for index in gaps.indices {
      put(source.extracting(start..<gaps[index]))
      put(text)
      start = gaps[index]
    }
    put(source.extracting(start..<part.upperBound))
  }
}
