// `shelfmark explain`: what a rule means, why it matters, how to mend it.

import Diagnostics
import Site

enum ExplainCommand: Command {
  static let spec = CommandSpec(
    name: "explain", summary: "Explain a rule, or list all of them",
    discussion: "Every problem names its rule in [brackets]. Without a RULE, all are listed.",
    operands: "[RULE]", operandCount: 0...1, operandWords: Rule.all.map(\.name),
    examples: ["shelfmark explain unknown-persona"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    guard let name = arguments.operands.first else {
      terminal.print(list())
      return .success
    }
    let rules = Rule.all
    let wanted = name.lowercased().filter { $0 != "[" && $0 != "]" }
    guard let rule = rules.first(where: { $0.name == wanted }) else {
      let meant = rules.map(\.name).closest(to: wanted).map { "did you mean '\($0)'?" }
      terminal.printError("error: there is no rule '\(printable(name))'\n")
      terminal.printError("  help: \(meant ?? "'shelfmark explain' lists all rules")\n")
      return .usage
    }
    terminal.print("\(rule.name) (\(severity(rule)))\n\n\(Usage.wrapped(rule.explanation, indent: 0))\n")
    return .success
  }

  private static func list() -> String {
    let rules = Rule.all.sorted { $0.name < $1.name }
    let width = (rules.map(\.name.count).max() ?? 0) + 2
    var text = ""
    for rule in rules {
      let summary = firstSentence(of: rule.explanation)
      let lead = "\(rule.name)\(String(repeating: " ", count: width - rule.name.count))"
      text += lead + Usage.wrapped("\(severity(rule)): \(summary)", indent: width) + "\n"
    }
    text += "\nlibrary.yml can change a severity:  rules: {duplicate-title: off}\n"
    return text
  }

  private static func firstSentence(of text: String) -> String {
    let paragraph = text.prefix { $0 != "\n" }
    guard let end = paragraph.firstRange(of: ". ") else { return String(paragraph) }
    return String(paragraph[..<end.lowerBound]) + "."
  }

  private static func severity(_ rule: Rule) -> String {
    rule.isFixed ? "always an error" : rule.severity.rawValue
  }
}
