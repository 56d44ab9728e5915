// Placeholder until the module has its first file.
package struct MarkdownDocument: Sendable {
  package var html: [UInt8] = []
  /// Plain text for search, UTF-8, and which ranges of it are headings.
  package var text: [UInt8] = []
  package var headingRanges: [Range<Int>] = []
  package init() {}
}
