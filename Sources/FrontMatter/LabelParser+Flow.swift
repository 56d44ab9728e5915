// Lists in square and groups in curly brackets, on one line or several.

import Diagnostics

extension LabelParser {
  /// A value that may stand within brackets, or be them; the byte at `position` is no white space.
  mutating func flowValue(under parent: Int, depth: Int) -> Labels.Value {
    let start = position
    switch byte(start) {
    case .openBracket, .openBrace:
      guard depth < limits.depth else {
        reportDepth(start)
        giveUpBrackets(from: start, under: parent)
        return value(.unreadable, start..<start)
      }
      return byte(start) == .openBracket
        ? flowList(under: parent, depth: depth) : flowGroup(under: parent, depth: depth)
    case .doubleQuote, .singleQuote:
      return quoted(under: parent)
    default:
      if let text = flowPlainText(under: parent) {
        guard byte(position) == .comma, isCutByComma(start..<position) else { return text }
        reportCurlyQuotesCut(start..<position)
        return value(.unreadable, start..<position)
      }
      let range = flowItemAsWritten(from: start)
      reportReservedStart(range, inBrackets: true)
      skipFlowItem(under: parent)
      return value(.unreadable, range)
    }
  }

  // MARK: Lists

  private mutating func flowList(under parent: Int, depth: Int) -> Labels.Value {
    let open = position
    position += 1
    openBrackets += 1
    var items: [Labels.Value] = []
    while flowSpace(under: parent, open: open) {
      switch byte(position) {
      case .closeBracket:
        position += 1
        openBrackets -= 1
        return value(.list(items), open..<position)
      case .closeBrace where openBraces > 0:
        openBrackets -= 1
        return missingBracketBeforeOther(open)
      case .closeBrace:
        reportWrongBracket(open)
        position += 1
        openBrackets -= 1
        return value(.unreadable, open..<position)
      case .comma:
        reportEmptyItem()
        position += 1
      default:
        guard countValue() else { return unreadable(open) }
        let start = position
        let item = flowValue(under: parent, depth: depth + 1)
        guard !isFlowBroken, flowSpace(under: parent, open: open) else { return unreadable(open) }
        items.append(endFlowItem(item, from: start, open: open, under: parent))
        if isFlowBroken { return unreadable(open) }
      }
    }
    return unreadable(open)
  }

  // MARK: Groups

  private mutating func flowGroup(under parent: Int, depth: Int) -> Labels.Value {
    let open = position
    position += 1
    openBraces += 1
    var labels = Labels()
    var names = SeenNames()
    while flowSpace(under: parent, open: open) {
      switch byte(position) {
      case .closeBrace:
        position += 1
        openBraces -= 1
        return value(.group(labels), open..<position)
      case .closeBracket where openBrackets > 0:
        openBraces -= 1
        return missingBracketBeforeOther(open)
      case .closeBracket:
        reportWrongBracket(open)
        position += 1
        openBraces -= 1
        return value(.unreadable, open..<position)
      case .comma:
        reportEmptyItem()
        position += 1
      default:
        guard countValue() else { return unreadable(open) }
        let start = position
        guard let (name, nameRange) = flowName() else {
          labels.isWhole = false
          skipFlowItem(under: parent)
          if isFlowBroken { return unreadable(open) }
          if byte(position) == .comma { position += 1 }
          continue
        }
        var item = value(.absent, position..<position)
        guard flowSpace(under: parent, open: open) else { return unreadable(open) }
        if byte(position) != .comma, byte(position) != .closeBrace {
          item = flowValue(under: parent, depth: depth + 1)
          guard !isFlowBroken, flowSpace(under: parent, open: open) else { return unreadable(open) }
        }
        item = endFlowItem(item, from: start, open: open, under: parent)
        if isFlowBroken { return unreadable(open) }
        let entry = Labels.Entry(
          name: name, nameRange: ByteRange(nameRange.lowerBound, nameRange.upperBound), value: item)
        if let first = names.insert(entry, into: labels.entries) {
          reportDuplicate(entry, first: first)
        } else {
          labels.entries.append(entry)
        }
      }
    }
    return unreadable(open)
  }

  /// A name and its colon; nil if there is none, which is reported.
  private mutating func flowName() -> (String, Range<Int>)? {
    let start = position
    if byte(start) == .doubleQuote || byte(start) == .singleQuote {
      guard let close = closingQuote(of: start), byte(afterWhite(close + 1)) == .colon else {
        reportNameWithoutColon(flowItemAsWritten(from: start))
        return nil
      }
      let name = quoted(under: .max)
      position = afterWhite(position) + 1
      guard case .text(let text, _) = name.content else { return nil }
      return (text, start..<close + 1)
    }
    guard let nameEnd = flowPlainLine(from: start, isFirst: true) else {
      if byte(start) == .colon, byte(start + 1).isWhiteOrBreak { return reportMissingName(start) }
      reportReservedStart(flowItemAsWritten(from: start), inBrackets: true, isName: true)
      return nil
    }
    let colon = afterWhite(nameEnd)
    guard byte(colon) == .colon, byte(colon + 1).isWhiteOrBreak else {
      reportNameWithoutColon(start..<nameEnd)
      return nil
    }
    guard checkName(start..<nameEnd) else { return nil }
    position = colon + 1
    return (text(start..<nameEnd), start..<nameEnd)
  }

  // MARK: Between values

  /// After a value: a comma is passed, a closing bracket is not. Anything else is reported and passed.
  private mutating func endFlowItem(
    _ item: Labels.Value, from start: Int, open: Int, under parent: Int
  ) -> Labels.Value {
    switch byte(position) {
    case .comma:
      position += 1
      return item
    case .closeBracket, .closeBrace:
      return item
    default:
      let range = flowItemAsWritten(from: start)
      reportTextAfterItem(item, range, open: open)
      skipFlowItem(under: parent)
      if byte(position) == .comma { position += 1 }
      return value(.unreadable, range)
    }
  }

  /// Over white space, comments and line breaks to the next byte of content; false if the brackets are given up.
  private mutating func flowSpace(under parent: Int, open: Int) -> Bool {
    var isLineStart = false
    while !isStopped {
      position = afterWhite(position)
      if byte(position) == .hash, isLineStart || bytes[position - 1].isWhite {
        guard isLineStart || isComment(position) else {
          reportHashInText(position..<position)
          giveUpBrackets(from: open, under: parent)
          return false
        }
        position = endOfLine(position)
      }
      guard byte(position).isBreak else { return true }
      let lineStart = afterBreak(position)
      guard lineStart < end else {
        position = end
        break
      }
      position = lineStart
      isLineStart = true
      let (line, tab) = continuation(at: lineStart, under: parent)
      guard case .content(let start, let isDeep) = line, byte(start) != .hash else { continue }
      if let tab { reportTab(tab, line: lineStart) }
      guard !isDeep else { continue }
      if looksLikeNextLabel(at: start) { break }
      if !reportedFlowIndent { reportContinuationIndent(start, under: parent) }
      reportedFlowIndent = true
    }
    if !isStopped { reportMissingBracket(open, before: position) }
    isFlowBroken = true
    return false
  }

  /// Over the rest of an item that cannot be read, to the comma or bracket after it; or all is given up.
  private mutating func skipFlowItem(under parent: Int) {
    var depth = 0
    while position < end {
      switch bytes[position] {
      case .openBracket, .openBrace: depth += 1
      case .closeBracket, .closeBrace:
        if depth == 0 { return }
        depth -= 1
      case .comma where depth == 0: return
      case .lineFeed, .carriageReturn:
        let lineStart = afterBreak(position)
        if case .content(let start, false) = continuation(at: lineStart, under: parent).line,
          looksLikeNextLabel(at: start)
        {
          position = lineStart
          isFlowBroken = true
          return
        }
      default: break
      }
      position += 1
    }
    isFlowBroken = true
  }

  /// Leaves all open brackets, for the first line that is not indented enough to be within them.
  private mutating func giveUpBrackets(from open: Int, under parent: Int) {
    isFlowBroken = true
    position = open
    while position < end {
      let lineStart = afterBreak(endOfLine(position))
      position = lineStart
      guard lineStart < end else { return }
      guard case .content(let start, false) = continuation(at: lineStart, under: parent).line else { continue }
      // A closing bracket alone still belongs to what was given up.
      if byte(start) != .closeBracket, byte(start) != .closeBrace { return }
    }
  }

  /// True for a text that opens a curly quote and does not close it: the comma seemed to be within quotes.
  private func isCutByComma(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard range.count > 3, bytes[start] == 0xE2, bytes[start + 1] == 0x80,
      bytes[start + 2] == 0x9C || bytes[start + 2] == 0x9E
    else { return false }
    var index = start + 3
    while index + 2 < range.upperBound {
      if bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0x9C || bytes[index + 2] == 0x9D) {
        return false
      }
      index += 1
    }
    return true
  }

  /// The item that starts there, as far as one can tell, without going over its line. It is only shown, and a line may
  /// hold very many, so it does not look far.
  private func flowItemAsWritten(from start: Int) -> Range<Int> {
    var index = start
    var depth = 0
    loop: while !byte(index).isBreak, index < start + Self.shownByteCount {
      switch byte(index) {
      case .openBracket, .openBrace: depth += 1
      case .closeBracket, .closeBrace:
        if depth == 0 { break loop }
        depth -= 1
      case .comma where depth == 0: break loop
      default: break
      }
      index += 1
    }
    return trimmed(start..<index)
  }

  private mutating func missingBracketBeforeOther(_ open: Int) -> Labels.Value {
    reportMissingBracket(open, before: position)
    return value(.unreadable, open..<position)
  }

  private mutating func unreadable(_ open: Int) -> Labels.Value {
    value(.unreadable, lineValue(from: open))
  }
}
