// How much one file's labels may hold. Generous for what people write; they keep what a hostile file can cost in memory
// and stack in proportion to its size.

/// The limits on the labels of one file; what exceeds one is reported and not read.
package struct LabelLimits: Sendable {
  /// Of the labels alone, without the text below them.
  package var byteCount: Int
  /// Lists and groups within each other.
  package var depth: Int
  /// Names and values.
  package var valueCount: Int

  /// After so many mistakes in one file the rest of its labels is not read.
  static let problemCount = 1_000

  package init(byteCount: Int, depth: Int = 32, valueCount: Int) {
    self.byteCount = byteCount
    self.depth = depth
    self.valueCount = valueCount
  }

  /// For the labels above a text.
  package static let frontMatter = LabelLimits(byteCount: 256 * 1024, valueCount: 10_000)
  /// For a file that holds nothing but labels.
  package static let wholeFile = LabelLimits(byteCount: 2 * 1024 * 1024, valueCount: 200_000)
}
