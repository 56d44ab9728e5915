// What is too much is a problem, never a crash, and time is proportional to the bytes.

import Diagnostics
import Foundation
import FrontMatter
import Testing

@Suite("Limits of labels")
struct LimitsTests {
  @Test(
    "lists and groups within each other are read to the limit and no deeper",
    arguments: [Nesting.square, .curly, .dashes, .names])
  func depth(nesting: Nesting) {
    let limits = LabelLimits(byteCount: 1 << 20, depth: 9, valueCount: 100_000)
    #expect(read(nesting.text(8) + "z: y\n", limits: limits).problems.map(\.message) == [])
    for depth in [9, 1_000] {
      let (tree, problems) = read(nesting.text(depth) + "z: y\n", limits: limits)
      #expect(problems.map(\.message) == ["lists and groups within each other go deeper than 9 levels"])
      #expect(tree.hasSuffix("z: 'y'}"))
    }
  }

  @Test("labels that are too long are reported and not read")
  func size() {
    let text = "---\n" + String(repeating: "a: b\n", count: 60) + "---\nbody"
    var report = Problems()
    let limits = LabelLimits(byteCount: 299, valueCount: 1_000)
    let (labels, bodyStart) = Labels.inFrontMatter(of: Array(text.utf8), file: "f", limits: limits, report: &report)
    #expect(labels == Labels(isWhole: false))
    #expect(bodyStart == text.utf8.count - 4)
    #expect(report.all.map(\.message) == ["the labels are longer than 299 bytes"])
    var other = Problems()
    let large = Labels.inWholeFile(
      of: Array(String(repeating: "#\n", count: 1_100_000).utf8), file: "f", report: &other)
    #expect(!large.isWhole)
    #expect(other.all.map(\.message) == ["the labels are longer than 2,048 KB"])
  }

  @Test("too many values end the reading with one problem", arguments: ["- a\n", "b: [c, d]\n", "e\n"])
  func count(line: String) {
    let limits = LabelLimits(byteCount: 1 << 20, valueCount: 50)
    let text =
      line.hasPrefix("-") ? "a:\n" + String(repeating: line, count: 500) : (0..<500).map { "x\($0)\(line)" }.joined()
    let (_, problems) = read(text, limits: limits)
    #expect(problems.count { $0.message == "there are more than 50 names and values here" } == 1)
    #expect(problems.count <= 51)
  }

  @Test(
    "after a thousand mistakes the rest is not read",
    arguments: ["a: @b\n", "- [@, @]\n", "---\n", "\u{7}\n", "a: b\n \t\n\tc\n", "x\n", "%a\n"])
  func mistakes(line: String) {
    let (_, problems) = read(String(repeating: line, count: 3_000))
    #expect((1_000...2_002).contains(problems.count))
  }

  @Test(
    "time grows with the bytes and not faster",
    arguments: [
      ("[", ""), ("{a: ", ""), ("a: [", "\n"), ("- ", ""), ("\"", "\n"), ("'a ", ""), ("a: '\n", ""),
      ("a: \"b\n\n", ""), ("[@,", ""), ("[\"[\" x,", ""),
      ("x, \"[\" x", ""), ("[a b c: d,", ""), ("a: b: c\n", ""), ("a\n\n", ""), (" a\n", ""), ("\t", ""), ("\ta\n", ""),
      ("a: |\n", ""), ("a: >\n \n", ""), ("\n", ""),
      ("a: b\n   ", ""), ("# a\n", ""), ("\\", ""), ("é", ""), ("“a, ", ""), ("---\n", ""), ("...\n", ""), ("-", ""),
      ("a: b\n", ""), (" ", ""), ("a:b\n", ""), ("}],", ""),
      ("a: [b,\n", ""), ("a: {b\n  ", ""), ("- [\n", ""), ("? ", ""), (": ", ""), ("b\n\n  ", ""), (", #x", ""),
    ])
  func linear(unit: String, end: String) {
    // Each shape as all of the labels, as a value within brackets, and below a label; 16 times the bytes may take some 16
    // times as long, while quadratic work takes 256 times.
    for prefix in ["---\n", "---\na: [", "---\na:\n  - \"x\n"] {
      func seconds(_ byteCount: Int) -> Double {
        let text = prefix + String(repeating: unit, count: byteCount / unit.utf8.count) + end + "\n---\nbody\n"
        return processorSeconds(reading: text, times: byteCount < 10_000 ? 3 : 1)
      }
      let small = seconds(2_000)
      let large = seconds(32_000)
      #expect(large < max(small * 60, 0.3), "\(prefix)\(unit)")
    }
  }

  @Test(
    "a text of very many lines is not copied for each",
    arguments: ["a: b\n", "a: [b\n", "a: \"b\n"])
  func longTexts(start: String) {
    let text = "---\n" + start + String(repeating: " c\n", count: 340_000) + "---\n"
    // Some 0.3 s in a debug build; copying what there is for each line takes nearly 2 s.
    let used = processorSeconds(reading: text, times: 1)
    #expect(used < 1)
  }

  /// The least time that this thread spent, which other work on the machine does not change much.
  private func processorSeconds(reading text: String, times: Int) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let bytes = Array(text.utf8)
    let limits = LabelLimits(byteCount: 1 << 20, valueCount: 10_000)
    var best = Double.infinity
    for _ in 0..<times {
      var report = Problems()
      let start = now()
      _ = Labels.inFrontMatter(of: bytes, file: "f", limits: limits, report: &report)
      best = min(best, now() - start)
    }
    return best
  }
}

/// A value within lists and groups, as many as asked for, below a group.
enum Nesting: Sendable {
  case square, curly, dashes, names

  func text(_ depth: Int) -> String {
    func times(_ text: String) -> String { String(repeating: text, count: depth) }
    switch self {
    case .square: return "a: \(times("["))\(times("]"))\n"
    case .curly: return "a: \(times("{b: "))\(times("}"))\n"
    case .dashes: return "a:\n\(times("- "))x\n"
    case .names: return (0...depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    }
  }
}
