// `shelfmark new`: a file of content with every label it needs.

import Authoring
import Diagnostics
import Files
import Library

enum NewCommand: Command {
  static let spec = CommandSpec(
    name: "new", summary: "Write a new resource, persona or stage, with every label it needs",
    discussion: """
      KIND is resource, persona or stage; ID is the file's name, and so its address: small letters, digits and hyphens. \
      The values are held against the library's own words, which stand in the file as comments. What you leave out is \
      'todo' there, and 'shelfmark check' names it. A resource is a draft until you say otherwise. Lists are separated by \
      commas. Any facet of the library is an option too, such as --industries Mfg. Nothing that is there is replaced; \
      the path of the new file is printed.
      """,
    operands: "KIND ID", operandCount: 2...2, operandWords: NewKind.allCases.map(\.rawValue),
    options: [
      CommonOptions.folder,
      OptionSpec("--title", value: "TEXT", help: "Its title (default: made from ID)"),
      OptionSpec("--summary", value: "TEXT", help: "What it is, in 20 to 200 characters"),
      OptionSpec("--type", value: "TYPE", help: "Of a resource: one-pager, case-study…"),
      OptionSpec("--personas", value: "LIST", isRepeatable: true, help: "Of a resource: for whom, or all"),
      OptionSpec("--stages", value: "LIST", isRepeatable: true, help: "Of a resource: for which stages, or all"),
      OptionSpec("--owner", value: "WHO", help: "Of a resource: a person or a team"),
      OptionSpec("--audience", value: "WHO", choices: Audience.allCases.map(\.rawValue), help: "internal or external"),
      OptionSpec(
        "--status", value: "STATUS", choices: Status.allCases.map(\.rawValue),
        help: "draft (default), approved or archived"),
      OptionSpec("--reviewed", value: "DATE", help: "Of a resource: the day on which somebody found it right"),
      OptionSpec("--use-when", value: "TEXT", help: "Of a resource: the situation in which it helps"),
      OptionSpec("--say", value: "TEXT", help: "Of a resource: a sentence to speak"),
      OptionSpec("--share", value: "ADDRESS", help: "Of a resource: where a prospect can open it"),
      OptionSpec("--files", value: "LIST", isRepeatable: true, help: "Of a resource: files beside it, or addresses"),
      OptionSpec("--keywords", value: "LIST", isRepeatable: true, help: "Of a resource: words that people look for"),
      OptionSpec("--folder", value: "FOLDER", help: "Of a resource: where in content/resources it goes"),
      OptionSpec("--job-titles", value: "LIST", isRepeatable: true, help: "Of a persona: as a CRM writes them"),
      OptionSpec("--buying-role", value: "TEXT", help: "Of a persona"),
      OptionSpec("--goals", value: "LIST", isRepeatable: true, help: "Of a persona"),
      OptionSpec("--pains", value: "LIST", isRepeatable: true, help: "Of a persona"),
      OptionSpec("--order", value: "NUMBER", help: "Of a stage (default: after the last)"),
      OptionSpec("--next", value: "LIST", isRepeatable: true, help: "Of a stage: what may come after it"),
      OptionSpec("--team", value: "TEAM", help: "Of a stage: who looks after them"),
      OptionSpec("--buyer-asks", value: "TEXT", help: "Of a stage: what they ask themselves"),
      OptionSpec("--exit-criteria", value: "TEXT", help: "Of a stage: how you know that they have moved on"),
      OptionSpec("--aliases", value: "LIST", isRepeatable: true, help: "Of a persona or a stage: other names"),
    ],
    takesFacets: true,
    examples: [
      "shelfmark new resource roi-sheet --type one-pager --personas cfo --stages decision",
      "shelfmark new persona cfo --title 'Finance leader' --job-titles 'CFO, Finance Director'",
      "shelfmark new stage renewal --next advocacy,win-back",
    ])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let kinds = NewKind.allCases.map(\.rawValue)
    guard let kind = NewKind(rawValue: singular(arguments.operands[0])) else {
      throw .unknownChoice(option: "KIND", value: arguments.operands[0], choices: kinds, command: spec.name)
    }
    let root = arguments.folder
    do throws(FileFailure) {
      guard root.has("content") else {
        terminal.printError("error: there is no folder 'content' here\n")
        terminal.printError("  help: name the library's folder with -C; 'shelfmark init NAME' starts a new one\n")
        return .usage
      }
      var loading = LoadOptions()
      loading.workers = (try? arguments.jobs()) ?? 1
      let library = try Library.load(root, options: loading).library
      let request = NewFileRequest(
        kind: kind, id: arguments.operands[1], values: values(arguments), folder: arguments["--folder"])
      let (file, mistakes) = NewFile.make(request, in: library, today: currentDay())
      guard let file else {
        for mistake in mistakes {
          terminal.printError("error: \(printable(mistake.message))\n  help: \(printable(mistake.help))\n")
        }
        return .usage
      }
      try root.create(file.path, Array(file.text.utf8))
      terminal.print(printable(file.path) + "\n")
      return .success
    } catch {
      if error.isInTheWay {
        terminal.printError(
          "error: '\(printable(error.path))' is there already\n  help: edit it, or choose another ID\n")
        return .usage
      }
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  /// The folders' names are understood too.
  private static func singular(_ kind: String) -> String {
    let kind = kind.lowercased()
    return kind.hasSuffix("s") ? String(kind.dropLast()) : kind
  }

  /// By label: "--use-when" is use_when. In the order of the options, then the facets as they were typed.
  private static func values(_ arguments: Arguments) -> [(label: String, value: String)] {
    let own = spec.options.filter { $0.key != "--directory" && $0.key != "--folder" }.flatMap { option in
      arguments.all(option.key).map { (String(option.key.dropFirst(2)).replacing("-", with: "_"), $0) }
    }
    return own + arguments.facets.map { ($0.name, $0.value) }
  }
}
