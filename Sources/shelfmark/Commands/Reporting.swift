// What `check` and `build` share in telling of problems: the formats, and the baseline.

import Diagnostics
import Files
import Library
import Site

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

enum Reporting {
  static let format = OptionSpec(
    "--format", value: "FORMAT", choices: ReportFormat.allCases.map(\.rawValue),
    help: "How problems are told: text (default), json, github (annotations), gitlab (Code Quality), sarif or junit")
  static let baseline = OptionSpec(
    "--baseline", value: "FILE",
    help: "A file of known problems, which do not fail; 'check --update-baseline' writes it")

  static func format(_ arguments: Arguments) -> ReportFormat {
    arguments["--format"].flatMap { ReportFormat(rawValue: $0) } ?? .text
  }

  /// The baseline that was asked for, if any; nil where it cannot be read, which has been told.
  static func readBaseline(_ arguments: Arguments, _ terminal: Terminal) -> (value: Baseline?, Void)? {
    guard let file = arguments["--baseline"] else { return (nil, ()) }
    let path = arguments.path(file)
    let update = "shelfmark check --baseline \(file) --update-baseline"
    do {
      return (try Baseline(parsing: Folder.anywhere.read(path, limit: 256 << 20)), ())
    } catch let mistake as BaselineMistake {
      terminal.printError("\(printable(file)):\(mistake.line): error: this is no baseline: \(mistake.message)\n")
      terminal.printError("  help: mend the line, or write the file anew with: \(printable(update))\n")
    } catch let failure as FileFailure {
      terminal.printError("error: cannot read the baseline '\(printable(file))': \(failure.reason)\n")
      if failure.isMissing { terminal.printError("  help: write it with: \(printable(update))\n") }
    } catch {
      preconditionFailure("reading a baseline throws nothing else")
    }
    return nil
  }

  /// Prints a report; for GitHub the job's summary is written too, where the system has named its file.
  static func print(_ report: ProblemReport, _ format: ReportFormat, _ terminal: Terminal) throws(FileFailure) {
    terminal.print(report.rendered(format, usesColor: terminal.colorsOutput))
    guard format == .github, let summary = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !summary.isEmpty
    else { return }
    try Folder.anywhere.append(summary, Array(GitHubFormat(report: report).summary().utf8))
  }

  /// "62 files checked: 2 errors, 1 warning", and what the baseline has to do with it.
  static func summary(_ report: ProblemReport, _ baseline: Baseline) -> String {
    let problems = report.problems
    let errors = problems.count { $0.problem.severity == .error }
    var parts: [String] = []
    let new = report.known.isEmpty ? "" : "new "
    if errors > 0 { parts.append(counted(errors, new + "error")) }
    if problems.count > errors { parts.append(counted(problems.count - errors, new + "warning")) }
    var text = counted(report.fileCount, "file") + " checked"
    text += parts.isEmpty ? ", no \(new)problems\n" : ": \(parts.joined(separator: ", "))\n"
    if problems.count > screenful { text += tally(problems) }
    if let rule = problems.first?.problem.rule.name { text += "'shelfmark explain \(rule)' says more about a rule\n" }
    if !report.known.isEmpty { text += "\(counted(report.known.count, "known problem")) in the baseline\n" }
    return text + shrinking(baseline)
  }

  /// More problems than this scroll away, and are counted by rule.
  private static let screenful = 20

  /// "  768 todo, 256 not-reviewed": of which rules the problems are, errors first, then the most frequent.
  private static func tally(_ problems: [ResolvedProblem]) -> String {
    let counts = Dictionary(grouping: problems) { $0.problem.rule.name }.mapValues(\.count)
    let errors = Set(problems.lazy.map(\.problem).filter { $0.severity == .error }.map(\.rule.name))
    func place(_ rule: String) -> (Int, Int, String) { (errors.contains(rule) ? 0 : 1, -(counts[rule] ?? 0), rule) }
    let ordered = counts.keys.sorted { place($0) < place($1) }
    return "  " + ordered.map { "\(grouped(counts[$0] ?? 0)) \($0)" }.joined(separator: ", ") + "\n"
  }

  /// What of the baseline is not there any more.
  private static func shrinking(_ rest: Baseline) -> String {
    guard rest.count > 0 else { return "" }
    let shown = 5
    var text = "the baseline can shrink by \(grouped(rest.count)), with --update-baseline; mended since:\n"
    for (entry, count) in rest.entries.prefix(shown) {
      text += "  \(printable(entry.file)): \(printable(entry.message)) [\(printable(entry.rule))]"
      text += count > 1 ? ", \(count) times\n" : "\n"
    }
    if rest.entries.count > shown { text += "  and \(grouped(rest.entries.count - shown)) more\n" }
    return text
  }
}

extension ProblemReport {
  init(_ report: BuildReport, _ arguments: Arguments, _ version: String) {
    let root = arguments.folder
    func resolved(_ problems: Problems) -> [ResolvedProblem] { problems.resolved { contents(of: $0, in: root) } }
    self.init(
      resolved(report.problems), known: resolved(report.known), fileCount: report.fileCount, digest: SHA256.hex)
    isStrict = arguments.has("--strict")
    basePath = Self.basePath(of: root, ProcessInfo.processInfo.environment)
    self.version = version
  }

  var hasFailures: Bool { problems.contains { isStrict || $0.problem.severity == .error } }

  /// The library's folder as seen from the root of the repository: CI systems know files by their paths there.
  private static func basePath(of root: Folder, _ environment: [String: String]) -> String {
    let own = root.resolved
    let workspaces = [environment["GITHUB_WORKSPACE"], environment["CI_PROJECT_DIR"], "."]
    for workspace in workspaces.compactMap({ $0 }) where !workspace.isEmpty {
      let base = Folder(workspace).resolved
      if own == base { return "" }
      if own.hasPrefix(base + "/") { return own.dropFirst(base.count + 1) + "/" }
    }
    return ""
  }
}
