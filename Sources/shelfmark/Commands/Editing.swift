// What the commands share that change files of content: reading the library they are about, showing what would change,
// asking, and writing.

import Authoring
import Diagnostics
import Files
import Library
import Site

enum Editing {
  /// The library as it is, mistakes and all.
  static func library(_ arguments: Arguments) throws(FileFailure) -> Library {
    var options = LoadOptions()
    options.rules = Rule.all
    guard arguments.folder.has("content") else {
      throw FileFailure("find", arguments.folder.absolute("content"), reason: "start in a library, or name it with -C")
    }
    return try Library.load(arguments.folder, options: options).library
  }

  /// Shows changes, and makes them if `--yes` or a person says so.
  static func make(
    _ changes: [FileChange], _ what: String, _ arguments: Arguments, _ terminal: Terminal
  ) throws(FileFailure) -> ExitStatus {
    for change in changes {
      let difference = UnifiedDiff.text(change.path, change.before, change.after)
      terminal.print(terminal.isOutputWatched ? printableLines(difference) : difference)
    }
    let summary = "\(what) in \(counted(changes.count, "file"))"
    if arguments.has("--dry-run") {
      terminal.printError("\(summary) would change\n")
      return .success
    }
    if !arguments.has("--yes") {
      switch terminal.confirms("Change \(summary)?") {
      case true?: break
      case false?:
        terminal.printError("nothing was changed\n")
        return .success
      case nil:
        terminal.printError("error: nobody is there to ask, so nothing was changed\n")
        terminal.printError("  help: add --yes to change \(summary), or --dry-run to only look\n")
        return .usage
      }
    }
    try arguments.folder.replace(changes)
    terminal.printError("changed \(summary)\n")
    return .success
  }

  /// `text` without what could steer a terminal, its lines kept.
  static func printableLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\n")
  }
}
