// Rows of lists, rendered once. A resource stands in a dozen lists (its personas', stages', cells', types', what goes with
// others), always as the same row but for what leads from the page to the site's root. So a row is rendered with a mark
// in place of the root, and each list copies its bytes and puts its own root where the marks are.

import Files
import Mustache

struct RowSheet: Sendable {
  /// Stands for the root while rows are rendered; no UTF-8 text has this byte.
  static let mark: UInt8 = 0xFF
  private static let chunk = 128

  /// The rows of some neighbouring resources. A class, so that all threads look at one count of references, seldom.
  fileprivate final class Chunk: Sendable {
    let bytes: [UInt8]
    /// Where each row ends, from the first's start on.
    let ends: [Int]
    /// Where marks were: the root goes before these bytes.
    let marks: [Int]
    let markEnds: [Int]

    /// `render` appends the row of a value.
    init(_ rows: ArraySlice<Value>, _ render: (Value, inout [UInt8]) -> Void) {
      var (bytes, row): ([UInt8], [UInt8]) = ([], [])
      var (ends, marks, markEnds) = ([0], [Int](), [0])
      for value in rows {
        row.removeAll(keepingCapacity: true)
        render(value, &row)
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
      (self.bytes, self.ends, self.marks, self.markEnds) = (bytes, ends, marks, markEnds)
    }
  }
  private let chunks: [Chunk]

  /// Renders `template` for each of `rows`; besides the row's own names it sees those of `frame`, and `root`.
  init(_ template: String, _ rows: [Value], of templates: TemplateSet, within frame: Object, workers: Int) {
    var outer = frame
    outer["root"] = .bytes([Self.mark])
    let context = Value.object(outer)
    let starts = Array(stride(from: 0, to: rows.count, by: Self.chunk))
    chunks = concurrently(starts.count, workers: workers) { index in
      let end = min(starts[index] + Self.chunk, rows.count)
      return Chunk(rows[starts[index]..<end]) { _ = templates.render(template, $0, within: context, into: &$1) }
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
  fileprivate func length(_ row: Int, root: Int) -> Int {
    ends[row + 1] - ends[row] + (markEnds[row + 1] - markEnds[row]) * root
  }

  fileprivate func append(_ row: Int, root: String.UTF8View, to output: inout [UInt8]) {
    var start = ends[row]
    for mark in markEnds[row]..<markEnds[row + 1] {
      output.append(contentsOf: bytes[start..<marks[mark]])
      output.append(contentsOf: root)
      start = marks[mark]
    }
    output.append(contentsOf: bytes[start..<ends[row + 1]])
  }
}
