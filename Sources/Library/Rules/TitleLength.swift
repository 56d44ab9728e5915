// A title that will be cut off wherever it is listed.

package import Diagnostics

extension Rule {
  package static let titleLength = Rule(
    "title-length", .warning,
    explanation: """
      A title has more than 90 characters. Titles stand in lists, in results and on browser tabs, where a long one is cut \
      off before it says what matters.

      Say the one thing that tells this resource from the others, and move the rest to the summary.
      """)

  static let longestTitle = 90
}

extension Problem {
  static func titleLength(_ count: Int, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .titleLength, in: file, at: range, "the title has \(count) characters, \(Rule.longestTitle) are shown well",
      help: "shorten it to \(Rule.longestTitle), and move the rest to the summary")
  }
}
