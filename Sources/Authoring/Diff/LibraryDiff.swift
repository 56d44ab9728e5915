// What a change does to sales: which assets come, change and go, which gaps open and close, what typical leads see
// instead, and what is wrong with the files that changed.

package import Diagnostics
import Library
package import Search

package struct LibraryDiff: Sendable {
  /// One of the two libraries; what is only known of a library's own folder is nil for a site.
  package struct Side: Sendable {
    package var snapshot: LibrarySnapshot
    package var matcher: Matcher?
    package var problems: [ResolvedProblem]?

    package init(_ snapshot: LibrarySnapshot, matcher: Matcher? = nil, problems: [ResolvedProblem]? = nil) {
      self.snapshot = snapshot
      self.matcher = matcher
      self.problems = problems
    }
  }

  /// A label, the text or a file that is another.
  struct Change: Sendable {
    let name: String
    /// Nil where saying it would only be long.
    let values: (before: String, after: String)?
  }

  struct Cell: Sendable {
    let persona: LibrarySnapshot.Name
    let stage: LibrarySnapshot.Name
    let before: Int
    let after: Int
  }

  struct Moved: Sendable {
    let name: String
    /// Nil where the library does not understand the lead.
    let before: [String]?
    let after: [String]?
  }

  let old: LibrarySnapshot
  let new: LibrarySnapshot
  private(set) var added: [LibrarySnapshot.Asset] = []
  private(set) var changed: [(asset: LibrarySnapshot.Asset, changes: [Change])] = []
  private(set) var retired: [LibrarySnapshot.Asset] = []
  private(set) var cells: [Cell] = []
  private(set) var scenarios: [Moved] = []
  /// Problems of files that changed, and of all others, that were not there before.
  private(set) var problems: [ResolvedProblem] = []
  private(set) var otherProblems: [ResolvedProblem] = []

  package init(_ old: Side, _ new: Side) {
    self.old = old.snapshot
    self.new = new.snapshot
    compareAssets()
    compareCells()
    compareScenarios(old.matcher, new.matcher)
    sortProblems(old.problems, new.problems)
  }

  private mutating func compareAssets() {
    // An asset whose id is now another's old name has been renamed.
    var renamed: [String: String] = [:]
    for asset in new.assets.values.sorted(by: { $0.id < $1.id }) {
      for alias in asset.aliases
      where old.assets[alias] != nil && new.assets[alias] == nil && old.assets[asset.id] == nil {
        renamed[alias] = renamed[alias] ?? asset.id
      }
    }
    let formerIDs = Dictionary(renamed.map { ($0.value, $0.key) }) { first, second in min(first, second) }
    for asset in new.assets.values.sorted(by: { $0.id < $1.id }) where !asset.isArchived {
      guard let before = old.assets[formerIDs[asset.id] ?? asset.id], !before.isArchived else {
        added.append(asset)
        continue
      }
      let changes = Self.changes(before, asset)
      if !changes.isEmpty { changed.append((asset, changes)) }
    }
    retired = old.assets.values.sorted { $0.id < $1.id }.filter { asset in
      !asset.isArchived && renamed[asset.id] == nil && new.assets[asset.id]?.isArchived != false
    }
  }

  private static func changes(_ before: LibrarySnapshot.Asset, _ after: LibrarySnapshot.Asset) -> [Change] {
    var changes: [Change] = []
    if before.id != after.id { changes.append(Change(name: "id", values: (before.id, after.id))) }
    let old = Dictionary(before.labels.map { ($0.name, $0.value) }) { first, _ in first }
    let new = Dictionary(after.labels.map { ($0.name, $0.value) }) { first, _ in first }
    let order = after.labels.map(\.name) + before.labels.map(\.name).filter { new[$0] == nil }
    for name in order where old[name] != new[name] {
      changes.append(Change(name: name, values: (old[name] ?? "", new[name] ?? "")))
    }
    for (name, content) in after.files.sorted(by: { $0.key < $1.key }) where before.files[name] != content {
      changes.append(Change(name: before.files[name] == nil ? "new file \(name)" : "file \(name)", values: nil))
    }
    for name in before.files.keys.sorted() where after.files[name] == nil {
      changes.append(Change(name: "file \(name) is gone", values: nil))
    }
    let isOtherText: Bool
    if let left = before.textHash, let right = after.textHash {
      isOtherText = left != right
    } else {
      // Only the whole file is known to be another: the text, if it is nothing else.
      isOtherText = before.contentHash != after.contentHash && changes.isEmpty
    }
    if isOtherText { changes.append(Change(name: "text", values: nil)) }
    return changes
  }

  private mutating func compareCells() {
    let (before, after) = (old.cells, new.cells)
    let oldPersonas = Set(old.personas.map(\.id))
    let oldStages = Set(old.stages.map(\.id))
    for persona in new.personas {
      for stage in new.stages {
        let name = persona.id + " " + stage.id
        let cell = Cell(persona: persona, stage: stage, before: before[name] ?? 0, after: after[name] ?? 0)
        let isNew = !oldPersonas.contains(persona.id) || !oldStages.contains(stage.id)
        if cell.before != cell.after || isNew { cells.append(cell) }
      }
    }
  }

  /// Cells that had something and have nothing now, those of new personas and stages included; and the reverse.
  var opened: [Cell] { cells.filter { $0.after == 0 } }
  var closed: [Cell] { cells.filter { $0.before == 0 && $0.after > 0 } }

  private mutating func compareScenarios(_ old: Matcher?, _ new: Matcher?) {
    guard let old, let new else { return }
    let checks = (ScenarioCheck(old), ScenarioCheck(new))
    let names = Set(new.library.scenarios.map(\.name))
    // A scenario is asked as it stands now; one that is gone as it stood.
    for scenario in new.library.scenarios + old.library.scenarios.filter({ !names.contains($0.name) }) {
      let moved = Moved(name: scenario.name, before: checks.0.shown(scenario), after: checks.1.shown(scenario))
      if moved.before != moved.after { scenarios.append(moved) }
    }
  }

  private mutating func sortProblems(_ old: [ResolvedProblem]?, _ new: [ResolvedProblem]?) {
    let files = Set((added + changed.map(\.asset)).compactMap(\.file))
    var before = Baseline(of: (old ?? []).map(\.problem))
    for resolved in new ?? [] {
      let isKnown = before.take(resolved.problem)
      if files.contains(resolved.problem.file) {
        problems.append(resolved)
      } else if !isKnown {
        otherProblems.append(resolved)
      }
    }
  }

  var isEmpty: Bool {
    added.isEmpty && changed.isEmpty && retired.isEmpty && cells.isEmpty && scenarios.isEmpty && problems.isEmpty
      && otherProblems.isEmpty
  }
}
