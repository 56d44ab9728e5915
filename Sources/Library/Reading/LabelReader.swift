// Takes labels one by one and remembers what was asked for, so that in the end whatever nobody asked for is an unknown
// label, with the nearest of the names that were asked for as what was probably meant. The kinds' files are lists of
// such calls: what a kind's labels are is said in one place.

package import Diagnostics
package import FrontMatter

/// Labels as they are written in a file. `Labels` alone is what a resource says about personas or stages.
package typealias WrittenLabels = FrontMatter.Labels

/// Reads the labels of one file, or of one group within them. Whatever is wrong is reported and then as if absent.
package struct LabelReader: Sendable {
  package let file: String
  /// What the labels belong to, for messages: "a resource".
  let owner: String
  /// The place of what is not there: the line of dashes above the labels.
  let start: ByteRange
  private let labels: WrittenLabels
  private var isTaken: [Bool]
  private var asked: [String] = []
  private var missing: [(name: String, problem: Problem)] = []
  /// Labels that are probably meant by unknown ones.
  private(set) var mistypedLabels: [String] = []
  package private(set) var findings = Findings()
  private var guesses = 0

  init(_ labels: WrittenLabels, of owner: String, file: String, start: ByteRange) {
    self.labels = labels
    self.owner = owner
    self.file = file
    self.start = start
    isTaken = [Bool](repeating: false, count: labels.entries.count)
    asked.reserveCapacity(40)
  }

  /// False where a label that seems to be missing may only be written in a way that could not be read.
  var isWhole: Bool { labels.isWhole }

  /// The value of a label as it stands; nil where it is absent or could not be read.
  package mutating func value(_ name: String) -> WrittenLabels.Value? {
    asked.append(name)
    guard let index = labels.index(of: name) else { return nil }
    isTaken[index] = true
    let value = labels.entries[index].value
    switch value.content {
    case .absent, .unreadable: return nil
    case .text(let text, _) where text.isEmpty: return nil
    default: return value
    }
  }

  /// True where the label has a value, be it readable or not.
  package func isWritten(_ name: String) -> Bool {
    guard let index = labels.index(of: name) else { return false }
    switch labels.entries[index].value.content {
    case .absent: return false
    case .text(let text, _): return !text.isEmpty
    default: return true
    }
  }

  /// The text of a label as it is written.
  func written(_ name: String) -> String? { labels[name]?.value.text }

  /// True for the place of a label's whole value, false for that of an entry in a list.
  func isValue(_ range: ByteRange) -> Bool {
    labels.entries.contains { $0.value.range == range && $0.value.text != nil }
  }

  /// Where the label's value stands, or else where its file begins.
  package func place(of name: String) -> ByteRange { labels[name]?.value.range ?? start }

  package mutating func add(_ problem: Problem) { findings.add(problem) }

  /// Reports with the corrected line as help, where there is a `replacement` for what stands at the problem's place.
  package mutating func add(_ problem: Problem, replacement: String?, asking: Bool = true) {
    findings.add(problem, replacement: replacement, asking: asking)
  }

  /// False where so much has been guessed in one file that more would only take time.
  mutating func mayGuess() -> Bool {
    guesses += 1
    return guesses <= 50
  }

  /// Reports a value that is not of the kind its label asks for.
  package mutating func mismatch(_ name: String, expected: String, _ value: WrittenLabels.Value) {
    let found =
      switch value.content {
      case .list: "a list"
      case .group: "a group of labels"
      default: "a text"
      }
    add(
      .invalidValue(
        "'\(name)' is \(expected), not \(found)", in: file, at: value.range,
        help: "write \(expected) after '\(name):'"))
  }

  /// Reports that a label is missing; not where it is written but could not be used, which has been reported already,
  /// nor where a mistyped label turns out to be meant.
  package mutating func require(_ name: String, example: String) {
    require(name, orElse: .missingLabel(name, in: file, at: start, example: example))
  }

  mutating func require(_ name: String, orElse problem: Problem) {
    guard labels.isWhole, !isWritten(name) else { return }
    missing.append((name, problem))
  }

  /// Reads a group of labels with a reader of its own; nil where it is absent.
  package mutating func group<Result>(
    _ name: String, of owner: String, _ read: (inout LabelReader) -> Result
  ) -> Result? {
    guard let value = value(name) else { return nil }
    guard case .group(let labels) = value.content else {
      mismatch(name, expected: "a group of labels", value)
      return nil
    }
    return group(labels, of: owner, read)
  }

  mutating func group<Result>(
    _ labels: WrittenLabels, of owner: String, _ read: (inout LabelReader) -> Result
  ) -> Result {
    var reader = LabelReader(labels, of: owner, file: file, start: start)
    let result = read(&reader)
    reader.reportUnread()
    findings.add(reader.findings)
    return result
  }

  /// The entries of a group whose names are the author's own, such as the types of library.yml.
  package mutating func entries(_ name: String) -> [WrittenLabels.Entry] {
    guard let value = value(name) else { return [] }
    guard case .group(let labels) = value.content else {
      mismatch(name, expected: "a group of labels", value)
      return []
    }
    return labels.entries
  }

  /// Reports what nobody asked for, and what is missing. After everything has been asked for.
  mutating func reportUnread() {
    guard isTaken.contains(false) || !missing.isEmpty else { return }
    let unwritten = asked.filter { labels[$0] == nil }
    for (index, entry) in labels.entries.enumerated() where !isTaken[index] && !entry.name.hasPrefix("x-") {
      isTaken[index] = true
      let other = otherLabelNames[String(entry.name.lowercased().map { $0 == "-" ? "_" : $0 })]
      let meant =
        unwritten.first { $0 == other } ?? (other == nil && mayGuess() ? unwritten.closest(to: entry.name) : nil)
      add(.unknownLabel(entry.name, of: owner, in: file, at: entry.nameRange), replacement: meant)
      guard let meant else { continue }
      mistypedLabels.append(meant)
      missing.removeAll { $0.name == meant }
    }
    for (_, problem) in missing { findings.add(problem) }
    missing = []
  }
}
