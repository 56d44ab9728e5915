// One mistake each, and what is reported of it: titles, summaries, snippets and dates.

extension PlantedMistake {
  static let reading: [PlantedMistake] = [
    PlantedMistake(
      "one title twice", "duplicate-title",
      [
        "resources/zoi-sheet.md": TestLibrary.roi
      ],
      reports: [
        "resources/zoi-sheet.md:2:8: warning: 'ROI sheet' is also the title of 'roi-sheet' "
          + "[duplicate-title] help: give each a title of its own, or archive one of them"
      ]),
    PlantedMistake(
      "a long title", "title-length",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("ROI sheet\n", to: String(repeating: "x", count: 91) + "\n")
      ],
      reports: [
        "resources/roi-sheet.md:2:8: warning: the title has 91 characters, 90 are shown well "
          + "[title-length] help: shorten it to 90, and move the rest to the summary"
      ]),
    PlantedMistake(
      "a short summary", "summary-length",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("What an hour of downtime costs, on one page.", to: "Short.")
      ],
      reports: [
        "resources/roi-sheet.md:3:10: warning: the summary has 6 characters; 20 to 200 are read well "
          + "[summary-length] help: say in a sentence what it is and what it is good for"
      ]),
    PlantedMistake(
      "a long summary", "summary-length",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing(
          "What an hour of downtime costs, on one page.", to: String(repeating: "x ", count: 101))
      ],
      reports: [
        "resources/roi-sheet.md:3:10: warning: the summary has 201 characters; 20 to 200 are read well "
          + "[summary-length] help: shorten it to 200"
      ]),
    PlantedMistake(
      "a review to come", "future-review",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("2026-03-01", to: "2026-03-04")
      ],
      reports: [
        "resources/roi-sheet.md:7:11: warning: '2026-03-04' is still to come [future-review] help: write "
          + "the day on which it was last reviewed"
      ]),
    PlantedMistake(
      "no review", "not-reviewed",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("reviewed: 2026-03-01\n", to: "")
      ],
      reports: [
        "resources/roi-sheet.md:1:1: warning: nobody has reviewed this resource yet [not-reviewed] help: "
          + "read it, and add a line such as: reviewed: 2026-03-01"
      ]),
    PlantedMistake(
      "a review that is due", "review-overdue",
      [
        "resources/roi-sheet.md": TestLibrary.roi.changing("2026-03-01", to: "2025-03-01")
      ],
      reports: [
        "resources/roi-sheet.md:7:11: warning: the review was due on 2026-03-01 [review-overdue] help: "
          + "read it again and write the day you did, or archive it"
      ]),
    PlantedMistake(
      "an offer that is over", "expired",
      [
        "resources/roi-sheet.md": labels("expires: 2026-03-01")
      ],
      reports: [
        "resources/roi-sheet.md:4:10: warning: this resource expired on 2026-03-01 [expired] help: set "
          + "its status to archived, or write a later day"
      ]),
    PlantedMistake(
      "a snippet that links to nothing", "missing-share",
      [
        "resources/roi-sheet.md": labels("snippet: \"Look: {{link}}\"")
      ],
      reports: [
        "resources/roi-sheet.md:4:17: warning: there is nothing that '{{link}}' could lead to "
          + "[missing-share] help: add a line such as: share: https://www.example.com/page"
      ]),
  ]
}
