// The words of the help and of what is said about a wrong command line.

import Diagnostics

enum Usage {
  private static let width = 100

  static func help(commands: [CommandSpec]) -> String {
    var text = """
      Shelfmark checks a library of labelled sales and marketing resources and builds its site.

      Usage: shelfmark COMMAND [options]

      Commands:

      """
    text += table(commands.map { ($0.name, $0.summary) })
    text += """

      Options:
        --help              Show this help, or that of a command: shelfmark build --help
        --version           Show the version

      Start in a folder that has 'content/', or name it with -C DIR.
      Exit status: 0 fine, 1 mistakes in the content, 2 a wrong command line, 3 the disk or the
      system failed.

      """
    return text
  }

  static func help(_ command: CommandSpec) -> String {
    var text = command.summary + ".\n\n"
    if !command.discussion.isEmpty { text += wrapped(command.discussion, indent: 0) + "\n\n" }
    let operands = command.operands.isEmpty ? "" : " " + command.operands
    text += "Usage: shelfmark \(command.name)\(operands) [options]\n\nOptions:\n"
    text += table(
      command.options.map { option in
        (option.names.joined(separator: ", ") + (option.value.map { " " + $0 } ?? ""), option.help)
      } + [("--help", "Show this help")])
    if !command.examples.isEmpty {
      text += "\nExamples:\n" + command.examples.map { "  \($0)\n" }.joined()
    }
    return text
  }

  /// What is wrong, and what to do next.
  static func message(_ error: UsageError, commands: [CommandSpec]) -> String {
    func options(_ command: String) -> [String] {
      (commands.first { $0.name == command }?.options ?? []).flatMap(\.names) + ["--help"]
    }
    func seeHelp(_ command: String) -> String { "see 'shelfmark \(command) --help'" }
    switch error {
    case .unknownCommand(let name):
      let known = commands.map(\.name) + ["--version", "--help"]
      let meant = known.closest(to: name).map { "did you mean 'shelfmark \($0)'?" }
      return said("there is no command '\(name)'", meant ?? "'shelfmark --help' lists the commands")
    case .unknownOption(let name, let command):
      let meant = options(command).closest(to: name).map { "did you mean '\($0)'?" }
      return said("'shelfmark \(command)' has no option '\(name)'", meant ?? seeHelp(command))
    case .missingValue(let option, let command):
      return said("'\(option)' needs a value after it", seeHelp(command))
    case .emptyValue(let option, let command):
      return said("'\(option)' has an empty value", seeHelp(command))
    case .unwantedValue(let option, let command):
      return said("'\(option)' takes no value", seeHelp(command))
    case .unknownChoice(let option, let value, let choices, _):
      let list = choices.joined(separator: ", ")
      let meant = choices.closest(to: value).map { "did you mean '\($0)'? " } ?? ""
      return said("'\(value)' is no value of '\(option)'", meant + "use one of: \(list)")
    case .missingCompanion(let option, let companion, let command):
      return said("'\(option)' needs '\(companion)' beside it", seeHelp(command))
    case .repeatedOption(let option, let command):
      return said("'\(option)' stands more than once", seeHelp(command))
    case .missingOperand(let command):
      let operands = commands.first { $0.name == command }?.operands ?? ""
      return said("'shelfmark \(command)' needs \(operands)", seeHelp(command))
    case .extraOperand(let word, let command):
      return said("'shelfmark \(command)' does not know what to do with '\(word)'", seeHelp(command))
    case .invalidValue(let option, let value, let expected, _):
      return said("'\(value)' is no value of '\(option)'", "write \(expected)")
    }
  }

  private static func said(_ problem: String, _ help: String) -> String {
    "error: \(printable(problem))\n  help: \(printable(help))\n"
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let column = 22
    return rows.map { left, right in
      let lead = "  " + left
      let text = wrapped(right, indent: column)
      guard lead.count < column - 1 else { return lead + "\n" + String(repeating: " ", count: column) + text + "\n" }
      return lead + String(repeating: " ", count: column - lead.count) + text + "\n"
    }.joined()
  }

  /// `text` in lines of at most `width` columns, all but the first indented.
  static func wrapped(_ text: String, indent: Int) -> String {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if paragraph.hasPrefix("    ") {
        lines.append(String(paragraph))
        continue
      }
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width - indent {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " " + word
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
