// The kinds of value a label can have: text, list, day, number, yes or no, one of a few words.

package import Diagnostics
import FrontMatter

extension LabelReader {
  /// Texts of labels stand on many pages, however long a file's own page may be.
  static var longestText: Int { 4_000 }
  static var longestLines: Int { 20_000 }

  /// One text on one line, at most `limit` characters long.
  package mutating func text(_ name: String, limit: Int = longestText) -> Located<String>? {
    guard let text = lines(name, limit: limit) else { return nil }
    return Located(Self.onOneLine(text.value), text.range)
  }

  /// One text that may have several lines, without blanks around it.
  package mutating func lines(_ name: String, limit: Int = longestLines) -> Located<String>? {
    guard let value = value(name) else { return nil }
    guard let text = value.text else {
      mismatch(name, expected: "one text", value)
      return nil
    }
    let trimmed = Self.trimmed(text)
    guard !trimmed.isEmpty else { return nil }
    if trimmed.utf8.count > limit, trimmed.count > limit {
      add(.tooLong(name, count: trimmed.count, limit: limit, in: file, at: value.range))
      return nil
    }
    return Located(trimmed, value.range)
  }

  /// A list of texts; a single text is a list of one. `limit`: how many there may be, and the `setting` that raises it.
  package mutating func texts(_ name: String, limit: Int? = nil, setting: String? = nil) -> [Located<String>] {
    guard let value = value(name) else { return [] }
    let items = Self.items(of: value)
    var result: [Located<String>] = []
    result.reserveCapacity(items.count)
    for item in items {
      switch item.content {
      case .text(let text, _):
        let text = Self.onOneLine(Self.trimmed(text))
        if !text.isEmpty { result.append(Located(text, item.range)) }
      case .absent, .unreadable: continue
      case .list, .group: mismatch(name, expected: "a list of texts", item)
      }
    }
    if let limit, result.count > limit {
      add(
        .tooLong(name, count: result.count, limit: limit, unit: "entries", setting: setting, in: file, at: value.range))
      result.removeLast(result.count - limit)
    }
    return result
  }

  /// The values of a list; a value that is none is a list of one.
  static func items(of value: WrittenLabels.Value) -> [WrittenLabels.Value] {
    if case .list(let items) = value.content { return items }
    return [value]
  }

  /// The indices of the terms that a list names, in the author's order and without repeats. `problem` says what a name
  /// is that nothing has, or nil where that has been reported already.
  package mutating func names(
    _ name: String, in table: NameTable, unknown problem: (String, _ at: ByteRange) -> Problem?
  ) -> [Int] {
    names(texts(name), in: table, unknown: problem)
  }

  /// The indices of the terms that texts name.
  package mutating func names(
    _ texts: [Located<String>], in table: NameTable, unknown problem: (String, _ at: ByteRange) -> Problem?
  ) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(texts.count)
    for text in texts {
      guard let index = table.index(of: text.value) else {
        guard let problem = problem(text.value, text.range) else { continue }
        if let list = listMeant(by: text, in: table) {
          add(problem, replacement: list, asking: false)
        } else {
          add(problem, replacement: mayGuess() ? table.suggestion(for: text.value) : nil)
        }
        continue
      }
      if !result.contains(index) { result.append(index) }
    }
    return result
  }

  /// The list that "a, b" or "a; b" without brackets stands for; nil where its parts are not all names.
  private func listMeant(by text: Located<String>, in table: NameTable) -> String? {
    guard isValue(text.range) else { return nil }
    let parts = text.value.split(maxSplits: 20) { $0 == "," || $0 == ";" }.map { Self.trimmed(String($0)) }
    guard parts.count > 1, parts.allSatisfy({ table.index(of: $0) != nil }) else { return nil }
    return "[\(parts.joined(separator: ", "))]"
  }

  /// A date such as 2026-03-01.
  package mutating func day(_ name: String) -> Located<Day>? {
    guard let text = text(name) else { return nil }
    if let day = Day(text.value) { return Located(day, text.range) }
    add(
      .invalidDate(text.value, in: file, at: text.range), replacement: Day.meant(by: text.value)?.iso, asking: false)
    return nil
  }

  /// "30d", "6m" or "1y".
  package mutating func period(_ name: String) -> Period? {
    guard let text = text(name) else { return nil }
    if let period = Period(text.value.lowercased()) { return period }
    add(
      .invalidValue(
        "\(quoted(text.value)) is not a length of time", in: file, at: text.range,
        help: "write a number and d, m or y, such as: \(name): 6m"))
    return nil
  }

  /// Yes or no.
  package mutating func flag(_ name: String) -> Bool? {
    guard let text = text(name) else { return nil }
    switch text.value.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      add(
        .invalidValue(
          "\(quoted(text.value)) is neither 'true' nor 'false'", in: file, at: text.range, help: "write: \(name): true")
      )
      return nil
    }
  }

  /// A whole number.
  package mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Located<Int>? {
    guard let text = text(name) else { return nil }
    if let number = Int(text.value), range.contains(number) { return Located(number, text.range) }
    add(
      .invalidValue(
        "\(quoted(text.value)) is not a whole number from \(range.lowerBound) to \(range.upperBound)", in: file,
        at: text.range, help: "write a number such as: \(name): \(max(1, range.lowerBound))"))
    return nil
  }

  /// One of a few words that have a meaning of their own.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(name) else { return nil }
    if let choice = Choice(rawValue: text.value.lowercased()) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    add(
      .invalidValue(
        "\(quoted(text.value)) is not a value of '\(name)'", in: file, at: text.range,
        help: "write one of: \(words.joined(separator: ", "))"),
      replacement: words.closest(to: text.value))
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8.span
    let inner = UInt8(0x21)..<0x7F
    if !bytes.isEmpty, inner.contains(bytes[0]), inner.contains(bytes[bytes.count - 1]) { return text }
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  private static func onOneLine(_ text: String) -> String {
    guard text.utf8.span.least < 0x20 else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
