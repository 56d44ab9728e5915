// Everything that labels can name, with its forgiving lookup.

import Diagnostics

/// The vocabularies of a library by name, as far as they have been read.
package struct Names: Sendable {
  package internal(set) var teams = NameTable()
  package internal(set) var people = NameTable()
  package internal(set) var types = NameTable()
  package internal(set) var facets = NameTable()
  /// For each facet, in the library's order.
  package internal(set) var values: [NameTable] = []
  package internal(set) var personas = NameTable()
  package internal(set) var stages = NameTable()

  package init() {}

  package init(_ library: Library) {
    teams = NameTable(library.teams)
    people = NameTable(library.people)
    types = NameTable(library.types)
    facets = NameTable(library.facets)
    values = library.facets.map { NameTable($0.values) }
    personas = NameTable(library.personas)
    stages = NameTable(library.stages)
  }

  /// A person, or else a team, of that name.
  package func owner(_ name: String) -> Owner? {
    people.index(of: name).map { .person($0) } ?? teams.index(of: name).map { .team($0) }
  }
}

extension LabelReader {
  /// A person or a team.
  mutating func owner(_ name: String, in names: Names) -> Owner? {
    guard let text = text(name) else { return nil }
    if let owner = names.owner(text.value) { return owner }
    add(
      .unknownPerson(text.value, known: names.people.ids + names.teams.ids, in: file, at: text.range),
      replacement: names.people.suggestion(for: text.value) ?? names.teams.suggestion(for: text.value))
    return nil
  }

  /// The index of a team.
  mutating func team(_ name: String, in names: Names) -> Int? {
    guard let text = text(name) else { return nil }
    if let index = names.teams.index(of: text.value) { return index }
    add(
      .unknownTeam(text.value, known: names.teams.ids, in: file, at: text.range),
      replacement: names.teams.suggestion(for: text.value))
    return nil
  }
}
