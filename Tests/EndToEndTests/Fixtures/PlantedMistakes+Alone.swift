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
  ]
}
