// HTML in a text is left out; here is how that is said.

package import Diagnostics

extension Rule {
  /// HTML inside Markdown, which is left out.
  package static let rawHTML = Rule(
    "raw-html", .warning,
    explanation: """
      HTML in the text is left out of the page: it could carry scripts, and it would look different from everything \
      else. Comments, <!-- like this -->, are left out without a warning.

      Write it in Markdown: **bold** for <b>, a blank line for <p>, ![what it shows](picture.png) for <img>. To show HTML \
      as an example, put it between backticks:

          Use `<br>` for a new line.
      """)
}
