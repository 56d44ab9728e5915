// Paragraphs that need no parser: one line without any formatting, at the margin or in a list's item there. The prescan
// finds them, the C library is given an "x" in place of each text, and the renderer writes the text itself. Where a line
// only may be one, it is left to the library; and where the library does not find them all, it is given the whole text.

struct PlainLine {
  /// What the library is given: a letter, so that it is a paragraph.
  static let placeholder = UInt8(ascii: "x")

  /// From 1, as the tree counts lines.
  let number: Int
  /// In the file, without blanks at the end.
  let text: Range<Int>
}

/// Whether it can make a text more than itself, where it is not at the beginning of its line. Addresses are counted.
@inline(__always) func isInlineMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "*"),
    UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "|"),
    UInt8(ascii: "@"), 0x00...0x1F:
    true
  default: false
  }
}
