// What templates are filled with, for the things that many pages show: a persona, a stage, a type, an owner, a date, a
// resource in a list. Each is made once and shared by every page; addresses are from the site's root, and templates put
// `root` before them. templates/README.md lists every name.

import Library
import Mustache

struct Values: Sendable {
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
  /// A resource as a row of a list, by index in `library.resources`.
  let rows: [Value]
  /// The address at which a file can be edited, without the places where its path goes; empty where there is none.
  let editURL: [String]

  init(_ library: Library) {
    let monograms = monograms(library.personas.map(\.title))
    let personas = library.personas.enumerated().map { index, persona in
      [
        "id": .shared(persona.id), "label": .shared(persona.title), "summary": .shared(persona.summary),
        "url": .shared(Addresses.persona(persona.id)), "mark": .integer(index % Self.personaMarkCount + 1),
        "monogram": .shared(monograms[index]),
      ] as Value
    }
    let stages = library.stages.enumerated().map { index, stage in
      [
        "id": .shared(stage.id), "label": .shared(stage.title), "summary": .shared(stage.summary),
        "url": .shared(Addresses.stage(stage.id)), "order": .integer(stage.order),
        "mark": .integer(index * Self.ringPlaceCount / library.stages.count + 1),
        "buyerAsks": .text(orAbsent: stage.buyerAsks),
      ] as Value
    }
    let types = library.types.map { type in
      ["id": .shared(type.id), "label": .shared(type.label), "url": .shared(Addresses.type(type.id))] as Value
    }
    site = [
      "title": .shared(library.site.title), "description": .shared(library.site.description),
      "language": .shared(library.site.language), "hasFeeds": .bool(library.site.baseURL != nil),
    ]
    self.personas = personas
    self.stages = stages
    self.types = types
    facets = library.facets.map { facet in
      let values = facet.values.map { value in
        ["label": .shared(value.label), "url": .shared(Addresses.facetValue(facet.id, value.id))] as Value
      }
      return (.shared(facet.label), values)
    }
    owners = Self.owners(library)
    mailAddresses = Self.mailAddresses(library)
    editURL =
      library.site.editURL.map { $0.split(separator: "{path}", omittingEmptySubsequences: false).map(String.init) }
      ?? []
    rows = library.resources.map { Self.row($0, personas: personas, stages: stages, types: types) }
  }

  static func date(_ day: Day?) -> Value {
    day.map { ["iso": .text($0.iso), "text": .text($0.text)] } ?? .absent
  }

  private static func row(_ resource: Resource, personas: [Value], stages: [Value], types: [Value]) -> Value {
    [
      "id": .text(resource.id), "title": .text(resource.title), "summary": .text(resource.summary),
      "url": .text(Addresses.resource(resource.id)),
      "type": resource.type.map { types[$0] } ?? .absent,
      "personas": labels(resource.personas, personas), "forAllPersonas": .bool(resource.personas == .all),
      "stages": labels(resource.stages, stages), "forAllStages": .bool(resource.stages == .all),
      "isExternal": .bool(resource.audience == .external),
      "isUnlabelled": .bool(resource.isUnlabelled), "isFeatured": .bool(resource.isFeatured),
      "reviewDue": date(resource.reviewDue), "publish": date(resource.publish), "expires": date(resource.expires),
    ]
  }

  static func labels(_ labels: Labels, _ values: [Value]) -> Value {
    guard case .named(let indices) = labels else { return .absent }
    return .list(indices.map { values[$0] })
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
