// Mistakes in labels. "type:" with nothing after it leaves the label out.

extension PlantedMistake {
  static let inLabels: [PlantedMistake] = [
    PlantedMistake("label-syntax", resource: ["keywords: [one, ▲\"two]"]),
    PlantedMistake("unknown-label", resource: ["▲titel: Slipped"]),
    PlantedMistake("missing-label", resource: ["type:"]),
    PlantedMistake("invalid-value", resource: ["audience: ▲extern"]),
    PlantedMistake("invalid-value", resource: ["share: ▲www.small.example"]),
    PlantedMistake("invalid-value", resource: ["review_every: ▲quarterly"]),
    PlantedMistake("unknown-persona", resource: ["personas: [cfo, ▲cf0]"]),
    PlantedMistake("unknown-stage", resource: ["stages: ▲descision"]),
    PlantedMistake("unknown-type", resource: ["type: ▲case studdy"]),
    PlantedMistake("unknown-person", resource: ["owner: ▲anna"]),
    PlantedMistake("unknown-value", resource: ["industries: [▲manufactoring]"]),
    PlantedMistake("unknown-resource", resource: ["related: [plant-story, ▲roi-sheeet]"]),
    PlantedMistake("invalid-date", resource: ["reviewed: ▲2026-02-30"]),
    PlantedMistake("invalid-date", resource: ["expires: ▲31.12.2026"]),
    PlantedMistake("path-clash", resource: ["aliases: [▲roi-sheet]"]),
    PlantedMistake("missing-file", resource: ["files: [▲gone.pdf]"]),
    PlantedMistake("outside-content", resource: ["files: [▲../../../outside.pdf]"], with: ["outside.pdf": "%PDF"]),
    PlantedMistake(
      "active-content", resource: ["files: [▲page.html]"],
      with: ["content/resources/planted/page.html": "<script>alert(1)</script>"]),
    PlantedMistake(
      "active-content", resource: ["files: [▲report.pdf]"],
      with: ["content/resources/planted/report.pdf": "<!doctype html><script>alert(1)</script>"]),
    PlantedMistake(
      "file-name", resource: ["files: [▲\"Q3 results?.pdf\"]"],
      with: ["content/resources/planted/Q3 results?.pdf": "%PDF"]),
    PlantedMistake(
      "audience-leak", resource: ["files: [▲../internal/margins.csv]"],
      with: [
        "content/resources/internal/margins.csv": "INTERNALWORD,40",
        "content/resources/internal/margins.md": """
        ---
        title: Our margins
        summary: What we earn on each product, for colleagues.
        type: battlecard
        personas: [cfo]
        stages: [decision]
        reviewed: 2026-02-01
        files: [margins.csv]
        ---
        Not for others.
        """,
      ]),
    PlantedMistake(
      "audience-leak", resource: ["snippet: \"See ▲https://small.example/resources/spreadsheet-card.html\""]),

    PlantedMistake("missing-type-label", resource: ["type: case-study", "industries:"]),
    PlantedMistake(
      "duplicate-title",
      [
        "content/resources/planted/zz-duplicate-title.md": """
        ---
        title: ▲What a stopped line costs
        summary: A resource that has the title of another one.
        type: one-pager
        personas: [cfo]
        stages: [decision]
        reviewed: 2026-02-01
        ---
        Text.
        """
      ]),
    PlantedMistake("title-length", resource: ["title: ▲\(String(repeating: "long ", count: 20))title"]),
    PlantedMistake("summary-length", resource: ["summary: ▲Too short."]),
    PlantedMistake("future-review", resource: ["reviewed: ▲2062-02-01"]),
    PlantedMistake("not-reviewed", resource: ["reviewed:"]),
    PlantedMistake("review-overdue", resource: ["reviewed: ▲2024-02-01"]),
    PlantedMistake("expired", resource: ["expires: ▲2026-02-28"]),
    PlantedMistake("todo", resource: ["personas: ▲todo"]),
    PlantedMistake("too-broad", resource: ["stages: [▲all]"]),
    PlantedMistake("missing-share", resource: ["snippet: \"Look at ▲{{link}}\""]),
  ]

  /// In library.yml, personas and stages.
  static let inVocabularies: [PlantedMistake] = [
    PlantedMistake(
      "unknown-team",
      [
        "content/library.yml": SmallLibrary.files["content/library.yml"]?
          .replacing("people:\n", with: "people:\n  bo: {name: Bo Lind, team: ▲markting}\n")
      ]),
    PlantedMistake(
      "shared-job-title",
      [
        "content/personas/controller.md": """
        ---
        title: Controller
        summary: Counts what others spend, and tells them.
        job_titles: [Controller, ▲Director of Finance]
        ---
        """
      ]),
    PlantedMistake(
      "shared-crm-value",
      [
        "content/stages/first.md": """
        ---
        title: First talk
        summary: They have called, and somebody answered them.
        order: 3
        next: [second]
        crm_values: {lifecycle_stage: [Lead]}
        ---
        """,
        "content/stages/second.md": """
        ---
        title: Second talk
        summary: They have called again, and asked for more.
        order: 4
        next: [first, decision]
        crm_values: {lifecycle_stage: [Customer, ▲lead]}
        ---
        """,
        "content/stages/retention.md": SmallLibrary.files["content/stages/retention.md"]?
          .replacing("next: [decision]", with: "next: [decision, first]"),
      ]),
  ]
}
