// Attachments that would run inside the site.

package import Diagnostics

extension Rule {
  package static let activeContent = Rule(
    "active-content", .error, isFixed: true,
    explanation: """
      An attachment or image could run a program in the reader's browser, with all that the library's site may do there: \
      a web page (HTML), a script, or a drawing (SVG) that contains script or reaches for other addresses. What a file \
      really is decides, not only its ending.

      Save a web page as PDF. Export the drawing anew as 'plain SVG', or as PNG.
      """)
}

extension Problem {
  static func activeContent(_ name: String, because reason: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .activeContent, in: file, at: range, "\(quoted(name)) cannot be published: \(reason)",
      help: "save it as PDF, PNG or plain SVG")
  }
}
