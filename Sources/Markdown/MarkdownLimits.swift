// How much one document may ask for. The C library slows down out of proportion on some inputs, cannot be interrupted and
// ends the process when it runs out of memory, so what would go wrong is refused before parsing (`Prescan.swift`).

/// The limits of one Markdown body: far above what people write, low enough that any file ends within half a second.
package struct MarkdownLimits: Sendable {
  package var byteCount = 2 << 20
  /// Lists and quotes within each other.
  package var depth = 100
  /// Lines, and characters that may mean formatting: each can become a piece of the page.
  package var pieceCount = 400_000
  /// Cells of all tables; short rows count in full.
  package var cellCount = 150_000
  /// Steps that need more than one look at a character, about one nanosecond each.
  package var stepCount = 200_000_000
  /// What addresses and titles defined once and used often may grow to.
  package var referenceByteCount = 4 << 20

  package init() {}
}
