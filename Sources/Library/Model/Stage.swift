// A funnel stage: how far along the lead is.

package import Markdown

package struct Stage: Term {
  package var id: String
  package var file: String
  package var title: String
  package var summary: String
  package var order: Int
  package var aliases: [String]
  package var buyerAsks: String?
  /// Indices in `Library.stages`, in the order the author gave.
  package var next: [Int]
  /// The index in `Library.teams`.
  package var team: Int?
  package var exitCriteria: [String]
  /// CRM fields (lifecycle_stage, lead_status, opp_stage) and the values that mean this stage.
  package var crmValues: [(field: String, values: [String])]
  package var body: MarkdownDocument
  package var label: String { title }
}
