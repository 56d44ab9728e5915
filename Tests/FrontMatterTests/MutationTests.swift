// Documents made by a seeded generator, whole and broken: whatever the bytes, the reader ends, and what it returns is
// within the file.

import Diagnostics
import FrontMatter
import Testing

@Suite("Generated labels")
struct MutationTests {
  @Test("every document that is written by the rules is read")
  func accepts() {
    var generator = DocumentGenerator(seed: 1)
    for _ in 0..<2_000 {
      let document = generator.document()
      var report = Problems()
      _ = Labels.inWholeFile(of: document, file: "f", report: &report)
      #expect(report.all.map(\.message) == [], "\(String(decoding: document, as: UTF8.self))")
      if !report.isEmpty { return }
    }
  }

  @Test("no document breaks the reader, and every place is within the file")
  func survives() {
    var generator = DocumentGenerator(seed: 2)
    let clock = ContinuousClock()
    let start = clock.now
    var count = 0
    while count < 400 || clock.now - start < .milliseconds(1_500) {
      let document = generator.mutated(generator.document())
      count += 1
      var report = Problems()
      let labels = Labels.inWholeFile(of: document, file: "f", report: &report)
      var checker = RangeChecker(byteCount: document.count)
      checker.check(labels)
      let (above, bodyStart) = Labels.inFrontMatter(of: Array("---\n".utf8) + document, file: "f", report: &report)
      checker.byteCount += 4
      if let above { checker.check(above) }
      for problem in report.all { checker.check(problem.range) }
      #expect(checker.isSound && bodyStart <= document.count + 4, "\(document)")
      #expect(!checker.hasUnreadable || !report.isEmpty, "\(document)")
    }
  }
}

/// Looks whether every place is within the file, and whether anything is unreadable.
struct RangeChecker {
  var byteCount: Int
  var isSound = true
  var hasUnreadable = false

  init(byteCount: Int) { self.byteCount = byteCount }

  mutating func check(_ range: ByteRange) {
    if range.lower > range.upper || Int(range.upper) > byteCount { isSound = false }
  }

  mutating func check(_ labels: Labels) {
    if !labels.isWhole { hasUnreadable = true }
    for entry in labels.entries {
      check(entry.nameRange)
      check(entry.value)
    }
  }

  mutating func check(_ value: Labels.Value) {
    check(value.range)
    switch value.content {
    case .list(let items): for item in items { check(item) }
    case .group(let labels): check(labels)
    case .unreadable: hasUnreadable = true
    case .text, .absent: break
    }
  }
}
