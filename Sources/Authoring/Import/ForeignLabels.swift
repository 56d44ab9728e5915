// The front matter of other generators: between "---", between "+++", or in curly brackets. What our own reader
// understands is taken over as it is written; what it does not is kept below the text, so that nothing is lost.

import Diagnostics
import FrontMatter
import Library

/// A Markdown file of some other tool, taken apart.
struct ForeignLabels {
  /// Labels between two lines of dashes, as our reader understands them.
  var front: [UInt8]
  /// Where the text starts in the file.
  let bodyStart: Int
  /// Front matter that could not be read whole, with what it is written in and why it could not.
  private(set) var kept: (text: ArraySlice<UInt8>, language: String, reason: String)?

  init(_ bytes: [UInt8], lineEnd: String) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let dashes = Array("---\(lineEnd)".utf8)
    if let toml = Self.fenced(bytes, from: start, by: "+++") {
      let labels = TOMLLabels(bytes[toml.inner])
      front = dashes + Self.lines(labels.entries, lineEnd) + dashes
      bodyStart = toml.end
      if !labels.isWhole { kept = (bytes[toml.inner], "toml", "it holds more than texts and lists") }
      return
    }
    if let end = Self.endOfBraces(bytes, from: start) {
      let json = bytes[start..<end]
      var problems = Problems()
      let labels = WrittenLabels.inWholeFile(of: Array(json), file: "", report: &problems)
      front = dashes + Self.lines(Self.settings(labels), lineEnd) + dashes
      bodyStart = Self.nextLine(bytes, from: end)
      if let problem = problems.sorted().first {
        kept = (json, "json", problem.message)
      } else if Self.settings(labels).count < labels.entries.count {
        kept = (json, "json", "it holds more than texts and lists")
      }
      return
    }
    guard let yaml = Self.fenced(bytes, from: start, by: "---") else {
      front = dashes + dashes
      bodyStart = start
      return
    }
    bodyStart = yaml.end
    var problems = Problems()
    let written = Array(bytes[start..<yaml.end])
    let (labels, _) = WrittenLabels.inFrontMatter(of: written, file: "", report: &problems)
    if problems.isEmpty, labels != nil {
      front = written.last?.isLineBreak == true ? written : written + lineEnd.utf8
    } else {
      front = dashes + Self.lines(Self.settings(labels ?? WrittenLabels()), lineEnd) + dashes
      kept = (bytes[yaml.inner], "yaml", problems.sorted().first?.message ?? "it is written in an unusual way")
    }
  }

  /// Lines between two fences, the first at the very start of the text; nil where there are none or the second is
  /// missing. A first line of dashes with prose after it is a rule across the page.
  private static func fenced(
    _ bytes: [UInt8], from start: Int, by fence: String
  ) -> (inner: Range<Int>, end: Int)? {
    var inner: Int?
    var index = start
    while index < bytes.count {
      let end = bytes[index...].firstIndex(where: \.isLineBreak) ?? bytes.count
      var next = min(end + 1, bytes.count)
      if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") {
        next = end + 2
      }
      let line = SheetCell.trimmed(String(decoding: bytes[index..<min(end, index + 200)], as: UTF8.self))
      let isFence =
        bytes[index] == fence.utf8.first && (line == fence || (fence == "---" && inner != nil && line == "..."))
      if let inner {
        if isFence { return (inner..<index, next) }
      } else {
        guard isFence else { return nil }
        // "---", an empty line and prose: a rule, not labels.
        guard next < bytes.count, !bytes[next].isLineBreak else { return nil }
        inner = next
      }
      index = next
    }
    return nil
  }

  /// The next line's start, if nothing but blanks comes before it.
  private static func nextLine(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\r") { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: "\n") ? index + 1 : start
  }

  /// The end of a group in curly brackets that starts the file; nil unless it holds a name in quotes first, as no
  /// placeholder of a template does.
  private static func endOfBraces(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    let first = bytes[(start + 1)...].first { $0 > 0x20 }
    guard first == UInt8(ascii: "\"") else { return nil }
    var depth = 0
    var isQuoted = false
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isQuoted: index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += isQuoted ? 0 : 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= isQuoted ? 0 : 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The labels that are texts or lists of texts.
  private static func settings(_ labels: WrittenLabels) -> [(name: String, setting: LabelSetting)] {
    labels.entries.compactMap { entry in
      if let text = entry.value.text { return (entry.name, .text(text)) }
      return entry.value.content.texts.map { (entry.name, .list($0)) }
    }
  }

  private static func lines(_ entries: [(name: String, setting: LabelSetting)], _ lineEnd: String) -> [UInt8] {
    var names = Set<String>()
    return entries.filter { !$0.name.isEmpty && names.insert($0.name).inserted }.flatMap { name, setting in
      let value =
        switch setting {
        case .text(let text): LabelText.written(text, in: .line)
        case .list(let items): LabelSource.inBrackets(items)
        }
      return Array("\(LabelText.written(name, in: .line)): \(value)\(lineEnd)".utf8)
    }
  }
}
