// How much one file of content may ask for. Each can be set under 'site' in library.yml; the defaults are far above what
// people write, and low enough that no file costs more than its size suggests.

import Diagnostics
import FrontMatter
package import Markdown

package struct ContentLimits: Sendable {
  /// Of an attachment or image, in millions of bytes.
  package var fileMB = 100
  /// Of a text with its labels, in units of 1,024 bytes.
  package var sourceKB = 2_048
  var labelsKB = 256
  /// Names and values above one text.
  var labelCount = 10_000
  /// Old names of one resource: each becomes a page that leads on.
  var aliasCount = 50
  /// Types, and values of facets: each has a page.
  var valueCount = 5_000
  /// Stages: all stand on the pages of each.
  var stageCount = 100
  /// Personas times stages: each cell has a page, and all stand in one table.
  var cellCount = 2_500
  /// Lists and quotes within each other.
  var nesting = 100
  /// Lines and formatting characters of one text.
  var formattingCount = 400_000
  var tableCellCount = 150_000
  /// About how long the parts of a text that need more than one look may take, in milliseconds.
  var readingMilliseconds = 200
  /// What addresses written once and used by name may add up to.
  var referenceKB = 4_096

  package init() {}

  /// For the labels above a text.
  var ofLabels: LabelLimits { LabelLimits(byteCount: labelsKB * 1_024, valueCount: labelCount) }

  /// For a text.
  package var ofMarkdown: MarkdownLimits {
    var limits = MarkdownLimits()
    limits.byteCount = sourceKB * 1_024
    limits.depth = nesting
    limits.pieceCount = formattingCount
    limits.cellCount = tableCellCount
    limits.stepCount = readingMilliseconds * 1_000_000
    limits.referenceByteCount = referenceKB * 1_024
    return limits
  }
}

extension LabelReader {
  /// The limits under 'site'.
  mutating func limits() -> ContentLimits {
    var limits = ContentLimits()
    func read(_ name: String, _ path: WritableKeyPath<ContentLimits, Int>, _ range: ClosedRange<Int>) {
      limits[keyPath: path] = integer(name, in: range)?.value ?? limits[keyPath: path]
    }
    read("max_file_mb", \.fileMB, 1...100_000)
    read("max_source_kb", \.sourceKB, 1...65_536)
    read("max_labels_kb", \.labelsKB, 1...65_536)
    read("max_labels", \.labelCount, 10...10_000_000)
    read("max_aliases", \.aliasCount, 0...10_000)
    read("max_values", \.valueCount, 1...1_000_000)
    read("max_stages", \.stageCount, 1...10_000)
    read("max_cells", \.cellCount, 1...1_000_000)
    read("max_nesting", \.nesting, 2...1_000)
    read("max_formatting", \.formattingCount, 100...100_000_000)
    read("max_table_cells", \.tableCellCount, 10...10_000_000)
    read("max_reading_ms", \.readingMilliseconds, 1...60_000)
    read("max_references_kb", \.referenceKB, 1...262_144)
    return limits
  }
}
