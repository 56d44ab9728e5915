// `shelfmark build`: check, then publish the site; with an error anywhere nothing is published.

import Diagnostics
import Files
import Library
import Site

/// What was built stays until the process ends: taking it apart piece by piece would cost a fiftieth of the build.
private let untilTheEnd = Locked<BuildReport?>(nil)

enum BuildCommand: Command {
  static let spec = CommandSpec(
    name: "build", summary: "Check the library and build its site",
    discussion: """
      With an error anywhere nothing is published and the site that is there stays as it is. With --hold-back what is \
      sound is published, and the rest is held back and listed on the Coverage page. With --baseline the problems that \
      its file names stop nothing and are dealt with in the same way; any other error does.
      """,
    options: [
      CommonOptions.folder,
      OptionSpec("--output", value: "DIR", help: "Where the site goes (default: site)"),
      OptionSpec("--hold-back", help: "Publish what is sound and hold back the rest"),
      Reporting.baseline,
      OptionSpec("--adopt", help: "Take over files in the output folder that Shelfmark did not build"),
      CommonOptions.today, CommonOptions.strict, Reporting.format, CommonOptions.jobs,
      OptionSpec("--timings", help: "Say how long each phase took"),
    ],
    examples: ["shelfmark build", "shelfmark build -C library --output public --hold-back"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let root = arguments.folder
    let output = arguments.path(arguments["--output"] ?? "site")
    var options = BuildOptions(root: root, output: output)
    options.today = try arguments.today()
    options.workers = try arguments.jobs()
    options.holdsBack = arguments.has("--hold-back")
    options.adoptsForeignFiles = arguments.has("--adopt")
    options.isStrict = arguments.has("--strict")
    if let reason = options.outputMistake {
      terminal.printError("error: the site cannot go into '\(printable(output))': \(reason)\n")
      terminal.printError("  help: name another folder with --output, such as site\n")
      return .usage
    }
    guard let baseline = Reporting.readBaseline(arguments, terminal) else { return .usage }
    options.baseline = baseline.value
    takeMemoryInLargePieces()
    let progress = ProgressLine(terminal)
    options.progress = { phase, done, total in progress.show("\(phase) \(grouped(done)) of \(grouped(total))") }
    let start = ContinuousClock.now
    do throws(FileFailure) {
      let report = try buildSite(options)
      untilTheEnd.withLock { $0 = report }
      progress.clear()
      let problems = ProblemReport(report, arguments, Shelfmark.version)
      let format = Reporting.format(arguments)
      if format == .text {
        terminal.printError(problems.rendered(.text, usesColor: terminal.colorsErrors))
      } else {
        try Reporting.print(problems, format, terminal)
      }
      guard let publication = report.publication else {
        terminal.printError(Reporting.summary(problems, report.baseline))
        terminal.printError(
          "nothing was published; \(hasSite(output) ? "the site that is there stays as it was" : "there is no site yet")\n"
        )
        return .mistakes
      }
      let seconds = (ContinuousClock.now - start).components
      let milliseconds = Int(seconds.seconds) * 1_000 + Int(seconds.attoseconds / 1_000_000_000_000_000)
      // Where problems were printed for a program, nothing may stand beside them.
      let say = format == .text ? terminal.print : terminal.printError
      say(summary(report, publication, output: output, milliseconds: milliseconds))
      if arguments.has("--timings") { say(timings(report)) }
      return .success
    } catch {
      progress.clear()
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  private static func hasSite(_ output: String) -> Bool { Folder(output).has("index.html") }

  /// What was published, what was left out and why, how long it took, where to look.
  private static func summary(
    _ report: BuildReport, _ publication: Publication, output: String, milliseconds: Int
  ) -> String {
    let resources = report.library.resources
    let drafts = resources.indices.filter { resources[$0].status == .draft }
    let archived = resources.indices.count { resources[$0].status == .archived }
    var text = "Published \(counted(resources.count - drafts.count, "resource"))"
    if archived > 0 { text += " (\(grouped(archived)) archived)" }
    let changed = publication.written + publication.removed
    text += changed == 0 ? ", nothing changed" : ": \(counted(publication.written, "file")) written"
    if publication.removed > 0 { text += ", \(grouped(publication.removed)) removed" }
    if changed > 0, publication.unchanged > 0 { text += ", \(grouped(publication.unchanged)) unchanged" }
    text += ", in \(milliseconds < 10_000 ? "\(milliseconds) ms" : "\(milliseconds / 1_000) s")\n"
    if !drafts.isEmpty {
      text +=
        "Left out: \(counted(drafts.count, "draft")) (\(names(drafts.prefix(6).map { resources[$0].id }, of: drafts.count)))\n"
    }
    let heldBack = report.library.heldBack
    if !heldBack.isEmpty {
      text +=
        "Held back: \(counted(heldBack.count, "resource")) (\(names(heldBack.prefix(6).map(\.id), of: heldBack.count))); see \(output)/coverage.html\n"
    }
    let dropped = report.library.dropped
    if !dropped.isEmpty {
      text += "Left out of what is published: \(counted(dropped.count, "mistake")); see \(output)/coverage.html\n"
    }
    if !report.known.isEmpty { text += "\(counted(report.known.all.count, "known problem")) in the baseline\n" }
    return text + "Open \(output)/index.html\n"
  }

  private static func names(_ ids: [String], of count: Int) -> String {
    ids.prefix(5).joined(separator: ", ") + (count > 5 ? " and \(count - 5) more" : "")
  }

  /// A line a phase, in milliseconds: how long it took, and how much all processors together worked for it.
  private static func timings(_ report: BuildReport) -> String {
    report.timings.map { phase, seconds, processorSeconds in
      padded(phase, to: 28) + padded("\(Int(seconds * 1_000)) ms", to: 10)
        + "\(Int(processorSeconds * 1_000)) ms of processors\n"
    }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    "  " + text + String(repeating: " ", count: max(0, width - text.count - 2))
  }
}

/// A file's bytes for quoting the line a problem is in; nil where it cannot be read.
func contents(of file: String, in root: Folder) -> [UInt8]? {
  do {
    return try root.read(file)
  } catch {
    return nil
  }
}
