import Diagnostics
import Testing

@Suite("Baselines")
struct BaselineTests {
  private static let rule = Rule("some-rule", .error, explanation: "Some.")
  private static let fixed = Rule("leak", .error, isFixed: true, explanation: "Some.")

  private static func problem(_ file: String, _ message: String, _ rule: Rule = rule) -> Problem {
    Problem(rule, in: file, at: ByteRange(3, 4), message)
  }

  @Test("what was written is read back, whatever stands in names and messages")
  func roundTrip() throws {
    let odd = ["# a", "tab\tand\nline\r\n", "back\\slash\\t", "\u{2028}\u{85}\u{0}", "é😀", "<<<<<<<", "\\u{41}"]
    let problems = odd.flatMap { file in odd.map { Self.problem(file, $0) } } + [Self.problem("a", "b")]
    let text = Baseline(of: problems + [Self.problem("a", "b")]).text
    var read = try Baseline(parsing: Array(text.utf8))
    #expect(read.text == text)
    #expect(read.count == problems.count + 1)
    let new = read.split(problems).new
    #expect(new.isEmpty)
    #expect(read.entries.map(\.entry.message) == ["b"])
    let windows = try Baseline(parsing: Array(text.replacing("\n", with: "\r\n").utf8))
    #expect(windows.count == problems.count + 1)
  }

  @Test("two alike need two lines, and the order of problems does not matter")
  func counted() {
    var baseline = Baseline(of: [Self.problem("a", "x"), Self.problem("b", "x")])
    let (new, known) = baseline.split([Self.problem("b", "x"), Self.problem("a", "x"), Self.problem("a", "x")])
    #expect(known.map(\.file) == ["b", "a"])
    #expect(new.map(\.file) == ["a"])
  }

  @Test("what must stop every publication is never known")
  func fixedRules() throws {
    var baseline = Baseline(of: [Self.problem("a", "x", Self.fixed)])
    #expect(baseline.count == 0)
    baseline = try Baseline(parsing: Array("# shelfmark baseline 1\na\tleak\tx\n".utf8))
    let isTaken = baseline.take(Self.problem("a", "x", Self.fixed))
    #expect(!isTaken)
  }

  @Test(
    "a damaged file is told with its line",
    arguments: [
      ("", 1), ("a\tb\tc\n", 1), ("# shelfmark baseline 2\n", 1), ("# shelfmark baseline 1\n\na\tb\n", 3),
      ("# shelfmark baseline 1\n<<<<<<< HEAD\n", 2), ("# shelfmark baseline 1\na\tb\tc\td\n", 2),
      ("# shelfmark baseline 1\na\t\tc\n", 2),
    ])
  func damaged(text: String, line: Int) {
    #expect { try Baseline(parsing: Array(text.utf8)) } throws: { ($0 as? BaselineMistake)?.line == line }
  }

  @Test("bytes that are not text are told")
  func notText() {
    #expect(throws: BaselineMistake.self) { try Baseline(parsing: [0xFF, 0xFE, 0x00]) }
  }
}
