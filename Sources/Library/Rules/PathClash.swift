// Two things that would be published at one address.

package import Diagnostics

extension Rule {
  package static let pathClash = Rule(
    "path-clash", .error, isFixed: true,
    explanation: """
      Two things would be published at the same address: an old name ('aliases') that is the name of a file that exists, \
      an old name or a replaced resource that two files claim, or two attachments of one resource with the same file name \
      from different folders. Only one of them could be reached.

      Take the name out of one of the two, or rename one of the files.

          aliases: [price-sheet]    if price-sheet.md exists, remove this line
      """)
}

extension Problem {
  static func pathClash(_ message: String, in file: String, at range: ByteRange, help: String) -> Problem {
    Problem(.pathClash, in: file, at: range, message, help: help)
  }
}
