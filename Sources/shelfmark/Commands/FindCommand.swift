// `shelfmark find`: the finder's answer on the terminal, with the same points.

import Diagnostics
import Files
import Library
import Search

enum FindCommand: Command {
  static let spec = CommandSpec(
    name: "find", summary: "Find resources by words and labels, as the site's finder does",
    discussion: "Labels leave out what does not fit them. " + Asking.facets,
    operands: "[WORDS…]", operandCount: 0...1_000,
    options: [
      CommonOptions.folder,
      OptionSpec("--persona", value: "WHO", help: "Only what names this persona or is for all"),
      OptionSpec("--stage", value: "STAGE", help: "Only what names this stage or is for all"),
      OptionSpec("--type", value: "TYPE", isRepeatable: true, help: "Only this type; repeat it for more"),
      OptionSpec("--sort", value: "ORDER", choices: ["match", "reviewed"], help: "match (default) or reviewed"),
      CommonOptions.today, Asking.limit, Asking.json,
    ],
    takesFacets: true,
    examples: ["shelfmark find erp does that --persona cfo", "shelfmark find --stage decision --industries packaging"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let today = try arguments.today()
    let limit = try Asking.limit(arguments)
    let matcher: Matcher
    do throws(FileFailure) {
      matcher = try Asking.matcher(arguments, terminal)
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
    let profile = try profile(arguments, matcher.library)
    let found = matcher.find(
      arguments.operands.joined(separator: " "), profile,
      sorting: arguments["--sort"] == "reviewed" ? .reviewed : .match, today: today)
    let shown = found.matches.prefix(limit)
    if arguments.has("--json") {
      let corrections = found.corrections.map { typed, meant in
        "{\"typed\": \(jsonString(typed)), \"meant\": [\(meant.map(jsonString).joined(separator: ", "))]}"
      }
      terminal.print(
        "{\n  \"count\": \(found.matches.count),\n  \"corrections\": \(Asking.list(corrections)),\n"
          + "  \"results\": \(Asking.list(shown.map { Asking.json($0, matcher) }))\n}\n")
      return .success
    }
    for (typed, meant) in found.corrections {
      terminal.printError(
        meant.isEmpty
          ? "'\(printable(typed))' is nowhere in the library\n"
          : "'\(printable(typed))' is nowhere in the library; looked for \(meant.map { "'\($0)'" }.joined(separator: ", "))\n"
      )
    }
    terminal.print(Asking.text(shown, matcher, terminal))
    terminal.printError(count(found.matches.count, shown: shown.count))
    return .success
  }

  static func count(_ count: Int, shown: Int) -> String {
    if count == 0 { return "nothing found; try fewer words or labels\n" }
    return shown < count ? "\(grouped(shown)) of \(counted(count, "resource")); --limit shows more\n" : ""
  }

  private static func profile(_ arguments: Arguments, _ library: Library) throws(UsageError) -> Profile {
    let reader = LeadReader(library)
    func index(_ text: String, _ option: String, _ terms: [some Term]) throws(UsageError) -> Int {
      guard let index = reader.named(text, in: terms) else {
        throw .unknownChoice(option: option, value: text, choices: terms.map(\.id), command: arguments.command)
      }
      return index
    }
    var profile = Profile()
    profile.facets = library.facets.map { _ in [] }
    if let text = arguments["--persona"] { profile.persona = try index(text, "--persona", library.personas) }
    if let text = arguments["--stage"] { profile.stage = try index(text, "--stage", library.stages) }
    for text in arguments.all("--type") { profile.types.append(try index(text, "--type", library.types)) }
    for pair in arguments.facets {
      guard let facet = library.facets.firstIndex(where: { $0.id == pair.name }) else {
        throw .unknownOption("--" + pair.name, command: arguments.command)
      }
      profile.facets[facet].append(try index(pair.value, "--" + pair.name, library.facets[facet].values))
    }
    return profile
  }
}
