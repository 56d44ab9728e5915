// One mistake each, and what is reported of it: labels that are missing, mistyped or not decided.

extension PlantedMistake {
  static let labels: [PlantedMistake] = [
    PlantedMistake(
      "a label nobody reads", "unknown-label",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("reviewed", to: "reveiwed")
      ],
      reports: [
        "resources/roi-sheet.md:7:1: error: 'reveiwed' is not a label of a resource [unknown-label] "
          + "help: did you mean 'reviewed'? Write: reviewed: 2026-03-01"
      ]),
    PlantedMistake(
      "a label that other programs call so", "unknown-label",
      [
        "resources/roi-sheet.md": labels("Tags: [roi, money]")
      ],
      reports: [
        "resources/roi-sheet.md:4:1: error: 'Tags' is not a label of a resource [unknown-label] "
          + "help: did you mean 'keywords'? Write: keywords: [roi, money]"
      ]),
    PlantedMistake(
      "a label like none", "unknown-label",
      [
        "resources/roi-sheet.md": labels("zzz: 1")
      ],
      reports: [
        "resources/roi-sheet.md:4:1: error: 'zzz' is not a label of a resource [unknown-label] help: "
          + "remove it, or call it 'x-zzz' to keep it for your own use; for a new way to sort, add it under 'facets' in "
          + "content/library.yml"
      ]),
    PlantedMistake(
      "a mistyped required label is one mistake", "unknown-label",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("personas", to: "personnas")
      ],
      reports: [
        "resources/roi-sheet.md:5:1: error: 'personnas' is not a label of a resource [unknown-label] "
          + "help: did you mean 'personas'? Write: personas: [cfo]"
      ]),
    PlantedMistake(
      "an unknown label of a type", "unknown-label",
      [
        "library.yml": TestLibrary.settings.changing("review_every: 12m", to: "review: 12m")
      ],
      reports: [
        "library.yml:3:51: error: 'review' is not a label of a type [unknown-label] help: remove it, or "
          + "call it 'x-review' to keep it for your own use"
      ]),
    PlantedMistake(
      "an unknown rule", "unknown-label",
      [
        "library.yml": TestLibrary.settings.changing("types:", to: "rules: {brokn-link: warning}\ntypes:")
      ],
      reports: [
        "library.yml:2:9: error: 'brokn-link' is not a rule [unknown-label] help: did you mean "
          + "'broken-link'? Write: rules: {broken-link: warning}"
      ]),
    PlantedMistake(
      "an unknown label in require", "unknown-label",
      [
        "library.yml": TestLibrary.settings.changing("[competitors]", to: "[competitor]")
      ],
      reports: [
        "library.yml:4:83: error: 'competitor' is not a label of a resource [unknown-label] help: did "
          + "you mean 'competitors'? Write: battlecard: {label: Battlecard, review_every: 3m, audience: "
          + "internal, require: [competitors]}"
      ]),
    PlantedMistake(
      "a required label", "missing-label",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("personas: [cfo]\n", to: "")
      ],
      reports: [
        "resources/roi-sheet.md:1:1: error: the label 'personas' is missing [missing-label] help: add a "
          + "line such as: personas: [cfo]"
      ]),
    PlantedMistake(
      "no labels at all", "missing-label",
      [
        "resources/x.md": "Hello, this is a text without labels."
      ],
      reports: [
        "resources/x.md:1:1: error: this file has no labels [missing-label] help: begin it with a line "
          + "of three dashes, lines such as 'type: one-pager', 'personas: [cfo]', 'stages: [decision]', and "
          + "three dashes again"
      ]),
    PlantedMistake(
      "no title and no heading", "missing-label",
      [
        "resources/battlecard-acme.md": TestLibrary.card.changing("title: Battlecard Acme\n", to: "")
      ],
      reports: [
        "resources/battlecard-acme.md:1:1: error: the label 'title' is missing, and the text has no "
          + "heading to take it from [missing-label] help: add a line such as: title: What a stopped line costs"
      ]),
    PlantedMistake(
      "a persona without job titles", "missing-label",
      [
        "personas/cfo.md": TestLibrary.persona.changing("job_titles: [CFO, VP Finance]\n", to: "")
      ],
      reports: [
        "personas/cfo.md:1:1: error: the label 'job_titles' is missing [missing-label] help: add a line "
          + "such as: job_titles: [CFO, Finance Director]"
      ]),
    PlantedMistake(
      "a stage without order", "missing-label",
      [
        "stages/retention.md": TestLibrary.retention.changing("order: 2\n", to: "")
      ],
      reports: [
        "stages/retention.md:1:1: error: the label 'order' is missing [missing-label] help: add a line "
          + "such as: order: 1"
      ]),
    PlantedMistake(
      "what a type requires", "missing-type-label",
      [
        "resources/battlecard-acme.md": TestLibrary.card.changing("competitors: [acme]\n", to: "")
      ],
      reports: [
        "resources/battlecard-acme.md:1:1: warning: a resource of type 'battlecard' should have the "
          + "label 'competitors' [missing-type-label] help: add a line such as: competitors: [acme]"
      ]),
    PlantedMistake(
      "a label to be decided", "todo",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "todo")
      ],
      reports: [
        "resources/roi-sheet.md:5:11: warning: 'personas' is not decided yet [todo] help: replace 'todo' "
          + "when you know"
      ]),
    PlantedMistake(
      "a type to be decided", "todo",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("one-pager", to: "todo")
      ],
      reports: [
        "resources/roi-sheet.md:4:7: warning: 'type' is not decided yet [todo] help: replace 'todo' when "
          + "you know"
      ]),
    PlantedMistake(
      "all personas", "too-broad",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "[all]")
      ],
      reports: [
        "resources/roi-sheet.md:5:12: warning: 'personas' is 'all'; what is for everybody is hard to "
          + "find for anybody [too-broad] help: name the one or two it was made for"
      ]),
    PlantedMistake(
      "labels that cannot be read", "label-syntax",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("personas: [cfo]", to: "personas: [cfo")
      ],
      reports: [
        "resources/roi-sheet.md:5:11: error: the closing ']' is missing [label-syntax] help: write: "
          + "personas: [cfo]"
      ]),
    PlantedMistake(
      "a library whose settings cannot be read", "label-syntax",
      [
        "library.yml": "site: {title: Test\ntypes: x"
      ],
      reports: [
        "library.yml:1:7: error: the closing '}' is missing [label-syntax] help: write: site: {title: Test}",
        "library.yml:2:8: error: 'types' is a group of labels, not a text [invalid-value] help: write a "
          + "group of labels after 'types:'",
      ]),
  ]
}
