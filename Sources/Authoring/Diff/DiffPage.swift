// A difference in words, for a comment on a pull request: what salespeople will notice first, then what authors have to
// mend.

import Diagnostics

extension LibraryDiff {
  /// So many entries of a list are shown: a host refuses a comment that is too long.
  private static let longestList = 50
  private static let longestValue = 80

  package func page() -> ReportPage {
    var page = ReportPage("What this changes for sales", json: json())
    guard !isEmpty else {
      page.add(.sentence("Nothing: the same assets, labels, texts and files."))
      return page
    }
    page.add(.sentence(summary))
    addProblems(to: &page)
    add("Added", added.map(introduced), to: &page)
    add(
      "Changed", changed.map { asset, changes in "\(name(asset)): \(changes.map(words).joined(separator: "; "))" },
      to: &page)
    add("Retired", retired.map(goodbye), to: &page)
    addCoverage(to: &page)
    add("What typical leads see", scenarios.map(moved), to: &page)
    return page
  }

  private var summary: String {
    func count(_ snapshot: LibrarySnapshot) -> Int { snapshot.assets.values.count { !$0.isArchived } }
    let (before, after) = (gapCount(old), gapCount(new))
    var text = "\(counted(count(old), "asset")) before, \(grouped(count(new))) after: \(grouped(added.count)) added, "
    text += "\(grouped(changed.count)) changed, \(grouped(retired.count)) retired. "
    return text
      + (before == after
        ? "\(counted(after, "gap")), as before." : "\(counted(before, "gap")) before, \(grouped(after)) after.")
  }

  private func gapCount(_ snapshot: LibrarySnapshot) -> Int {
    let cells = snapshot.cells
    return snapshot.personas.reduce(0) { total, persona in
      total + snapshot.stages.count { cells[persona.id + " " + $0.id] == nil }
    }
  }

  private func add(_ title: String, _ items: [String], to page: inout ReportPage) {
    guard !items.isEmpty else { return }
    page.add(.heading("\(title) (\(grouped(items.count)))"))
    let rest = items.count - Self.longestList
    page.add(.list(Array(items.prefix(Self.longestList)) + (rest > 0 ? ["and \(grouped(rest)) more"] : [])))
  }

  // MARK: Assets

  private func name(_ asset: LibrarySnapshot.Asset) -> String { "\"\(clipped(asset.title))\" (\(asset.id))" }

  private func introduced(_ asset: LibrarySnapshot.Asset) -> String {
    let type = asset.type.map { new.types[$0] ?? $0 } ?? "not labelled yet"
    let personas = labels(asset.personas, new.personas, all: "everybody")
    let stages = labels(asset.stages, new.stages, all: "any stage")
    return "\(name(asset)): \(type) for \(personas), \(stages)"
  }

  private func labels(_ ids: [String], _ names: [LibrarySnapshot.Name], all: String) -> String {
    if ids == ["all"] { return all }
    if ids == ["todo"] || ids.isEmpty { return "not labelled yet" }
    return ids.map { id in names.first { $0.id == id }?.label ?? id }.joined(separator: ", ")
  }

  private func words(_ change: Change) -> String {
    guard let (before, after) = change.values else { return change.name }
    if before.isEmpty { return "\(change.name): now \"\(clipped(after))\"" }
    if after.isEmpty { return "\(change.name): no longer \"\(clipped(before))\"" }
    return "\(change.name): \"\(clipped(before))\" is now \"\(clipped(after))\""
  }

  private func clipped(_ text: String) -> String {
    text.count > Self.longestValue ? text.prefix(Self.longestValue - 1) + "…" : text
  }

  private func goodbye(_ asset: LibrarySnapshot.Asset) -> String {
    let successor =
      new.assets[asset.id]?.replacedBy
      ?? new.assets.values.filter { candidate in
        candidate.aliases.contains(asset.id)
      }.map(\.id).min()
    let what = new.assets[asset.id] == nil ? "gone" : "archived"
    return "\(name(asset)): \(what)" + (successor.map { ", replaced by \($0)" } ?? "")
  }

  // MARK: Coverage

  private func addCoverage(to page: inout ReportPage) {
    guard !cells.isEmpty else { return }
    page.add(.heading("Coverage"))
    var items = opened.map { cell in
      cell.before > 0
        ? "A gap opens: nothing names \(place(cell)) any more" : "A new gap: nothing names \(place(cell)) yet"
    }
    items += closed.map { "A gap closes: \(place($0)) has \(counted($0.after, "asset"))" }
    if !items.isEmpty { page.add(.list(Array(items.prefix(Self.longestList)))) }
    page.add(
      .table(
        ReportTable(
          [.init("persona"), .init("stage"), .init("before", isNumber: true), .init("after", isNumber: true)],
          cells.prefix(Self.longestList).map { [$0.persona.label, $0.stage.label, "\($0.before)", "\($0.after)"] })))
  }

  private func place(_ cell: Cell) -> String { "\(cell.persona.label) in \(cell.stage.label)" }

  // MARK: Scenarios and problems

  private func moved(_ moved: Moved) -> String {
    func list(_ ids: [String]?) -> String {
      guard let ids else { return "not understood" }
      return ids.isEmpty ? "nothing" : ids.joined(separator: ", ")
    }
    return "\(moved.name): before \(list(moved.before)); now \(list(moved.after))"
  }

  private func addProblems(to page: inout ReportPage) {
    guard !problems.isEmpty || !otherProblems.isEmpty else { return }
    func line(_ resolved: ResolvedProblem) -> String {
      let problem = resolved.problem
      let help = problem.help.map { ". \($0.prefix(1).uppercased() + $0.dropFirst())" } ?? ""
      return
        "\(problem.severity.rawValue): \(problem.file):\(resolved.line):\(resolved.column): \(problem.message)\(help)"
    }
    let bySeverity = { (problems: [ResolvedProblem]) in
      problems.filter { $0.problem.severity == .error } + problems.filter { $0.problem.severity != .error }
    }
    add("To mend in the files that changed", bySeverity(problems).map(line), to: &page)
    add("To mend elsewhere", bySeverity(otherProblems).map(line), to: &page)
  }

  // MARK: For scripts

  private func json() -> JSONText {
    func cell(_ cell: Cell) -> JSONText {
      [
        "persona": .text(cell.persona.id), "stage": .text(cell.stage.id), "before": .number(cell.before),
        "after": .number(cell.after),
      ]
    }
    func problem(_ resolved: ResolvedProblem) -> JSONText {
      [
        "rule": .text(resolved.problem.rule.name), "severity": .text(resolved.problem.severity.rawValue),
        "file": .text(resolved.problem.file), "line": .number(resolved.line), "column": .number(resolved.column),
        "message": .text(resolved.problem.message), "help": .optional(resolved.problem.help),
      ]
    }
    return [
      "added": .texts(added.map(\.id)),
      "changed": .list(
        changed.map { asset, changes in
          ["id": .text(asset.id), "what": .texts(changes.map(\.name))]
        }),
      "retired": .texts(retired.map(\.id)),
      "coverage": [
        "gapsBefore": .number(gapCount(old)), "gapsAfter": .number(gapCount(new)), "cells": .list(cells.map(cell)),
      ],
      "scenarios": .list(
        scenarios.map { moved in
          [
            "name": .text(moved.name), "before": moved.before.map { .texts($0) } ?? .null,
            "after": moved.after.map { .texts($0) } ?? .null,
          ]
        }),
      "problems": .list(problems.map(problem)), "otherProblems": .list(otherProblems.map(problem)),
    ]
  }
}
