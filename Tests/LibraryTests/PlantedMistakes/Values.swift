// One mistake each, and what is reported of it: values that are not what their label asks for.

extension PlantedMistake {
  static let values: [PlantedMistake] = [
    PlantedMistake(
      "an audience", "invalid-value",
      [
        "resources/roi-sheet.md": labels("audience: extern")
      ],
      reports: [
        "resources/roi-sheet.md:4:11: error: 'extern' is not a value of 'audience' [invalid-value] help: "
          + "did you mean 'external'? Write: audience: external"
      ]),
    PlantedMistake(
      "a status", "invalid-value",
      [
        "resources/roi-sheet.md": labels("status: done")
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: 'done' is not a value of 'status' [invalid-value] help: "
          + "write one of: draft, approved, archived"
      ]),
    PlantedMistake(
      "all with another", "invalid-value",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "[all, cfo]")
      ],
      reports: [
        "resources/roi-sheet.md:5:12: error: 'all' stands alone, or not at all [invalid-value] help: "
          + "write personas: [all], or leave 'all' out"
      ]),
    PlantedMistake(
      "use_when too long", "invalid-value",
      [
        "resources/roi-sheet.md": labels("use_when: " + String(repeating: "x", count: 161) + "")
      ],
      reports: [
        "resources/roi-sheet.md:4:11: error: 'use_when' has 161 characters, 160 are allowed "
          + "[invalid-value] help: shorten it to 160"
      ]),
    PlantedMistake(
      "too many keywords", "invalid-value",
      [
        "resources/roi-sheet.md": labels("keywords: [a,b,c,d,e,f,g,h,i,j,k,l,m]")
      ],
      reports: [
        "resources/roi-sheet.md:4:11: error: 'keywords' has 13 entries, 12 are allowed [invalid-value] "
          + "help: shorten it to 12"
      ]),
    PlantedMistake(
      "a list where a text is expected", "invalid-value",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("ROI sheet\n", to: "[a, b]\n")
      ],
      reports: [
        "resources/roi-sheet.md:2:8: error: 'title' is one text, not a list [invalid-value] help: write "
          + "one text after 'title:'"
      ]),
    PlantedMistake(
      "a share address inside the company", "invalid-value",
      [
        "resources/roi-sheet.md": labels("share: https://wiki/roi")
      ],
      reports: [
        "resources/roi-sheet.md:4:8: error: 'wiki' cannot be reached from outside the company "
          + "[invalid-value] help: write an address that a prospect can open, from 'https://' on"
      ]),
    PlantedMistake(
      "a share address without https", "invalid-value",
      [
        "resources/roi-sheet.md": labels("share: http://www.example.com/roi")
      ],
      reports: [
        "resources/roi-sheet.md:4:8: error: 'http://www.example.com/roi' does not begin with 'https://' "
          + "[invalid-value] help: write an address that a prospect can open, from 'https://' on"
      ]),
    PlantedMistake(
      "a share address without a scheme", "invalid-value",
      [
        "resources/roi-sheet.md": labels("share: www.example.com/roi")
      ],
      reports: [
        "resources/roi-sheet.md:4:8: error: 'www.example.com/roi' is not an address such as "
          + "https://www.example.com [invalid-value] help: write: share: https://www.example.com/roi"
      ]),
    PlantedMistake(
      "a share address of this library", "invalid-value",
      [
        "resources/roi-sheet.md": labels("share: https://library.example.com/resources/roi-sheet.html")
      ],
      reports: [
        "resources/roi-sheet.md:4:8: error: 'https://library.example.com/resources/roi-sheet.html' is a "
          + "page of this library, which a prospect cannot open [invalid-value] help: write an address that "
          + "a prospect can open, from 'https://' on"
      ]),
    PlantedMistake(
      "a period", "invalid-value",
      [
        "resources/roi-sheet.md": labels("review_every: quarterly")
      ],
      reports: [
        "resources/roi-sheet.md:4:15: error: 'quarterly' is not a length of time [invalid-value] help: "
          + "write a number and d, m or y, such as: review_every: 6m"
      ]),
    PlantedMistake(
      "a flag", "invalid-value",
      [
        "resources/roi-sheet.md": labels("featured: maybe")
      ],
      reports: [
        "resources/roi-sheet.md:4:11: error: 'maybe' is neither 'true' nor 'false' [invalid-value] help: "
          + "write: featured: true"
      ]),
    PlantedMistake(
      "expires before publish", "invalid-value",
      [
        "resources/roi-sheet.md": labels("publish: 2026-03-01\nexpires: 2026-02-01")
      ],
      reports: [
        "resources/roi-sheet.md:5:10: error: this resource expires on 2026-02-01, before it is published "
          + "on 2026-03-01 [invalid-value] help: write a later day"
      ]),
    PlantedMistake(
      "an unknown placeholder", "invalid-value",
      [
        "resources/roi-sheet.md": labels("snippet: Hi {{firstname}}")
      ],
      reports: [
        "resources/roi-sheet.md:4:13: error: '{{firstname}}' is not a placeholder [invalid-value] help: "
          + "did you mean {{first_name}}?"
      ]),
    PlantedMistake(
      "a placeholder in a block", "invalid-value",
      [
        "resources/roi-sheet.md": labels("snippet: |\n  Hi {{first_name}},\n\n  see {{companny}}")
      ],
      reports: [
        "resources/roi-sheet.md:7:7: error: '{{companny}}' is not a placeholder [invalid-value] help: "
          + "did you mean {{company}}?"
      ]),
    PlantedMistake(
      "a placeholder that is not closed", "invalid-value",
      [
        "resources/roi-sheet.md": labels("snippet: Hi {{first_name")
      ],
      reports: [
        "resources/roi-sheet.md:4:13: error: a placeholder begins with '{{' and is never closed "
          + "[invalid-value] help: write '}}' after its name"
      ]),
    PlantedMistake(
      "a snippet of an internal resource", "invalid-value",
      [
        "resources/battlecard-acme.md": TestLibrary.card.changing("type:", to: "snippet: Hello\ntype:")
      ],
      reports: [
        "resources/battlecard-acme.md:4:10: error: a snippet is for prospects, and this resource is "
          + "internal [invalid-value] help: remove the snippet, or write: audience: external"
      ]),
    PlantedMistake(
      "a language", "invalid-value",
      [
        "resources/roi-sheet.md": labels("lang: English (US)")
      ],
      reports: [
        "resources/roi-sheet.md:4:7: error: 'English (US)' is not the short name of a language "
          + "[invalid-value] help: write a short name such as en, de or pt-BR"
      ]),
    PlantedMistake(
      "replacing itself", "invalid-value",
      [
        "resources/roi-sheet.md": labels("replaces: [roi-sheet]")
      ],
      reports: [
        "resources/roi-sheet.md:4:12: error: 'replaces' names this file itself [invalid-value] help: "
          + "remove 'roi-sheet'"
      ]),
    PlantedMistake(
      "two that replace each other", "invalid-value",
      [
        "resources/roi-sheet.md": labels("replaces: [battlecard-acme]"),
        "resources/battlecard-acme.md": TestLibrary.card.changing("type:", to: "replaces: [roi-sheet]\ntype:"),
      ],
      reports: [
        "resources/battlecard-acme.md:4:12: error: 'battlecard-acme' and 'roi-sheet' replace each other "
          + "[invalid-value] help: remove 'roi-sheet' here, or 'battlecard-acme' there"
      ]),
    PlantedMistake(
      "a fixed rule cannot be lowered", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing("types:", to: "rules: {audience-leak: warning}\ntypes:")
      ],
      reports: [
        "library.yml:2:24: error: the rule 'audience-leak' is always an error: it keeps what is internal "
          + "or harmful off the site [invalid-value] help: remove this line"
      ]),
    PlantedMistake(
      "a severity", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing("types:", to: "rules: {broken-link: warn}\ntypes:")
      ],
      reports: [
        "library.yml:2:22: error: 'warn' is not a value of 'broken-link' [invalid-value] help: write one "
          + "of: error, warning, off"
      ]),
    PlantedMistake(
      "a facet named like a label", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing(
          "  competitors: {label", to: "  owner: {label: Owner}\n  competitors: {label")
      ],
      reports: [
        "library.yml:7:3: error: a facet cannot be called 'owner': resources, or the addresses of the "
          + "site, use that name already [invalid-value] help: choose another name"
      ]),
    PlantedMistake(
      "two values of one name", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing("retail: Retail", to: "retail: {label: Retail, aliases: [mfg]}")
      ],
      reports: [
        "library.yml:6:131: error: 'mfg' already names 'manufacturing' [invalid-value] help: keep it in "
          + "one of the two"
      ]),
    PlantedMistake(
      "an edit address without a path", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing(
          "title: Test,", to: "title: Test, edit_url: https://git.example.com/edit,")
      ],
      reports: [
        "library.yml:1:31: error: 'edit_url' is not an address with '{path}' in it [invalid-value] help: "
          + "write the address on which your git host edits a file, with {path} for the file, such as: "
          + "edit_url: https://git.example.com/library/edit/main/{path}"
      ]),
    PlantedMistake(
      "an e-mail address", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing("ana@example.com", to: "ana at example.com")
      ],
      reports: [
        "library.yml:9:50: error: 'ana at example.com' is not an e-mail address [invalid-value] help: "
          + "write an address such as: email: ana@example.com"
      ]),
    PlantedMistake(
      "a contact that runs script", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing(
          "people:", to: "teams: {marketing: {contact: \"javascript:alert(1)\"}}\npeople:")
      ],
      reports: [
        "library.yml:8:30: error: 'javascript:alert(1)' is not an address to talk to somebody "
          + "[invalid-value] help: write an e-mail address, an address from 'https://' on, or words"
      ]),
    PlantedMistake(
      "an order that two stages have", "invalid-value",
      [
        "stages/retention.md": TestLibrary.retention.changing("order: 2", to: "order: 1")
      ],
      reports: [
        "stages/retention.md:4:8: error: the order 1 is already that of 'decision' [invalid-value] help: "
          + "give each stage a number of its own"
      ]),
    PlantedMistake(
      "a name that two personas have", "invalid-value",
      [
        "personas/it-director.md": TestLibrary.itDirector.changing(
          "job_titles", to: "aliases: [Finance Leader]\njob_titles")
      ],
      reports: [
        "personas/it-director.md:4:11: error: 'Finance Leader' already names 'cfo' [invalid-value] help: "
          + "keep it in one of the two"
      ]),
    PlantedMistake(
      "a date that is none", "invalid-date",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("2026-03-01", to: "2026-02-30")
      ],
      reports: [
        "resources/roi-sheet.md:7:11: error: there is no day '2026-02-30' [invalid-date]"
      ]),
    PlantedMistake(
      "a date in another order", "invalid-date",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("2026-03-01", to: "1.3.2026")
      ],
      reports: [
        "resources/roi-sheet.md:7:11: error: '1.3.2026' is not a date like 2026-03-01 [invalid-date] "
          + "help: write: reviewed: 2026-03-01"
      ]),
    PlantedMistake(
      "a date that could be two", "invalid-date",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("2026-03-01", to: "03/04/2026")
      ],
      reports: [
        "resources/roi-sheet.md:7:11: error: '03/04/2026' is not a date like 2026-03-01 [invalid-date] "
          + "help: write 2026-04-03 or 2026-03-04"
      ]),
    PlantedMistake(
      "an attachment that is a text of the library", "invalid-value",
      [
        "resources/roi-sheet.md": labels("files: [battlecard-acme.md]")
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: 'battlecard-acme.md' is a text of the library, which has a "
          + "page of its own [invalid-value] help: name it under 'related': related: [battlecard-acme]"
      ]),
    PlantedMistake(
      "an entry of files without a path", "invalid-value",
      [
        "resources/roi-sheet.md": labels("files: [{label: Sheet}]")
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: this entry of 'files' says neither a path nor an address "
          + "[invalid-value] help: write it as: {path: roi-sheet.xlsx, label: ROI sheet}"
      ]),
    PlantedMistake(
      "an attachment with an address that is none", "invalid-value",
      [
        "resources/roi-sheet.md": labels("files: [\"https://\"]")
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: 'https://' is not an address such as https://www.example.com "
          + "[invalid-value] help: write the whole address, from 'https://' on"
      ]),
    PlantedMistake(
      "a number", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing("title: Test,", to: "title: Test, max_file_mb: lots,")
      ],
      reports: [
        "library.yml:1:34: error: 'lots' is not a whole number from 1 to 100000 [invalid-value] help: "
          + "write a number such as: max_file_mb: 1"
      ]),
    PlantedMistake(
      "a weight", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing("types:", to: "weights: {sent: -2000}\ntypes:")
      ],
      reports: [
        "library.yml:2:17: error: '-2000' is not a whole number from -1000 to 1000 [invalid-value] help: "
          + "write a number such as: sent: 1"
      ]),
    PlantedMistake(
      "a short form without its long one", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing("{VP: Vice President}", to: "{VP: [a]}")
      ],
      reports: [
        "library.yml:10:15: error: 'VP' is not spelled out [invalid-value] help: write the short form "
          + "and what it stands for, such as: VP: Vice President"
      ]),
    PlantedMistake(
      "a base address with a query", "invalid-value",
      [
        "library.yml": TestLibrary.settings.changing(
          "https://library.example.com/", to: "\"https://library.example.com/?x\"")
      ],
      reports: [
        "library.yml:1:31: error: 'base_url' has more than a path [invalid-value] help: write the "
          + "address of the site's home page, without what follows '?' or '#'"
      ]),
  ]
}
