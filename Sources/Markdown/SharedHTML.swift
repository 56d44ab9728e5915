// Most of a page's HTML is its plain text, which is kept anyway: what both have alike is kept once, in the text.

/// A stretch that a document's HTML has as its plain text has it.
struct SharedStretch {
  /// A shorter one takes as long to put together as it takes to keep.
  static let shortest = 64

  /// Where it stands in each.
  var html: Int
  var text: Int
  var count: Int
}

/// HTML less the stretches that it shares with a plain text.
struct SharedHTML: Sendable {
  private struct Part {
    /// How many bytes of `markup` stand before it, and how many of the text are left out before it.
    var markup: UInt32
    var skipped: UInt32
    var count: UInt32
  }
  private let markup: [UInt8]
  private let parts: [Part]

  init(_ markup: [UInt8] = []) { (self.markup, parts) = (markup, []) }

  /// `stretches` in order, none over another.
  init(_ html: borrowing ByteBuffer, without stretches: [SharedStretch]) {
    var (markup, read) = (0, 0)
    parts = stretches.map { stretch in
      defer { (markup, read) = (stretch.html + stretch.count, stretch.text + stretch.count) }
      return Part(
        markup: UInt32(stretch.html - markup), skipped: UInt32(stretch.text - read), count: UInt32(stretch.count))
    }
    self.markup = html.bytes(without: stretches)
  }

  /// Hands out the HTML piece by piece.
  func forEachPiece(with text: [UInt8], _ body: (Span<UInt8>) -> Void) {
    let (markup, text) = (markup.span, text.span)
    var (written, read) = (0, 0)
    for part in parts {
      body(markup.extracting(written..<written + Int(part.markup)))
      written += Int(part.markup)
      read += Int(part.skipped)
      body(text.extracting(read..<read + Int(part.count)))
      read += Int(part.count)
    }
    body(markup.extracting(written...))
  }
}
