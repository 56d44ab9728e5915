// Personas: content/personas/ID.md.

import Diagnostics

package struct PersonaKind: Kind {
  package let folder = "personas"
  package let noun = "a persona"
  package let example = ["title: Finance leader", "summary: Signs the money off", "job_titles: [CFO]"]
  package let isRequired = true

  package init() {}

  package func read(_ page: inout PageReader, in context: LoadContext) -> PersonaEntry {
    let title = page.title()
    let summary = page.requiredSummary()
    let jobTitles = page.labels.texts("job_titles")
    page.labels.require("job_titles", example: "job_titles: [CFO, Finance Director]")
    var persona = Persona(
      id: page.file.id, file: page.file.path, title: title.value, summary: summary,
      jobTitles: jobTitles.map(\.value), aliases: [], buyingRole: page.labels.text("buying_role")?.value,
      goals: page.labels.texts("goals").map(\.value), pains: page.labels.texts("pains").map(\.value), facets: [],
      objections: [], industries: [], body: page.body)
    let aliases = page.labels.texts("aliases", limit: context.library.site.limits.aliasCount, setting: "max_aliases")
    persona.aliases = aliases.map(\.value)
    readFacets(of: &persona, &page.labels, context)
    return PersonaEntry(persona: persona, jobTitles: jobTitles, aliases: aliases, titlePlace: title.range)
  }

  /// Values of facets that are typical of a persona. What a persona objects, and where it works, may also be said in
  /// plain words where there is no facet of that name.
  private func readFacets(of persona: inout Persona, _ labels: inout LabelReader, _ context: LoadContext) {
    for (index, facet) in context.library.facets.enumerated() {
      let table = context.names.values[index]
      let values = labels.names(facet.id, in: table) { name, range in
        .unknownValue(name, of: facet.id, known: table.ids, in: persona.file, at: range)
      }
      persona.facets += values.map { (index, $0) }
    }
    let facets = context.names.facets
    if facets.index(of: "objections") == nil { persona.objections = labels.texts("objections").map(\.value) }
    if facets.index(of: "industries") == nil { persona.industries = labels.texts("industries").map(\.value) }
  }

  package func add(_ pages: [Loaded<PersonaEntry>], to library: inout Library, report: inout Findings) {
    let form = JobTitleForm(titleWords: library.titleWords)
    var owners: [[String]: String] = [:]
    var names = NameOwners()
    for page in pages {
      guard let entry = page.entry else { continue }
      for title in entry.jobTitles {
        let words = form.sortedWords(of: title.value)
        if let other = owners[words], other != page.id {
          report.add(.sharedJobTitle(title.value, with: other, in: page.path, at: title.range))
        } else {
          owners[words] = page.id
        }
      }
      names.add(page.file, title: Located(entry.persona.title, entry.titlePlace), entry.aliases, report: &report)
    }
    library.personas = pages.compactMap { $0.file.hasUsableID ? $0.entry?.persona : nil }
    library.redirects += Redirect.ofAliases(kind: folder, library.personas)
  }
}

/// A persona with the places of what is compared with others.
package struct PersonaEntry: Sendable {
  var persona: Persona
  var jobTitles: [Located<String>]
  var aliases: [Located<String>]
  var titlePlace: ByteRange
}
