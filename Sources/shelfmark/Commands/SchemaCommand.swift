// `shelfmark schema`: what may be written, for editors.

import Authoring
import Diagnostics
import Files
import Library
import Site

enum SchemaCommand: Command {
  private static let kinds = LibrarySchemas.Kind.allCases.map(\.rawValue)

  static let spec = CommandSpec(
    name: "schema", summary: "Print a JSON Schema of the labels, for editors",
    discussion: """
      resource, persona and stage: the labels above a text. library and scenarios: the files content/library.yml and \
      content/scenarios.yml. The library's own words stand in them as the values to choose from, so print it anew when \
      they change.
      """,
    operands: kinds.joined(separator: "|"), operandCount: 1...1,
    options: [CommonOptions.folder, CommonOptions.jobs],
    examples: ["shelfmark schema library > .vscode/library.schema.json", "shelfmark schema resource"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    guard let kind = LibrarySchemas.Kind(rawValue: arguments.operands[0]) else {
      throw .unknownChoice(option: "schema", value: arguments.operands[0], choices: kinds, command: arguments.command)
    }
    let jobs = try arguments.jobs()
    do throws(FileFailure) {
      let library = try Asking.library(arguments, workers: jobs, terminal).library
      terminal.print(LibrarySchemas(library, rules: Rule.all).schema(of: kind).rendered)
      return .success
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }
}
