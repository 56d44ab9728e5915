// One mistake each, and what is reported of it: names of things and files.

extension PlantedMistake {
  static let names: [PlantedMistake] = [
    PlantedMistake(
      "a persona that has no file", "unknown-persona",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "[cf0, it-director]")
      ],
      reports: [
        "resources/roi-sheet.md:5:12: error: 'cf0' is not a persona [unknown-persona] help: did you mean "
          + "'cfo'? Write: personas: [cfo, it-director]"
      ]),
    PlantedMistake(
      "personas without the brackets of a list", "unknown-persona",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "cfo; IT director")
      ],
      reports: [
        "resources/roi-sheet.md:5:11: error: 'cfo; IT director' is not a persona [unknown-persona] help: write: "
          + "personas: [cfo, IT director]"
      ]),
    PlantedMistake(
      "a job title for a persona", "unknown-persona",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "[vp finance]")
      ],
      reports: [
        "resources/roi-sheet.md:5:12: error: 'vp finance' is not a persona [unknown-persona] help: it is a job "
          + "title of 'cfo': write cfo"
      ]),
    PlantedMistake(
      "a persona like none", "unknown-persona",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "[cfo, zebra]")
      ],
      reports: [
        "resources/roi-sheet.md:5:17: error: 'zebra' is not a persona [unknown-persona] help: use one "
          + "of: cfo, it-director; or add content/personas/zebra.md"
      ]),
    PlantedMistake(
      "a stage that has no file", "unknown-stage",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("[decision]", to: "[descision]")
      ],
      reports: [
        "resources/roi-sheet.md:6:10: error: 'descision' is not a stage [unknown-stage] help: did you "
          + "mean 'decision'? Write: stages: [decision]"
      ]),
    PlantedMistake(
      "a next stage that has no file", "unknown-stage",
      [
        "stages/decision.md": TestLibrary.stage.changing("[retention]", to: "[retentoin]")
      ],
      reports: [
        "stages/decision.md:5:8: error: 'retentoin' is not a stage [unknown-stage] help: did you mean "
          + "'retention'? Write: next: [retention]"
      ]),
    PlantedMistake(
      "a type that is not defined", "unknown-type",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("one-pager", to: "one pagger")
      ],
      reports: [
        "resources/roi-sheet.md:4:7: error: 'one pagger' is not a type [unknown-type] help: did you mean "
          + "'one-pager'? Write: type: one-pager"
      ]),
    PlantedMistake(
      "an owner nobody knows", "unknown-person",
      [
        "resources/roi-sheet.md": labels("owner: anna")
      ],
      reports: [
        "resources/roi-sheet.md:4:8: error: 'anna' is neither a person nor a team [unknown-person] help: "
          + "did you mean 'ana'? Write: owner: ana"
      ]),
    PlantedMistake(
      "a team nobody knows", "unknown-team",
      [
        "library.yml": TestLibrary.settings.changing("team: marketing", to: "team: markting")
      ],
      reports: [
        "library.yml:9:32: error: 'markting' is not a team [unknown-team] help: did you mean "
          + "'marketing'? Write: ana: {name: Ana Silva, team: marketing, email: ana@example.com}"
      ]),
    PlantedMistake(
      "a value of a facet", "unknown-value",
      [
        "resources/roi-sheet.md": labels("industries: [manufactoring]")
      ],
      reports: [
        "resources/roi-sheet.md:4:14: error: 'manufactoring' is not one of the industries "
          + "[unknown-value] help: did you mean 'manufacturing'? Write: industries: [manufacturing]"
      ]),
    PlantedMistake(
      "a related resource", "unknown-resource",
      [
        "resources/roi-sheet.md": labels("related: [battlecard-acmee]")
      ],
      reports: [
        "resources/roi-sheet.md:4:11: error: 'battlecard-acmee' is not a resource [unknown-resource] "
          + "help: did you mean 'battlecard-acme'? Write: related: [battlecard-acme]"
      ]),
    PlantedMistake(
      "a resource that nothing like is there for", "unknown-resource",
      [
        "resources/roi-sheet.md": labels("related: [zebra]")
      ],
      reports: [
        "resources/roi-sheet.md:4:11: error: 'zebra' is not a resource [unknown-resource] help: write the name of a "
          + "file in content/resources, without '.md'; a file that was renamed can keep its old name: aliases: [zebra]"
      ]),
    PlantedMistake(
      "a file name with another ending", "id-form",
      [
        "resources/new.markdown": TestLibrary.card
      ],
      reports: [
        "resources/new.markdown:1:1: error: 'new.markdown' does not end in '.md' [id-form] help: rename it to: new.md"
      ]),
    PlantedMistake(
      "a file name with capitals and blanks", "id-form",
      [
        "resources/ROI Sheet 2.md": TestLibrary.card.changing("Battlecard Acme", to: "Another")
      ],
      reports: [
        "resources/ROI Sheet 2.md:1:1: error: 'ROI Sheet 2.md' cannot be part of an address: use small "
          + "letters, digits and hyphens [id-form] help: rename it to: roi-sheet-2.md"
      ]),
    PlantedMistake(
      "a reserved file name", "id-form",
      [
        "resources/page-2.md": TestLibrary.card.changing("Battlecard Acme", to: "Another")
      ],
      reports: [
        "resources/page-2.md:1:1: error: a file cannot be called 'page-2.md': that name is taken "
          + "[id-form] help: rename it to: page-2-1.md"
      ]),
    PlantedMistake(
      "a folder named like a file", "id-form",
      [
        "resources/x.md/card.md": TestLibrary.card.changing("Battlecard Acme", to: "Another")
      ],
      reports: [
        "resources/x.md:1:1: error: 'x.md' is a folder, but is called like a file [id-form] help: rename "
          + "the folder to: x"
      ]),
    PlantedMistake(
      "a short name in library.yml", "id-form",
      [
        "library.yml": TestLibrary.settings.changing("retail: Retail", to: "Re Tail: Retail")
      ],
      reports: [
        "library.yml:6:97: error: 'Re Tail' cannot be a short name: use small letters, digits and "
          + "hyphens [id-form] help: did you mean 're-tail'? Write: industries: {label: Industry, values: "
          + "{manufacturing: {label: Manufacturing, aliases: [Mfg]}, re-tail: Retail}}"
      ]),
    PlantedMistake(
      "two files of one name", "duplicate-id",
      [
        "resources/a/roi-sheet.md": TestLibrary.roi
      ],
      reports: [
        "resources/roi-sheet.md:1:1: error: the file 'content/resources/a/roi-sheet.md' has the same "
          + "name [duplicate-id] help: rename one of them, or delete it if it is a copy"
      ]),
    PlantedMistake(
      "a file and a folder of one name", "duplicate-id",
      [
        "resources/roi-sheet/index.md": TestLibrary.roi
      ],
      reports: [
        "resources/roi-sheet/index.md:1:1: error: the file 'content/resources/roi-sheet.md' has the same "
          + "name [duplicate-id] help: rename one of them, or delete it if it is a copy"
      ]),
    PlantedMistake(
      "names that differ in capitals", "duplicate-id",
      [
        "resources/ROI-sheet.md": TestLibrary.roi
      ],
      reports: [
        "resources/ROI-sheet.md:1:1: error: 'ROI-sheet.md' and 'roi-sheet.md' are one name for most "
          + "computers [duplicate-id] help: rename one of them, or delete it if it is a copy"
      ]),
    PlantedMistake(
      "an old name that is in use", "path-clash",
      [
        "resources/roi-sheet.md": labels("aliases: [battlecard-acme]")
      ],
      reports: [
        "resources/roi-sheet.md:4:11: error: 'battlecard-acme' cannot be an old name of this file: "
          + "another file has that name [path-clash] help: remove it from 'aliases', or say 'replaces' if "
          + "this resource takes its place"
      ]),
    PlantedMistake(
      "an old name that two claim", "path-clash",
      [
        "resources/roi-sheet.md": labels("aliases: [old]"),
        "resources/battlecard-acme.md": TestLibrary.card.changing("type:", to: "replaces: [old]\ntype:"),
      ],
      reports: [
        "resources/roi-sheet.md:4:11: error: the old name 'old' already leads to 'battlecard-acme' "
          + "[path-clash] help: keep it in one of the two"
      ]),
    PlantedMistake(
      "two images of one name", "path-clash",
      [
        "resources/roi-sheet.md": text("![a](a/x.png) ![b](b/X.png)"),
        "resources/a/x.png": "a",
        "resources/b/X.png": "b",
      ],
      reports: [
        "resources/roi-sheet.md:14:15: error: 'content/resources/b/X.png' and "
          + "'content/resources/a/x.png' would be published under one name [path-clash] help: rename one of them"
      ]),
    PlantedMistake(
      "a job title that two personas have", "shared-job-title",
      [
        "personas/it-director.md": TestLibrary.itDirector.changing(
          "[IT Director]", to: "[IT Director, Vice President of Finance]")
      ],
      reports: [
        "personas/it-director.md:4:27: error: the job title 'Vice President of Finance' already belongs "
          + "to 'cfo' [shared-job-title] help: keep it in one of the two"
      ]),
    PlantedMistake(
      "a CRM value that two stages have", "shared-crm-value",
      [
        "stages/retention.md": TestLibrary.retention.changing(
          "order", to: "crm_values: {lifecycle_stage: opportunity}\norder")
      ],
      reports: [
        "stages/retention.md:4:31: error: the lifecycle_stage 'opportunity' already belongs to "
          + "'decision' [shared-crm-value] help: keep it in one of the two"
      ]),
    PlantedMistake(
      "a stage with no next", "dead-end-stage",
      [
        "stages/retention.md": TestLibrary.retention.changing("next: [decision]\n", to: "")
      ],
      reports: [
        "stages/retention.md:1:1: warning: no stage comes after 'retention' [dead-end-stage] help: add a "
          + "line such as: next: [decision]"
      ]),
    PlantedMistake(
      "the only stage of a library", "dead-end-stage",
      [
        "stages/decision.md": TestLibrary.stage.changing("next: [retention]\n", to: ""), "stages/retention.md": nil,
      ],
      reports: [
        "stages/decision.md:1:1: warning: no stage comes after 'decision' [dead-end-stage] help: add a file for the "
          + "stage that follows, and here a line with its name, such as: next: [retention]"
      ]),
    PlantedMistake(
      "a stage nobody reaches", "dead-end-stage",
      [
        "stages/retention.md": TestLibrary.retention.changing("[decision]", to: "[retention]"),
        "stages/decision.md": TestLibrary.stage.changing("[retention]", to: "[decision]"),
      ],
      reports: [
        "stages/retention.md:5:7: warning: no other stage leads to 'retention' [dead-end-stage] help: "
          + "name it in the 'next' of the stage it follows"
      ]),
    PlantedMistake(
      "a library without personas", "incomplete-library",
      [
        "personas/cfo.md": nil,
        "personas/it-director.md": nil,
      ],
      reports: [
        "personas:1:1: error: there is not one file in 'content/personas' [incomplete-library] help: "
          + "make a file such as content/personas/name.md, with labels such as: title: Finance leader; "
          + "summary: Signs the money off; job_titles: [CFO]"
      ]),
    PlantedMistake(
      "an owner nobody knows of a type", "unknown-person",
      [
        "library.yml": TestLibrary.settings.changing("review_every: 12m", to: "owner: bob, review_every: 12m")
      ],
      reports: [
        "library.yml:3:58: error: 'bob' is neither a person nor a team [unknown-person] help: use one "
          + "of: ana, marketing, sales, service; or add them under 'people' in content/library.yml"
      ]),
  ]
}
