// A type that library.yml does not define.

package import Diagnostics

extension Rule {
  package static let unknownType = Rule(
    "unknown-type", .error,
    explanation: """
      A resource has a type that library.yml does not define. The type says what somebody gets when they open the \
      resource, and brings along who owns it, how often it is reviewed and whether it may be sent to prospects.

      Write one of the types that exist, or define a new one under 'types' in content/library.yml.

          type: case studdy         write: type: case-study
      """)
}

extension Problem {
  static func unknownType(_ name: String, known: [String], in file: String, at range: ByteRange) -> Problem {
    Problem(
      .unknownType, in: file, at: range, "\(quoted(name)) is not a type",
      help: oneOf(known, orAdd: "the type to content/library.yml"))
  }
}
