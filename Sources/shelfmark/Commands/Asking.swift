// What `find` and `match` share: reading the library for a question, and printing what was found, as text or JSON.

import Diagnostics
import Files
import Library
import Search
import Site

enum Asking {
  static let json = OptionSpec("--json", help: "Print JSON, with every point")
  static let limit = OptionSpec("--limit", value: "N", help: "Show at most N (default: 10; with --json: all)")
  static let facets = "Any facet of the library is an option too, such as --industries Mfg; repeat it for more values."

  /// The library with its index. Mistakes in the content do not stop a question; they are counted on standard error.
  static func matcher(_ arguments: Arguments, _ terminal: Terminal) throws(FileFailure) -> Matcher {
    let library = try library(arguments, workers: (try? arguments.jobs()) ?? 1, terminal).library
    return Matcher(library, SearchIndex(library))
  }

  /// The library as `build --hold-back` would publish it.
  static func library(
    _ arguments: Arguments, workers: Int, _ terminal: Terminal
  ) throws(FileFailure) -> LoadedLibrary {
    var options = LoadOptions()
    options.workers = workers
    options.rules = Rule.all
    options.holdsBack = true
    let loaded = try Library.load(arguments.folder, options: options)
    // What is held back or left out is a warning by now.
    let library = loaded.library
    let errors =
      loaded.problems.count { $0.severity == .error } + library.dropped.count
      + library.heldBack.reduce(0) { $0 + $1.problems.count }
    if errors > 0 {
      let held = library.heldBack.isEmpty ? "" : ", \(counted(library.heldBack.count, "resource")) held back"
      terminal.printError("\(counted(errors, "error")) in the content\(held); 'shelfmark check' lists them\n")
    }
    return loaded
  }

  static func limit(_ arguments: Arguments) throws(UsageError) -> Int {
    guard let text = arguments["--limit"] else { return arguments.has("--json") ? .max : 10 }
    guard let count = Int(text), count > 0 else {
      throw .invalidValue(option: "--limit", value: text, expected: "a number from 1 on", command: arguments.command)
    }
    return count
  }

  /// "3. ROI calculator … 83.2 points", with why under it.
  static func text(_ matches: ArraySlice<Match>, _ matcher: Matcher, _ terminal: Terminal) -> String {
    var text = ""
    for (position, match) in matches.enumerated() {
      let resource = matcher.library.resources[match.resource]
      let type = resource.type.map { matcher.library.types[$0].label } ?? "not labelled yet"
      let audience = resource.audience == .external ? "OK to share" : "internal only"
      let title = terminal.colorsOutput ? "\u{1B}[1m\(printable(resource.title))\u{1B}[0m" : printable(resource.title)
      text += "\(position + 1). \(title)  (\(type), \(audience))\n"
      let why = matcher.sentence(match.reasons)
      text += "   \(points(match.score)) points\(match.isExactTitle ? ", exactly this title" : "")"
      text += why.isEmpty ? "\n" : ": \(printable(why))\n"
      text += "   \(resource.file)\n"
    }
    return text
  }

  /// Points are kept in thousandths.
  static func points(_ thousandths: Int) -> String {
    let sign = thousandths < 0 ? "-" : ""
    let tenths = (abs(thousandths) + 50) / 100
    return tenths % 10 == 0 ? "\(sign)\(tenths / 10)" : "\(sign)\(tenths / 10).\(tenths % 10)"
  }

  /// One result, with the points that add up to its score.
  static func json(_ match: Match, _ matcher: Matcher) -> String {
    let resource = matcher.library.resources[match.resource]
    let reasons = match.reasons.map { reason in
      "{\"for\": \(jsonString(name(reason.kind, matcher.library))), \"points\": \(decimal(reason.points))}"
    }
    return "{\"id\": \(jsonString(resource.id)), \"title\": \(jsonString(resource.title)), "
      + "\"url\": \(jsonString("resources/\(resource.id).html")), \"score\": \(decimal(match.score)), "
      + "\"exactTitle\": \(match.isExactTitle), \"why\": \(jsonString(matcher.sentence(match.reasons))), "
      + "\"points\": [\(reasons.joined(separator: ", "))]}"
  }

  static func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n    " + items.joined(separator: ",\n    ") + "\n  ]"
  }

  private static func decimal(_ thousandths: Int) -> String {
    let digits = String(abs(thousandths) % 1_000)
    let sign = thousandths < 0 ? "-" : ""
    return "\(sign)\(abs(thousandths) / 1_000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }

  private static func name(_ kind: Reason.Kind, _ library: Library) -> String {
    switch kind {
    case .persona(let index): "persona \(library.personas[index].id)"
    case .personaAll: "persona all"
    case .stage(let index): "stage \(library.stages[index].id)"
    case .stageAll: "stage all"
    case .stageNext(let index): "next stage \(library.stages[index].id)"
    case .facet(let facet, let values):
      "\(library.facets[facet].id) " + values.map { library.facets[facet].values[$0].id }.joined(separator: ", ")
    case .facetElsewhere(let facet): "other \(library.facets[facet].id)"
    case .words(let words): "words " + words.joined(separator: ", ")
    case .featured: "featured"
    case .overdue: "review overdue"
    case .sent: "already sent"
    }
  }
}
