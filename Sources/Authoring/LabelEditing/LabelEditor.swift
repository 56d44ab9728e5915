// Changing labels in place: only the lines of that label change, all else stays byte for byte. An edit is a few splices
// that the way the label is written suggests; the result is read again, and an edit that does not read back as exactly
// the change asked for is not used. So a style nobody thought of is refused or written anew, never damaged.

import Diagnostics
import FrontMatter
import Library

package enum LabelEditor {
  /// `bytes` of `file` with the changes, one after the other.
  package static func edited(
    _ bytes: [UInt8], file: String, _ changes: [LabelChange]
  ) throws(LabelEditRefusal) -> [UInt8] {
    var source = try LabelSource(bytes, file: file)
    for change in changes where source.value(of: change.name, isAlready: change) == false {
      let edits = source.edits(for: change)
      let next = edits.lazy.compactMap { splices in source.after(splices, making: change) }.first
      guard let next else { throw .entangled(label: change.name, file: file) }
      source = next
    }
    return source.bytes
  }
}

/// A part of a file and what takes its place.
struct Splice {
  var range: Range<Int>
  var text: [UInt8]

  init(_ range: Range<Int>, _ text: [UInt8] = []) {
    self.range = range
    self.text = text
  }

  init(_ range: Range<Int>, _ text: String) { self.init(range, Array(text.utf8)) }

  init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
}

/// One reading of a file.
struct LabelSource {
  let bytes: [UInt8]
  let file: String
  let labels: WrittenLabels
  let hasLabels: Bool
  let bodyStart: Int

  init(_ bytes: [UInt8], file: String) throws(LabelEditRefusal) {
    var problems = Problems()
    let (labels, bodyStart) = WrittenLabels.inFrontMatter(of: bytes, file: file, report: &problems)
    if let problem = problems.sorted().first { throw .unreadable(problem) }
    self.bytes = bytes
    self.file = file
    self.labels = labels ?? WrittenLabels()
    hasLabels = labels != nil
    self.bodyStart = bodyStart
  }

  /// True where nothing has to change.
  func value(of name: String, isAlready change: LabelChange) -> Bool {
    switch change {
    case .remove: labels[name] == nil
    case .set(_, let setting): labels[name].map { $0.value.content.reads(as: setting) } ?? false
    }
  }

  /// The file after an edit; nil unless it then says what it said before, with just this change.
  func after(_ splices: [Splice], making change: LabelChange) -> LabelSource? {
    guard let edited = bytes.applying(splices), let new = try? LabelSource(edited, file: file),
      new.hasLabels, new.bytes[new.bodyStart...] == bytes[bodyStart...]
    else { return nil }
    var expected = labels.entries
    switch change {
    case .remove(let name): expected.removeAll { $0.name == name }
    case .set(let name, _):
      if labels[name] == nil { expected.append(.init(name: name, nameRange: .start, value: .init(.absent, .start))) }
    }
    guard new.labels.entries.count == expected.count else { return nil }
    for (found, wanted) in zip(new.labels.entries, expected) {
      guard found.name == wanted.name else { return nil }
      if case .set(wanted.name, let setting) = change {
        guard found.value.content.reads(as: setting) else { return nil }
      } else {
        guard found.value.content.saysTheSame(as: wanted.value.content) else { return nil }
      }
    }
    return new
  }

  // MARK: Lines

  /// What ends the lines of this file.
  var lineEnd: String {
    guard let index = bytes.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
      return "\n"
    }
    guard bytes[index] == UInt8(ascii: "\r") else { return "\n" }
    return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n") ? "\r\n" : "\r"
  }

  func lineStart(_ offset: Int) -> Int {
    var index = offset
    while index > 0, !bytes[index - 1].isLineBreak { index -= 1 }
    // Behind a byte order mark, the first line starts where its text does.
    return index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : index
  }

  /// Where the line after that of `offset` starts.
  func nextLine(_ offset: Int) -> Int {
    var index = offset
    while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
    guard index < bytes.count else { return index }
    let isPair = bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
    return index + (isPair ? 2 : 1)
  }

  /// The start of the line of dashes below the labels.
  var closingLine: Int {
    var end = bodyStart
    if end > 0, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return lineStart(end)
  }

  /// Right behind the colon of a label.
  func colonEnd(_ entry: WrittenLabels.Entry) -> Int {
    var index = Int(entry.nameRange.upper)
    while index < bytes.count, bytes[index] != UInt8(ascii: ":") { index += 1 }
    return min(index + 1, bytes.count)
  }
}

extension [UInt8] {
  /// The bytes with splices that do not overlap; nil where they do.
  func applying(_ splices: [Splice]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(count + 64)
    var position = 0
    let ordered = splices.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for splice in ordered {
      guard splice.range.lowerBound >= position, splice.range.upperBound <= count else { return nil }
      result += self[position..<splice.range.lowerBound]
      result += splice.text
      position = splice.range.upperBound
    }
    return result + self[position...]
  }
}

extension UInt8 {
  var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

extension ByteRange {
  var indices: Range<Int> { Int(lower)..<Int(upper) }
}

extension WrittenLabels.Content {
  /// The texts of a list, nil for anything else.
  var texts: [String]? {
    guard case .list(let items) = self else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts : nil
  }

  func reads(as setting: LabelSetting) -> Bool {
    switch (self, setting) {
    case (.text(let found, _), .text(let wanted)): Array(found.utf8) == Array(wanted.utf8)
    case (.text(let found, _), .list(let wanted)):
      wanted.count == 1 && wanted.allSatisfy { Array($0.utf8) == Array(found.utf8) }
    case (.list, .list(let wanted)): (texts?.map { Array($0.utf8) }) == wanted.map { Array($0.utf8) }
    default: false
    }
  }

  /// Equal but for places. What is nested is bounded by the reader's limit on depth.
  func saysTheSame(as other: Self) -> Bool {
    switch (self, other) {
    case (.text(let left, let isPlain), .text(let right, let isOtherPlain)):
      isPlain == isOtherPlain && Array(left.utf8) == Array(right.utf8)
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.content.saysTheSame(as: $1.content) }
    case (.group(let left), .group(let right)):
      left.entries.count == right.entries.count
        && zip(left.entries, right.entries).allSatisfy {
          $0.name == $1.name && $0.value.content.saysTheSame(as: $1.value.content)
        }
    case (.absent, .absent): true
    default: false
    }
  }
}
