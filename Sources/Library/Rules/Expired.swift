// A resource whose time is over.

package import Diagnostics

extension Rule {
  package static let expired = Rule(
    "expired", .warning,
    explanation: """
      The day in 'expires' has passed. That day was the last on which the resource could be used; since then it is left \
      out of results and lists, though its page is still there for those who follow an old link.

      Archive it, or write a later day if it holds on.

          status: archived
      """)
}

extension Problem {
  static func expired(on day: Day, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .expired, in: file, at: range, "this resource expired on \(day.iso)",
      help: "set its status to archived, or write a later day")
  }
}
