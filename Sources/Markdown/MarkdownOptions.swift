// What a caller can choose about rendering.

/// How a Markdown body is rendered.
package struct MarkdownOptions: Sendable {
  package var title = TitleHeading.keep
  /// Stands before every heading's id; empty gives exactly GitHub's.
  package var headingIDPrefix = ""
  /// The level that the body's highest headings get, the others following; nil leaves levels as written.
  package var topHeadingLevel: Int? = 2
  package var labels = MarkdownLabels()
  package var limits = MarkdownLimits()
  /// True for the very HTML that cmark-gfm itself writes, safe but plain: how the tests compare the two.
  package var isUnchanged = false
  /// False where cmark-gfm is to read every line, also those that need no parser: the fuzzer compares the two.
  package var skipsPlainTexts = true

  package init() {}
}

/// What becomes of a first heading that says the same as the page's title.
package enum TitleHeading: Sendable, Equatable {
  case keep
  /// A first heading with this text is left out.
  case omit(String)
  /// The first heading is the page's title, and left out.
  case omitFirst
}

/// Words that rendering adds, spoken by screen readers.
package struct MarkdownLabels: Sendable {
  package var table = "Table"
  package var footnotes = "Footnotes"
  package var footnote = "Footnote"
  package var backToReference = "Back to reference"
  /// Before the count of a reference after the first to the same footnote.
  package var footnotePlace = "place"
  package var done = "Done"
  package var notDone = "Not done"

  package init() {}
}
