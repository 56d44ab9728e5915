// Places in source files. Everything that reads a file keeps byte ranges; lines and columns are worked out only for
// the few places that are printed.

/// A half-open range of UTF-8 offsets in one whole source file (front matter included), from 0. Larger files than
/// 4 GiB are refused when they are read.
package struct ByteRange: Hashable, Sendable {
  package var lower: UInt32
  package var upper: UInt32

  package init(_ lower: Int, _ upper: Int) {
    self.lower = UInt32(clamping: lower)
    self.upper = UInt32(clamping: max(lower, upper))
  }

  /// The start of a file: the place of what is wrong with the file as a whole.
  package static let start = ByteRange(0, 0)
}
