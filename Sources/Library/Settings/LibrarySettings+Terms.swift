// The vocabularies: each a group of short names chosen by the company, with a label and what else belongs to it.

import Diagnostics
import FrontMatter

extension LibrarySettings {
  static let defaultTeams = [
    Team(id: "marketing", label: "Marketing", contact: nil), Team(id: "sales", label: "Sales", contact: nil),
    Team(id: "service", label: "Service", contact: nil),
  ]

  func readTeams(_ labels: inout LabelReader) -> [Team] {
    guard labels.isWritten("teams") else {
      _ = labels.value("teams")
      return Self.defaultTeams
    }
    return terms("teams", of: "a team", &labels) { id, team in
      Team(id: id, label: team.text("label")?.value ?? Self.label(of: id), contact: team.contact("contact"))
    }
  }

  func readPeople(_ labels: inout LabelReader, _ names: Names) -> [Person] {
    terms("people", of: "a person", labelName: "name", &labels) { id, person in
      Person(
        id: id, name: person.text("name")?.value ?? Self.label(of: id), team: person.team("team", in: names),
        email: person.email("email"), chat: person.contact("chat"))
    }
  }

  func readTypes(_ labels: inout LabelReader, _ names: Names) -> [ResourceType] {
    let known = ResourceKind.labelNames + names.facets.ids
    return terms("types", of: "a type", &labels) { id, type in
      ResourceType(
        id: id, label: type.text("label")?.value ?? Self.label(of: id),
        aliases: type.texts("aliases", limit: 1_000).map(\.value),
        reviewEvery: type.period("review_every"), audience: type.choice("audience", of: Audience.self),
        owner: type.owner("owner", in: names), require: Self.required(&type, known: known))
    }
  }

  private static func required(_ type: inout LabelReader, known: [String]) -> [String] {
    type.texts("require").compactMap { name in
      if known.contains(name.value) { return name.value }
      type.add(
        Problem(
          .unknownLabel, in: type.file, at: name.range, "\(quoted(name.value)) is not a label of a resource",
          help: "write the name of a label, such as: require: [industries]"),
        replacement: known.closest(to: name.value))
      return nil
    }
  }

  func readFacets(_ labels: inout LabelReader) -> [Facet] {
    let facets = terms("facets", of: "a facet", &labels) { id, facet in
      Facet(
        id: id, label: facet.text("label")?.value ?? Self.label(of: id),
        points: facet.integer("points", in: -1_000...1_000)?.value ?? 15,
        elsewhere: facet.integer("elsewhere", in: -1_000...1_000)?.value ?? 0,
        values: terms("values", of: "a value", &facet) { id, value in
          FacetValue(
            id: id, label: value.text("label")?.value ?? Self.label(of: id),
            aliases: value.texts("aliases", limit: 1_000).map(\.value))
        })
    }
    let taken = Set(ResourceKind.labelNames + Self.addressWords)
    return facets.filter { facet in
      guard taken.contains(facet.id) else { return true }
      let entry = labels.entries("facets").first { $0.name == facet.id }
      labels.add(
        .invalidValue(
          "a facet cannot be called '\(facet.id)': resources, or the addresses of the site, use that name already",
          in: labels.file, at: entry?.nameRange ?? .start, help: "choose another name"))
      return false
    }
  }

  /// What stands after "#" in the finder's and the lead page's addresses.
  static let addressWords = [
    "q", "persona", "stage", "type", "sort", "title", "lifecycle", "lead_status", "opp_stage", "sent", "first_name",
    "company", "sender",
  ]

  /// A group of short names, each with a group of labels, or with its label alone. A name that two of them have is
  /// reported at the second.
  private func terms<Value: Term>(
    _ name: String, of owner: String, labelName: String = "label", _ labels: inout LabelReader,
    _ read: (_ id: String, inout LabelReader) -> Value
  ) -> [Value] {
    var result: [Value] = []
    var taken: [String: String] = [:]
    for entry in labels.entries(name) {
      var id = entry.name
      if !IDForm.isValid(id) {
        let suggestion = IDForm.suggestion(for: id)
        labels.add(.idForm(id, in: labels.file, at: entry.nameRange), replacement: suggestion)
        guard let suggestion else { continue }
        id = suggestion
      }
      let group: WrittenLabels
      switch entry.value.content {
      case .group(let labels): group = labels
      case .text:
        group = WrittenLabels([WrittenLabels.Entry(name: labelName, nameRange: entry.nameRange, value: entry.value)])
      case .absent: group = WrittenLabels()
      case .unreadable: group = WrittenLabels([], isWhole: false)
      case .list:
        labels.mismatch(entry.name, expected: "a group of labels", entry.value)
        continue
      }
      let value = labels.group(group, of: owner) { read(id, &$0) }
      result.append(value)
      for name in [value.id, value.label] + value.aliases {
        let folded = NameTable.folded(name)
        if let other = taken[folded], other != id {
          labels.add(
            .invalidValue(
              "\(quoted(name)) already names '\(other)'", in: labels.file,
              at: Self.place(of: name, in: group) ?? entry.nameRange, help: "keep it in one of the two"))
        } else {
          taken[folded] = id
        }
      }
    }
    return result
  }

  /// Where a label or alias is written.
  private static func place(of name: String, in group: WrittenLabels) -> ByteRange? {
    for entry in group.entries {
      for value in LabelReader.items(of: entry.value) where value.text == name { return value.range }
    }
    return nil
  }

  /// "one-pager" as people read it where no label is given: "One pager".
  package static func label(of id: String) -> String {
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension Library {
  /// What a library is that says nothing about itself.
  static var withDefaultTeams: Library {
    var library = Library()
    library.teams = LibrarySettings.defaultTeams
    return library
  }
}
