// Pairs the tags that open something with those that close it. Afterwards every opening tag has a partner behind it
// and pairs do not overlap, whatever the template looked like: closing tags that are missing are put in (of no
// width), those that close nothing fall silent.

import Diagnostics

struct Nesting {
  private(set) var tags: [Tag] = []
  private var open: [Int] = []
  private var openCounts: [String: Int] = [:]

  static func paired(_ tags: [Tag], end: Int, file: String, report: inout Problems) -> [Tag] {
    var nesting = Nesting()
    nesting.tags.reserveCapacity(tags.count)
    for tag in tags {
      if tag.kind == .close {
        nesting.close(tag, file, &report)
      } else {
        nesting.add(tag)
      }
    }
    while let last = nesting.open.last {
      nesting.reportNeverClosed(last, file, &report)
      let line = nesting.tags.last?.endLine ?? 0
      nesting.closeInnermost(with: Tag(kind: .close, lower: end, upper: end, line: line, endLine: line))
    }
    return nesting.tags
  }

  private mutating func add(_ tag: Tag) {
    if tag.opens {
      open.append(tags.count)
      openCounts[tag.closingName, default: 0] += 1
    }
    tags.append(tag)
  }

  private mutating func close(_ tag: Tag, _ file: String, _ report: inout Problems) {
    guard let innermost = open.last else {
      report.add(
        tag.name.isEmpty ? .emptyTag(file, tag.range, tag.delimiters) : .closesNothing(file, tag))
      var silent = tag
      silent.kind = .silent
      tags.append(silent)
      return
    }
    let expected = tags[innermost]
    if expected.closingName != tag.closingName {
      if !tag.name.isEmpty, openCounts[tag.closingName, default: 0] > 0 {
        // It closes something further out: what stands between was forgotten.
        while let last = open.last, tags[last].closingName != tag.closingName {
          reportNeverClosed(last, file, &report)
          closeInnermost(with: Tag(kind: .close, lower: tag.lower, upper: tag.lower, line: tag.line, endLine: tag.line))
        }
      } else if !expected.name.isEmpty {  // a tag without a name has been reported already
        report.add(.wrongClosing(file, tag, open: expected))
      }
    }
    closeInnermost(with: tag)
  }

  private func reportNeverClosed(_ index: Int, _ file: String, _ report: inout Problems) {
    if !tags[index].name.isEmpty { report.add(.neverClosed(file, tags[index])) }
  }

  private mutating func closeInnermost(with tag: Tag) {
    guard let opening = open.popLast() else { return }
    openCounts[tags[opening].closingName, default: 1] -= 1
    tags[opening].partner = tags.count
    var tag = tag
    tag.partner = opening
    tags.append(tag)
  }
}
