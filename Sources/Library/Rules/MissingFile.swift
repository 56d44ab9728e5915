// An attachment or image that is not there.

package import Diagnostics

extension Rule {
  package static let missingFile = Rule(
    "missing-file", .error,
    explanation: """
      An attachment ('files') or an image is not where its path says. The path starts from the folder of the file that \
      names it; capitals count, even if your own computer does not mind them.

          files: [Roi.pdf]                  if the file is called roi.pdf, write: files: [roi.pdf]
          ![Savings](images/savings.png)    the folder 'images' lies beside this file
      """)
}

extension Problem {
  static func notAnImage(_ name: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .missingFile, in: file, at: range, "\(quoted(name)) is a text, not an image",
      help: "write it as a link, without the '!' before it")
  }

  static func missingFile(_ name: String, in file: String, at range: ByteRange) -> Problem {
    // "C:\Users\Ana\Price.pdf": a path on somebody's own computer.
    let own = name.split { $0 == "\\" }
    let help =
      name.contains("\\") && !name.hasSuffix("\\")
      ? "copy the file into '\(folderPart(file))', and write its name alone: \(own.last ?? "")"
      : "put the file there, or correct the path"
    return Problem(.missingFile, in: file, at: range, "there is no file \(quoted(name))", help: help)
  }
}
