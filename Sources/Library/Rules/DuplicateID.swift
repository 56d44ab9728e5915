// Two files with one name.

package import Diagnostics

extension Rule {
  package static let duplicateID = Rule(
    "duplicate-id", .error, isFixed: true,
    explanation: """
      Two files of the same kind have the same name, in different folders or differing only in capitals. The name is what \
      other files call them and what their page's address is made of, so only one of them could have a page.

      Rename one of them, or delete it if it is a copy. The folder does not matter: a file can be moved without any link \
      breaking, as long as its name stays.

          resources/2025/roi-sheet.md
          resources/2026/roi-sheet.md      rename to: resources/2026/roi-sheet-2026.md
      """)
}

extension Problem {
  static func duplicateID(file: String, other: String) -> Problem {
    let sameFolder = folderPart(file) == folderPart(other)
    let message =
      sameFolder
      ? "'\(lastComponent(file))' and '\(lastComponent(other))' are one name for most computers"
      : "the file \(quoted(other)) has the same name"
    return Problem(.duplicateID, in: file, message, help: "rename one of them, or delete it if it is a copy")
  }
}
