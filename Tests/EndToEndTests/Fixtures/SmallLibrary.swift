// A library as small as one can be and have nothing to complain of, for tests that spoil one thing in it.

import Foundation
import TestSupport

enum SmallLibrary {
  /// The day on which its reviews are fresh.
  static let today = "2026-03-01"

  static let files: [String: String] = [
    "content/library.yml": """
    site: {title: Small library, base_url: https://small.example/}
    owner: ana
    people:
      ana: {name: Ana Ruiz, team: marketing, email: ana@small.example}
    teams:
      marketing: {label: Marketing, contact: marketing@small.example}
    types:
      one-pager: {label: One-pager, review_every: 6m, audience: external}
      case-study: {label: Case study, review_every: 12m, audience: external, require: [industries]}
      battlecard: {label: Battlecard, review_every: 3m, audience: internal}
    facets:
      industries:
        label: Industry
        values:
          manufacturing: {label: Manufacturing, aliases: [Mfg]}
          retail: {label: Retail}

    """,
    "content/personas/cfo.md": """
    ---
    title: Finance leader
    summary: Signs for what it costs and what it brings in.
    job_titles: [CFO, Finance Director]
    ---
    Wants a number by Friday.

    """,
    "content/personas/it-lead.md": """
    ---
    title: IT leader
    summary: Keeps systems running and data where they belong.
    job_titles: [CIO, Head of IT]
    ---
    Wants to know who can see what.

    """,
    "content/stages/decision.md": """
    ---
    title: Decision
    summary: They choose, and must defend the choice to others.
    order: 1
    buyer_asks: Why you, and why now?
    next: [retention]
    ---
    A contract is on the table.

    """,
    "content/stages/retention.md": """
    ---
    title: Retention
    summary: They use it, and ask themselves whether to go on.
    order: 2
    next: [decision]
    ---
    The first year is over.

    """,
    "content/resources/roi-sheet.md": """
    ---
    title: What a stopped line costs
    summary: One page that turns hours of stopped machines into money.
    type: one-pager
    personas: [cfo]
    stages: [decision]
    industries: [manufacturing]
    reviewed: 2026-01-15
    share: https://www.small.example/roi
    files: [roi.pdf]
    snippet: "Hello {{first_name}}, here is what a stopped line costs: {{link}}"
    ---
    ## The sum

    An hour costs more than a year of us, see [the plant story](plant-story.md#how-it-went).

    """,
    "content/resources/roi.pdf": "%PDF-1.4\n%%EOF\n",
    "content/resources/plant-story.md": """
    ---
    title: How a plant got its Sundays back
    summary: A plant of two hundred people and what changed for its night shift.
    type: case-study
    personas: [cfo, it-lead]
    stages: [decision]
    industries: [manufacturing]
    reviewed: 2026-02-01
    ---
    ## How it went

    Better than they thought.

    """,
    "content/resources/spreadsheet-card.md": """
    ---
    title: Against the spreadsheet
    summary: What to say when they have always done it in a spreadsheet.
    type: battlecard
    personas: [it-lead]
    stages: [retention]
    reviewed: 2026-02-20
    use_when: They say the spreadsheet is good enough.
    say: Who gets the call when the spreadsheet is wrong?
    ---
    Never laugh at it: INTERNALWORD.

    """,
  ]

  /// In a folder of its own, with files added, replaced or (nil) taken away.
  static func folder(_ changes: [String: String?] = [:], inMemory: Bool = false) throws -> TemporaryFolder {
    var files = files
    for (name, text) in changes { files[name] = text }
    return try TemporaryFolder(files, inMemory: inMemory)
  }
}
