// One mistake each, and what is reported of it: attachments and other files.

extension PlantedMistake {
  static let files: [PlantedMistake] = [
    PlantedMistake(
      "an attachment that is a web page", "active-content",
      [
        "resources/roi-sheet.md": labels("files: [x.html]"),
        "resources/x.html": "<p>Hi",
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: 'x.html' cannot be published: a web page can run script "
          + "[active-content] help: save it as PDF, PNG or plain SVG"
      ]),
    PlantedMistake(
      "an attachment that is a web page in disguise", "active-content",
      [
        "resources/roi-sheet.md": labels("files: [x.pdf]"),
        "resources/x.pdf": "  <!DOCTYPE html><script>1</script>",
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: 'x.pdf' cannot be published: it is a web page, whatever its "
          + "ending [active-content] help: save it as PDF, PNG or plain SVG"
      ]),
    PlantedMistake(
      "a drawing with script", "active-content",
      [
        "resources/roi-sheet.md": text("![x](x.svg)"),
        "resources/x.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>",
      ],
      reports: [
        "resources/roi-sheet.md:14:1: error: 'x.svg' cannot be published: it contains <script> "
          + "[active-content] help: save it as PDF, PNG or plain SVG"
      ]),
    PlantedMistake(
      "a path out of content", "outside-content",
      [
        "resources/roi-sheet.md": labels("files: [../../../etc/passwd]")
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: '../../../etc/passwd' leads out of the folder 'content' "
          + "[outside-content] help: copy the file into 'content' and write its path from this file"
      ]),
    PlantedMistake(
      "an image out of content", "outside-content",
      [
        "resources/roi-sheet.md": text("![x](../../secret.png)")
      ],
      reports: [
        "resources/roi-sheet.md:14:1: error: '../../secret.png' leads out of the folder 'content' "
          + "[outside-content] help: copy the file into 'content' and write its path from this file"
      ]),
    PlantedMistake(
      "an attachment that is not there", "missing-file",
      [
        "resources/roi-sheet.md": labels("files: [{path: roi.pdf, label: The sheet}]")
      ],
      reports: [
        "resources/roi-sheet.md:4:16: error: there is no file 'roi.pdf' [missing-file] help: put the "
          + "file there, or correct the path"
      ]),
    PlantedMistake(
      "an attachment by its path on somebody's own computer", "missing-file",
      [
        "resources/roi-sheet.md": labels("files: ['C:\\Users\\Ana\\Price.pdf']")
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: there is no file 'C:\\Users\\Ana\\Price.pdf' [missing-file] help: copy the "
          + "file into 'content/resources', and write its name alone: Price.pdf"
      ]),
    PlantedMistake(
      "an attachment in other capitals", "missing-file",
      [
        "resources/roi-sheet.md": labels("files:\n  - Roi.PDF"),
        "resources/roi.pdf": "%PDF",
      ],
      reports: [
        "resources/roi-sheet.md:5:5: error: there is no file 'Roi.PDF' [missing-file] help: did you mean "
          + "'roi.pdf'? Write: - roi.pdf"
      ]),
    PlantedMistake(
      "an image that is not there", "missing-file",
      [
        "resources/roi-sheet.md": text("![Savings](savings.png)")
      ],
      reports: [
        "resources/roi-sheet.md:14:1: error: there is no file 'savings.png' [missing-file] help: put the "
          + "file there, or correct the path"
      ]),
    PlantedMistake(
      "a name Windows cannot keep", "file-name",
      [
        "resources/roi-sheet.md": labels("files: [\"a:b.pdf\"]"),
        "resources/a:b.pdf": "%PDF",
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: 'a:b.pdf' is a name that some computers cannot save "
          + "[file-name] help: rename the file, without invisible characters and < > : \" | ? * \\"
      ]),
    PlantedMistake(
      "a file nothing reads", "stray-file",
      [
        "plays/opening.md": "A play"
      ],
      reports: [
        "plays/opening.md:1:1: warning: nothing reads this file [stray-file] help: move it to one of: "
          + "content/personas, content/stages, content/resources"
      ]),
    PlantedMistake(
      "lists in lists without end", "too-deep",
      [
        "resources/roi-sheet.md": text(String(repeating: "> ", count: 150) + "deep")
      ],
      reports: [
        "resources/roi-sheet.md:14:1: error: lists and quotes stand more than 100 deep within each other "
          + "[too-deep] help: remove the surplus marks at the beginning of this line, or raise 'max_nesting' under 'site' in content/library.yml"
      ]),
    PlantedMistake(
      "a file that is too large", "too-large",
      [
        "resources/roi-sheet.md": text(String(repeating: "x", count: 70_000)),
        "library.yml": TestLibrary.settings.changing("title: Test,", to: "title: Test, max_source_kb: 64,"),
      ],
      reports: [
        "resources/roi-sheet.md:1:1: error: this file has more than 64 KB [too-large] help: split it, or "
          + "raise 'max_source_kb' under 'site' in content/library.yml"
      ]),
    PlantedMistake(
      "an image that is a text", "missing-file",
      [
        "resources/roi-sheet.md": text("![x](../personas/cfo.md)")
      ],
      reports: [
        "resources/roi-sheet.md:14:1: error: 'cfo.md' is a text, not an image [missing-file] help: write "
          + "it as a link, without the '!' before it"
      ]),
    PlantedMistake(
      "an attachment that is too large", "too-large",
      [
        "resources/roi-sheet.md": labels("files: [big.pdf]"),
        "resources/big.pdf": String(repeating: "x", count: 1_000_001),
        "library.yml": TestLibrary.settings.changing("title: Test,", to: "title: Test, max_file_mb: 1,"),
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: 'big.pdf' has 1.1 MB, 1 MB are allowed [too-large] help: "
          + "make it smaller, link to it instead, or raise 'max_file_mb' under 'site' in content/library.yml"
      ]),
  ]
}
