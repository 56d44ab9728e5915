// Changing lists: items that stay keep their place, their quotes and their comments; a list in brackets stays one, and so
// does one with dashes.

import Diagnostics
import FrontMatter
import Library

extension LabelSource {
  func listEdits(_ entry: WrittenLabels.Entry, _ items: [String]) -> [[Splice]] {
    let range = entry.value.range.indices
    let fresh = Self.inBrackets(items)
    var edits: [[Splice]] = []
    switch entry.value.content {
    case .list(let old) where !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "["):
      if !old.isEmpty, !items.isEmpty { edits.append([Splice(range, bracketed(old, in: range, becoming: items))]) }
      edits.append([Splice(range, fresh)])
    case .list(let old):
      if !items.isEmpty, let splices = dashed(old, becoming: items) { edits.append(splices) }
    case .text:
      if items.count == 1 { edits.append([Splice(range, writtenLike(range, items[0], in: .brackets))]) }
      edits.append([Splice(range, fresh)])
    case .absent where range.isEmpty: edits.append([Splice(at: range.lowerBound, " " + fresh)])
    default: edits.append([Splice(range, fresh)])
    }
    return edits + anew(entry, fresh)
  }

  static func inBrackets(_ items: [String]) -> String {
    "[" + items.map { LabelText.written($0, in: .brackets) }.joined(separator: ", ") + "]"
  }

  /// For each new item, the old one that it is.
  private static func matches(_ old: [WrittenLabels.Value], _ items: [String]) -> [Int?] {
    let difference = items.map { Optional($0) }.difference(from: old.map(\.text))
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var kept = old.indices.filter { !removed.contains($0) }[...]
    return items.indices.map { inserted.contains($0) ? nil : kept.popFirst() }
  }

  /// A list in brackets, with what stands between its items kept as far as they stay.
  private func bracketed(_ old: [WrittenLabels.Value], in range: Range<Int>, becoming items: [String]) -> [UInt8] {
    let places = old.map(\.range.indices)
    let gaps = places.indices.dropLast().map { Array(bytes[places[$0].upperBound..<places[$0 + 1].lowerBound]) }
    let lead = Array(bytes[range.lowerBound..<places[0].lowerBound])
    let tail = bytes[places[places.count - 1].upperBound..<range.upperBound]
    let isOverLines = lead.contains(where: \.isLineBreak)
    let usual =
      gaps.first { !$0.contains(UInt8(ascii: "#")) }
      ?? (isOverLines && !lead.contains(UInt8(ascii: "#")) ? [UInt8(ascii: ",")] + lead.dropFirst() : Array(", ".utf8))
    var result = lead
    let matches = Self.matches(old, items)
    for (index, item) in items.enumerated() {
      if let match = matches[index] {
        result += bytes[places[match]]
      } else {
        result += LabelText.written(item, in: .brackets).utf8
      }
      guard index + 1 < items.count else { break }
      result += matches[index].flatMap { gaps.indices.contains($0) ? gaps[$0] : nil } ?? usual
    }
    return result + tail
  }

  /// Splices for a list with dashes: items are put in, taken out or replaced line by line. Nil where an item does not
  /// start on a line of its own.
  private func dashed(_ old: [WrittenLabels.Value], becoming items: [String]) -> [Splice]? {
    var dashes: [Int] = []
    for item in old {
      var index = Int(item.range.lower) - 1
      while index >= 0, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index -= 1 }
      guard index >= 0, bytes[index] == UInt8(ascii: "-") else { return nil }
      dashes.append(index)
    }
    guard let firstDash = dashes.first else { return nil }
    let indent = String(decoding: bytes[lineStart(firstDash)..<firstDash], as: UTF8.self)
    var splices: [Splice] = []
    let matches = Self.matches(old, items)
    var next = 0  // the first old item that has not been dealt with
    var new: [String] = []
    func settle(upTo match: Int) {
      for index in next..<match {
        let range = old[index].range.indices
        if !new.isEmpty, old[index].text != nil, !bytes[range].contains(where: \.isLineBreak) {
          splices.append(Splice(range, writtenLike(range, new.removeFirst(), in: .line)))
        } else {
          splices.append(Splice(lineStart(dashes[index])..<nextLine(range.upperBound)))
        }
      }
      guard !new.isEmpty else { return }
      let place = match == 0 ? lineStart(firstDash) : nextLine(Int(old[match - 1].range.upper))
      splices.append(
        Splice(at: place, new.map { indent + "- " + LabelText.written($0, in: .line) + lineEnd }.joined()))
      new = []
    }
    for (index, item) in items.enumerated() {
      if let match = matches[index] {
        settle(upTo: match)
        next = match + 1
      } else {
        new.append(item)
      }
    }
    settle(upTo: old.count)
    return splices
  }
}
