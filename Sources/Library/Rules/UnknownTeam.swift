// A team that library.yml does not name.

package import Diagnostics

extension Rule {
  package static let unknownTeam = Rule(
    "unknown-team", .error,
    explanation: """
      A person or a stage belongs to a team that is not under 'teams' in library.yml. Where library.yml has no 'teams', \
      there are three: marketing, sales and service.

          team: markting            write: team: marketing
      """)
}

extension Problem {
  static func unknownTeam(_ name: String, known: [String], in file: String, at range: ByteRange) -> Problem {
    Problem(
      .unknownTeam, in: file, at: range, "\(quoted(name)) is not a team",
      help: oneOf(known, orAdd: "the team under 'teams' in content/library.yml"))
  }
}
