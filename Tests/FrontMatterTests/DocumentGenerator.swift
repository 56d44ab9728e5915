// Writes labels in all the ways there are, at random: the same for the same seed.

import TestSupport

/// Makes documents that hold no mistake, and breaks them.
struct DocumentGenerator {
  private var random: SeededGenerator
  private var lines: [String] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func document() -> [UInt8] {
    lines = []
    group(column: 0, depth: 0, first: "")
    let lineEnd = pick(["\n", "\n", "\n", "\r\n", "\r"])
    return Array((lines.joined(separator: lineEnd) + lineEnd).utf8)
  }

  /// The document with up to five changes of a few bytes or lines.
  mutating func mutated(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    for _ in 0..<number(0...5) {
      let place = number(0...bytes.count)
      switch number(0...4) {
      case 0: bytes.insert(contentsOf: Array(pick(Self.scraps).utf8), at: place)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + number(1...4)))
      case 2: bytes.replaceSubrange(place..<min(bytes.count, place + 1), with: Array(pick(Self.scraps).utf8))
      case 3:
        guard chance(10) else { continue }
        bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default:
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        let from = number(0...lines.count - 1)
        let to = number(0...lines.count - 1)
        if chance(50) { lines.insert(lines[from], at: to) } else { lines[to].insert(contentsOf: [0x20, 0x20], at: 0) }
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      }
    }
    return bytes
  }

  private static let scraps = [
    "\n", "\n", " ", "  ", "- ", ": ", ":", "#", " # c", "\"", "'", "[", "]", "{", "}", ",", "\\", "\t", "\r\n", "\r",
    "|", ">", "|-\n", ">+\n",
    "|2\n", "a", "b: c\n", "- d\n", "\n\n", "null", "~", "...", "---", "?", "@", "\\\n", "\\x41", "é", "“", "\"x\"",
    "[a, b]", "{a: b}", "-",
    "+", "\u{A0}", "<<: ", "=", "!", "%", "&a ", "*a", "\u{FEFF}",
  ]
  private static let words = [
    "a", "cfo", "plant-leader", "Don't", "R&D", "50 %", "C#", "b:c", "https://x.example/?q=1#y", "no", "1.10",
    "2026-03-01", "é", "日本", "x\"y",
    "a|b", "{{not}}", "-1", "=", "<<", "(x)", "null and", "~x", "a@b.c", "ok!", "w\\n",
  ]

  // MARK: Lines

  private mutating func group(column: Int, depth: Int, first: String) {
    let indent = String(repeating: " ", count: column)
    for index in 0..<number(1...(depth == 0 ? 8 : 3)) {
      noise()
      let name = pick(["name\(index)", "\"q \(index)\"", "'s: \(index)'", "two words \(index)", "n\(index) "])
      value(
        after: (index == 0 && depth > 0 && !first.isEmpty ? first : indent) + name + ":", column: column,
        depth: depth + 1)
    }
  }

  private mutating func value(after head: String, column: Int, depth: Int) {
    let deeper = column + number(1...3)
    let indent = String(repeating: " ", count: deeper)
    switch number(0...(depth > 4 ? 5 : 9)) {
    case 0: lines.append(head + pick(["", " ", " ~", " null", " # later"]))
    case 1, 2: text(plainWords(inBrackets: false), after: head, indent: indent, canFold: true)
    case 3: text(quotedWords(), after: head, indent: indent, canFold: true)
    case 4: text(flow(depth: depth), after: head, indent: indent, canFold: false)
    case 5: blockText(after: head, column: column)
    case 6, 7:
      // A list may start in the column of its label.
      lines.append(head + comment())
      list(column: chance(50) && head.hasSuffix(":") ? column : deeper, depth: depth)
    default:
      lines.append(head + comment())
      group(column: deeper, depth: depth, first: "")
    }
  }

  private mutating func list(column: Int, depth: Int) {
    let indent = String(repeating: " ", count: column)
    for _ in 0..<number(1...4) {
      noise()
      let gap = String(repeating: " ", count: number(1...3))
      if chance(20), depth < 5 {
        group(column: column + 1 + gap.utf8.count, depth: depth + 1, first: indent + "-" + gap)
      } else {
        item(after: indent + "-", column: column, depth: depth + 1)
      }
    }
  }

  private mutating func item(after head: String, column: Int, depth: Int) {
    let indent = String(repeating: " ", count: column + number(1...3))
    switch number(0...4) {
    case 0: lines.append(head + pick(["", " ~", " # later"]))
    case 1: text(plainWords(inBrackets: false), after: head, indent: indent, canFold: true)
    case 2: text(quotedWords(), after: head, indent: indent, canFold: true)
    case 3: text(flow(depth: depth), after: head, indent: indent, canFold: false)
    default: blockText(after: head, column: column)
    }
  }

  /// Words on the line, below it, or over several lines.
  private mutating func text(_ text: String, after head: String, indent: String, canFold: Bool) {
    var parts = [text]
    if canFold, chance(30) {
      parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      // A line of its own may not look like an item, a comment or a label.
      if parts.contains(where: { $0.isEmpty || $0.hasPrefix("-") || $0.hasPrefix("#") || $0 == "\"" || $0 == "'" }) {
        parts = [text]
      }
    }
    var first = head + " " + (parts.first ?? "")
    if chance(15) {
      lines.append(head + comment())
      first = indent + (parts.first ?? "")
    }
    lines.append(first)
    for part in parts.dropFirst() {
      if chance(15) { lines.append(pick(["", " "])) }
      lines.append(indent + part)
    }
    if chance(20) { lines[lines.count - 1] += " # c" }
  }

  private mutating func blockText(after head: String, column: Int) {
    let depth = number(1...3)
    let indent = String(repeating: " ", count: column + depth)
    let isMarked = chance(30)
    let header = pick(["|", ">"]) + (isMarked ? "\(depth)" : "") + pick(["", "-", "+"])
    lines.append(head + " " + header + comment())
    for index in 0..<number(0...4) {
      let deeper = isMarked || index > 0 ? pick(["", "", "  ", "\t"]) : ""
      lines.append(
        index > 0 && chance(30) ? "" : indent + deeper + pick(["text", "a: b", "# c", "- d", "\"e", "---", "f  "]))
    }
    if chance(30) { lines.append("") }
  }

  private mutating func noise() {
    if chance(10) { lines.append("") }
    if chance(10) { lines.append("# note: [x") }
  }

  // MARK: Parts of lines

  private mutating func plainWords(inBrackets: Bool) -> String {
    var words: [String] = []
    for _ in 0..<number(1...4) {
      let word = pick(Self.words)
      if inBrackets, word.contains(where: { "{}[],?".contains($0) }) { continue }
      words.append(word)
    }
    let text = words.joined(separator: " ")
    return text.isEmpty || text == "~" || text.hasPrefix("{") ? "word" : text
  }

  private mutating func quotedWords() -> String {
    if chance(50) {
      return "'" + plainWords(inBrackets: false).replacing("'", with: "''") + pick(["", ": x", " y", "''"]) + "'"
    }
    let text = plainWords(inBrackets: false).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + text + pick(["", "\\n", "\\u00e9", "\\x41", " \\t", "\\/", ", [", "\\U0001F600", "\\_", "\\e"]) + "\""
  }

  private mutating func flow(depth: Int) -> String {
    if chance(50) {
      let items = (0..<number(0...3)).map { _ in flowItem(depth: depth) }
      return "[" + items.joined(separator: pick([", ", ",", " , "])) + (items.isEmpty ? "" : pick(["", ",", " "])) + "]"
    }
    let entries = (0..<number(0...3)).map { index in
      let name = pick(["k\(index): ", "\"k\(index)\": ", "'k\(index)':", "k \(index) :  "])
      return name + (chance(10) ? "" : flowItem(depth: depth))
    }
    return "{" + entries.joined(separator: ", ") + pick(["", " "]) + "}"
  }

  private mutating func flowItem(depth: Int) -> String {
    switch number(0...(depth > 3 ? 2 : 3)) {
    case 0, 1: plainWords(inBrackets: true)
    case 2: quotedWords()
    default: flow(depth: depth + 1)
    }
  }

  private mutating func comment() -> String { pick(["", "", "", " ", " # c", "  # d: e"]) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }
}
