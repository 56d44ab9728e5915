// `shelfmark completions`: what a shell needs to complete our command lines, made from the commands' own declarations,
// so that it cannot say anything else than they do.

enum CompletionsCommand: Command {
  static let spec = CommandSpec(
    name: "completions", summary: "Print the completions for a shell",
    discussion: """
      Commands, options and their values, for bash, zsh or fish. Put what it prints where your shell looks for it:

          bash   source <(shelfmark completions bash)      in ~/.bashrc
          zsh    source <(shelfmark completions zsh)       in ~/.zshrc, after compinit
          fish   shelfmark completions fish > ~/.config/fish/completions/shelfmark.fish
      """,
    operands: "SHELL", operandCount: 1...1, operandWords: ["bash", "zsh", "fish"],
    examples: ["shelfmark completions bash"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let specs = Shelfmark.commands.map { $0.spec }
    switch arguments.operands[0] {
    case "bash": terminal.print(bash(specs))
    case "zsh": terminal.print(zsh(specs))
    case "fish": terminal.print(fish(specs))
    case let other:
      throw .unknownChoice(option: "SHELL", value: other, choices: spec.operandWords, command: spec.name)
    }
    return .success
  }

  private static let helpOption = OptionSpec("--help", help: "Show this help")

  /// In single quotes, as all three shells take it; none of our words holds a line break.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

  private static func words(_ words: [String]) -> String { words.joined(separator: " ") }

  // MARK: bash

  private static func bash(_ specs: [CommandSpec]) -> String {
    var values = ""
    var operands = ""
    var options = ""
    for spec in specs {
      for option in spec.options where !option.choices.isEmpty {
        let cases = option.names.map { "\(spec.name):\($0)" }.joined(separator: "|")
        values += "    \(cases)) words=\(quoted(words(option.choices))) ;;\n"
      }
      for option in spec.options where option.value != nil && option.choices.isEmpty {
        let cases = option.names.map { "\(spec.name):\($0)" }.joined(separator: "|")
        values += "    \(cases)) return ;;\n"
      }
      if !spec.operandWords.isEmpty { operands += "    \(spec.name)) words=\(quoted(words(spec.operandWords))) ;;\n" }
      let names = (spec.options + [helpOption]).flatMap(\.names)
      options += "    \(spec.name)) words=\(quoted(words(names))) ;;\n"
    }
    return """
      # Completions of shelfmark for bash.
      _shelfmark() {
        local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words=
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          words=\(quoted(words(specs.map(\.name) + ["help", "--help", "--version"])))
        else
          case "$command:${COMP_WORDS[COMP_CWORD - 1]}" in
      \(values)    *)
            case "$word" in
            -*) case "$command" in
      \(options)      esac ;;
            *) case "$command" in
      \(operands)      esac ;;
            esac ;;
          esac
        fi
        COMPREPLY=($(compgen -W "$words" -- "$word"))
      }
      complete -o default -F _shelfmark shelfmark

      """
  }

  // MARK: zsh

  private static func zsh(_ specs: [CommandSpec]) -> String {
    func described(_ name: String, _ help: String) -> String {
      quoted(name.replacing(":", with: "\\:") + ":" + help.replacing(":", with: "\\:"))
    }
    var values = ""
    var operands = ""
    var options = ""
    for spec in specs {
      for option in spec.options where option.value != nil {
        let cases = option.names.map { "\(spec.name):\($0)" }.joined(separator: "|")
        let action = option.choices.isEmpty ? "_files" : "compadd -- \(words(option.choices))"
        values += "    \(cases)) \(action); return ;;\n"
      }
      if !spec.operandWords.isEmpty {
        operands += "    \(spec.name)) compadd -- \(words(spec.operandWords)); return ;;\n"
      }
      let all = (spec.options + [helpOption]).flatMap { option in option.names.map { described($0, option.help) } }
      options += "    \(spec.name)) choices=(\(words(all))) ;;\n"
    }
    return """
      #compdef shelfmark
      # Completions of shelfmark for zsh.
      _shelfmark() {
        local -a choices
        if (( CURRENT == 2 )); then
          choices=(\(words(specs.map { described($0.name, $0.summary) })))
          _describe command choices
          return
        fi
        case $words[2]:$words[CURRENT-1] in
      \(values)  esac
        if [[ $words[CURRENT] == -* ]]; then
          case $words[2] in
      \(options)    esac
          _describe option choices
          return
        fi
        case $words[2] in
      \(operands)  esac
        _files
      }
      if [ "$funcstack[1]" = _shelfmark ]; then _shelfmark "$@"; else compdef _shelfmark shelfmark; fi

      """
  }

  // MARK: fish

  private static func fish(_ specs: [CommandSpec]) -> String {
    func quoted(_ text: String) -> String { "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'" }
    var text = "# Completions of shelfmark for fish.\n"
    for spec in specs {
      text += "complete -c shelfmark -n __fish_use_subcommand -f -a \(spec.name) -d \(quoted(spec.summary))\n"
    }
    for spec in specs {
      let start = "complete -c shelfmark -n '__fish_seen_subcommand_from \(spec.name)'"
      if !spec.operandWords.isEmpty { text += "\(start) -f -a \(quoted(words(spec.operandWords)))\n" }
      for option in spec.options + [helpOption] {
        var line = start
        for name in option.names {
          line += name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
        }
        if !option.choices.isEmpty {
          line += " -x -a \(quoted(words(option.choices)))"
        } else if option.value != nil {
          line += " -r"
        }
        text += "\(line) -d \(quoted(option.help))\n"
      }
    }
    return text
  }
}
