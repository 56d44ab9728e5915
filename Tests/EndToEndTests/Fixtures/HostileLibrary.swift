// A library in which every place that takes words carries what breaks out of attributes, scripts, templates, JSON and
// addresses. Whatever of it ran would call `pwned`, which no page has: the console would tell.

import Foundation
import TestSupport

enum HostileLibrary {
  /// Each leads out of one kind of place, or of several.
  static let payloads: [String] = [
    #"pwned "'><img src=x onerror=pwned()>"#,
    "pwned </script><script>pwned()</script>",
    "pwned </title></textarea></template><svg onload=pwned()>",
    #"pwned "]}]});pwned();//\u2028\x3cscript>"#,
    "pwned {{{html}}}{{#site}}{{=<% %>=}}<%& body %>",
    "pwned javascript:pwned()//' onclick='pwned()",
    "pwned --><!--]]><![CDATA[<a href=data:text/html,<script>pwned()</script>>",
    "pwned \u{2028}\u{2029}`${pwned()}` &#60;script&#62; %3Cscript%3E \\",
    "pwned <base href=//evil.test/><meta http-equiv=refresh content=0;url=//evil.test/>",
    "pwned constructor __proto__ toString = & # ? + ; , |",
  ]

  /// Names that a disk and the rules allow.
  static let fileNames = [
    "a'onclick=pwned() b.pdf", "%3Cscript%3Epwned()%3C%2Fscript%3E.txt", "{{{html}}} ${pwned()}.csv",
    "javascript&colon;x #1.docx",
    "&quot; onmouseover=pwned() x=.png", "[x](javascript&colon;pwned()).json", "drawing.svg", "movie.mp4",
    "archive.zip", "odd.unknown",
    "styles.css", "table.xlsx", "photo.gif", "sound.mp3", "deck.pptx", "plain.md.txt", "calendar.ics", "contact.vcf",
    "page.eml",
  ]

  /// What attachments hold: something that a browser which guesses would run.
  private static func bytes(of name: String) -> String {
    let script = "<html><script>pwned()</script><img src=x onerror=pwned()>"
    switch name.split(separator: ".").last {
    case "png": return "\u{89}PNG\r\n" + script
    case "gif": return "GIF89a/*" + script + "*/=1;pwned()"
    case "svg": return "<svg xmlns='http://www.w3.org/2000/svg'><title>pwned()</title><circle r='9'/></svg>"
    case "pdf": return "%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(pwned())>>>>endobj\n" + script
    case "css": return "body{background:url(javascript:pwned())}" + script
    default: return "words, " + script
    }
  }

  static let texts: [String] = payloads.map { payload in
    let inText = payload.replacing("\n", with: " ")
    return """
      # \(inText)

      \(inText) *\(inText)* `\(inText)` ~~\(inText)~~ [\(inText)](plain-page.md "\(inText.replacing("\"", with: "'"))")

      ![\(inText)](picture.png "x' onerror='pwned()") note[^1] and [reference][r] <https://example.com/?q="'%3Cscript%3E>

      | \(inText.replacing("|", with: " ")) | b |
      |---|:-:|
      | \(inText.replacing("|", with: " ")) | <script>pwned()</script> |

      ```"><script>pwned()</script>
      \(inText)
      </code></pre><script>pwned()</script>
      ```

      - [ ] \(inText)
      - [x] <details ontoggle=pwned() open>

      > \(inText) www.example.com/"onclick=pwned() me@example.com

      <script>pwned()</script>

      <iframe src="javascript:pwned()"></iframe> <a href="javascript:pwned()" onclick=pwned()>x</a>

      Term \(inText)
      ===

      [r]: https://example.com/'onclick='pwned() "\(inText.replacing("\"", with: "'"))"

      [^1]: \(inText) [back](#x"onclick=pwned\\(\\))

      """
  }

  static func quoted(_ text: String) -> String {
    let data = (try? JSONEncoder().encode(text)) ?? Data()
    return String(decoding: data, as: UTF8.self).replacing("\\/", with: "/")
  }

  static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

  static func folder() throws -> TemporaryFolder {
    let folder = try SmallLibrary.folder(files)
    for name in fileNames { try folder.write("content/resources/" + name, bytes(of: name)) }
    try folder.write("content/resources/picture.png", "\u{89}PNG\r\n")
    return folder
  }

  private static func cut(_ text: String, _ count: Int) -> String { String(text.prefix(count)) }

  static var files: [String: String?] {
    var files: [String: String?] = [:]
    let first = payloads[0]
    let labels = payloads.enumerated().map { "  v\($0): {label: \(quoted($1)), aliases: [\(quoted("alias " + $1))]}" }
    files["content/library.yml"] = """
      site: {title: \(quoted(payloads[1])), description: \(quoted(payloads[2])), base_url: "https://small.example/a'onclick=pwned()/", edit_url: "https://git.example/edit'onclick=pwned()/{path}"}
      owner: ana
      people:
        ana: {name: \(quoted(first)), team: marketing, email: "o'onclick='pwned@small.example", chat: \(quoted(payloads[4]))}
        bob: {name: \(quoted(payloads[3])), team: marketing, chat: "https://chat.example/'onclick='pwned()"}
      teams:
        marketing: {label: \(quoted(payloads[5])), contact: \(quoted(payloads[6]))}
      title_words: {\(quoted(payloads[7])): \(quoted(payloads[8]))}
      types:
        one-pager: {label: \(quoted(payloads[9])), aliases: [\(quoted(payloads[0] + " type"))], review_every: 6m, audience: external}
        battlecard: {label: \(quoted(payloads[1])), review_every: 3m, audience: internal}
        case-study: {label: \(quoted(payloads[2])), audience: external}
      facets:
        industries:
          label: \(quoted(payloads[3]))
          values: {manufacturing: {label: Manufacturing}, retail: {label: \(quoted(payloads[4]))}}
        objections:
          label: \(quoted(payloads[5]))
          values:
      \(labels.map { "    " + $0 }.joined(separator: "\n"))
      """ + "\n"
    for (id, index) in [("cfo", 0), ("it-lead", 1)] {
      files["content/personas/\(id).md"] = """
        ---
        title: \(quoted(payloads[index]))
        summary: \(quoted(payloads[index + 2]))
        job_titles: \(list(["\(id) x"] + payloads.map { $0 + " \(id)" }))
        aliases: \(list(payloads.map { $0 + " \(id) alias" }))
        buying_role: \(quoted(payloads[index + 4]))
        goals: \(list(payloads))
        pains: \(list(payloads))
        objections: [v0, v1]
        ---
        \(texts[index].replacing("plain-page.md", with: "../resources/plain-page.md").replacing("picture.png", with: "../resources/picture.png"))
        """
    }
    for (id, other, index) in [("decision", "retention", 2), ("retention", "decision", 3)] {
      files["content/stages/\(id).md"] = """
        ---
        title: \(quoted(payloads[index]))
        summary: \(quoted(payloads[index + 2]))
        order: \(index)
        next: [\(other)]
        buyer_asks: \(quoted(payloads[index + 1]))
        exit_criteria: \(list(payloads))
        aliases: \(list(payloads.map { $0 + " \(id) alias" }))
        crm_values:
          lifecycle_stage: \(list(payloads.map { $0 + " \(id) 1" }))
          lead_status: \(list(payloads.map { $0 + " \(id) 2" }))
          opp_stage: \(list(payloads.map { $0 + " \(id) 3" }))
        ---
        \(texts[index].replacing("plain-page.md", with: "../resources/plain-page.md").replacing("picture.png", with: "../resources/picture.png"))
        """
    }
    for (index, payload) in payloads.enumerated() {
      let attachments = fileNames.enumerated().filter { $0.offset % payloads.count == index }.map {
        "{path: \(quoted($0.element)), label: \(quoted(payload))}"
      }
      files["content/resources/hostile-\(index).md"] = """
        ---
        title: \(quoted(cut(payload, 84) + " \(index)"))
        summary: \(quoted(cut("Summary of " + payload, 190)))
        type: \(index % 2 == 0 ? "one-pager" : "battlecard")
        personas: [cfo\(index % 3 == 0 ? ", it-lead" : "")]
        stages: [\(index % 2 == 0 ? "decision" : "retention")]
        industries: [retail]
        objections: [v\(index)]
        owner: \(index % 2 == 0 ? "ana" : "bob")
        reviewed: 2026-02-01
        keywords: [\(quoted(payload))]
        use_when: \(quoted(cut(payload, 150)))
        say: \(quoted(payload))
        files: [\((attachments + ["{url: \"https://example.com/'onclick='pwned()\", label: \(quoted(payload))}"]).joined(separator: ", "))]
        related: [hostile-\((index + 1) % payloads.count)]
        \(index % 2 == 0 ? "share: \"https://example.com/a'onclick='pwned()\"\nsnippet: \(quoted("Hello {{first_name}} of {{company}}, " + payload.replacing("{", with: "(").replacing("}", with: ")") + " {{link}}"))" : "x-note: x")
        ---
        \(texts[index])
        """
    }
    for id in ["roi-sheet", "plant-story", "spreadsheet-card"] { files["content/resources/\(id).md"] = .some(nil) }
    files["content/resources/roi.pdf"] = .some(nil)
    files["content/resources/plain-page.md"] = """
      ---
      title: A plain page
      summary: Nothing is wrong with this page, and others link to it.
      type: case-study
      personas: [all]
      stages: [all]
      reviewed: 2026-02-01
      ---
      Text.

      """
    return files
  }
}
