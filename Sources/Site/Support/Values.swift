// What templates are filled with, for the things that many pages show: a persona, a stage, a type, an owner, a date, a
// resource in a list. Each is made once and shared by every page; addresses are from the site's root, and templates put
// `root` before them. templates/README.md lists every name.

import Library
import Mustache
import Search

final class Values: Sendable {
  /// Marks that repeat, so that a persona is told apart by shape and hue even where there are many.
  static let personaMarkCount = 8
  /// A stage's mark is its place on a ring, as on the face of a clock.
  static let ringPlaceCount = 12

  let site: Value
  let personas: [Value]
  let stages: [Value]
  let types: [Value]
  /// What a resource shows of each facet.
  let facets: [(label: Value, values: [Value])]
  let owners: [Owner: Value]
  /// The addresses of owners who are written to by e-mail, not in a channel.
  let mailAddresses: [Owner: String]
  /// The days of resources.
  private let dates: [Day: Value]
  /// What all these are.
  let kept: KeptValues
  /// The address at which a file can be edited, without the places where its path goes; empty where there is none.
  let editURL: [String]
  let resources: [Resource]
  private let labels: LabelColumns
  private let names = Names.all

  init(_ library: Library, _ labels: LabelColumns) {
    (resources, self.labels) = (library.resources, labels)
    site = [
      "title": .shared(library.site.title), "description": .shared(library.site.description),
      "language": .shared(library.site.language), "hasFeeds": .bool(library.site.baseURL != nil),
    ]
    var kept = FlatValues()
    personas = Self.personas(library).map { kept.keep($0) }
    stages = Self.stages(library).map { kept.keep($0) }
    types = Self.types(library).map { kept.keep($0) }
    facets = library.facets.map { facet in
      let values = facet.values.map { value in
        kept.keep(["label": .shared(value.label), "url": .shared(Addresses.facetValue(facet.id, value.id))])
      }
      return (.shared(facet.label), values)
    }
    owners = Self.owners(library).mapValues { kept.keep($0) }
    mailAddresses = Self.mailAddresses(library)
    editURL =
      library.site.editURL.map { $0.split(separator: "{path}", omittingEmptySubsequences: false).map(String.init) }
      ?? []
    var dates: [Day: Value] = [:]
    for days in [
      labels.reviewed.map { $0 == .min ? nil : Day(number: $0) }, labels.reviewDue, labels.publish, labels.expires,
    ] {
      for case let day? in days where dates[day] == nil {
        dates[day] = kept.keep(["iso": .shared(day.iso), "text": .shared(day.text)])
      }
    }
    (self.dates, self.kept) = (dates, KeptValues(kept))
  }

  /// A day of a resource.
  func date(_ day: Day?) -> Value { day.flatMap { dates[$0] } ?? .absent }

  /// A resource as a row of a list, by its index.
  func row(_ index: Int) -> Value { .filling { [self] name, page in putRow(index, as: name, into: &page) } }

  /// Puts it right where it is used: kept for all pages, ten thousand rows would be far from the processor whenever one
  /// is looked into.
  func putRow(_ index: Int, as name: Name = .none, into page: inout FlatValues) {
    let resource = resources[index]
    page.openObject()
    page.put(names.id, resource.id)
    page.put(names.title, resource.title)
    page.put(names.summary, resource.summary)
    page.put(
      names.url,
      textBy: { url in
        url.put(Addresses.resourceStart)
        url.put(resource.id)
        url.put(Addresses.resourceEnd)
      })
    page.put(names.type, resource.type.map { types[$0] } ?? .absent)
    page.put(names.personas, labels.personas, index, personas)
    page.put(names.forAllPersonas, resource.personas == .all)
    page.put(names.stages, labels.stages, index, stages)
    page.put(names.forAllStages, resource.stages == .all)
    page.put(names.isExternal, resource.audience == .external)
    page.put(names.isUnlabelled, labels.isUnlabelled(index))
    page.put(names.isFeatured, resource.isFeatured)
    page.put(names.reviewDue, date(labels.reviewDue[index]))
    page.put(names.publish, date(labels.publish[index]))
    page.put(names.expires, date(labels.expires[index]))
    page.close(as: name)
  }

  static func personas(_ library: Library) -> [Value] {
    let monograms = monograms(library.personas.map(\.title))
    return library.personas.enumerated().map { index, persona in
      [
        "id": .shared(persona.id), "label": .shared(persona.title), "summary": .shared(persona.summary),
        "url": .shared(Addresses.persona(persona.id)), "mark": .integer(index % Self.personaMarkCount + 1),
        "monogram": .shared(monograms[index]),
      ]
    }
  }

  private static func stages(_ library: Library) -> [Value] {
    library.stages.enumerated().map { index, stage in
      [
        "id": .shared(stage.id), "label": .shared(stage.title), "summary": .shared(stage.summary),
        "url": .shared(Addresses.stage(stage.id)), "order": .integer(stage.order),
        "mark": .integer(index * Self.ringPlaceCount / library.stages.count + 1),
        "buyerAsks": .text(orAbsent: stage.buyerAsks),
      ]
    }
  }

  static func types(_ library: Library) -> [Value] {
    library.types.map { type in
      ["id": .shared(type.id), "label": .shared(type.label), "url": .shared(Addresses.type(type.id))]
    }
  }

  private static func mailAddresses(_ library: Library) -> [Owner: String] {
    var addresses: [Owner: String] = [:]
    func add(_ owner: Owner, _ address: String?) {
      let plain = address.map { $0.hasPrefix("mailto:") ? String($0.dropFirst("mailto:".count)) : $0 }
      if let plain, WebAddress.isMail(plain) { addresses[owner] = plain }
    }
    for (index, person) in library.people.enumerated() {
      add(.person(index), person.email ?? person.team.flatMap { library.teams[$0].contact })
    }
    for (index, team) in library.teams.enumerated() { add(.team(index), team.contact) }
    return addresses
  }

  private static func owners(_ library: Library) -> [Owner: Value] {
    var owners: [Owner: Value] = [:]
    for (index, person) in library.people.enumerated() {
      owners[.person(index)] = [
        "label": .text(person.name), "team": .text(orAbsent: person.team.map { library.teams[$0].label }),
        "email": .text(orAbsent: person.email),
        "chat": .text(orAbsent: person.chat.flatMap { WebAddress.opensConversation($0) ? $0 : nil }),
        "contact": .text(orAbsent: person.chat.flatMap { WebAddress.opensConversation($0) ? nil : $0 }),
      ]
    }
    for (index, team) in library.teams.enumerated() {
      owners[.team(index)] = ["label": .text(team.label), "contact": .text(orAbsent: team.contact)]
    }
    return owners
  }
}

/// Names of what thousands of pages and rows are filled with, made once.
struct Names: Sendable {
  static let all = Names()

  let address: Name = "address", attachment: Name = "attachment", body: Name = "body", canonical: Name = "canonical"
  let contents: Name = "contents", description: Name = "description"
  let edit: Name = "edit", expires: Name = "expires", facets: Name = "facets", files: Name = "files"
  let forAllPersonas: Name = "forAllPersonas", forAllStages: Name = "forAllStages", goesWith: Name = "goesWith"
  let hasContents: Name = "hasContents", hasLabels: Name = "hasLabels", hasReplaces: Name = "hasReplaces"
  let id: Name = "id", isArchived: Name = "isArchived", isExternal: Name = "isExternal"
  let isFeatured: Name = "isFeatured", isSpare: Name = "isSpare", isSub: Name = "isSub"
  let isUnlabelled: Name = "isUnlabelled", keywords: Name = "keywords", kind: Name = "kind", label: Name = "label"
  let lang: Name = "lang", mail: Name = "mail", mainFile: Name = "mainFile", name: Name = "name"
  let nextSteps: Name = "nextSteps", owner: Name = "owner", personas: Name = "personas", points: Name = "points"
  let publish: Name = "publish", related: Name = "related", replacedBy: Name = "replacedBy"
  let replaces: Name = "replaces", resource: Name = "resource", reviewDue: Name = "reviewDue"
  let reviewed: Name = "reviewed", row: Name = "row", rows: Name = "rows", rowsMarkup: Name = "rowsMarkup"
  let say: Name = "say", share: Name = "share", shown: Name = "shown", size: Name = "size", snippet: Name = "snippet"
  let spares: Name = "spares", stage: Name = "stage", stages: Name = "stages", summary: Name = "summary"
  let tellOwner: Name = "tellOwner", text: Name = "text", title: Name = "title", titleID: Name = "titleID"
  let type: Name = "type", url: Name = "url", useWhen: Name = "useWhen", values: Name = "values"
}

extension FlatValues {
  fileprivate mutating func keep(_ value: Value) -> Value {
    put(.none, value)
    return keep()
  }

  /// The named ones of `values`.
  mutating func put(_ name: Name, _ column: NumberColumn, _ index: Int, _ values: [Value]) {
    let numbers = column.range(index)
    guard let first = numbers.first, column[first] != LabelColumns.forAll else { return put(name, Value.absent) }
    openList()
    for place in numbers { put(.none, values[column[place]]) }
    close(as: name)
  }
}
