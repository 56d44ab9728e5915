// Rows of lists, rendered once. A resource stands in a dozen lists (its personas', stages', cells', types', what goes with
// others), always as the same row but for what leads from the page to the site's root. So a row is rendered with a mark
// in place of the root, and each list copies its bytes and puts its own root where the marks are.

import Files
import Mustache

struct RowSheet: Sendable {
  /// Stands for the root while rows are rendered; no UTF-8 text has this byte.
  static let mark: UInt8 = 0xFF
  private static let chunk = 128

  /// The rows of some neighbouring resources.
  fileprivate struct Chunk: Sendable {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    /// Where marks were: the root goes before these bytes.
    var marks: [Int] = []
    var markEnds: [Int] = []
  }
  private let chunks: [Chunk]

  /// Renders `template` for each of `rows`; besides the row's own names it sees those of `frame`, and `root`.
  init(_ template: String, _ rows: [Value], of templates: TemplateSet, within frame: Object, workers: Int) {
    var outer = frame
    outer["root"] = .bytes([Self.mark])
    let context = Value.object(outer)
    let starts = Array(stride(from: 0, to: rows.count, by: Self.chunk))
    chunks = concurrently(starts.count, workers: workers) { index in
      var chunk = Chunk()
      var row: [UInt8] = []
      for value in rows[starts[index]..<min(starts[index] + Self.chunk, rows.count)] {
        row.removeAll(keepingCapacity: true)
        _ = templates.render(template, value, within: context, into: &row)
        chunk.add(row)
      }
      return chunk
    }
  }

  /// Appends the row of resource `index` on a page from which `root` leads to the site's root.
  func append(_ index: Int, root: String, to output: inout [UInt8]) {
    chunks[index / Self.chunk].append(index % Self.chunk, root: root.utf8, to: &output)
  }

  /// The rows of `resources`, one after the other, as a value that is printed as it is.
  func markup(_ resources: some Sequence<Int>, root: String) -> Value {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      resources.reduce(0) { $0 + chunks[$1 / Self.chunk].length($1 % Self.chunk, root: root.utf8.count) })
    for index in resources { append(index, root: root, to: &bytes) }
    return .html(bytes)
  }
}

extension RowSheet.Chunk {
  fileprivate mutating func add(_ row: [UInt8]) {
    var start = 0
    while let mark = row[start...].firstIndex(of: RowSheet.mark) {
      bytes.append(contentsOf: row[start..<mark])
      marks.append(bytes.count)
      start = mark + 1
    }
    bytes.append(contentsOf: row[start...])
    ends.append(bytes.count)
    markEnds.append(marks.count)
  }

  fileprivate func length(_ row: Int, root: Int) -> Int {
    guard row > 0 else { return ends[0] + markEnds[0] * root }
    return ends[row] - ends[row - 1] + (markEnds[row] - markEnds[row - 1]) * root
  }

  fileprivate func append(_ row: Int, root: String.UTF8View, to output: inout [UInt8]) {
    var start = row == 0 ? 0 : ends[row - 1]
    for mark in (row == 0 ? 0 : markEnds[row - 1])..<markEnds[row] {
      output.append(contentsOf: bytes[start..<marks[mark]])
      output.append(contentsOf: root)
      start = marks[mark]
    }
    output.append(contentsOf: bytes[start..<ends[row]])
  }
}
