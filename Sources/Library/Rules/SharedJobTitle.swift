// A job title that two personas claim.

package import Diagnostics

extension Rule {
  package static let sharedJobTitle = Rule(
    "shared-job-title", .error,
    explanation: """
      The same job title stands in two personas, so a lead with that title could be either. Titles are compared as a CRM \
      would hold them: without capitals, punctuation, 'of', 'the' and 'and', in any order, and with short forms spelled \
      out (title_words in library.yml), so that 'VP Finance' and 'Vice President of Finance' are one title.

      Decide which persona it belongs to and remove it from the other, or make both more exact.
      """)
}

extension Problem {
  static func sharedJobTitle(
    _ title: String, with other: String, in file: String, at range: ByteRange
  ) -> Problem {
    Problem(
      .sharedJobTitle, in: file, at: range, "the job title \(quoted(title)) already belongs to \(quoted(other))",
      help: "keep it in one of the two")
  }
}
