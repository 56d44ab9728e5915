// Footnotes, numbered in the order of their references. Their ids hold a colon, which no heading's id can.

struct Footnotes {
  /// True from the first definition on: they all stand at the document's end.
  var isOpen = false
  /// The number of the definition being written.
  var number = 0
  var hasBackReferences = false
  /// How often each number was referred to.
  var references: [Int: Int] = [:]
}

extension Renderer {
  mutating func putFootnoteReference(_ literal: CText) {
    let number = literal.string
    let key = Int(number) ?? 0
    let count = footnotes.references[key, default: 0] + 1
    footnotes.references[key] = count
    let id = count == 1 ? number : "\(number):\(count)"
    html.put(
      string:
        "<sup class=\"footnote-ref\"><a href=\"#fn:\(number)\" id=\"fnref:\(id)\" role=\"doc-noteref\" aria-label=\"")
    html.putEscaped("\(options.labels.footnote) \(number)")
    html.put(string: "\">\(number)</a></sup>")
  }

  mutating func openFootnote() {
    if !footnotes.isOpen {
      footnotes.isOpen = true
      html.put("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
      html.putEscaped(options.labels.footnotes)
      html.put("\">\n<ol>\n")
    }
    footnotes.number += 1
    footnotes.hasBackReferences = false
    html.put(string: "<li id=\"fn:\(footnotes.number)\">\n")
  }

  mutating func closeFootnote() {
    if !footnotes.hasBackReferences {
      putBackReferences()
      html.put("\n")
    }
    html.put("</li>\n")
    endTextBlock()
  }

  mutating func putBackReferences() {
    footnotes.hasBackReferences = true
    let number = footnotes.number
    for index in 1...max(1, footnotes.references[number, default: 0]) where footnotes.references[number] != nil {
      let name = index == 1 ? "\(number)" : "\(number):\(index)"
      html.put(index == 1 ? "" : " ")
      html.put(string: "<a href=\"#fnref:\(name)\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"")
      let place = index == 1 ? "" : ", \(options.labels.footnotePlace) \(index)"
      html.putEscaped("\(options.labels.backToReference) \(number)\(place)")
      html.put("\">↩</a>")
    }
  }
}
