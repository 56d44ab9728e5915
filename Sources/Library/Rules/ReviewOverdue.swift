// A review that is due.

package import Diagnostics

extension Rule {
  package static let reviewOverdue = Rule(
    "review-overdue", .warning,
    explanation: """
      A resource was due for review before today: the day in 'reviewed' plus review_every, which is the resource's own or \
      that of its type in library.yml. Overdue resources are marked so on the site and stand lower in results.

      Read it, correct what has changed, and write today as the day of the review. If it has had its time, set its status \
      to archived.

          reviewed: 2026-03-01
      """)
}

extension Problem {
  static func reviewOverdue(since due: Day, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .reviewOverdue, in: file, at: range, "the review was due on \(due.iso)",
      help: "read it again and write the day you did, or archive it")
  }
}
