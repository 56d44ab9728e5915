// A file that the computer does not hand over.

package import Diagnostics

extension Rule {
  package static let unreadableFile = Rule(
    "unreadable-file", .error,
    explanation: """
      A file of the library is there but cannot be read: mostly because the account that builds the site has no right to, \
      or because the file vanished while the library was being read.

      Give the account the right to read the file (on Linux and macOS: chmod a+r FILE), and run again.
      """)
}

extension Problem {
  static func unreadableFile(_ path: String, reason: String, in file: String, at range: ByteRange = .start) -> Problem {
    Problem(
      .unreadableFile, in: file, at: range, "\(quoted(path)) cannot be read: \(reason)",
      help: "give the account that runs this the right to read it")
  }
}
