// Nothing outside content/ is ever read into the site.

package import Diagnostics

extension Rule {
  package static let outsideContent = Rule(
    "outside-content", .error, isFixed: true,
    explanation: """
      Something leads out of the folder 'content': a path with too many '../', or a file that is only a reference to \
      another place on the computer (a symbolic link or shortcut), or no ordinary file at all. Such things are never \
      followed, so that nothing is published by accident that was not put into the library.

      Copy the file itself into 'content' and name it there.

          files: [../../../shared/prices.xlsx]      copy it beside the text, then: files: [prices.xlsx]
      """)
}

extension Problem {
  static func outsideContent(_ path: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .outsideContent, in: file, at: range, "\(quoted(path)) leads out of the folder 'content'",
      help: "copy the file into 'content' and write its path from this file")
  }

  /// A file in content that is a reference to another place, or a device or the like.
  static func notAnOrdinaryFile(_ path: String, isLink: Bool) -> Problem {
    Problem(
      .outsideContent, in: path,
      isLink
        ? "'\(lastComponent(path))' is only a reference to another place, which is not followed"
        : "'\(lastComponent(path))' is not an ordinary file",
      help: isLink ? "put the file itself here" : "remove it")
  }
}
