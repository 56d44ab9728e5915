// `report unused-values`: what the vocabulary offers and no resource names, so that pickers stay short and nobody is
// asked to choose what leads nowhere. Drafts count as naming, archived resources do not.

import Diagnostics
package import Library

package enum UnusedReport {
  private struct Group {
    let name: String
    /// For JSON: "personas", or "facets.industries".
    let key: String
    let file: String
    let terms: [(id: String, label: String)]
  }

  package static func page(_ library: Library) -> ReportPage {
    let groups = groups(library)
    let unused = groups.filter { !$0.terms.isEmpty }
    let json = JSONText.object(groups.map { ($0.key, .texts($0.terms.map(\.id))) })
    var page = ReportPage("What no resource of \(library.site.title) names", json: json)
    guard !unused.isEmpty else {
      page.add(.sentence("Every persona, stage, type, value and person is named by at least one resource."))
      return page
    }
    for group in unused {
      page.add(.heading("\(group.name) (\(group.file))"))
      page.add(.list(group.terms.map { $0.id == $0.label ? $0.id : "\($0.id): \($0.label)" }))
    }
    page.add(.heading("What to do"))
    page.add(.sentence("Label a resource with it, or take it out: a picker with fewer choices is quicker to use."))
    return page
  }

  private static func groups(_ library: Library) -> [Group] {
    var personas = Set<Int>()
    var stages = Set<Int>()
    var types = Set<Int>()
    var people = Set<Int>()
    var values = library.facets.map { _ in Set<Int>() }
    for resource in library.resources where resource.status != .archived {
      if case .named(let indices) = resource.personas { personas.formUnion(indices) }
      if case .named(let indices) = resource.stages { stages.formUnion(indices) }
      if let type = resource.type { types.insert(type) }
      if case .person(let person) = resource.owner { people.insert(person) }
      for (facet, named) in resource.facets.enumerated() { values[facet].formUnion(named) }
    }
    func unnamed(_ terms: [some Term], _ named: Set<Int>) -> [(id: String, label: String)] {
      terms.indices.filter { !named.contains($0) }.map { (terms[$0].id, terms[$0].label) }
    }
    let settings = "content/library.yml"
    var groups = [
      Group(name: "Personas", key: "personas", file: "content/personas", terms: unnamed(library.personas, personas)),
      Group(name: "Stages", key: "stages", file: "content/stages", terms: unnamed(library.stages, stages)),
      Group(name: "Types", key: "types", file: settings, terms: unnamed(library.types, types)),
    ]
    for (facet, named) in zip(library.facets, values) {
      groups.append(
        Group(name: facet.label, key: "facets.\(facet.id)", file: settings, terms: unnamed(facet.values, named)))
    }
    groups.append(
      Group(name: "People who own nothing", key: "people", file: settings, terms: unnamed(library.people, people)))
    return groups
  }
}
