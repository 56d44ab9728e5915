// A value of a CRM field that two stages claim.

package import Diagnostics

extension Rule {
  package static let sharedCRMValue = Rule(
    "shared-crm-value", .error,
    explanation: """
      The same value of one CRM field stands in the crm_values of two stages, so a lead with that value could be at \
      either. The same value in two different fields is fine.

      Decide which stage it means and remove it from the other.

          crm_values:
            lifecycle_stage: [Opportunity]
      """)
}

extension Problem {
  static func sharedCRMValue(
    _ value: String, of field: String, with other: String, in file: String, at range: ByteRange
  ) -> Problem {
    Problem(
      .sharedCRMValue, in: file, at: range,
      "the \(field) \(quoted(value)) already belongs to \(quoted(other))", help: "keep it in one of the two")
  }
}
