// A review that has not happened yet.

package import Diagnostics

extension Rule {
  package static let futureReview = Rule(
    "future-review", .warning,
    explanation: """
      'reviewed' is more than a day ahead. It is the day on which somebody last read the resource and found it right; a \
      day to come is usually a slip in the year, or was meant as the day when the review is due.

      Write the day of the last review. When the next is due follows from review_every.

          reviewed: 2062-03-01      write: reviewed: 2026-03-01
      """)
}

extension Problem {
  static func futureReview(_ day: Day, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .futureReview, in: file, at: range, "'\(day.iso)' is still to come",
      help: "write the day on which it was last reviewed")
  }
}
