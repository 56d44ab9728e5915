// A folder that is not a library yet.

package import Diagnostics

extension Rule {
  package static let incompleteLibrary = Rule(
    "incomplete-library", .error,
    explanation: """
      Something is missing that every library has: the folder 'content', in it the file library.yml, at least one persona \
      in content/personas and at least one stage in content/stages. Mostly the command was run in the wrong folder: run it \
      in the one that contains 'content', or name it with -C.

          content/library.yml               site: {title: Our library}
                                            types: {one-pager: {label: One-pager}}

          content/personas/cfo.md           ---
                                            title: Finance leader
                                            summary: Signs off what costs money, and asks when it comes back.
                                            job_titles: [CFO, Finance Director]
                                            ---

          content/stages/decision.md        ---
                                            title: Decision
                                            summary: They know what they want, and somebody has to sign.
                                            order: 1
                                            ---

          content/resources/roi-sheet.md    labels and text of the first resource
      """)
}

extension Problem {
  static func incompleteLibrary(_ message: String, in file: String, help: String) -> Problem {
    Problem(.incompleteLibrary, in: file, message, help: help)
  }
}

extension Problem {
  static var noContent: Problem {
    incompleteLibrary(
      "there is no folder 'content' here", in: "content",
      help: "run this in the folder of a library, or name that folder with -C; 'shelfmark init NAME' starts a new one")
  }

  static func noSettings(hasOtherSpelling other: String?) -> Problem {
    incompleteLibrary(
      "the file 'library.yml' is missing", in: LibrarySettings.path,
      help: other.map { "rename '\($0)' to '\(LibrarySettings.path)'" }
        ?? "make it, with at least a line such as: site: {title: Our library}")
  }

  /// A kind without which no library works; nil for one that may be empty.
  static func noneOf(_ kind: some Kind) -> Problem? {
    guard kind.isRequired else { return nil }
    return incompleteLibrary(
      "there is not one file in 'content/\(kind.folder)'", in: "\(ContentTree.root)/\(kind.folder)",
      help:
        "make a file such as content/\(kind.folder)/name.md, with labels such as: \(kind.example.joined(separator: "; "))"
    )
  }
}
