// Names of attachments that some computers cannot keep, or that deceive.

package import Diagnostics

extension Rule {
  package static let fileName = Rule(
    "file-name", .error,
    explanation: """
      The name of an attachment or image cannot be used everywhere: it contains invisible characters, or one of \
      < > : " | ? * \\, or ends with a dot or a space, or is a name that Windows keeps for devices. Somebody who downloads \
      it could not save it, or would be shown a different name than it has. Blanks, capitals and accents are \
      fine, as long as no two files of a folder differ only in how their accents are stored.

      Rename the file, and correct the name where it is used.

          Q3: results?.pdf          rename to: Q3 results.pdf
      """)
}

extension Problem {
  static func fileName(_ name: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .fileName, in: file, at: range, "\(quoted(name)) is a name that some computers cannot save",
      help: "rename the file, without invisible characters and < > : \" | ? * \\")
  }

  /// A name that cannot be read as text at all.
  static func nameNotUTF8(_ path: String) -> Problem {
    Problem(
      .fileName, in: path, "the name '\(lastComponent(path))' is not stored as UTF-8",
      help: "rename it, without accents")
  }

  /// Two files whose names look alike and differ only in how their accents are stored.
  static func sameName(_ path: String) -> Problem {
    Problem(
      .fileName, in: path, "there are two files called '\(lastComponent(path))', with accents stored in two ways",
      help: "rename one of them, or delete it if it is a copy")
  }
}
