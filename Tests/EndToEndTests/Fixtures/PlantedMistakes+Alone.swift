// Mistakes after which nothing else can be told of the library: each in a library of its own.

extension PlantedMistake {
  static let alone: [PlantedMistake] = [
    PlantedMistake("incomplete-library", ["content/library.yml": nil], at: Place("content/library.yml")),
    PlantedMistake(
      "dead-end-stage",
      [
        "content/stages/retention.md": """
        ---
        title: Retention
        summary: They use it, and ask themselves whether to go on.
        order: 2
        ---
        The first year is over.
        """
      ], at: Place("content/stages/retention.md")),
    PlantedMistake(
      "scenario",
      [
        "content/scenarios.yml": """
        A finance director asks what it costs:
          title: CFO
          expect: [roi-sheet, ▲spreadsheet-card]
        """
      ]),
    PlantedMistake(
      "scenario-date",
      [
        "content/scenarios.yml": """
        A finance director asks what it costs:
          title: CFO
          expect: [▲roi-sheet]
        """,
        "content/resources/roi-sheet.md": """
        ---
        title: What a stopped line costs
        summary: One page that turns hours of stopped machines into money.
        type: one-pager
        personas: [cfo]
        stages: [decision]
        reviewed: 2026-01-15
        publish: 2026-04-01
        files: [roi.pdf]
        ---
        An hour costs more than a year of us.
        """,
      ]),
  ]
}
