// Where a problem begins and ends as editors count: lines from 1, columns in UTF-16 code units from 1. Problems of one
// file are looked up in the order of their places, so that a long line with thousands of them is counted through once.

/// The part of a file that a problem is about.
package struct Region: Sendable, Equatable {
  package let line: Int
  package let column: Int
  /// The place after its last character; nil for a place without an extent, and for one too long to count.
  package var end: (line: Int, column: Int)?

  package static func == (left: Region, right: Region) -> Bool {
    (left.line, left.column, left.end?.line, left.end?.column)
      == (right.line, right.column, right.end?.line, right.end?.column)
  }
}

struct RegionFinder {
  /// A place with more bytes ends where its first line ends, says who leaves the end out.
  private static let longestExtent = 4_096
  private let source: [UInt8]
  private let lines: LineIndex
  /// The last place that was counted up to: its offset, and the units before it on its line.
  private var last = (line: 0, offset: 0, units: 0)

  init(_ source: [UInt8], _ lines: LineIndex) {
    self.source = source
    self.lines = lines
  }

  /// `range` must not begin before that of the call before, or it is counted from the start of its line.
  mutating func region(of range: Range<Int>) -> Region {
    let line = lines.position(of: UInt32(clamping: range.lowerBound)).line
    let start = lines.bounds(ofLine: line).lowerBound
    var from = (offset: start, units: 0)
    if last.line == line, (start...range.lowerBound).contains(last.offset) { from = (last.offset, last.units) }
    let units = from.units + utf16Count(from.offset..<range.lowerBound)
    last = (line, range.lowerBound, units)
    var region = Region(line: line, column: units + 1)
    guard !range.isEmpty, range.count <= Self.longestExtent else { return region }
    let endLine = lines.position(of: UInt32(clamping: range.upperBound)).line
    let endUnits =
      endLine == line
      ? units + utf16Count(range) : utf16Count(lines.bounds(ofLine: endLine).lowerBound..<range.upperBound)
    region.end = (endLine, endUnits + 1)
    return region
  }

  /// How many UTF-16 code units the bytes are, each that is no UTF-8 counting as nothing or one.
  private func utf16Count(_ range: Range<Int>) -> Int {
    source[range.clamped(to: 0..<source.count)].reduce(0) { count, byte in
      count + (byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1)
    }
  }
}
