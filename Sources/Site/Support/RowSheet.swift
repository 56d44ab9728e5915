// Rows of lists, rendered once. A resource stands in a dozen lists (its personas', stages', cells', types', what goes with
// others), always as the same row but for what leads from the page to the site's root. So a row is rendered with a mark
// in place of the root, and each list copies its bytes and puts its own root where the marks are. Of ten thousand
// resources only some hundred ever go with another, so small rows are rendered when the first page shows them.

import Files
import Mustache

struct RowSheet: Sendable {
  /// Stands for the root while rows are rendered; no UTF-8 text has this byte.
  static let mark: UInt8 = 0xFF
  /// Neighbouring rows are rendered and kept together where all of them are needed.
  private static let longestChunk = 128

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
  private let chunk: Int
  private var chunks: [Chunk] = []
  /// In place of `chunks` where rows are rendered on demand.
  private var onDemand: ChunksOnDemand?

  /// Renders `template` for each of `rows`; besides the row's own names it sees those of `frame`, and `root`. Without
  /// `workers` each row is rendered when a list first shows it.
  init(_ template: String, _ rows: [Value], of theme: Theme, within frame: Object, workers: Int? = nil) {
    let chunk = workers == nil ? 1 : Self.longestChunk
    self.chunk = chunk
    var outer = frame
    outer["root"] = .bytes([Self.mark])
    let context = Value.object(outer)
    let count = (rows.count + chunk - 1) / chunk
    let render = { @Sendable (index: Int) -> Chunk in
      let part = rows[index * chunk..<min((index + 1) * chunk, rows.count)]
      return Chunk(part) { row, output in
        if theme.makesWholePages { theme.render(template, row, within: context, into: &output) }
      }
    }
    if let workers {
      chunks = concurrently(count, workers: workers, render)
    } else {
      onDemand = ChunksOnDemand(count: count, render)
    }
  }

  /// The rows of `resources`, one after the other, on a page from which `root` leads to the site's root.
  func markup(_ resources: [Int], root: String) -> Value {
    let root = Array(root.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(resources.count * 512)
    for index in resources {
      let part = onDemand?[index / chunk] ?? chunks[index / chunk]
      part.append(index % chunk, root: root, to: &bytes)
    }
    return .html(bytes)
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
  fileprivate func append(_ row: Int, root: [UInt8], to output: inout [UInt8]) {
    var start = ends[row]
    for mark in markEnds[row]..<markEnds[row + 1] {
      output.append(contentsOf: bytes[start..<marks[mark]])
      output.append(contentsOf: root)
      start = marks[mark]
    }
    output.append(contentsOf: bytes[start..<ends[row + 1]])
  }
}
