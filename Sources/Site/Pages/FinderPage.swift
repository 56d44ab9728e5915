// index.html: the box, the two pickers, the matrix, what is new. Live search replaces all below the pickers; without
// scripts the pickers are links and the matrix leads everywhere.

import Library
import Mustache

enum FinderPage: PageKind {
  static let scripts = ["search.js", "finder.js"]
  private static let newest = 5

  static func routes(in site: Site) -> [Route] {
    [
      site.page(
        Addresses.finder, "finder", title: site.library.site.title, description: site.library.site.description,
        section: .finder, scripts: scripts
      ) { fields(in: site) }
    ]
  }

  private static func fields(in site: Site) -> Fields {
    let catalogue = site.catalogue
    return [
      "personas": counted(site.values.personas, catalogue.byPersona.map { $0.count + catalogue.forAllPersonas.count }),
      "stages": counted(site.values.stages, catalogue.byStage.map { $0.count + catalogue.forAllStages.count }),
      "types": counted(site.values.types, catalogue.byType.map(\.count)), "facets": .list(facets(in: site)),
      "matrix": matrix(in: site), "assetCount": .integer(site.catalogue.listed.count),
      "changes": .list(Changes(site.library).newest(newest).map { ChangesPage.value($0, in: site) }),
    ]
  }

  static func facets(in site: Site) -> [Value] {
    zip(site.library.facets, site.catalogue.byFacet).map { facet, resources in
      [
        "id": .text(facet.id), "label": .text(facet.label),
        "values": .list(
          zip(facet.values, resources).map { value, resources in
            [
              "id": .text(value.id), "label": .text(value.label), "count": .integer(resources.count),
              "url": .text(Addresses.facetValue(facet.id, value.id)),
            ]
          }),
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

  /// Personas down, stages across; the finder and Coverage show the same one.
  static func matrix(in site: Site) -> Value {
    let library = site.library
    let highest = max(1, site.coverage.cells.joined().map(\.named).max() ?? 1)
    let rows = library.personas.indices.map { persona -> Value in
      let cells = library.stages.indices.map { stage -> Value in
        let cell = site.coverage.cells[persona][stage]
        return [
          "url": .text(Addresses.cell(library.personas[persona].id, library.stages[stage].id)),
          "persona": site.values.personas[persona], "stage": site.values.stages[stage],
          "named": .integer(cell.named), "namedText": .text(String(cell.named)), "forAll": .integer(cell.forAll),
          "isGap": .bool(cell.named == 0), "level": .integer((cell.named * 4 + highest - 1) / highest),
        ]
      }
      return ["persona": site.values.personas[persona], "cells": .list(cells)]
    }
    return ["stages": .list(site.values.stages), "rows": .list(rows)]
  }
}
