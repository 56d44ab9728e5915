// A resource of which nobody has said that it is right.

package import Diagnostics

extension Rule {
  package static let notReviewed = Rule(
    "not-reviewed", .warning,
    explanation: """
      An approved resource does not say when it was last reviewed. A salesperson cannot see whether its prices and claims \
      still hold, and nobody is reminded to look at it again.

      Read it, and write the day on which you found it right.

          reviewed: 2026-03-01
      """)
}

extension Problem {
  static func notReviewed(in file: String, at range: ByteRange) -> Problem {
    Problem(
      .notReviewed, in: file, at: range, "nobody has reviewed this resource yet",
      help: "read it, and add a line such as: reviewed: 2026-03-01")
  }
}
