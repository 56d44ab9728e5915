// A stage that has no file.

package import Diagnostics

extension Rule {
  package static let unknownStage = Rule(
    "unknown-stage", .error,
    explanation: """
      A resource, or the 'next' of a stage, names a stage that the library does not have. Each stage is a file in \
      content/stages, and the file's name without '.md' is what resources call it; its title and its other names are \
      understood too, in capitals or not.

          stages: [descision]       write: stages: [decision]
      """)
}

extension Problem {
  static func unknownStage(_ name: String, known: [String], in file: String, at range: ByteRange) -> Problem {
    Problem(
      .unknownStage, in: file, at: range, "\(quoted(name)) is not a stage",
      help: oneOf(known, orAdd: "content/stages/\(IDForm.suggestion(for: name) ?? "name").md"))
  }
}
