// `shelfmark diff`: what a change does to sales, as a comment for a pull request.

import Authoring
import Diagnostics
import Files
import Library
import Search
import Site

enum DiffCommand: Command {
  static let spec = CommandSpec(
    name: "diff", summary: "Say what a change does to sales, between two libraries",
    discussion: """
      OLD and NEW are each a library's folder, a site's folder or a library.json. Told are the assets that come, change \
      and go, the gaps that open and close, and, for two library folders, what the scenarios' leads see instead and what \
      is wrong with the files that changed. The exit status is 0 whether or not there are differences.
      """,
    operands: "OLD NEW", operandCount: 2...2,
    options: [
      OptionSpec(
        "--format", value: "FORMAT", choices: ["markdown", "json", "text"], help: "markdown (default), json or text"),
      CommonOptions.today, CommonOptions.jobs,
    ],
    examples: [
      "shelfmark diff ../main . > comment.md", "shelfmark diff published/library.json site --format text",
    ])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let today = try arguments.today()
    let jobs = try arguments.jobs()
    var sides: [LibraryDiff.Side] = []
    for path in arguments.operands {
      do {
        sides.append(try side(path, today: today, workers: jobs))
      } catch let mistake as SnapshotMistake {
        terminal.printError("error: '\(printable(path))' is no library: \(printable(mistake.message))\n")
        terminal.printError("  help: name a library's folder, a site's folder or a library.json\n")
        return .usage
      } catch {
        terminal.printError("error: \(printable("\(error)"))\n")
        return .failure
      }
    }
    ReportCommand.show(LibraryDiff(sides[0], sides[1]).page(), arguments, terminal, by: "markdown")
    return .success
  }

  private static func side(_ path: String, today: Day, workers: Int) throws -> LibraryDiff.Side {
    let folder = Folder(path)
    if folder.has("content") {
      var options = CheckOptions(root: folder)
      options.today = today
      options.workers = workers
      let checked = try checkLibrary(options)
      let matcher = Matcher(checked.library, SearchIndex(checked.library))
      return LibraryDiff.Side(
        LibrarySnapshot(checked.library), matcher: matcher,
        problems: checked.problems.resolved { contents(of: $0, in: folder) })
    }
    if folder.has("library.json") {
      return LibraryDiff.Side(try LibrarySnapshot(parsing: folder.read("library.json", limit: 1 << 30)))
    }
    if folder.has(".") { throw SnapshotMistake(message: "it has neither a folder 'content' nor a 'library.json'") }
    return LibraryDiff.Side(try LibrarySnapshot(parsing: Folder.anywhere.read(path, limit: 1 << 30)))
  }
}
