// Scenarios that do not hold. The check is in Search, where leads are matched; the rules are here, with all others that
// library.yml may set.

package import Diagnostics

extension Rule {
  package static let scenario = Rule(
    "scenario", .error,
    explanation: """
      content/scenarios.yml says what typical leads must see among the first three, and for one of them it is not so: an \
      edit took a label away, gave another resource more, or withdrew the one that is expected. Somebody would be on the \
      phone without it.

      The message says what stands there instead. 'shelfmark match' with the same values shows every point. Mend the \
      labels, or change what the scenario expects if the new answer is the better one.

          A finance director asks what it costs:
            title: VP, Finance
            lifecycle: Opportunity
            expect: [roi-sheet]

      What a lead is known by is called as on the lead page: title, lifecycle, lead_status, opp_stage, persona, stage, \
      sent and your own axes such as industries. With 'words' the finder is asked. Dates do not count here: see \
      scenario-date.
      """)

  package static let scenarioDate = Rule(
    "scenario-date", .warning,
    explanation: """
      A scenario of content/scenarios.yml would hold but for the day: what it expects has expired, is not published yet, \
      or has fallen behind because its review is overdue. No edit broke it, so it is not an error.

      Review the resource, give it a later day, or let the scenario expect what took its place.
      """)
}
