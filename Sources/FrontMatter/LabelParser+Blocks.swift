// What is told apart by lines and indentation: groups of labels, lists with dashes, and what may stand after a colon or
// a dash. `parent` is always the column of the group or list around, and everything that belongs to a value stands to
// the right of it; -1 is around the whole file.

import Diagnostics

extension LabelParser {
  /// All labels of the range.
  mutating func root() -> Labels {
    skipToContent()
    guard position < end else { return Labels() }
    if byte(position) == .openBrace {
      let value = inlineValue(under: -1, depth: 0)
      while position < end, !isStopped {
        reportContentAfterBraces()
        skipRest(under: -1)
      }
      guard case .group(let labels) = value.content else { return Labels(isWhole: false) }
      return labels
    }
    guard case .group(let labels) = group(under: -1, depth: 0).content else { return Labels(isWhole: false) }
    return labels
  }

  /// The value that starts at `position`: on a fresh line, or after a dash.
  mutating func block(under parent: Int, depth: Int) -> Labels.Value {
    switch byte(position) {
    case .pipe, .greater, .openBracket, .openBrace:
      return inlineValue(under: parent, depth: depth)
    case .dash where byte(position + 1).isWhiteOrBreak:
      return list(under: parent, depth: depth)
    case .question where byte(position + 1).isWhiteOrBreak:
      return group(under: parent, depth: depth)
    default:
      return nameAhead(at: position) == nil
        ? inlineValue(under: parent, depth: depth) : group(under: parent, depth: depth)
    }
  }

  // MARK: Groups

  /// The labels from here on that start in this column.
  mutating func group(under parent: Int, depth: Int) -> Labels.Value {
    guard depth < limits.depth else { return tooDeep(under: parent) }
    let start = position
    let column = self.column
    var labels = Labels()
    if parent < 0 { labels.entries.reserveCapacity(16) }
    var names = SeenNames()
    while self.column > parent, !isStopped {
      guard let entry = entry(in: column, depth: depth, isRoot: parent < 0) else {
        labels.isWhole = false
        continue
      }
      if let first = names.insert(entry, into: labels.entries) {
        reportDuplicate(entry, first: first)
      } else {
        labels.entries.append(entry)
      }
    }
    if isStopped { labels.isWhole = false }
    return value(.group(labels), start..<max(start, lastEnd))
  }

  /// One label of a group that starts in the column `expected`; nil if the line is none, which is then reported and
  /// passed.
  private mutating func entry(in expected: Int, depth: Int, isRoot: Bool) -> Labels.Entry? {
    guard countValue() else { return nil }
    let column = self.column
    if isDash(position) {
      reportItemWithoutLabel()
      _ = list(under: column, depth: depth + 1)
      return nil
    }
    guard let (nameEnd, colon) = nameAhead(at: position) else {
      return strayLine(under: column, depth: depth, isRoot: isRoot)
    }
    if column != expected { reportIndent(expected: expected) }
    let range = position..<nameEnd
    let name = self.name(range)
    position = colon + 1
    lastEnd = position
    let value = entryValue(under: column, depth: depth)
    return name.map {
      Labels.Entry(name: $0, nameRange: ByteRange(range.lowerBound, range.upperBound), value: value)
    }
  }

  /// The text of a name, nil if it was reported.
  private mutating func name(_ range: Range<Int>) -> String? {
    let first = byte(position)
    if first == .doubleQuote || first == .singleQuote {
      let value = quoted(under: .max)
      guard case .text(let text, _) = value.content else { return nil }
      return text
    }
    guard checkName(range) else { return nil }
    return text(range)
  }

  /// A line of a group that does not start with `name: `.
  private mutating func strayLine(under column: Int, depth: Int, isRoot: Bool) -> Labels.Entry? {
    var wordEnd = position
    while byte(wordEnd).isWordByte { wordEnd += 1 }
    let word = position..<wordEnd
    let lineEnd = trimmed(position..<endOfLine(position)).upperBound
    if !word.isEmpty, byte(wordEnd) == .colon, !(byte(wordEnd + 1) == 0x2F && byte(wordEnd + 2) == 0x2F) {
      reportColonWithoutBlank(at: wordEnd)
      position = wordEnd + (hasNoBreakSpace(at: wordEnd + 1) ? 3 : 1)
    } else if !word.isEmpty, wordEnd == lineEnd, hasDeeperLine(than: column) {
      reportMissingColon(word)
      position = wordEnd
    } else {
      if reportStrayLine(position..<lineEnd, isRoot: isRoot) {
        position = end
      } else {
        skipRest(under: column)
      }
      return nil
    }
    lastEnd = position
    let name = text(word)
    let value = entryValue(under: column, depth: depth)
    return Labels.Entry(name: name, nameRange: ByteRange(word.lowerBound, word.upperBound), value: value)
  }

  private func hasDeeperLine(than column: Int) -> Bool {
    let next = continuation(at: afterBreak(endOfLine(position)), under: column)
    guard case .content(let start, true) = next.line else { return false }
    return start < end
  }

  /// What stands after the colon of a name in `column`.
  private mutating func entryValue(under column: Int, depth: Int) -> Labels.Value {
    let colonEnd = position
    position = afterWhite(position)
    guard byte(position).isBreak || (byte(position) == .hash && position > colonEnd) else {
      return inlineValue(under: column, depth: depth + 1)
    }
    guard isComment(position) else { return hashValue(under: column) }
    position = afterBreak(endOfLine(position))
    skipToContent()
    if self.column > column { return block(under: column, depth: depth + 1) }
    // The dashes of a label's list may stand right below its name.
    if self.column == column, isDash(position) { return list(under: column, depth: depth + 1) }
    return value(.absent, colonEnd..<colonEnd)
  }

  // MARK: Lists

  /// The items from here on whose dashes stand in this column.
  mutating func list(under parent: Int, depth: Int) -> Labels.Value {
    guard depth < limits.depth else { return tooDeep(under: parent) }
    let start = position
    let column = self.column
    var items: [Labels.Value] = []
    while !isStopped {
      if self.column == column, isDash(position) {
        items.append(item(under: column, depth: depth))
      } else if self.column <= parent {
        break
      } else if isDash(position) {
        reportIndent(expected: column)
        items.append(item(under: self.column, depth: depth))
      } else {
        guard countValue() else { break }
        reportLineInList(expected: column)
        skipRest(under: max(column, parent))
      }
    }
    return value(.list(items), start..<max(start, lastEnd))
  }

  private mutating func item(under column: Int, depth: Int) -> Labels.Value {
    position += 1
    let dashEnd = position
    lastEnd = dashEnd
    guard countValue() else { return value(.unreadable, dashEnd..<dashEnd) }
    position = afterWhite(position)
    guard byte(position).isBreak || (byte(position) == .hash && position > dashEnd) else {
      let content = position
      let tabbed = bytes[dashEnd..<content].contains(.tab)
      let value = block(under: column, depth: depth + 1)
      // A tab here would decide in which column the lines below continue.
      switch value.content {
      case .list, .group:
        if tabbed, bytes[content] != .openBracket, bytes[content] != .openBrace {
          reportTab(dashEnd..<content, line: content)
        }
      default: break
      }
      return value
    }
    guard isComment(position) else { return hashValue(under: column) }
    position = afterBreak(endOfLine(position))
    skipToContent()
    if self.column > column { return block(under: column, depth: depth + 1) }
    return value(.absent, dashEnd..<dashEnd)
  }

  /// True at the end of a line, and at a '#' that is not rather the start of a text, such as `#launch`.
  func isComment(_ index: Int) -> Bool {
    byte(index) != .hash || byte(index + 1).isWhiteOrBreak || byte(index + 1) == .hash
  }

  private mutating func hashValue(under parent: Int) -> Labels.Value {
    let range = lineValue(from: position)
    reportHashInText(position..<position)
    skipRest(under: parent)
    return value(.unreadable, range)
  }

  // MARK: Values that start within a line

  /// A value that is no group and no list with dashes.
  mutating func inlineValue(under parent: Int, depth: Int) -> Labels.Value {
    let start = position
    guard countValue() else { return value(.unreadable, start..<start) }
    let problemCount = problems.all.count
    var isText = false
    switch byte(start) {
    case .openBrace where byte(start + 1) == .openBrace:
      reportPlaceholder(lineValue(from: start))
      isText = true
    case .pipe, .greater:
      return blockText(under: parent)
    case .doubleQuote, .singleQuote:
      let value = quoted(under: parent)
      return finishInline(value, from: start, under: parent, isNew: problems.all.count == problemCount)
    case .openBracket, .openBrace:
      reportedFlowIndent = false
      let value = flowValue(under: parent, depth: depth)
      openBrackets = 0
      openBraces = 0
      return finishInline(value, from: start, under: parent, isNew: problems.all.count == problemCount)
    case .dash where byte(start + 1).isWhiteOrBreak:
      reportListAfterName()
    case .question where byte(start + 1).isWhiteOrBreak, .colon where byte(start + 1).isWhiteOrBreak:
      reportReservedStart(lineValue(from: start))
      isText = true
    case let first where first.isReserved:
      reportReservedStart(lineValue(from: start))
      isText = true
    default:
      return plainText(under: parent)
    }
    skipRest(under: parent, isText: isText)
    return value(.unreadable, lineValue(from: start))
  }

  /// After quotes or brackets: nothing but a comment may follow. `isNew` unless a mistake in them, which may well be the
  /// same one, has been reported.
  private mutating func finishInline(
    _ value: Labels.Value, from start: Int, under parent: Int, isNew: Bool
  ) -> Labels.Value {
    if isFlowBroken {
      isFlowBroken = false
      skipToContent()
      return value
    }
    if finishLine() { return value }
    if isNew { reportTextAfter(from: start) }
    skipRest(under: parent, isText: true)
    return self.value(.unreadable, start..<max(start, lastEnd))
  }

  /// The rest of the line as a value: without a comment and white space at its end.
  func lineValue(from start: Int) -> Range<Int> {
    var index = start
    while !byte(index).isBreak {
      if byte(index) == .hash, index > start, bytes[index - 1].isWhite, byte(index + 1).isWhiteOrBreak { break }
      index += 1
    }
    return trimmed(start..<index)
  }

  /// Reports lists and groups within each other that are too many, and passes them.
  private mutating func tooDeep(under parent: Int) -> Labels.Value {
    let start = position
    reportDepth(start)
    skipRest(under: parent)
    return value(.unreadable, start..<start)
  }
}

/// Finds names that occur twice. Most groups are small, and comparing beats hashing there.
struct SeenNames {
  private var names: Set<String> = []

  /// The entry of the same name among `entries`, if there is one.
  mutating func insert(_ entry: Labels.Entry, into entries: [Labels.Entry]) -> Labels.Entry? {
    if entries.count < 16 { return entries.first { $0.name == entry.name } }
    if names.isEmpty { for known in entries { names.insert(known.name) } }
    return names.insert(entry.name).inserted ? nil : entries.first { $0.name == entry.name }
  }
}
