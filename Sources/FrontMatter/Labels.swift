// What a reader of labels returns: names and values, each with the place where its author wrote it. What a label means,
// and which names exist, is not known here. Values stay text: whether `no` or `1.10` is a choice, a number or a word is
// for whoever asks to say, which is why `isPlain` is kept.

package import Diagnostics

/// Names and their values in the order in which they were written; no name occurs twice.
package struct Labels: Sendable, Equatable {
  package var entries: [Entry]
  /// False when a line here could not be told apart as a label at all, so that a label which seems to be missing may be
  /// what that line was meant to be. The line has been reported.
  package var isWhole: Bool

  package init(_ entries: [Entry] = [], isWhole: Bool = true) {
    self.entries = entries
    self.isWhole = isWhole
  }

  /// One name with its value.
  package struct Entry: Sendable, Equatable {
    package var name: String
    /// The name as written, with its quotes.
    package var nameRange: ByteRange
    package var value: Value

    package init(name: String, nameRange: ByteRange, value: Value) {
      self.name = name
      self.nameRange = nameRange
      self.value = value
    }
  }

  /// A value and where it stands.
  package struct Value: Sendable, Equatable {
    /// The value as written, with its quotes or brackets; empty, after the colon or dash, for one that is absent.
    package var range: ByteRange
    package var content: Content

    package init(_ content: Content, _ range: ByteRange) {
      self.content = content
      self.range = range
    }
  }

  /// What a value is.
  package enum Content: Sendable, Equatable {
    /// `isPlain` is true for a text without quotes, on one line or several.
    case text(String, isPlain: Bool)
    case list([Value])
    case group(Labels)
    /// Nothing, `~` or `null` without quotes.
    case absent
    /// Something that has been reported: whoever asks for this value stays quiet about it.
    case unreadable
  }

  /// The entry of that name.
  package subscript(name: String) -> Entry? { index(of: name).map { entries[$0] } }

  /// Where the entry of that name stands among `entries`.
  package func index(of name: String) -> Int? {
    // Strings of different lengths may be equal, but not where one is ASCII, as names that somebody asks for are.
    let count = name.utf8.count
    return entries.firstIndex { $0.name.utf8.count == count && $0.name == name }
  }
}

extension Labels.Value {
  /// The text, nil for anything else.
  package var text: String? {
    guard case .text(let text, _) = content else { return nil }
    return text
  }

  /// Where a part of the text (in UTF-8 offsets) stands in the file: exactly, if the text was written on one line without
  /// escapes, or else the whole value.
  package func range(ofTextBytes part: Range<Int>) -> ByteRange {
    guard let text else { return range }
    let written = Int(range.upper - range.lower)
    let byteCount = text.utf8.count
    guard part.lowerBound >= 0, part.upperBound <= byteCount, !text.utf8.contains(UInt8(ascii: "\n")) else {
      return range
    }
    // A text with folded lines or escapes is longer as written than it is, by more than its two quotes.
    guard case .text(_, let isPlain) = content, written == byteCount + (isPlain ? 0 : 2) else { return range }
    let start = Int(range.lower) + (isPlain ? 0 : 1)
    return ByteRange(start + part.lowerBound, start + part.upperBound)
  }
}
