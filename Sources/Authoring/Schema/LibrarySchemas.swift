// JSON Schemas of what people write, for editors that suggest and check while one types: the labels of a resource, a
// persona and a stage, library.yml and scenarios.yml, with the library's own words as enumerations. Draft 7, which
// editors read. The check stays the judge: it forgives capitals, which a schema cannot say briefly.

package import Diagnostics
package import Library

package struct LibrarySchemas: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case resource, persona, stage, library, scenarios
  }

  private let library: Library
  private let rules: [Rule]

  /// `rules`: those whose severity can be set.
  package init(_ library: Library, rules: [Rule]) {
    self.library = library
    self.rules = rules
  }

  package func schema(of kind: Kind) -> JSONText {
    let (title, body): (String, JSONText) =
      switch kind {
      case .resource: ("The labels of a resource", resource)
      case .persona: ("The labels of a persona", persona)
      case .stage: ("The labels of a stage", stage)
      case .library: ("content/library.yml", settings)
      case .scenarios: ("content/scenarios.yml", scenarios)
      }
    guard case .object(let fields) = body else { return body }
    return .object(
      [("$schema", "http://json-schema.org/draft-07/schema#"), ("title", .text("\(title) of \(library.site.title)"))]
        + fields)
  }

  // MARK: Parts

  private typealias Field = (name: String, schema: JSONText, about: String)

  /// A group of labels. Those that begin with "x-" are free.
  private func group(_ fields: [Field], required: [String] = []) -> JSONText {
    let properties = fields.map { field -> (String, JSONText) in
      guard case .object(let schema) = field.schema, !field.about.isEmpty else { return (field.name, field.schema) }
      return (field.name, .object([("description", .text(field.about))] + schema))
    }
    return .object(
      [
        ("type", "object"), ("properties", .object(properties)), ("patternProperties", ["^x-": true]),
        ("additionalProperties", false),
      ] + (required.isEmpty ? [] : [("required", .texts(required))]))
  }

  /// A text; editors take an unquoted 2026 for a number and yes for a choice, and labels do not.
  private func text(limit: Int? = nil) -> JSONText {
    ["type": ["string", "number", "boolean", "null"], "maxLength": .number(limit ?? 100_000)]
  }

  private var day: JSONText { ["type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"] }
  private var period: JSONText { ["type": ["string", "null"], "pattern": "^[1-9][0-9]{0,2}[dmyDMY]$"] }
  private var flag: JSONText { ["enum": [true, false, "yes", "no", "true", "false", .null]] }
  private func number(_ range: ClosedRange<Int>) -> JSONText {
    ["type": ["integer", "null"], "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
  }

  private func oneOf(_ words: [String]) -> JSONText { ["enum": .list(words.map { .text($0) } + [.null])] }

  /// The ids of terms, which editors suggest first, and all their other names.
  private func named(_ terms: [some Term], or others: [String] = []) -> JSONText {
    var seen = Set<String>()
    let names = terms.map(\.id) + others + terms.flatMap { [$0.label] + $0.aliases }
    return oneOf(names.filter { seen.insert($0).inserted })
  }

  /// A list, or one alone, which is a list of one.
  private func list(_ item: JSONText, limit: Int? = nil) -> JSONText {
    ["anyOf": [item, ["type": "array", "items": item, "maxItems": .number(limit ?? 10_000)]]]
  }

  private var owner: JSONText { ["anyOf": [named(library.people), named(library.teams)]] }

  // MARK: Kinds

  private var resource: JSONText {
    let file: JSONText = [
      "anyOf": [text(), group([("path", text(), ""), ("url", text(), ""), ("label", text(), "What people call it")])]
    ]
    var fields: [Field] = [
      ("type", named(library.types, or: ["todo"]), "What it is"),
      ("personas", list(named(library.personas, or: ["all", "todo"])), "Who it is for; [all] for everybody"),
      ("stages", list(named(library.stages, or: ["all", "todo"])), "How far along they are; [all] for any stage"),
      ("title", text(), "Up to 90 characters; the first heading stands in for it"),
      ("summary", text(), "20 to 200 characters; the first paragraph stands in for it"),
      ("owner", owner, "A person or a team"), ("reviewed", day, "The last day on which somebody found it right"),
      ("audience", oneOf(Audience.allCases.map(\.rawValue)), "Whether a prospect may see it"),
      ("status", oneOf(Status.allCases.map(\.rawValue)), ""),
      ("use_when", text(limit: 160), "The situation; for colleagues only"),
      ("say", text(limit: 300), "A sentence to speak; for colleagues only"),
      ("share", text(), "An https address that a prospect can open"), ("lang", text(), "Its language, such as de"),
      ("files", list(file), "Files beside it, or addresses"), ("publish", day, "The first day on which it is shown"),
      ("expires", day, "The last day on which it is valid"), ("review_every", period, "Such as 6m or 1y"),
      ("replaces", list(text()), "Ids of what it replaces"), ("aliases", list(text()), "Its old ids"),
      ("related", list(oneOfIDs, limit: 8), "Ids of resources"),
      ("snippet", text(limit: 800), "An e-mail, with {{first_name}} {{company}} {{sender}} {{link}}"),
      ("keywords", list(text(), limit: 12), "Words people look for that are not in the text"),
      ("featured", flag, "Shown before others"),
    ]
    fields += library.facets.map { ($0.id, list(named($0.values)), $0.label) }
    return group(fields, required: ["type", "personas", "stages"])
  }

  private var oneOfIDs: JSONText { oneOf(library.resources.map(\.id)) }

  private var persona: JSONText {
    var fields: [Field] = [
      ("title", text(), ""), ("summary", text(), "20 to 200 characters"),
      ("job_titles", list(text()), "Phrases as CRMs hold them; each belongs to one persona"),
      ("aliases", list(text()), "Other names"), ("buying_role", text(), ""), ("goals", list(text()), ""),
      ("pains", list(text()), ""), ("objections", list(text()), ""), ("industries", list(text()), ""),
    ]
    for facet in library.facets {
      fields.removeAll { $0.name == facet.id }
      fields.append((facet.id, list(named(facet.values)), "Typical of this persona"))
    }
    return group(fields, required: ["summary", "job_titles"])
  }

  private var stage: JSONText {
    let values = ["lifecycle_stage", "lead_status", "opp_stage"].map { Field($0, list(text()), "") }
    return group(
      [
        ("title", text(), ""), ("summary", text(), "20 to 200 characters"),
        ("order", number(0...1_000), "Its place in the journey; unique"), ("aliases", list(text()), "Other names"),
        ("buyer_asks", text(), "The buyer's question"), ("next", list(named(library.stages)), "The stages after it"),
        ("team", named(library.teams), "Who owns it"), ("exit_criteria", list(text()), "What must be true to go on"),
        ("crm_values", group(values), "The CRM's values that mean this stage"),
      ], required: ["summary", "order"])
  }

  private var scenarios: JSONText {
    let ids = oneOfIDs
    // A lead's values come in any spelling, several in one text too: the library's words are only what editors suggest.
    func suggested(_ terms: [some Term]) -> JSONText { ["anyOf": [named(terms), text()]] }
    let fields: [Field] =
      Scenario.fieldNames.map { name in
        switch name {
        case "persona": (name, suggested(library.personas), "")
        case "stage": (name, suggested(library.stages), "")
        case "words": (name, text(), "What is typed into the finder")
        default: (name, text(), "As the CRM holds it")
        }
      } + [
        ("sent", list(ids), "What they have already"),
        ("expect", list(ids, limit: Scenario.shownCount), "What must be among the first three"),
      ] + library.facets.map { ($0.id, list(suggested($0.values)), $0.label) }
    return [
      "type": "object", "patternProperties": ["^x-": true], "additionalProperties": group(fields, required: ["expect"]),
    ]
  }

  // MARK: library.yml

  /// A group whose names are the author's own, each with labels or with its label alone.
  private func terms(_ fields: [Field]) -> JSONText {
    [
      "type": "object", "propertyNames": ["pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"],
      "additionalProperties": ["anyOf": [text(), group(fields)]],
    ]
  }

  private var settings: JSONText {
    let points = number(-1_000...1_000)
    let label: Field = ("label", text(), "What people read")
    let aliases: Field = ("aliases", list(text()), "Other names")
    let severities = rules.filter { !$0.isFixed }.map {
      Field($0.name, oneOf(Severity.allCases.map(\.rawValue)), "Unless you set it: \($0.severity.rawValue)")
    }
    let weights = [
      "persona", "persona_all", "stage", "stage_all", "stage_next", "words", "featured", "overdue", "sent",
    ].map { Field($0, points, "") }
    let site: [Field] = [
      ("title", text(), ""), ("description", text(), ""), ("language", text(), "Such as en"),
      ("base_url", text(), "The address of the site's home page"),
      ("edit_url", text(), "Where your git host edits a file, with {path} in it"),
      ("index", flag, "Whether search engines may list the site"), ("max_file_mb", number(1...100_000), ""),
      ("max_source_kb", number(1...65_536), ""),
    ]
    return group([
      ("site", group(site), "The site"), ("teams", terms([label, ("contact", text(), "")]), ""),
      (
        "people",
        terms([("name", text(), ""), ("team", named(library.teams), ""), ("email", text(), ""), ("chat", text(), "")]),
        ""
      ),
      ("owner", owner, "Who owns what names no owner"),
      (
        "types",
        terms([
          label, aliases, ("review_every", period, "Such as 6m or 1y"),
          ("audience", oneOf(Audience.allCases.map(\.rawValue)), ""), ("owner", owner, ""),
          ("require", list(text()), "Labels that every one should have"),
        ]), "What a resource can be"
      ),
      (
        "facets",
        terms([
          label, ("points", points, "For a value that fits"),
          ("elsewhere", points, "Where only other values are named"),
          ("values", terms([label, aliases]), ""),
        ]), "Your own axes"
      ),
      ("weights", group(weights), "The matcher's points"),
      ("title_words", ["type": "object", "additionalProperties": text()], "Short forms in job titles, spelled out"),
      ("rules", group(severities), "What a rule is: error, warning or off"),
    ])
  }
}
