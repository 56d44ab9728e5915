// `report coverage`: how well the library serves each persona at each stage, counted as the site counts, and what to
// write first. What to write is guessed from what the other personas have at that stage.

import Diagnostics
package import Library

package enum CoverageReport {
  package static func page(_ library: Library) -> ReportPage {
    let coverage = Coverage(library)
    var page = ReportPage("Coverage of \(library.site.title)", json: json(library, coverage))
    page.add(.sentence("How many approved resources name a persona and a stage; after \"+\" those for everybody."))
    page.add(.table(matrix(library, coverage)))
    let gaps = coverage.gaps
    guard !gaps.isEmpty else {
      page.add(.heading("No gaps"))
      page.add(.sentence("Every persona has something of its own at every stage."))
      return page
    }
    let cellCount = library.personas.count * library.stages.count
    page.add(.heading("\(counted(gaps.count, "gap")) of \(grouped(cellCount))"))
    for gap in gaps {
      let persona = library.personas[gap.persona]
      let stage = library.stages[gap.stage]
      var text = "\(persona.title) in \(stage.title): nothing names them."
      if let question = stage.buyerAsks { text += " They ask: \"\(question)\"" }
      let forAll = coverage.cells[gap.persona][gap.stage].forAll
      if forAll > 0 { text += " (\(counted(forAll, "resource")) for everybody \(forAll == 1 ? "fits" : "fit").)" }
      page.add(.list([text]))
      let types = usualTypes(at: gap.stage, library)
      if !types.isEmpty {
        let names = types.map { library.types[$0.type].label + " (\($0.count))" }
        page.add(.list(["What others have there: \(names.joined(separator: ", "))"]))
      }
      page.add(.commands([command(gap, types.first?.type, library)]))
    }
    return page
  }

  private static func matrix(_ library: Library, _ coverage: Coverage) -> ReportTable {
    let head = [ReportTable.Column("", widest: 30)] + library.stages.map { .init($0.title, isNumber: true, widest: 20) }
    let rows = library.personas.indices.map { persona in
      [library.personas[persona].title]
        + coverage.cells[persona].map { "\($0.named)" + ($0.forAll > 0 ? " + \($0.forAll)" : "") }
    }
    return ReportTable(head, rows)
  }

  /// The three types that most resources of a stage have.
  private static func usualTypes(at stage: Int, _ library: Library) -> [(type: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for resource in library.resources where resource.status == .approved && resource.stages.names(stage) {
      if let type = resource.type { counts[type, default: 0] += 1 }
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ordered.prefix(3).map { ($0.key, $0.value) }
  }

  private static func command(_ gap: (persona: Int, stage: Int), _ type: Int?, _ library: Library) -> String {
    let persona = library.personas[gap.persona].id
    let stage = library.stages[gap.stage].id
    let typeID = type.map { library.types[$0].id }
    let taken = Set(library.resources.map(\.id))
    let wanted = "\(typeID ?? "asset")-\(persona)-\(stage)"
    var id = wanted
    var number = 2
    while taken.contains(id) {
      id = "\(wanted)-\(number)"
      number += 1
    }
    return "shelfmark new resource \(id)\(typeID.map { " --type \($0)" } ?? "") --personas \(persona) --stages \(stage)"
  }

  private static func json(_ library: Library, _ coverage: Coverage) -> JSONText {
    var cells: [JSONText] = []
    var gaps: [JSONText] = []
    for (persona, row) in coverage.cells.enumerated() {
      for (stage, cell) in row.enumerated() {
        cells.append([
          "persona": .text(library.personas[persona].id), "stage": .text(library.stages[stage].id),
          "named": .number(cell.named), "forAll": .number(cell.forAll),
        ])
        guard cell.isGap else { continue }
        let types = usualTypes(at: stage, library)
        gaps.append([
          "persona": .text(library.personas[persona].id), "stage": .text(library.stages[stage].id),
          "usualTypes": .texts(types.map { library.types[$0.type].id }),
          "command": .text(command((persona, stage), types.first?.type, library)),
        ])
      }
    }
    return ["cells": .list(cells), "gaps": .list(gaps)]
  }
}
