// A label that resources of one type should have.

package import Diagnostics

extension Rule {
  package static let missingTypeLabel = Rule(
    "missing-type-label", .warning,
    explanation: """
      library.yml says that every resource of this type should have a certain label ('require'), and this one has not: a \
      case study without its industry, say, is not found by the people who would need it most.

      Add the label; or, if the type does not really need it, take it out of 'require' in content/library.yml.

          industries: [manufacturing]
      """)
}

extension Problem {
  static func missingTypeLabel(
    _ label: String, type: String, example: String, in file: String, at range: ByteRange
  ) -> Problem {
    Problem(
      .missingTypeLabel, in: file, at: range, "a resource of type '\(type)' should have the label '\(label)'",
      help: "add a line such as: \(example)")
  }
}
