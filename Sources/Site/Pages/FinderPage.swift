// index.html: the box, the two pickers, the matrix, what is new. Live search replaces all below the pickers; without
// scripts the pickers are links and the matrix leads everywhere.

import Library
import Mustache

enum FinderPage: PageKind {
  private static let newest = 5
  /// More stand ready, hidden, for what has expired or is not out yet when somebody looks.
  private static let spare = 5

  static func routes(in site: Site) -> [Route] {
    [
      site.page(
        Addresses.finder, "finder", title: site.library.site.title, description: site.library.site.description,
        section: .finder, runs: .finder
      ) { fields(in: site) }
    ]
  }

  private static func fields(in site: Site) -> Fields {
    let changes = site.changes.newest(newest + spare)
    let catalogue = site.catalogue
    return [
      "personas": counted(
        Values.personas(site.library), catalogue.byPersona.map { $0.count + catalogue.forAllPersonas.count }),
      "stages": .list(stages(in: site)),
      "types": counted(Values.types(site.library), catalogue.byType.map(\.count)), "facets": .list(facets(in: site)),
      "matrix": matrix(in: site), "assetCount": .integer(site.catalogue.listed.count),
      "changes": .list(changes.prefix(newest).map { ChangesPage.value($0, in: site) }),
      "spares": [
        "isSpare": true, "changes": .list(changes.dropFirst(newest).map { ChangesPage.value($0, in: site) }),
      ],
      "shown": .integer(newest), "askAddress": .text(orAbsent: site.library.owner.flatMap(site.mailAddress(of:))),
    ]
  }

  /// The stages with the address of the team that can be asked for what is missing there.
  private static func stages(in site: Site) -> [Value] {
    site.library.stages.enumerated().map { index, stage in
      [
        "stage": site.values.stages[index],
        "count": .integer(site.catalogue.byStage[index].count + site.catalogue.forAllStages.count),
        "askAddress": .text(orAbsent: stage.team.flatMap { site.mailAddress(of: .team($0)) }),
      ]
    }
  }

  /// What a picker offers, with how many assets each choice leaves.
  private static func counted(_ values: [Value], _ counts: [Int]) -> Value {
    .list(
      zip(values, counts).map { value, count in
        guard case .object(var object) = value else { return value }
        object["count"] = .integer(count)
        return .object(object)
      })
  }

  static func facets(in site: Site) -> [Value] {
    values(in: site).map { facet, values in
      ["id": .text(facet.id), "label": .text(facet.label), "values": .list(values)]
    }
  }

  /// The values of each facet, as links with counts.
  static func values(in site: Site) -> [(facet: Facet, values: [Value])] {
    zip(site.library.facets, site.catalogue.byFacet).map { facet, resources in
      let values = zip(facet.values, resources).map { value, resources -> Value in
        [
          "id": .text(value.id), "label": .text(value.label), "facet": .text(facet.id),
          "count": .integer(resources.count), "url": .text(Addresses.facetValue(facet.id, value.id)),
        ]
      }
      return (facet, values)
    }
  }

  /// Personas down, stages across; the finder and Coverage show the same one.
  static func matrix(in site: Site) -> Value {
    let library = site.library
    let highest = max(1, site.coverage.cells.joined().map(\.named).max() ?? 1)
    let rows = library.personas.indices.map { persona -> Value in
      let cells = library.stages.indices.map { stage -> Value in
        let cell = site.coverage.cells[persona][stage]
        return [
          "cell": .text("\(persona) \(stage)"),
          "url": .text(Addresses.cell(library.personas[persona].id, library.stages[stage].id)),
          "persona": site.values.personas[persona], "stage": site.values.stages[stage],
          "named": .integer(cell.named), "namedText": .text(String(cell.named)), "forAll": .integer(cell.forAll),
          "isGap": .bool(cell.named == 0), "level": .integer((cell.named * 4 + highest - 1) / highest),
        ]
      }
      return ["persona": site.values.personas[persona], "cells": .list(cells)]
    }
    return ["stages": .list(site.values.stages), "rows": .list(rows), "highest": .integer(highest)]
  }
}
