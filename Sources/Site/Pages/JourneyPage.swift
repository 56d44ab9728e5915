// journey.html: the stages as a loop, with who owns each, the buyer's question and when it is done.

import Library
import Mustache

enum JourneyPage: PageKind {
  static func routes(in site: Site) -> [Route] {
    [
      site.page(Addresses.journey, "journey", title: "The journey", section: .journey, runs: .counts) {
        [
          "loop": JourneyLoop(site.library.stages).value(site.values.stages),
          "steps": .list(site.library.stages.enumerated().map { step($0, $1, in: site) }),
        ]
      }
    ]
  }

  private static func step(_ index: Int, _ stage: Stage, in site: Site) -> Value {
    var object = Object()
    object["stage"] = site.values.stages[index]
    object["cell"] = .text("* \(index)")
    object["count"] = .integer(site.catalogue.byStage[index].count)
    for (name, value) in details(of: stage, in: site).pairs { object[name] = value }
    return .object(object)
  }

  /// What the stage's own page says too.
  static func details(of stage: Stage, in site: Site) -> Fields {
    [
      "team": .text(orAbsent: stage.team.map { site.library.teams[$0].label }),
      "exitCriteria": .texts(stage.exitCriteria), "hasExitCriteria": .bool(!stage.exitCriteria.isEmpty),
      "hasNext": .bool(!stage.next.isEmpty), "next": .list(stage.next.map { site.values.stages[$0] }),
      "crm": .list(
        stage.crmValues.map { field, values in
          [
            "field": .text(field.replacing("opp_", with: "opportunity ").replacing("_", with: " ")),
            "values": .text(values.joined(separator: ", ")),
          ]
        }),
    ]
  }
}
