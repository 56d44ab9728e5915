// A link to a page that will not be published.

package import Diagnostics

extension Rule {
  package static let draftLink = Rule(
    "draft-link", .error,
    explanation: """
      A published text links to a resource whose status is draft. Drafts get no page, so the link would lead to nothing.

      Approve the draft first, or take the link out until it is ready. Drafts may link to each other.
      """)
}

extension Problem {
  static func draftLink(to target: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .draftLink, in: file, at: range, "'\(target)' is a draft and gets no page",
      help: "remove the link, or approve '\(target)'")
  }
}
