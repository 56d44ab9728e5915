// A folder that is not a library yet.

package import Diagnostics

extension Rule {
  package static let incompleteLibrary = Rule(
    "incomplete-library", .error,
    explanation: """
      Something is missing that every library has: the folder 'content', in it the file library.yml, at least one persona \
      in content/personas and at least one stage in content/stages. Mostly the command was run in the wrong folder: run it \
      in the one that contains 'content', or name it with -C.

          content/library.yml
          content/personas/cfo.md
          content/stages/decision.md
          content/resources/roi-sheet.md
      """)
}

extension Problem {
  static func incompleteLibrary(_ message: String, in file: String, help: String) -> Problem {
    Problem(.incompleteLibrary, in: file, message, help: help)
  }
}
