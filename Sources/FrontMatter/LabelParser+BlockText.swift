// Texts below a '|' (its lines as they are) or a '>' (lines joined), and what is left of the line breaks at their end.

import Diagnostics

extension LabelParser {
  /// What happens to the line breaks at the end of a text.
  private enum Chomping {
    case strip, clip, keep
  }

  /// A text below its '|' or '>'.
  mutating func blockText(under parent: Int) -> Labels.Value {
    let start = position
    let isFolded = bytes[start] == .greater
    var chomping: Chomping?
    var indentation: Int?
    position += 1
    while true {
      let current = byte(position)
      if chomping == nil, current == .plus || current == .dash {
        chomping = current == .plus ? .keep : .strip
      } else if indentation == nil, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(current) {
        indentation = parent + Int(current - UInt8(ascii: "0"))
      } else {
        break
      }
      position += 1
    }
    let header = start..<position
    let rest = afterWhite(position)
    guard byte(rest).isBreak || (byte(rest) == .hash && rest > position && isComment(rest)) else {
      reportBlockTextHeader(start)
      skipRest(under: parent)
      return value(.unreadable, lineValue(from: start))
    }
    position = afterBreak(endOfLine(rest))
    lastEnd = header.upperBound
    let result = blockLines(
      from: start, indentation: indentation ?? detectIndentation(under: parent), isFolded: isFolded,
      chomping: chomping ?? .clip)
    skipToContent()
    return result
  }

  /// The column of the text: that of its first line with content.
  private mutating func detectIndentation(under parent: Int) -> Int {
    var index = position
    var deepestBlank = 0
    var deepestBlankLine = position
    while index < end {
      let lineStart = index
      while byte(index) == .space { index += 1 }
      let blanks = index - lineStart
      guard byte(index).isBreak else {
        if blanks <= parent { break }
        if deepestBlank > blanks { reportDeepBlankLine(deepestBlankLine, indentation: blanks) }
        return blanks
      }
      if blanks > deepestBlank {
        deepestBlank = blanks
        deepestBlankLine = lineStart
      }
      index = afterBreak(index)
    }
    return max(parent + 1, deepestBlank)
  }

  /// Reads the lines of a text that starts at `indentation`, up to the first that is indented less.
  private mutating func blockLines(
    from start: Int, indentation: Int, isFolded: Bool, chomping: Chomping
  ) -> Labels.Value {
    var text: [UInt8] = []
    var textEnd = lastEnd
    var hasText = false
    /// Line breaks since the last line of text, its own included.
    var breaks = 0
    var previousIsIndented = false
    /// The last line ends with the file instead of a line break.
    var isCut = false
    while position < end {
      var index = position
      let limit = position + indentation
      while index < limit, byte(index) == .space { index += 1 }
      if byte(index).isBreak {
        if index < end { breaks += 1 }
        isCut = isCut || (index == end && index > position)
        position = afterBreak(index)
        continue
      }
      if index < limit {
        guard byte(index) == .tab else { break }
        let tabEnd = afterWhite(index)
        reportTab(index..<tabEnd, line: position)
        index = tabEnd
        guard !byte(index).isBreak else {
          position = afterBreak(index)
          continue
        }
      }
      let lineEnd = endOfLine(index)
      let isIndented = byte(index).isWhite
      if isFolded, hasText, !isIndented, !previousIsIndented {
        if breaks == 1 {
          text.append(.space)
        } else {
          text.append(contentsOf: repeatElement(.lineFeed, count: breaks - 1))
        }
      } else {
        text.append(contentsOf: repeatElement(.lineFeed, count: breaks))
      }
      text.append(contentsOf: bytes[index..<lineEnd])
      hasText = true
      textEnd = lineEnd
      previousIsIndented = isIndented
      breaks = lineEnd < end ? 1 : 0
      isCut = lineEnd == end
      position = afterBreak(lineEnd)
    }
    // Readers disagree on whether the end of the file then counts as a line break.
    if isCut, chomping != .strip { reportCutText(start) }
    switch chomping {
    case .strip: break
    case .clip: if hasText, breaks > 0 { text.append(.lineFeed) }
    case .keep: text.append(contentsOf: repeatElement(.lineFeed, count: breaks))
    }
    return value(.text(String(decoding: text, as: UTF8.self), isPlain: false), start..<textEnd)
  }
}
