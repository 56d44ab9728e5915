// A summary that says nothing, or does not fit; and none at all.

package import Diagnostics

extension Rule {
  package static let summaryLength = Rule(
    "summary-length", .warning,
    explanation: """
      A summary has fewer than 20 or more than 200 characters, or there is none and the text has no paragraph to take one \
      from. The summary stands under the title in every list: it is what a salesperson reads to decide whether to open.

      Write one or two sentences: what it is, and what it is good for.

          summary: A one-page calculation of what an hour of downtime costs, to leave with a finance leader.
      """)

  static let summaryLengths = 20...200
}

extension Problem {
  static func summaryLength(_ count: Int, isWritten: Bool, in file: String, at range: ByteRange) -> Problem {
    let limits = Rule.summaryLengths
    let what = isWritten ? "the summary" : "the first paragraph, taken as the summary,"
    let help =
      count > limits.upperBound
      ? "shorten it to \(limits.upperBound)"
      : isWritten
        ? "say in a sentence what it is and what it is good for"
        : "add a label 'summary' that says what it is and what it is good for"
    return Problem(
      .summaryLength, in: file, at: range,
      "\(what) has \(counted(count, "character")); \(limits.lowerBound) to \(limits.upperBound) are read well",
      help: help)
  }

  static func noSummary(in file: String, at range: ByteRange) -> Problem {
    Problem(
      .summaryLength, in: file, at: range, "there is no summary, and no first paragraph to take one from",
      help: "add a label 'summary' that says what it is and what it is good for")
  }
}
