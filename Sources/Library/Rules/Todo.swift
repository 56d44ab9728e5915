// A label that its author will fill in later.

package import Diagnostics

extension Rule {
  package static let todo = Rule(
    "todo", .warning,
    explanation: """
      'todo' stands for a type, personas or stages that nobody has decided yet. That is allowed, so that a folder of old \
      files can be taken over at once: such a resource is found by its words and is marked 'Not labelled yet', but it \
      stands in no list of a persona or a stage and is never suggested for a lead.

          personas: todo            write, when you know: personas: [cfo]
      """)
}

extension Problem {
  static func todo(_ label: String, in file: String, at range: ByteRange) -> Problem {
    Problem(.todo, in: file, at: range, "'\(label)' is not decided yet", help: "replace 'todo' when you know")
  }
}
