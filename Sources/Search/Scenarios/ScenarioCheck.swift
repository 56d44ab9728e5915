// Whether the scenarios of a library hold: its leads are put to the matcher, as `shelfmark match` and the lead page would.
// First without a day: what is missing then was broken by an edit. Then on a day: what is missing only then, time took.

package import Diagnostics
package import Library

package struct ScenarioCheck: Sendable {
  private let matcher: Matcher
  private let reader: LeadReader
  private let indices: [String: Int]

  package init(_ matcher: Matcher) {
    self.matcher = matcher
    reader = LeadReader(matcher.library)
    indices = Dictionary(matcher.library.resources.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// All that is wrong with the scenarios. What is expected of a file in `faulty` is not asked for: its own mistakes are
  /// reported, and this would only be their consequence.
  package func problems(today: Day?, besides faulty: Set<String> = []) -> Problems {
    var problems = Problems()
    for scenario in matcher.library.scenarios {
      let read = reader.read(lead(scenario))
      guard read.unknown.isEmpty else {
        for (field, value) in read.unknown { problems.add(notUnderstood(field, value, in: scenario)) }
        continue
      }
      let always = ranking(scenario, read, today: nil)
      let now = today.map { ranking(scenario, read, today: $0) } ?? always
      for expected in scenario.expected {
        // A resource that is held back or reported for itself.
        guard let index = indices[expected.value], !faulty.contains(matcher.library.resources[index].file) else {
          continue
        }
        if !isShown(index, in: always) {
          problems.add(broken(scenario, expected, index, always))
        } else if !isShown(index, in: now), let today {
          problems.add(gone(scenario, expected, index, now, on: today))
        }
      }
    }
    return problems
  }

  /// The ids of the first resources for a scenario, whatever the day; nil where its lead is not understood.
  package func shown(_ scenario: Scenario) -> [String]? {
    let read = reader.read(lead(scenario))
    guard read.unknown.isEmpty else { return nil }
    return ids(ranking(scenario, read, today: nil))
  }

  // MARK: Asking

  private func lead(_ scenario: Scenario) -> RawLead {
    var lead = RawLead()
    lead.title = scenario["title"] ?? ""
    lead.persona = scenario["persona"] ?? ""
    lead.stage = scenario["stage"] ?? ""
    lead.lifecycle = scenario["lifecycle"] ?? ""
    lead.leadStatus = scenario["lead_status"] ?? ""
    lead.oppStage = scenario["opp_stage"] ?? ""
    lead.facets = scenario.facets.map { ($0.facet, $0.values.map(\.value)) }
    // What was sent may have been withdrawn since; the lead is the same all the same.
    lead.sent = scenario.sent.map(\.value).filter { id in
      indices[id].map { matcher.library.resources[$0].status == .approved } ?? false
    }
    return lead
  }

  private func ranking(_ scenario: Scenario, _ read: ReadLead, today: Day?) -> [Int] {
    guard let words = scenario["words"] else { return matcher.match(read.profile, today: today).map(\.resource) }
    return matcher.find(words, read.profile, today: today).matches.map(\.resource)
  }

  private func isShown(_ index: Int, in ranking: [Int]) -> Bool { ranking.prefix(Scenario.shownCount).contains(index) }

  private func ids(_ ranking: [Int]) -> [String] {
    ranking.prefix(Scenario.shownCount).map { matcher.library.resources[$0].id }
  }

  // MARK: Saying

  private func broken(
    _ scenario: Scenario, _ expected: Located<String>, _ index: Int, _ ranking: [Int]
  ) -> Problem {
    let resource = matcher.library.resources[index]
    let place = ranking.firstIndex(of: index).map { "it stands in place \($0 + 1)" }
    let leftOut = "its labels \(scenario["words"] == nil ? "leave" : "and words leave") it out"
    let reason =
      switch resource.status {
      case .draft: "it is a draft"
      case .archived: "it is archived"
      case .approved: place ?? (resource.isUnlabelled ? "it is not labelled yet" : leftOut)
      }
    return Problem(
      .scenario, in: Scenario.path, at: expected.range,
      "'\(expected.value)' is not among the first three for '\(scenario.name)': \(reason); \(instead(ranking))",
      help: help(scenario))
  }

  private func gone(
    _ scenario: Scenario, _ expected: Located<String>, _ index: Int, _ ranking: [Int], on today: Day
  ) -> Problem {
    let resource = matcher.library.resources[index]
    var reason = "others went by"
    if resource.isOverdue(on: today), let due = resource.reviewDue { reason = "its review was due on \(due.iso)" }
    if let expires = resource.expires, resource.isExpired(on: today) { reason = "it expired on \(expires.iso)" }
    if let publish = resource.publish, resource.isScheduled(on: today) {
      reason = "it is not published before \(publish.iso)"
    }
    return Problem(
      .scenarioDate, in: Scenario.path, at: expected.range,
      "today '\(expected.value)' is not among the first three for '\(scenario.name)': \(reason); \(instead(ranking))",
      help: "review '\(resource.file)', or expect what took its place")
  }

  private func instead(_ ranking: [Int]) -> String {
    let ids = ids(ranking)
    guard let last = ids.last else { return "nothing stands there" }
    return ids.count == 1 ? "\(last) stands there" : "\(ids.dropLast().joined(separator: ", ")) and \(last) stand there"
  }

  private func notUnderstood(_ field: String, _ value: String, in scenario: Scenario) -> Problem {
    let written = scenario.fields.first { $0.name == field }?.value
    let inFacets = scenario.facets.first { $0.facet == field }?.values
    let place = written ?? inFacets?.first { $0.value == value } ?? inFacets?.first { $0.value.contains(value) }
    let expectation: String
    switch field {
    case "title": expectation = "is the job title of no persona"
    case "persona": expectation = "is not a persona"
    case "stage": expectation = "is not a stage"
    case "sent": expectation = "is not a resource"
    case "lifecycle", "lead_status", "opp_stage": expectation = "means no stage"
    default: expectation = "is not one of the \(field)"
    }
    let help =
      switch field {
      case "title": "add it to the job_titles of a persona, or write another"
      case "lifecycle": "add it to the crm_values of a stage, as lifecycle_stage, or write another"
      case "lead_status", "opp_stage": "add it to the crm_values of a stage, or write another"
      case "persona": Self.oneOf(matcher.library.personas)
      case "stage": Self.oneOf(matcher.library.stages)
      default: Self.oneOf(matcher.library.facets.first { $0.id == field }?.values ?? [])
      }
    return Problem(
      .scenario, in: Scenario.path, at: place?.range ?? scenario.expected.first?.range ?? .start,
      "'\(value)' of '\(scenario.name)' \(expectation)", help: help)
  }

  private static func oneOf(_ terms: [some Term]) -> String {
    "use one of: \(terms.prefix(8).map(\.id).joined(separator: ", "))\(terms.count > 8 ? "…" : "")"
  }

  /// The command that shows what the lead gets, with every point.
  private func help(_ scenario: Scenario) -> String {
    var words = ["shelfmark", scenario["words"] == nil ? "match" : "find"]
    if let asked = scenario["words"] {
      words.append(Self.quoted(asked))
      // The finder takes labels; what else the lead is known by has been understood as these.
      let profile = reader.read(lead(scenario)).profile
      if let persona = profile.persona { words += ["--persona", matcher.library.personas[persona].id] }
      if let stage = profile.stage { words += ["--stage", matcher.library.stages[stage].id] }
    } else {
      for (name, value) in scenario.fields {
        words += ["--" + name.replacing("_", with: "-"), Self.quoted(value.value)]
      }
      for id in scenario.sent { words += ["--sent", id.value] }
    }
    for (facet, values) in scenario.facets { words += values.flatMap { ["--" + facet, Self.quoted($0.value)] } }
    return "see why with: \(words.joined(separator: " "))"
  }

  /// As one word for a shell.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isPlain && !text.isEmpty
      ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
