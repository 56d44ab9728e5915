// Mistakes in texts, and in how files are called and where they lie.

extension PlantedMistake {
  static let inTexts: [PlantedMistake] = [
    PlantedMistake("broken-link", body: "Read ▲[the sheet](../roi-sheeet.md) first.\n"),
    PlantedMistake("broken-link", body: "Über ▲[the sheet](gone.md), and *then* ▲[more](../gone/index.md).\n"),
    PlantedMistake("broken-anchor", body: "Read ▲[the sum](../roi-sheet.md#the-summ).\n"),
    PlantedMistake("missing-file", body: "Look: ▲![a plant](plant.png)\n"),
    PlantedMistake("remote-image", body: "Look: ▲![a plant](https://elsewhere.example/plant.png)\n"),
    PlantedMistake("unsafe-link", body: "Press ▲[here](javascript:alert(1)).\n"),
    PlantedMistake("raw-html", body: "A line.\n\nOne ▲<b>bold</b> word.\n"),
    PlantedMistake(
      "missing-alt", body: "Look: ▲![](dot.png)\n", with: ["content/resources/planted/dot.png": PlantedMistake.dot]),
    PlantedMistake("audience-leak", body: "See ▲[what we say](../spreadsheet-card.md).\n"),
    PlantedMistake(
      "draft-link", body: "Soon: ▲[the new sheet](new-sheet.md).\n",
      with: [
        "content/resources/planted/new-sheet.md": """
        ---
        title: The new sheet
        summary: What will take the place of the old sheet.
        type: one-pager
        personas: [cfo]
        stages: [decision]
        status: draft
        ---
        DRAFTWORD
        """
      ]),
    PlantedMistake("too-deep", body: "Text.\n\n▲\(String(repeating: "> ", count: 120))deep\n"),
    PlantedMistake("too-large", body: "Text.\n\n" + bigTable),
  ]

  static let inFiles: [PlantedMistake] = [
    PlantedMistake(
      "duplicate-id",
      ["a", "b"].reduce(into: [:]) { files, folder in
        files["content/resources/twins/\(folder)/twin.md"] = """
          ---
          title: Twin \(folder)
          summary: One of two files with the same name.
          type: one-pager
          personas: [cfo]
          stages: [decision]
          reviewed: 2026-02-01
          ---
          Text.
          """
      }, at: Place("content/resources/twins/b/twin.md")),
    PlantedMistake(
      "id-form",
      [
        "content/resources/planted/Price Sheet (final).md": """
        ---
        title: Price sheet
        summary: What it costs, in the version that is final.
        type: one-pager
        personas: [cfo]
        stages: [decision]
        reviewed: 2026-02-01
        ---
        Text.
        """
      ], at: Place("content/resources/planted/Price Sheet (final).md")),
    PlantedMistake("stray-file", ["content/notes.md": "Some notes.\n"], at: Place("content/notes.md")),
    PlantedMistake(
      "outside-content", [:], links: ["content/resources/planted/passwords.md": "/etc/passwd"],
      at: Place("content/resources/planted/passwords.md")),
    PlantedMistake(
      "not-utf8", [:],
      binaries: [
        "content/resources/planted/latin.md": Array("---\ntitle: Gr".utf8) + [0xFC, 0xDF] + Array("e\n---\n".utf8)
      ],
      at: Place("content/resources/planted/latin.md", 2, 10)),
    PlantedMistake(
      "too-large", [:], binaries: ["content/resources/planted/huge.md": Array(repeating: 0x61, count: 2_200_000)],
      at: Place("content/resources/planted/huge.md")),
  ]

  static let inTemplates: [PlantedMistake] = [
    PlantedMistake(
      "template-syntax", ["templates/resource.mustache": "<p>{{title}}</p>\n▲{{#files}}<p>{{label}}</p>\n"]),
    PlantedMistake(
      "unknown-template-name", ["templates/resource.mustache": "<p>{{title}}</p>\n<p>{{▲sumary}}</p>\n"]),
    PlantedMistake(
      "template-ignored",
      ["templates/resource.mustache": "{{<layout}}{{$main}}<p>{{title}}</p>{{/main}}\n▲Lost.{{/layout}}\n"]),
  ]

  /// 500 columns, 301 rows: short rows are filled up.
  private static let bigTable =
    String(repeating: "| a ", count: 500) + "|\n" + String(repeating: "|---", count: 500) + "|\n"
    + String(repeating: "| b |\n", count: 299) + "▲| b |\n"

  /// A picture of one dot, as GIF: text enough to stand in a table.
  private static let dot = "GIF89a\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0};"
}
