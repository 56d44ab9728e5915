// What one Markdown body turns into: its page part, its plain text, and where its links and headings stand in the file.
package import Diagnostics

/// A rendered Markdown body with the facts that a library checks.
package struct MarkdownDocument: Sendable {
  /// Safe HTML: no raw HTML, no address but of the allowed kinds, no script or style.
  package var html: [UInt8] {
    var html: [UInt8] = []
    forEachPieceOfHTML { piece in
      guard !piece.isEmpty else { return }  // filling the empty array, which all threads share, would write its length
      html.append(addingCapacity: piece.count) { free in for index in piece.indices { free.append(piece[index]) } }
    }
    return html
  }
  var sharedHTML = SharedHTML()
  /// Plain text in UTF-8 for searching: blocks end with a line feed, words of different blocks or cells never touch.
  package var text: [UInt8] = []
  package var headings: [MarkdownHeading] = []
  /// Links and images in the order in which they are written, except what stands inside an image's description.
  package var links: [MarkdownLink] = []
  /// Which part of `text` is the first paragraph that is more than an image; for a default summary.
  package var firstParagraph: Range<Int>?
  /// True if a limit was passed: nothing was parsed, and a problem says so.
  package var isRefused = false

  package init() {}

  /// Hands out `html` piece by piece.
  package func forEachPieceOfHTML(_ body: (Span<UInt8>) -> Void) { sharedHTML.forEachPiece(with: text, body) }

  /// A part of `text` as a string.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
  }
}

/// A heading of a Markdown body.
package struct MarkdownHeading: Sendable, Equatable {
  /// As written, 1 to 6.
  package var writtenLevel: Int
  /// As rendered, 1 to 6.
  package var level: Int
  /// Unique in its document, as GitHub would make it from the text.
  package var id: String
  /// Without emphasis and addresses.
  package var text: String
  /// Its line in the file.
  package var range: ByteRange
  /// Its part of the document's plain text; empty if it was left out.
  package var textRange: Range<Int>
  /// True for a first heading that only repeats the title and so is neither in the HTML nor in the plain text. A page
  /// that puts `id` on its own title keeps links to this heading whole.
  package var isTitle: Bool
}

/// A link or an image of a Markdown body.
package struct MarkdownLink: Sendable, Equatable {
  /// What its address leads to.
  package enum Target: Sendable, Equatable {
    /// A file of the same library, as a relative path or one from the root; may have a `?query` and a `#fragment`.
    case local
    /// A place on the same page: `#fragment`.
    case fragment
    /// Another host, by http or https.
    case external
    /// An e-mail address or a telephone number.
    case contact
    /// Anything else; reported and never rendered as a link.
    case unsafe
  }

  package var isImage: Bool
  package var target: Target
  /// As written, with Markdown's own escapes and entities resolved.
  package var destination: String
  /// From the opening bracket to the end, in the file.
  package var range: ByteRange
  /// Its text, or the image's description, in the document's plain text.
  package var textRange: Range<Int>
}

/// What becomes of a link or image to a local file.
package enum LinkRewrite: Sendable, Equatable {
  /// The address stays as written.
  case keep
  /// Another address; for an image with its size in pixels, where known, so that the page does not jump.
  case address(String, width: Int? = nil, height: Int? = nil)
  /// Only the text, or the image's description, remains.
  case textOnly
}

/// Decides about a link or image to a local file; called while rendering, once for each, in the order of `links`.
package typealias LinkRewriter = (_ destination: String, _ isImage: Bool) -> LinkRewrite
