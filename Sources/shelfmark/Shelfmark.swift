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

/// What a run ends with; scripts rely on the numbers.
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
    InitCommand.self,
    NewCommand.self,
    ImportCommand.self,
    LabelsCommand.self,
    VerifyCommand.self,
    BuildCommand.self,
    ServeCommand.self,
    CheckCommand.self,
    ReportCommand.self,
    DiffCommand.self,
    SchemaCommand.self,
    FindCommand.self,
    MatchCommand.self,
    TemplatesCommand.self,
    ExplainCommand.self,
    CompletionsCommand.self,
  ]

  static func main() {
    // A reader that went away and a file-size limit are answers to a write, not reasons to die in the middle of one.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    Terminal.occupyClosedDescriptors()
    let words = Array(CommandLine.arguments.dropFirst())
    let terminal = Terminal(environment: ProcessInfo.processInfo.environment)
    let status = run(words, terminal)
    exit((terminal.hasFailed ? ExitStatus.failure : status).rawValue)
  }

  static func run(_ words: [String], _ terminal: Terminal) -> ExitStatus {
    let specs = commands.map { $0.spec }
    switch words.first {
    case "--version":
      terminal.print("shelfmark \(version)\n")
      return .success
    case nil, "--help", "-h", "help":
      guard words.first == "help", words.count > 1 else {
        terminal.print(Usage.help(commands: specs))
        return .success
      }
      return run([words[1], "--help"], terminal)
    case "-C" where words.count > 2 && !words[2].hasPrefix("-"):
      // As git and make take it: the folder before the command.
      return run([words[2]] + words[..<2] + words[3...], terminal)
    case let name?:
      do throws(UsageError) {
        guard let command = commands.first(where: { $0.spec.name == name }) else { throw .unknownCommand(name) }
        let arguments = try Arguments(Array(words.dropFirst()), for: command.spec)
        guard !arguments.wantsHelp else {
          terminal.print(Usage.help(command.spec))
          return .success
        }
        try arguments.checkFolder()
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
