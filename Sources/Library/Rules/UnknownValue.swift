// A value that a facet does not have.

package import Diagnostics

extension Rule {
  package static let unknownValue = Rule(
    "unknown-value", .error,
    explanation: """
      A resource or a persona has a value for one of your own axes (industry, objection, competitor, product, region…) \
      that library.yml does not list. Values are listed so that everybody writes the same one and a picker finds all.

      Write the short name, the label or another name of a value, in capitals or not; or add the value under 'facets' in \
      content/library.yml, or your spelling to the other names ('aliases') of the value it means.

          industries: [manufactoring]    write: industries: [manufacturing]
      """)
}

extension Problem {
  static func unknownValue(
    _ name: String, of facet: String, known: [String], in file: String, at range: ByteRange
  ) -> Problem {
    Problem(
      .unknownValue, in: file, at: range, "\(quoted(name)) is not one of the \(facet)",
      help: oneOf(known, orAdd: "it under '\(facet)' in content/library.yml"))
  }
}
