// A persona that has no file.

package import Diagnostics

extension Rule {
  package static let unknownPersona = Rule(
    "unknown-persona", .error,
    explanation: """
      A resource names a persona that the library does not have. Each persona is a file in content/personas, and the \
      file's name without '.md' is what resources call it; its title and its other names are understood too, in capitals \
      or not.

      Mostly it is a slip, and the help shows the corrected line. If it is a new persona, write its file first.

          personas: [cf0]           write: personas: [cfo]
      """)
}

extension Problem {
  /// `bearer`: the persona that has `name` among its job titles.
  static func unknownPersona(
    _ name: String, known: [String], bearer: String? = nil, in file: String, at range: ByteRange
  ) -> Problem {
    Problem(
      .unknownPersona, in: file, at: range, "\(quoted(name)) is not a persona",
      help: bearer.map { "it is a job title of '\($0)': write \($0)" }
        ?? oneOf(known, orAdd: "content/personas/\(IDForm.suggestion(for: name) ?? "name").md"))
  }
}
