// `shelfmark match`: what suits a lead, from the values a CRM holds, with the same points as the lead page. And which
// job titles of a list nobody's persona covers.

import Diagnostics
import Files
import Library
import Search

enum MatchCommand: Command {
  static let spec = CommandSpec(
    name: "match", summary: "Choose resources for a lead, as the site's lead page does",
    discussion: """
      Values are taken as the CRM holds them: job titles in any spelling, lifecycle and status by the stages' \
      crm_values. \(Asking.facets) With --titles, lists the job titles of a CSV file that no persona covers, by count.
      """,
    options: [
      CommonOptions.folder,
      OptionSpec("--title", value: "TITLE", help: "The lead's job title, such as \"VP, Finance\""),
      OptionSpec("--persona", value: "WHO", help: "The persona, where you know it; goes before the title"),
      OptionSpec("--stage", value: "STAGE", help: "The stage, where you know it; goes before the CRM's values"),
      OptionSpec("--lifecycle", value: "VALUE", help: "The CRM's lifecycle stage"),
      OptionSpec("--lead-status", value: "VALUE", help: "The CRM's lead status"),
      OptionSpec("--opp-stage", value: "VALUE", help: "The CRM's opportunity stage"),
      OptionSpec("--sent", value: "ID", isRepeatable: true, help: "Already sent; repeat it for more"),
      OptionSpec("--titles", value: "FILE", help: "A CSV file with a job title column"),
      CommonOptions.today, Asking.limit, Asking.json,
    ],
    takesFacets: true,
    examples: [
      "shelfmark match --title \"VP, Finance\" --lifecycle Opportunity --industries Mfg",
      "shelfmark match --titles contacts.csv",
    ])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let today = try arguments.today()
    let limit = try Asking.limit(arguments)
    do throws(FileFailure) {
      let matcher = try Asking.matcher(arguments, terminal)
      let reader = LeadReader(matcher.library)
      if let file = arguments["--titles"] {
        let path = arguments.path(file)
        let bytes = try Folder.anywhere.read(path, limit: 256 << 20)
        return JobTitleList.report(bytes, file: file, reader, isJSON: arguments.has("--json"), terminal)
      }
      return answer(reader.read(lead(arguments)), matcher, today, limit, arguments, terminal)
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  private static func lead(_ arguments: Arguments) -> RawLead {
    var lead = RawLead()
    lead.title = arguments["--title"] ?? ""
    lead.persona = arguments["--persona"] ?? ""
    lead.stage = arguments["--stage"] ?? ""
    lead.lifecycle = arguments["--lifecycle"] ?? ""
    lead.leadStatus = arguments["--lead-status"] ?? ""
    lead.oppStage = arguments["--opp-stage"] ?? ""
    lead.sent = arguments.all("--sent")
    for pair in arguments.facets { lead.facets.append((pair.name, [pair.value])) }
    return lead
  }

  private static func answer(
    _ read: ReadLead, _ matcher: Matcher, _ today: Day, _ limit: Int, _ arguments: Arguments, _ terminal: Terminal
  ) -> ExitStatus {
    let library = matcher.library
    let matches = matcher.match(read.profile, today: today)
    let shown = matches.prefix(limit)
    let persona = read.profile.persona.map { library.personas[$0] }
    let stage = read.profile.stage.map { library.stages[$0] }
    if arguments.has("--json") {
      let unknown = read.unknown.map { "{\"field\": \(jsonString($0.field)), \"value\": \(jsonString($0.value))}" }
      terminal.print(
        "{\n  \"persona\": \(persona.map { jsonString($0.id) } ?? "null"),\n"
          + "  \"stage\": \(stage.map { jsonString($0.id) } ?? "null"),\n"
          + "  \"notUnderstood\": \(Asking.list(unknown)),\n  \"count\": \(matches.count),\n"
          + "  \"results\": \(Asking.list(shown.map { Asking.json($0, matcher) }))\n}\n")
      return .success
    }
    var understood = [persona?.label ?? "anybody", stage?.label ?? "any stage"]
    for (facet, values) in zip(library.facets, read.profile.facets) {
      understood += values.map { facet.values[$0].label }
    }
    terminal.printError("We read this as: \(printable(understood.joined(separator: " · ")))\n")
    for (field, value) in read.unknown {
      terminal.printError("not understood: \(printable(field)) '\(printable(value))'\n")
    }
    terminal.print(Asking.text(shown, matcher, terminal))
    terminal.printError(FindCommand.count(matches.count, shown: shown.count))
    return .success
  }
}
