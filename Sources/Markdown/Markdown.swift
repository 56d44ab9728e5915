// The module's one door: from the bytes of a file to a page part, its plain text and what the library checks.
package import Diagnostics

package enum Markdown {
  /// Renders what stands in `bytes` from `bodyStart` on (a line's start: behind the labels). Every place is one of the
  /// whole file. May be called on many threads; the result depends on nothing but its arguments.
  package static func render(
    _ bytes: [UInt8], bodyStart: Int = 0, file: String, options: MarkdownOptions = MarkdownOptions(),
    rewrite: @escaping LinkRewriter = { _, _ in .keep }, report: inout Problems
  ) -> MarkdownDocument {
    let start = min(max(bodyStart, 0), bytes.count)
    let prescan = Prescan(bytes, from: start, limits: options.limits)
    if let refusal = prescan.refusal {
      let place = ByteRange(refusal.offset, refusal.offset)
      report.add(Problem(refusal.rule, in: file, at: place, refusal.message, help: refusal.help))
      var refused = MarkdownDocument()
      refused.isRefused = true
      return refused
    }
    let places = BlockPlaces(bytes, lineStarts: prescan.lineStarts, firstDefinition: prescan.firstDefinition)
    func rendered(without plain: PlainTexts, _ syntax: ExtraSyntax) -> (document: MarkdownDocument, report: Problems)? {
      withTree(
        bytes, from: start, plain: plain, repairingUTF8: !prescan.isUTF8, syntax: syntax
      ) { tree in
        withBuffers { html, text in
          var renderer = Renderer(
            tree, options, rewrite, file: file, places: places, plain: plain, html: html, text: text, report: report)
          renderer.render()
          (html, text) = (renderer.html, renderer.text)
          return renderer.plain.areMet ? (renderer.document, renderer.report) : nil
        }
      }
    }
    // No text is known of whose plain texts the library makes anything else; of one, nothing would be lost.
    let sparing = options.skipsPlainTexts ? rendered(without: prescan.plain, prescan.syntaxWithoutPlain) : nil
    guard let (parsed, found) = sparing ?? rendered(without: PlainTexts(), prescan.syntax) else {
      return MarkdownDocument()
    }
    report = found
    var document = parsed
    if prescan.syntax.contains(.footnotes) {
      // A footnote's name that goes over a line's end and has no definition becomes text again, which the library cuts
      // short by what it miscounts, be it within a character.
      var html = document.html
      html.replaceMalformedUTF8()
      document.sharedHTML = SharedHTML(html)
      document.text.replaceMalformedUTF8()
    }
    return document
  }
}
