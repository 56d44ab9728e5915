// The difference of two texts as `diff -u` and `git diff` print it, so that people know it and `patch` takes it.

package enum UnifiedDiff {
  private static let context = 3
  /// Where the middle of two files differs in more lines than this, it is shown as replaced whole.
  private static let mostCompared = 2_000

  private enum Line { case same, removed, added }

  /// Lines with their ends; empty where nothing differs.
  package static func text(_ path: String, _ before: [UInt8], _ after: [UInt8]) -> String {
    guard before != after else { return "" }
    let (old, new) = (lines(before), lines(after))
    var result = "--- a/\(path)\n+++ b/\(path)\n"
    for hunk in hunks(script(old, new)) {
      var counts = (old: 0, new: 0)
      var body = ""
      for (kind, index) in hunk.lines {
        switch kind {
        case .same:
          counts = (counts.old + 1, counts.new + 1)
          body += " " + shown(old[index])
        case .removed:
          counts.old += 1
          body += "-" + shown(old[index])
        case .added:
          counts.new += 1
          body += "+" + shown(new[index])
        }
      }
      let oldStart = counts.old == 0 ? hunk.old : hunk.old + 1
      let newStart = counts.new == 0 ? hunk.new : hunk.new + 1
      result += "@@ -\(oldStart),\(counts.old) +\(newStart),\(counts.new) @@\n" + body
    }
    return result
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line, as: UTF8.self)
    return line.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
  }

  /// All lines of both, each with its place in the old text, or in the new one if it is added.
  private static func script(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [(Line, Int)] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    var removed = Set(start..<old.count - end)
    var added = Set(start..<new.count - end)
    if removed.count <= mostCompared, added.count <= mostCompared {
      let difference = new[start..<new.count - end].difference(from: old[start..<old.count - end])
      removed = []
      added = []
      for change in difference {
        switch change {
        case .remove(let offset, _, _): removed.insert(start + offset)
        case .insert(let offset, _, _): added.insert(start + offset)
        }
      }
    }
    var script: [(Line, Int)] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        script.append((.removed, left))
        left += 1
      } else if added.contains(right) {
        script.append((.added, right))
        right += 1
      } else {
        script.append((.same, left))
        left += 1
        right += 1
      }
    }
    return script
  }

  /// The changes with the lines around them. `old` and `new`: how many lines of each come before.
  private static func hunks(_ script: [(Line, Int)]) -> [(lines: ArraySlice<(Line, Int)>, old: Int, new: Int)] {
    var hunks: [(lines: ArraySlice<(Line, Int)>, old: Int, new: Int)] = []
    var index = 0
    var (old, new) = (0, 0)  // lines before `index`
    while let first = script[index...].firstIndex(where: { $0.0 != .same }) {
      var last = first
      while let next = script[(last + 1)...].firstIndex(where: { $0.0 != .same }), next - last <= 2 * context + 1 {
        last = next
      }
      let start = max(index, first - context)
      let end = min(script.count, last + 1 + context)
      old += start - index
      new += start - index
      hunks.append((script[start..<end], old, new))
      old += script[start..<end].count { $0.0 != .added }
      new += script[start..<end].count { $0.0 != .removed }
      index = end
    }
    return hunks
  }
}
