// The command line: words in, an exit status out. Everything it does is done by the modules below.

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a run ends with; DESIGN of the statuses: scripts may rely on them.
enum ExitStatus: Int32 {
  case success = 0
  /// At least one error in the content, or a warning with `--strict`.
  case mistakes = 1
  case usage = 2
  /// The disk or the system failed.
  case failure = 3
}

@main
struct Shelfmark {
  static let version = "0.1.0"
  static let commands: [any Command.Type] = [
    BuildCommand.self, CheckCommand.self, FindCommand.self, MatchCommand.self, ExplainCommand.self,
  ]

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let terminal = Terminal(environment: ProcessInfo.processInfo.environment)
    exit(run(words, terminal).rawValue)
  }

  static func run(_ words: [String], _ terminal: Terminal) -> ExitStatus {
    let specs = commands.map { $0.spec }
    switch words.first {
    case "--version":
      terminal.print("shelfmark \(version)\n")
      return .success
    case nil, "--help", "-h", "help":
      if words.count > 1, let spec = specs.first(where: { $0.name == words[1] }) {
        terminal.print(Usage.help(spec))
      } else {
        terminal.print(Usage.help(commands: specs))
      }
      return .success
    case let name?:
      do throws(UsageError) {
        guard let command = commands.first(where: { $0.spec.name == name }) else { throw .unknownCommand(name) }
        let arguments = try Arguments(Array(words.dropFirst()), for: command.spec)
        guard !arguments.wantsHelp else {
          terminal.print(Usage.help(command.spec))
          return .success
        }
        return try command.run(arguments, terminal)
      } catch {
        terminal.printError(Usage.message(error, commands: specs))
        return .usage
      }
    }
  }
}

/// One command: what it takes, and what it does.
protocol Command: Sendable {
  static var spec: CommandSpec { get }
  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus
}
