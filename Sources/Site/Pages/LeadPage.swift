// lead.html: the form that a CRM's button fills, and the places that lead.js fills with what suits the lead. Without
// scripts the matrix stands in for it.

import Library
import Mustache

enum LeadPage: PageKind {
  static func routes(in site: Site) -> [Route] {
    [
      site.page(Addresses.lead, "lead", title: "What to send to a lead", section: .lead, runs: .lead) {
        [
          "personas": .list(site.values.personas), "stages": .list(site.values.stages),
          "facets": .list(FinderPage.facets(in: site)), "matrix": FinderPage.matrix(in: site),
          "jobTitles": .texts(site.library.personas.flatMap(\.jobTitles)), "crmFields": .list(crmFields(in: site)),
          "ask": site.requestLink(
            subject: "Asset wanted",
            body: "Hello,\n\nI have a lead and found nothing in the library for:\n\nWho: \nStage: \n\n", team: nil),
        ]
      }
    ]
  }

  /// What CRMs call how far along a lead is: by our name in the address, with the values that the stages know.
  private static func crmFields(in site: Site) -> [Value] {
    let fields = [
      ("lifecycle", "lifecycle_stage", "Lifecycle stage"), ("lead_status", "lead_status", "Lead status"),
      ("opp_stage", "opp_stage", "Opportunity stage"),
    ]
    return fields.map { name, field, label in
      let values = site.library.stages.flatMap { stage in
        stage.crmValues.filter { $0.field == field }.flatMap(\.values)
      }
      return ["name": .text(name), "label": .text(label), "values": .texts(values)]
    }
  }
}
