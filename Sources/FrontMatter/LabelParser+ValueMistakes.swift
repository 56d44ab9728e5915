// The words about mistakes within a value: texts without quotes, quotes, and brackets.

import Diagnostics

extension LabelParser {
  // MARK: Texts without quotes

  mutating func reportColonInText(_ range: Range<Int>, isFirstLine: Bool) {
    let help =
      isFirstLine
      ? writeQuoted(lineValue(from: range.lowerBound))
      : "write '>-' after the label's colon and the text on the lines below, or put quotes around the whole text"
    let afterColon = byte(range.upperBound + 1).isBreak ? ":" : ": "
    add(
      range.upperBound..<range.upperBound + 1, "a text that holds '\(afterColon)' needs quotes", help: help)
  }

  mutating func reportHashInText(_ range: Range<Int>, isFirstLine: Bool = true) {
    let found = word(at: range.upperBound)
    let help =
      isFirstLine && openBrackets + openBraces == 0
      ? writeQuoted(lineValue(from: range.lowerBound)) : Self.quoteHelp
    add(
      found, "'\(shown(found))' would be taken for a comment and dropped",
      help: "\(help) (a comment has a space after its '#')")
  }

  mutating func reportReservedStart(_ range: Range<Int>, inBrackets: Bool = false, isName: Bool = false) {
    let start = range.lowerBound
    let place = start..<start + 1
    let first = byte(start)
    switch first {
    case .question where isName && byte(start + 1).isWhite:
      let help = write(start..<min(afterWhite(start + 1), start + 80), as: "", otherwise: "delete the '?'")
      add(place, "a name may not start with '? '", help: help)
    case .dash where inBrackets:
      let item = afterWhite(start + 1)
      let help = write(start..<min(item, max(start + 1, range.upperBound)), as: "", otherwise: "delete the '-'")
      add(place, "an item within brackets has no '-' before it", help: help)
    case .colon, .question:
      let found = shown(first) + (byte(start + 1).isWhiteOrBreak ? " " : "")
      add(place, "a text without quotes may not start with '\(found)'", help: writeQuoted(range))
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      add(
        place, "a text without quotes may not start with '\(shown(first))'",
        help: writeQuoted(range) + " (a value cannot be named and used again)")
    case UInt8(ascii: "!"):
      add(
        place, "a text without quotes may not start with '!'",
        help: writeQuoted(range) + " (the kind of a value cannot be set with '!')")
    default:
      add(place, "a text without quotes may not start with '\(shown(first))'", help: writeQuoted(range))
    }
  }

  mutating func reportPlaceholder(_ range: Range<Int>) {
    add(
      range.lowerBound..<range.lowerBound + 2, "a text without quotes may not start with '{{'",
      help: writeQuoted(range))
  }

  mutating func reportCurlyQuotes(_ range: Range<Int>, inner: Range<Int>) {
    let help = write(range, as: LabelText.quoted(text(inner)), otherwise: "replace them with straight quotes")
    add(
      range, "curly quotes would become part of this text",
      help: help + " (to show them, put straight quotes around them)")
  }

  mutating func reportCurlyQuotesCut(_ range: Range<Int>) {
    add(
      range.lowerBound..<range.lowerBound + 3, "curly quotes do not hold this text together: its comma ends it",
      help: "replace them with straight quotes")
  }

  mutating func reportListAfterName() {
    let range = lineValue(from: position)
    let item = min(afterWhite(position + 1), range.upperBound)..<range.upperBound
    var help = "write each item on a line of its own below the name, with '- ' before it"
    if let first = bytes[item].first, !first.isReserved, !isDash(item.lowerBound), item.count <= Self.shownByteCount {
      help = write(range, as: "[\(LabelText.written(text(item), in: .brackets))]", otherwise: help)
    }
    add(position..<position + 1, "a list with dashes starts on the line below its name", help: help)
  }

  mutating func reportBlockTextHeader(_ start: Int) {
    let mark = shown(byte(start))
    add(
      start..<start + 1, "expected a text on the lines below '\(mark)', found more in the same line",
      help: writeQuoted(lineValue(from: start)))
  }

  mutating func reportCutText(_ start: Int) {
    add(
      start..<start + 1, "the file ends within the text below this '\(shown(byte(start)))'",
      help: "end the last line with a line break")
  }

  // MARK: Quotes

  mutating func reportMissingQuote(_ open: Int) {
    let quote = shown(bytes[open])
    let insertion = lineValue(from: open).upperBound
    let last = lastContent(before: position)
    if last > endOfLine(open) {
      let help = "write \(quote) at the end of line \(lineNumber(of: last)), or where the text ends"
      return add(open..<open + 1, "the closing \(quote) is missing", help: help)
    }
    let otherwise = "write \(quote) where the text ends"
    let help =
      openBrackets + openBraces == 0 && bytes[insertion - 1] != .backslash
      ? write(insertion..<insertion, as: quote, otherwise: otherwise) : otherwise
    add(open..<open + 1, "the closing \(quote) is missing", help: help)
  }

  /// After a value in quotes or brackets, something follows on the line.
  mutating func reportTextAfter(from start: Int) {
    let next = afterWhite(position)
    let found = word(at: next)
    if byte(next) == .hash {
      let help = write(next..<next, as: " ", otherwise: "write a space before '#'")
      return add(next..<next + 1, "a space is missing before the comment", help: help)
    }
    let opening = shown(bytes[start])
    let isQuote = bytes[start] == .doubleQuote || bytes[start] == .singleQuote
    let closing = isQuote ? opening : "'\(shown(bytes[position - 1]))'"
    let raw = lineValue(from: start)
    guard raw.upperBound >= next else {  // what opened on another line
      let line = lineNumber(of: start)
      return add(
        found, "text goes on after the closing \(closing)",
        help: "delete it, or look whether the \(opening) in line \(line) was closed where it should be")
    }
    if !isQuote, byte(next) == .colon {
      return add(start..<position, "brackets cannot be the name of a label", help: "write a name before ':'")
    }
    var fixed = raw
    if isQuote, raw.count > 2, bytes[raw.upperBound - 1] == bytes[start] {
      fixed = raw.lowerBound + 1..<raw.upperBound - 1
    }
    let help =
      raw.count <= Self.shownByteCount
      ? write(raw, as: LabelText.quoted(text(fixed)), otherwise: Self.quoteHelp) : Self.quoteHelp
    add(found, "text goes on after the closing \(closing)", help: help)
  }

  mutating func reportEscape(_ index: Int, length: Int, digits: Int? = nil) {
    var upper = min(index + length, end)
    while upper < end, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    let range = index..<upper
    let found = text(range)
    let help = write(index..<index + 1, as: "\\\\", otherwise: "write '\\\\' for a backslash")
    if let digits {
      let escape = text(index..<min(index + 2, end))
      add(range, "'\(escape)' needs \(digits) digits (0-9, a-f) after it", help: help)
    } else if length > 2 {
      add(range, "'\(found)' stands for no letter or sign", help: "type the letter or sign itself")
    } else {
      add(range, "'\(found)' stands for no letter or sign", help: help)
    }
  }

  // MARK: Brackets

  mutating func reportMissingBracket(_ open: Int, before: Int) {
    let missing = bytes[open] == .openBracket ? "]" : "}"
    var insertion = before
    while insertion > open + 1, bytes[insertion - 1].isWhiteOrBreak { insertion -= 1 }
    let line = lineValue(from: open)
    insertion = min(insertion, max(line.upperBound, open + 1))
    let isOneLine =
      before >= end || !bytes[line.upperBound..<max(line.upperBound, before)].contains { !$0.isWhiteOrBreak }
    let help =
      isOneLine || insertion < line.upperBound
      ? write(insertion..<insertion, as: missing, otherwise: "write '\(missing)' where the brackets end")
      : "write '\(missing)' at the end of line \(lineNumber(of: lastContent(before: before)))"
    add(open..<open + 1, "the closing '\(missing)' is missing", help: help)
  }

  private func lastContent(before offset: Int) -> Int {
    var index = offset
    while index > 0, bytes[index - 1].isWhiteOrBreak { index -= 1 }
    return max(0, index - 1)
  }

  mutating func reportWrongBracket(_ open: Int) {
    let expected = bytes[open] == .openBracket ? "]" : "}"
    let range = position..<position + 1
    let help = write(range, as: expected, otherwise: "write '\(expected)'")
    add(range, "expected '\(expected)', found '\(shown(bytes[position]))'", help: help)
  }

  mutating func reportEmptyItem() {
    let hasBlank = bytes[position - 1].isWhite || bytes[position - 1].isBracketOrComma && bytes[position - 1] != .comma
    let fixed = position..<(hasBlank ? min(afterWhite(position + 1), position + 80) : position + 1)
    let help = write(fixed, as: "", otherwise: "delete the ','")
    add(position..<position + 1, "nothing stands before this ','", help: help)
  }

  mutating func reportNameWithoutColon(_ range: Range<Int>) {
    var nameEnd = range.lowerBound
    while byte(nameEnd).isWordByte { nameEnd += 1 }
    if nameEnd > range.lowerBound, byte(nameEnd) == .colon, nameEnd <= range.upperBound {
      let name = shown(range.lowerBound..<nameEnd + 1)
      let help = write(nameEnd..<nameEnd + 1, as: ": ", otherwise: "write '\(name) ' with a space after it")
      return add(nameEnd..<nameEnd + 1, "a space is missing after '\(name)'", help: help)
    }
    add(
      range, "expected 'name: value' within curly brackets, found '\(shown(range))'",
      help: "write 'name: value', or square brackets for a list: [\(shown(range))]")
  }

  mutating func reportTextAfterItem(_ item: Labels.Value, _ range: Range<Int>, open: Int) {
    let place = position..<position + 1
    let isList = bytes[open] == .openBracket
    let first = byte(range.lowerBound)
    let last = Int(item.range.upper)
    if byte(position) == .colon, !isList {
      let value = Int(item.range.lower)..<max(range.upperBound, Int(item.range.upper))
      add(place, "a text that holds ': ' needs quotes", help: writeQuoted(value))
    } else if byte(position) == .colon {
      add(place, "a text within square brackets that holds ': ' needs quotes", help: writeQuoted(range))
    } else if isList, first != .doubleQuote, first != .singleQuote, byte(position).isBracketOrComma,
      !first.isBracketOrComma
    {
      add(place, "a text that holds '\(shown(byte(position)))' needs quotes", help: writeQuoted(range))
    } else if !isList, !bytes[position..<max(position, range.upperBound)].contains(.colon) {
      let value = Int(item.range.lower)..<max(range.upperBound, last)
      add(place, "text goes on after the closing \(shown(bytes[last - 1]))", help: writeQuoted(value))
    } else {
      add(
        place, "a ',' is missing before this",
        help: write(last..<last, as: ",", otherwise: "write ',' between the two"))
    }
  }

  /// All labels stand in one pair of brackets, and this line does not.
  mutating func reportContentAfterBraces() {
    add(
      word(at: position), "this line stands outside the brackets that hold all other labels",
      help: "write all labels one below the other, without brackets around them")
  }
}
