// A snippet with a link to nothing.

package import Diagnostics

extension Rule {
  package static let missingShare = Rule(
    "missing-share", .warning,
    explanation: """
      The snippet contains {{link}}, but the resource has neither a public address ('share') that could stand there nor a \
      file that could be attached instead. The salesperson would copy an e-mail that points to nothing.

      Add the address that a prospect can open, or the file, or take {{link}} out of the snippet.

          share: https://www.example.com/roi-sheet
      """)
}

extension Problem {
  static func missingShare(in file: String, at range: ByteRange) -> Problem {
    Problem(
      .missingShare, in: file, at: range, "there is nothing that '{{link}}' could lead to",
      help: "add a line such as: share: https://www.example.com/page")
  }
}
