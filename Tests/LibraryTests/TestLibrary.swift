// A small sound library in a folder of its own, for tests that change one thing.

import Diagnostics
import Files
import Library

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

final class TestLibrary {
  static let settings = """
    site: {title: Test, base_url: https://library.example.com/}
    types:
      one-pager: {label: One-pager, aliases: [flyer], review_every: 12m, audience: external}
      battlecard: {label: Battlecard, review_every: 3m, audience: internal, require: [competitors]}
    facets:
      industries: {label: Industry, values: {manufacturing: {label: Manufacturing, aliases: [Mfg]}, retail: Retail}}
      competitors: {label: Competitor, values: {acme: {label: Acme}}}
    people:
      ana: {name: Ana Silva, team: marketing, email: ana@example.com}
    title_words: {VP: Vice President}

    """
  static let persona = """
    ---
    title: Finance leader
    summary: Signs the money off in the end.
    job_titles: [CFO, VP Finance]
    ---
    """
  static let itDirector = """
    ---
    title: IT director
    summary: Guards the network, day and night.
    job_titles: [IT Director]
    ---
    """
  static let stage = """
    ---
    title: Decision
    summary: Somebody has to sign in the end.
    order: 1
    next: [retention]
    crm_values: {lifecycle_stage: [Opportunity]}
    ---
    """
  static let retention = """
    ---
    title: Retention
    summary: They have bought, and want to stay.
    order: 2
    next: [decision]
    ---
    """
  static let roi = """
    ---
    title: ROI sheet
    summary: What an hour of downtime costs, on one page.
    type: one-pager
    personas: [cfo]
    stages: [decision]
    reviewed: 2026-03-01
    ---

    # ROI sheet

    ## What it costs

    Much.
    """
  static let card = """
    ---
    title: Battlecard Acme
    summary: What to say when Acme is on the list.
    type: battlecard
    personas: [cfo]
    stages: [decision]
    competitors: [acme]
    reviewed: 2026-03-01
    ---

    They are cheap.
    """

  let path: String
  var folder: Folder { Folder(path) }

  init(_ files: [String: String] = [:]) throws {
    var template = Array("/tmp/shelfmark-library-XXXXXX".utf8CString)
    path = try template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, mkdtemp(base) != nil else { throw CocoaFreeError(message: "no folder") }
      return String(cString: base)
    }
    let sound = [
      "content/library.yml": Self.settings, "content/personas/cfo.md": Self.persona,
      "content/personas/it-director.md": Self.itDirector, "content/stages/decision.md": Self.stage,
      "content/stages/retention.md": Self.retention, "content/resources/roi-sheet.md": Self.roi,
      "content/resources/battlecard-acme.md": Self.card,
    ]
    for (path, text) in sound.merging(files, uniquingKeysWith: { $1 }) { try write(path, text) }
  }

  struct CocoaFreeError: Error { var message: String }

  deinit { remove(path) }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw CocoaFreeError(message: "cannot write \(name)") }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw CocoaFreeError(message: "cannot write \(name)") }
      written += count
    }
  }

  func delete(_ name: String) { remove(path + "/" + name) }

  private func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) else {
      unlink(path)
      return
    }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(stream)
    for name in names { remove(path + "/" + name) }
    rmdir(path)
  }

  func load(today: String? = nil, workers: Int = 1, holdsBack: Bool = false) throws -> LoadedLibrary {
    var options = LoadOptions()
    options.today = today.flatMap { Day($0) }
    options.workers = workers
    options.holdsBack = holdsBack
    return try Library.load(folder, options: options)
  }

  /// "file:line:column: severity: message [rule] help" for each problem.
  func report(today: String? = nil) throws -> [String] {
    try lines(load(today: today))
  }

  func lines(_ loaded: LoadedLibrary) -> [String] {
    var problems = Problems()
    for problem in loaded.problems { problems.add(problem) }
    return problems.resolved { try? folder.read($0) }.map { resolved in
      let problem = resolved.problem
      let help = problem.help.map { " help: \($0)" } ?? ""
      return "\(problem.file.dropFirst("content/".count)):\(resolved.line):\(resolved.column): "
        + "\(problem.severity.rawValue): \(problem.message) [\(problem.rule.name)]\(help)"
    }
  }
}

extension String {
  /// This text with one part of it changed.
  func changing(_ part: String, to other: String) -> String {
    guard let range = self.firstRange(of: part) else { return self + "‹\(part) not found›" }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
