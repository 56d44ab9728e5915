// One mistake each, and what is reported of it: what links and images lead to, and what a text may not hold.

extension PlantedMistake {
  static let links: [PlantedMistake] = [
    PlantedMistake(
      "a link to an internal resource", "audience-leak",
      [
        "resources/roi-sheet.md": text("See [the card](battlecard-acme.md).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: this resource is for prospects, but leads to "
          + "'battlecard-acme', which is internal [audience-leak] help: remove the link, or name "
          + "'battlecard-acme' under 'related', which only colleagues see"
      ]),
    PlantedMistake(
      "a file of an internal resource", "audience-leak",
      [
        "resources/roi-sheet.md": labels("files: [floor.pdf]"),
        "resources/battlecard-acme.md": TestLibrary.card.changing("type:", to: "files: [floor.pdf]\ntype:"),
        "resources/floor.pdf": "%PDF-1.4",
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: this resource is for prospects, but 'floor.pdf' belongs to "
          + "'battlecard-acme', which is internal [audience-leak] help: remove the file, or set this "
          + "resource's audience to internal"
      ]),
    PlantedMistake(
      "an image in the folder of an internal resource", "audience-leak",
      [
        "resources/roi-sheet.md": text("![Floor](card/floor.png)"),
        "resources/card/index.md": TestLibrary.card.changing("Battlecard Acme", to: "Another"),
        "resources/card/floor.png": "PNG",
      ],
      reports: [
        "resources/roi-sheet.md:14:1: error: this resource is for prospects, but 'floor.png' belongs to "
          + "'card', which is internal [audience-leak] help: remove the file, or set this resource's "
          + "audience to internal"
      ]),
    PlantedMistake(
      "a snippet that leads to the library", "audience-leak",
      [
        "resources/roi-sheet.md": labels(
          "snippet: |\n  Hi,\n  see https://library.example.com/resources/roi-sheet.html")
      ],
      reports: [
        "resources/roi-sheet.md:6:7: error: the snippet leads to "
          + "'https://library.example.com/resources/roi-sheet.html', which is for colleagues only "
          + "[audience-leak] help: write {{link}}, which stands for the address in 'share'"
      ]),
    PlantedMistake(
      "a snippet that leads to an internal page", "audience-leak",
      [
        "resources/roi-sheet.md": labels("snippet: see resources/battlecard-acme.html")
      ],
      reports: [
        "resources/roi-sheet.md:4:14: error: the snippet leads to 'resources/battlecard-acme.html', "
          + "which is for colleagues only [audience-leak] help: write {{link}}, which stands for the address "
          + "in 'share'"
      ]),
    PlantedMistake(
      "a link that runs script", "unsafe-link",
      [
        "resources/roi-sheet.md": text("See [it](javascript:alert(1)).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: a link leads to 'javascript:alert(1)', which is not allowed "
          + "[unsafe-link] help: link to a web page ('https://…'), an e-mail address ('mailto:…') or a file "
          + "by its path"
      ]),
    PlantedMistake(
      "an attachment that runs script", "unsafe-link",
      [
        "resources/roi-sheet.md": labels("files: [\"javascript:alert(1)\"]")
      ],
      reports: [
        "resources/roi-sheet.md:4:9: error: 'javascript:' is not a kind of address that can be opened "
          + "[unsafe-link] help: write a path from this file's folder, or an address from 'https://' on"
      ]),
    PlantedMistake(
      "a link to nothing", "broken-link",
      [
        "resources/roi-sheet.md": text("See [it](roi-shet.md).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: there is no file 'roi-shet.md' [broken-link] help: did you "
          + "mean 'roi-sheet.md'? Write: [it](roi-sheet.md)"
      ]),
    PlantedMistake(
      "a web address without its beginning", "broken-link",
      [
        "resources/roi-sheet.md": text("See [it](www.example.com/roi).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: there is no file 'www.example.com/roi' [broken-link] help: for a page of "
          + "the web write: https://www.example.com/roi"
      ]),
    PlantedMistake(
      "a link in other capitals", "broken-link",
      [
        "resources/roi-sheet.md": text("See [finance](../personas/CFO.md).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: there is no file '../personas/CFO.md' [broken-link] help: "
          + "did you mean '../personas/cfo.md'? Write: [finance](../personas/cfo.md)"
      ]),
    PlantedMistake(
      "a link from the root", "broken-link",
      [
        "resources/roi-sheet.md": text("See [finance](/personas/cfo.md).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: '/personas/cfo.md' begins with '/': the site may stand "
          + "anywhere [broken-link] help: did you mean '../personas/cfo.md'? Write: [finance](../personas/cfo.md)"
      ]),
    PlantedMistake(
      "a link to a folder", "broken-link",
      [
        "resources/roi-sheet.md": text("See [them](../personas/).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: '../personas/' is a folder, not a file [broken-link] help: "
          + "name the file you mean"
      ]),
    PlantedMistake(
      "a link with backslashes", "broken-link",
      [
        "resources/roi-sheet.md": text("See [finance](..\\personas\\cfo.md).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: there is no file '..\\personas\\cfo.md' [broken-link] help: "
          + "did you mean '../personas/cfo.md'? Write: [finance](../personas/cfo.md)"
      ]),
    PlantedMistake(
      "an anchor of the same page", "broken-anchor",
      [
        "resources/roi-sheet.md": text("See [above](#what-it-cost).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: warning: this page has no heading '#what-it-cost' [broken-anchor] "
          + "help: did you mean '#what-it-costs'? Write: [above](#what-it-costs)"
      ]),
    PlantedMistake(
      "an anchor of another page", "broken-anchor",
      [
        "resources/roi-sheet.md": text("See [finance](../personas/cfo.md#nowhere).")
      ],
      reports: [
        "resources/roi-sheet.md:14:5: warning: 'cfo' has no heading '#nowhere' [broken-anchor] help: "
          + "write the heading in small letters, with hyphens for spaces"
      ]),
    PlantedMistake(
      "a link to a draft", "draft-link",
      [
        "resources/roi-sheet.md": text("See [it](new.md)."),
        "resources/new.md": TestLibrary.roi.changing("ROI sheet", to: "New sheet").changing(
          "type:", to: "status: draft\ntype:"),
      ],
      reports: [
        "resources/roi-sheet.md:14:5: error: 'new' is a draft and gets no page [draft-link] help: remove "
          + "the link, or approve 'new'"
      ]),
    PlantedMistake(
      "an image from elsewhere", "remote-image",
      [
        "resources/roi-sheet.md": text("![x](https://example.com/x.png)")
      ],
      reports: [
        "resources/roi-sheet.md:14:1: error: the image 'https://example.com/x.png' is on another website "
          + "[remote-image] help: save it beside this text and name it by its path: ![what it shows](image.png)"
      ]),
    PlantedMistake(
      "an image without description", "missing-alt",
      [
        "resources/roi-sheet.md": text("![](x.png)"),
        "resources/x.png": "PNG",
      ],
      reports: [
        "resources/roi-sheet.md:14:1: warning: an image has no description [missing-alt] help: say what "
          + "it shows: ![Downtime before and after](x.png)"
      ]),
    PlantedMistake(
      "HTML in a text", "raw-html",
      [
        "resources/roi-sheet.md": text("Much <b>more</b>.")
      ],
      reports: [
        "resources/roi-sheet.md:14:6: warning: HTML is left out of the page: '<b…' [raw-html] help: "
          + "write it in Markdown, or between backticks to show it as an example"
      ]),
    PlantedMistake(
      "a link of a persona to a draft", "draft-link",
      [
        "personas/cfo.md": TestLibrary.persona + "\n\nSee [it](../resources/new.md).\n",
        "resources/new.md": TestLibrary.roi.changing("ROI sheet", to: "New sheet").changing(
          "type:", to: "status: draft\ntype:"),
      ],
      reports: [
        "personas/cfo.md:7:5: error: 'new' is a draft and gets no page [draft-link] help: remove the "
          + "link, or approve 'new'"
      ]),
  ]
}
