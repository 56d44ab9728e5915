// Which splices make a change, best first: those that keep the way the label is written, then those that write it anew
// on one line.

import Diagnostics
import FrontMatter
import Library

extension LabelSource {
  func edits(for change: LabelChange) -> [[Splice]] {
    switch change {
    case .remove(let name): labels[name].map(removals) ?? []
    case .set(let name, .text(let text)):
      if let entry = labels[name] {
        textEdits(entry, text)
      } else {
        additions(name, LabelText.written(text, in: place))
      }
    case .set(let name, .list(let items)):
      if let entry = labels[name] { listEdits(entry, items) } else { additions(name, Self.inBrackets(items)) }
    }
  }

  /// True where all labels stand in curly brackets.
  private var isBraced: Bool {
    var index = hasLabels ? nextLine(lineStart(0)) : bytes.count
    while index < bodyStart {
      let content = bytes[index...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? 0
      if content == UInt8(ascii: "{") { return true }
      guard content.isLineBreak || content == UInt8(ascii: "#") else { return false }
      index = nextLine(index)
    }
    return false
  }

  private var place: LabelText.Place { isBraced ? .brackets : .line }

  // MARK: Adding and removing

  private func additions(_ name: String, _ value: String) -> [[Splice]] {
    let line = LabelText.written(name, in: place) + ": " + value
    guard hasLabels else {
      return [[Splice(at: bodyStart, "---" + lineEnd + line + lineEnd + "---" + lineEnd)]]
    }
    guard let last = labels.entries.last else { return [[Splice(at: closingLine, line + lineEnd)]] }
    let end = max(colonEnd(last), Int(last.value.range.upper))
    if isBraced { return [[Splice(at: end, ", " + line)]] }
    let start = Int(last.nameRange.lower)
    let indent = String(decoding: bytes[lineStart(start)..<start], as: UTF8.self)
    // A text whose blank lines at its end count must not lose them to the label after it.
    return [nextLine(end), closingLine].map { [Splice(at: $0, indent + line + lineEnd)] }
  }

  private func removals(_ entry: WrittenLabels.Entry) -> [[Splice]] {
    let start = Int(entry.nameRange.lower)
    let end = max(colonEnd(entry), Int(entry.value.range.upper))
    guard isBraced else { return [[Splice(lineStart(start)..<nextLine(end))]] }
    guard let index = labels.entries.firstIndex(where: { $0.name == entry.name }) else { return [] }
    if index > 0 {
      let before = labels.entries[index - 1]
      return [[Splice(max(colonEnd(before), Int(before.value.range.upper))..<end)]]
    }
    let next = labels.entries.dropFirst().first.map { Int($0.nameRange.lower) }
    return [[Splice(start..<(next ?? end))]]
  }

  // MARK: Texts

  private func textEdits(_ entry: WrittenLabels.Entry, _ text: String) -> [[Splice]] {
    let range = entry.value.range.indices
    let onOneLine = writtenLike(range, text, in: place)
    var edits: [[Splice]] = []
    switch entry.value.content {
    case .text where isBlockText(range):
      if let block = blockText(text, like: entry) { edits.append([Splice(range, block)]) }
      edits.append([Splice(range, LabelText.written(text, in: .line))])
    case .absent where range.isEmpty: edits.append([Splice(at: range.lowerBound, " " + onOneLine)])
    case .list where range.lowerBound >= nextLine(colonEnd(entry)): break
    default: edits.append([Splice(range, onOneLine)])
    }
    return edits + anew(entry, LabelText.written(text, in: place))
  }

  /// The value on the line of its name, in place of whatever there is. A comment behind the name stays.
  func anew(_ entry: WrittenLabels.Entry, _ value: String) -> [[Splice]] {
    let colon = colonEnd(entry)
    let range = entry.value.range.indices
    let below = nextLine(colon)
    guard range.lowerBound >= below else { return [[Splice(colon..<max(colon, range.upperBound), " " + value)]] }
    return [[Splice(at: colon, " " + value), Splice(below..<nextLine(range.upperBound))]]
  }

  /// `text` in the quotes that stand there now, or without any if there are none and that is safe.
  func writtenLike(_ range: Range<Int>, _ text: String, in place: LabelText.Place) -> String {
    switch range.isEmpty ? 0 : bytes[range.lowerBound] {
    case UInt8(ascii: "\""): LabelText.quoted(text)
    case UInt8(ascii: "'") where !LabelText.needsEscapes(text): LabelText.singleQuoted(text)
    default: LabelText.written(text, in: place)
    }
  }

  private func isBlockText(_ range: Range<Int>) -> Bool {
    !range.isEmpty && (bytes[range.lowerBound] == UInt8(ascii: "|") || bytes[range.lowerBound] == UInt8(ascii: ">"))
  }

  /// The text below a '|' or '>' as there is one now, with its lines indented as they are; nil where only quotes can
  /// hold it.
  private func blockText(_ text: String, like entry: WrittenLabels.Entry) -> String? {
    let range = entry.value.range.indices
    let sign = bytes[range.lowerBound] == UInt8(ascii: ">") ? ">" : "|"
    let ending = text.reversed().prefix { $0 == "\n" }.count
    guard ending <= 1 else { return nil }
    let lines = text.dropLast(ending).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, !first.isEmpty, lines.last?.isEmpty == false,
      lines.allSatisfy({
        !LabelText.needsEscapes($0) && $0.first?.isWhitespace != true && $0.last?.isWhitespace != true
      })
    else { return nil }
    // What follows the sign on its line can only be a comment, once the sign's own marks are passed.
    let headerEnd = bytes[range.lowerBound...].firstIndex(where: \.isLineBreak) ?? range.upperBound
    let comment = bytes[range.lowerBound..<headerEnd].drop { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    let old = bytes[min(nextLine(range.lowerBound), range.upperBound)..<range.upperBound]
    let oldLines = old.split(whereSeparator: \.isLineBreak)
    let nameColumn = Int(entry.nameRange.lower) - lineStart(Int(entry.nameRange.lower))
    let indent = oldLines.first.map { $0.prefix { $0 == UInt8(ascii: " ") }.count } ?? nameColumn + 2
    let width = max(60, (oldLines.map(\.count).max() ?? 0) - indent)
    var result = sign + (ending == 0 ? "-" : "") + String(decoding: comment, as: UTF8.self)
    var breaks = 1
    for line in lines {
      if line.isEmpty {
        breaks += 1
        continue
      }
      result += String(repeating: lineEnd, count: breaks)
      let parts = sign == ">" ? Self.wrapped(line, width: width) : [line]
      result += parts.map { String(repeating: " ", count: indent) + $0 }.joined(separator: lineEnd)
      breaks = sign == ">" ? 2 : 1
    }
    return result
  }

  /// `line` in lines of about `width` characters, parted where a single space is.
  private static func wrapped(_ line: String, width: Int) -> [String] {
    guard line.count > width, !line.contains("  ") else { return [line] }
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if !current.isEmpty, current.count + 1 + word.count > width {
        lines.append(current)
        current = ""
      }
      current += current.isEmpty ? String(word) : " " + word
    }
    return lines + [current]
  }
}
