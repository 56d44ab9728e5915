// Text in an encoding of the past.

package import Diagnostics

extension Rule {
  package static let notUTF8 = Rule(
    "not-utf8", .error,
    explanation: """
      A file is not stored as UTF-8, the one way to store text that has every language's letters. Read as UTF-8 its \
      accents, dashes and quotation marks would come out wrong, so it is not read at all.

      In an editor, 'Save with encoding' and choose UTF-8. The help names a command that converts the file.
      """)
}

extension Problem {
  static func notUTF8(_ encoding: TextEncoding, in file: String, at range: ByteRange) -> Problem {
    let message: String =
      switch encoding {
      case .utf16, .utf16LittleEndian, .utf16BigEndian: "this file is stored as UTF-16, not as UTF-8"
      case .latin1: "this file is not stored as UTF-8; it looks like Latin-1 (Windows-1252)"
      case .other: "this file is not text stored as UTF-8"
      }
    let help = encoding.iconvName.map { name in
      let path = shellQuoted(file)
      return "save it as UTF-8, or run: iconv -f \(name) -t UTF-8 \(path) > new.md && mv new.md \(path)"
    }
    return Problem(.notUTF8, in: file, at: range, message, help: help ?? "open it in an editor and save it as UTF-8")
  }
}
