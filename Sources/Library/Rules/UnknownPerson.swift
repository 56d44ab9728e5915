// An owner who is nobody that library.yml names.

package import Diagnostics

extension Rule {
  package static let unknownPerson = Rule(
    "unknown-person", .error,
    explanation: """
      An owner is neither one of the people nor one of the teams of library.yml. The owner is whom a salesperson asks, \
      and who is told when a resource is due for review, so it must be somebody who can be reached.

      Write the short name that stands under 'people' or 'teams' in content/library.yml, or add the person there.

          owner: anna               write: owner: ana
      """)
}

extension Problem {
  static func unknownPerson(_ name: String, known: [String], in file: String, at range: ByteRange) -> Problem {
    Problem(
      .unknownPerson, in: file, at: range, "\(quoted(name)) is neither a person nor a team",
      help: oneOf(known, orAdd: "them under 'people' in content/library.yml"))
  }
}
