// Texts in single and double quotes. A line break within them becomes a blank, and empty lines become line breaks; a
// backslash in double quotes writes what is hard to type.

import Diagnostics

extension LabelParser {
  /// A text in quotes, up to its closing quote.
  mutating func quoted(under parent: Int) -> Labels.Value {
    let open = position
    let quote = bytes[open]
    var index = open + 1
    // Nearly all end on their line and hold nothing special.
    while index < end, bytes[index] != quote, bytes[index] != .backslash, !bytes[index].isBreak { index += 1 }
    if byte(index) == quote, quote == .doubleQuote || byte(index + 1) != quote {
      position = index + 1
      return value(.text(text(open + 1..<index), isPlain: false), open..<position)
    }
    return longQuoted(open, startingAt: index, under: parent)
  }

  private mutating func longQuoted(_ open: Int, startingAt index: Int, under parent: Int) -> Labels.Value {
    let quote = bytes[open]
    var index = index
    var text = Array(bytes[open + 1..<index])
    // White space before a line break is dropped, but not what an escape wrote: it counts as solid.
    var solid = text.count
    while solid > 0, text[solid - 1].isWhite { solid -= 1 }
    var isReadable = true
    while index < end {
      let current = bytes[index]
      if current == quote {
        if quote == .doubleQuote || byte(index + 1) != quote {
          position = index + 1
          let range = open..<position
          guard isReadable else { return value(.unreadable, range) }
          return value(.text(String(decoding: text, as: UTF8.self), isPlain: false), range)
        }
        text.append(quote)
        solid = text.count
        index += 2
      } else if current == .backslash, quote == .doubleQuote {
        if byte(index + 1).isBreak {
          guard let (next, breaks) = nextQuotedLine(after: index + 1, open: open, under: parent) else { break }
          text.append(contentsOf: repeatElement(.lineFeed, count: breaks))
          index = next
        } else if let length = appendEscape(at: index, to: &text) {
          index += length
        } else {
          isReadable = false
          index += byte(index + 1) < 0x80 ? 2 : 1
        }
        solid = text.count
      } else if current.isBreak {
        guard let (next, breaks) = nextQuotedLine(after: index, open: open, under: parent) else { break }
        text.removeLast(text.count - solid)
        if breaks == 0 { text.append(.space) } else { text.append(contentsOf: repeatElement(.lineFeed, count: breaks)) }
        solid = text.count
        index = next
      } else {
        text.append(current)
        if !current.isWhite { solid = text.count }
        index += 1
      }
    }
    // `nextQuotedLine` has set `position` to where reading goes on.
    if index >= end { position = end }
    isFlowBroken = true
    reportMissingQuote(open)
    return value(.unreadable, lineValue(from: open))
  }

  /// The first byte of the next line with content, and how many empty lines come before it. Nil if that line rather is
  /// the next label: the quote is not closed then.
  private mutating func nextQuotedLine(
    after lineBreak: Int, open: Int, under parent: Int
  ) -> (start: Int, breaks: Int)? {
    var lineStart = afterBreak(lineBreak)
    var breaks = 0
    while lineStart < end {
      let (line, tab) = continuation(at: lineStart, under: parent)
      switch line {
      case .blank(let next):
        if let tab { reportTab(tab, line: lineStart) }
        breaks += 1
        lineStart = next
      case .content(let start, let isDeep):
        if !isDeep {
          if looksLikeNextLabel(at: start) {
            position = lineStart
            return nil
          }
          reportContinuationIndent(start, under: parent)
        }
        if let tab { reportTab(tab, line: lineStart) }
        return (start, breaks)
      }
    }
    position = end
    return nil
  }

  /// Appends what the escape at `index` stands for and returns its length; nil if there is no such escape.
  private mutating func appendEscape(at index: Int, to text: inout [UInt8]) -> Int? {
    let scalar: Unicode.Scalar
    switch byte(index + 1) {
    case UInt8(ascii: "0"): scalar = "\0"
    case UInt8(ascii: "a"): scalar = "\u{7}"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "t"), .tab: scalar = "\t"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "v"): scalar = "\u{B}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "e"): scalar = "\u{1B}"
    case .space: scalar = " "
    case .doubleQuote: scalar = "\""
    case UInt8(ascii: "/"): scalar = "/"
    case .backslash: scalar = "\\"
    case UInt8(ascii: "N"): scalar = "\u{85}"
    case UInt8(ascii: "_"): scalar = "\u{A0}"
    case UInt8(ascii: "L"): scalar = "\u{2028}"
    case UInt8(ascii: "P"): scalar = "\u{2029}"
    case UInt8(ascii: "x"): return appendScalar(at: index, digits: 2, to: &text)
    case UInt8(ascii: "u"): return appendScalar(at: index, digits: 4, to: &text)
    case UInt8(ascii: "U"): return appendScalar(at: index, digits: 8, to: &text)
    default:
      reportEscape(index, length: 2)
      return nil
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return 2
  }

  private mutating func appendScalar(at index: Int, digits: Int, to text: inout [UInt8]) -> Int? {
    var code: UInt32 = 0
    for place in index + 2..<index + 2 + digits {
      guard let digit = byte(place).hexDigitValue else {
        reportEscape(index, length: place - index, digits: digits)
        return nil
      }
      code = code << 4 | digit
    }
    guard let scalar = Unicode.Scalar(code) else {
      reportEscape(index, length: 2 + digits)
      return nil
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return 2 + digits
  }
}

extension UInt8 {
  fileprivate var hexDigitValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
