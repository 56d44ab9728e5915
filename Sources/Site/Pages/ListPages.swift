// The pages that are lists under one label: persona, stage, cell, type and facet value.

import Library
import Markdown
import Mustache
import Search

/// Who they are, and their assets by stage.
enum PersonaPages: PageKind {
  static func routes(in site: Site) -> [Route] {
    site.library.personas.enumerated().flatMap { index, persona in
      site.list(
        Addresses.persona(persona.id), "persona", title: persona.title, description: persona.summary, runs: .counts,
        groups: site.byStage(site.catalogue.byPersona[index] + site.catalogue.forAllPersonas)
      ) {
        [
          "persona": site.values.personas[index], "body": .html(persona.body.html),
          "buyingRole": .text(orAbsent: persona.buyingRole), "jobTitles": .texts(persona.jobTitles),
          "goals": .texts(persona.goals), "pains": .texts(persona.pains),
          "facets": .list(facets(of: persona, in: site)), "edit": site.editLink(persona.file),
          "cells": .list(CellPages.row(of: index, in: site)),
        ]
      }
    }
  }

  /// What is typical of a persona, by facet.
  private static func facets(of persona: Persona, in site: Site) -> [Value] {
    site.values.facets.enumerated().compactMap { index, facet in
      let values = persona.facets.filter { $0.facet == index }.map { facet.values[$0.value] }
      return values.isEmpty ? nil : ["label": facet.label, "values": .list(values)]
    }
  }
}

/// What the stage means, and its assets by persona.
enum StagePages: PageKind {
  static func routes(in site: Site) -> [Route] {
    site.library.stages.enumerated().flatMap { index, stage in
      site.list(
        Addresses.stage(stage.id), "stage", title: stage.title, description: stage.summary, runs: .counts,
        groups: site.byPersona(site.catalogue.byStage[index] + site.catalogue.forAllStages)
      ) {
        [
          "stage": site.values.stages[index], "body": .html(stage.body.html), "edit": site.editLink(stage.file),
          "cells": .list(CellPages.column(of: index, in: site)),
        ] + JourneyPage.details(of: stage, in: site)
      }
    }
  }
}

/// The assets of one persona at one stage; an empty cell offers to ask for one.
enum CellPages: PageKind {
  static func routes(in site: Site) -> [Route] {
    site.library.personas.indices.flatMap { persona in
      site.library.stages.indices.flatMap { stage in routes(persona, stage, in: site) }
    }
  }

  private static func routes(_ persona: Int, _ stage: Int, in site: Site) -> [Route] {
    let library = site.library
    let (who, step) = (library.personas[persona], library.stages[stage])
    let cell = site.cells[persona][stage]
    let title = "\(who.title), \(step.title)"
    return site.list(
      Addresses.cell(who.id, step.id), "cell", title: title, runs: .counts,
      groups: [
        ListGroup(heading: nil, picks: cell.named),
        ListGroup(heading: ["label": "Also fits: for every persona or every stage"], picks: cell.forAll),
      ]
    ) {
      [
        "persona": site.values.personas[persona], "stage": site.values.stages[stage],
        "isGap": .bool(cell.named.isEmpty),
        "ask": ask(persona, stage, in: site), "personaCells": .list(row(of: persona, current: stage, in: site)),
      ]
    }
  }

  /// The e-mail that asks the owning team for what is missing.
  static func ask(_ persona: Int, _ stage: Int, in site: Site) -> Value {
    let (who, step) = (site.library.personas[persona].title, site.library.stages[stage].title)
    return site.requestLink(
      subject: "Asset wanted: \(who), \(step)",
      body: "Hello,\n\nI have a lead and found nothing in the library for:\n\nWho: \(who)\nStage: \(step)\n\n"
        + "What I would need it for:\n\n",
      team: site.library.stages[stage].team)
  }

  /// The cells of one persona, stage by stage, as links with counts.
  static func row(of persona: Int, current: Int? = nil, in site: Site) -> [Value] {
    site.library.stages.indices.map {
      link(persona, $0, site.values.stages[$0], isCurrent: $0 == current, in: site)
    }
  }

  static func column(of stage: Int, in site: Site) -> [Value] {
    site.library.personas.indices.map { link($0, stage, site.values.personas[$0], in: site) }
  }

  private static func link(
    _ persona: Int, _ stage: Int, _ other: Value, isCurrent: Bool = false, in site: Site
  ) -> Value {
    let cell = site.coverage.cells[persona][stage]
    return [
      "other": other, "cell": .text("\(persona) \(stage)"), "named": .integer(cell.named),
      "url": .text(Addresses.cell(site.library.personas[persona].id, site.library.stages[stage].id)),
      "namedText": .text(String(cell.named)), "forAll": .integer(cell.forAll), "isGap": .bool(cell.named == 0),
      "isCurrent": .bool(isCurrent),
    ]
  }
}

/// Its assets by persona.
enum TypePages: PageKind {
  static func routes(in site: Site) -> [Route] {
    site.library.types.enumerated().flatMap { index, type in
      site.list(
        Addresses.type(type.id), "type", title: type.label, groups: site.byPersona(site.catalogue.byType[index])
      ) { ["type": site.values.types[index], "others": .list(neighbours(of: index, among: site.values.types))] }
    }
  }
}

enum FacetPages: PageKind {
  static func routes(in site: Site) -> [Route] {
    let facets = FinderPage.values(in: site)
    return site.library.facets.enumerated().flatMap { facetIndex, facet in
      facet.values.enumerated().flatMap { index, value in
        site.list(
          Addresses.facetValue(facet.id, value.id), "facet", title: value.label,
          groups: site.byPersona(site.catalogue.byFacet[facetIndex][index])
        ) {
          [
            "facet": ["id": .text(facet.id), "label": .text(facet.label)],
            "value": ["id": .text(value.id), "label": .text(value.label)],
            "others": ["values": .list(neighbours(of: index, among: facets[facetIndex].values))],
          ]
        }
      }
    }
  }
}

/// The values beside one, which its page links to: all of them, or the nearest hundred, since pages that each link to all
/// others grow with the square of their number.
func neighbours(of index: Int, among values: [Value]) -> [Value] {
  let most = 100
  guard values.count > most else { return values }
  let start = min(max(0, index - most / 2), values.count - most)
  return Array(values[start..<start + most])
}

extension Value {
  static func texts(_ texts: [String]) -> Value { .list(texts.map { .text($0) }) }
}
