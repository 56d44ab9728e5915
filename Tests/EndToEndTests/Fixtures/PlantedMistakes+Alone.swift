// Mistakes after which nothing else can be told of the library: each in a library of its own.

extension PlantedMistake {
  static let alone: [PlantedMistake] = [
    PlantedMistake("incomplete-library", ["content/library.yml": nil], at: Place("content/library.yml")),
    PlantedMistake(
      "dead-end-stage", [
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

  /// Warnings about templates, and what other tests plant in ways of their own (a file without rights, in DiskTests).
  static let elsewhere: [PlantedMistake] = [
    PlantedMistake(
      "unknown-template-name", ["templates/resource.mustache": "<p>{{title}}</p>\n<p>{{▲sumary}}</p>\n"]),
    PlantedMistake(
      "template-ignored",
      ["templates/resource.mustache": "{{<page}}{{$main}}<p>{{title}}</p>{{/main}}\n▲Lost.{{/page}}\n"]),
    PlantedMistake("unreadable-file", [:]),
  ]
}
