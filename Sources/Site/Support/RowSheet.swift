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
  private var chunks: [Chunk] = []
  /// In place of `chunks` where rows are rendered on demand.
  private var onDemand: ChunksOnDemand?

  /// Renders `template` for each of `rows`; besides the row's own names it sees those of `frame`, and `root`. Without
  /// `workers` rows are rendered when a list first shows them.
  init(_ template: String, _ rows: [Value], of theme: Theme, within frame: Object, workers: Int?) {
    var outer = frame
    outer["root"] = .bytes([Self.mark])
    let context = Value.object(outer)
    let starts = Array(stride(from: 0, to: rows.count, by: Self.chunk))
    let render = { @Sendable (index: Int) -> Chunk in
      let end = min(starts[index] + Self.chunk, rows.count)
      return Chunk(rows[starts[index]..<end]) { row, output in
        if theme.makesWholePages { theme.render(template, row, within: context, into: &output) }
      }
    }
    if let workers {
      chunks = concurrently(starts.count, workers: workers, render)
    } else {
      onDemand = ChunksOnDemand(count: starts.count, render)
    }
  }

  /// Appends the row of resource `index` on a page from which `root` leads to the site's root.
  func append(_ index: Int, root: String, to output: inout [UInt8]) {
    if let onDemand {
      return onDemand[index / Self.chunk].append(index % Self.chunk, root: root.utf8, to: &output)
    }
    chunks[index / Self.chunk].append(index % Self.chunk, root: root.utf8, to: &output)
  }

  /// The rows of `resources`, one after the other, as a value that is printed as it is.
  func markup(_ resources: some Sequence<Int>, root: String) -> Value {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(resources.reduce(0) { $0 + length($1, root: root.utf8.count) })
    for index in resources { append(index, root: root, to: &bytes) }
    return .html(bytes)
  }

  private func length(_ index: Int, root: Int) -> Int {
    if let onDemand { return onDemand[index / Self.chunk].length(index % Self.chunk, root: root) }
    return chunks[index / Self.chunk].length(index % Self.chunk, root: root)
  }
}

/// Renders each chunk when somebody first asks for it.
private final class ChunksOnDemand: Sendable {
  private let render: @Sendable (Int) -> RowSheet.Chunk
  private let chunks: Locked<[RowSheet.Chunk?]>

  init(count: Int, _ render: @escaping @Sendable (Int) -> RowSheet.Chunk) {
    self.render = render
    chunks = Locked(Array(repeating: nil, count: count))
  }

  subscript(index: Int) -> RowSheet.Chunk {
    if let known = chunks.withLock({ $0[index] }) { return known }
    let chunk = render(index)  // two threads may render the same one: they render the same bytes
    chunks.withLock { $0[index] = chunk }
    return chunk
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
