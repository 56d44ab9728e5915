// A label that a file cannot do without.

package import Diagnostics

extension Rule {
  package static let missingLabel = Rule(
    "missing-label", .error,
    explanation: """
      A label is missing that Shelfmark cannot do without: a resource says what type it is, for which personas and for \
      which stages; a persona and a stage have a title and a summary, a persona its job titles, a stage its order. \
      Without them nobody would find the file where they look for it.

      Add the label between the two lines of dashes at the top of the file. Where you cannot say yet, 'todo' may stand \
      for type, personas or stages: the resource is then found by its words, but stands in no list.

          ---
          type: one-pager
          personas: [cfo]
          stages: todo
          ---
      """)
}

extension Problem {
  static func missingLabel(_ name: String, in file: String, at range: ByteRange, example: String) -> Problem {
    Problem(
      .missingLabel, in: file, at: range, "the label '\(name)' is missing", help: "add a line such as: \(example)")
  }

  /// A file of content that has no labels at all: one mistake, however many are required.
  static func noLabels(in file: String, example: [String]) -> Problem {
    let lines = example.map { "'\($0)'" }.joined(separator: ", ")
    return Problem(
      .missingLabel, in: file, "this file has no labels",
      help: "begin it with a line of three dashes, lines such as \(lines), and three dashes again")
  }

  static func missingTitle(in file: String, at range: ByteRange) -> Problem {
    Problem(
      .missingLabel, in: file, at: range, "the label 'title' is missing, and the text has no heading to take it from",
      help: "add a line such as: title: What a stopped line costs")
  }
}
