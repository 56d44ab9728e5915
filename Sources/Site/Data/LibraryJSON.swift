// library.json, the index for CRMs and scripts. Its shape is a promise: keys and arrays in this order, fields only ever
// added. LibrarySchema.swift describes it; a test holds the two together. Browsers never load it.

import Library

/// A class, because the many closures below hold it: copies of a whole library would cost more than writing it.
final class LibraryJSON {
  static let schemaVersion = 1
  private let library: Library
  private let coverage: Coverage

  init(_ library: Library, _ coverage: Coverage) {
    self.library = library
    self.coverage = coverage
  }

  func bytes() -> [UInt8] {
    var json = JSONWriter(capacity: library.resources.count * 1_200)
    json.object { json in
      json.field("schemaVersion", Self.schemaVersion)
      json.key("site")
      site(&json)
      vocabulary(&json)
      list("personas", library.personas, &json, persona)
      list("stages", library.stages, &json, stage)
      let published = library.resources.indices.filter { library.resources[$0].status != .draft }
      list("resources", published, &json, resource)
      json.key("coverage")
      cells(&json)
    }
    json.endLine()
    return json.finished()
  }

  private func list<Item>(
    _ name: String, _ items: [Item], _ json: inout JSONWriter, _ body: (Item, inout JSONWriter) -> Void
  ) {
    json.key(name)
    json.array { json in
      for item in items { json.object { body(item, &$0) } }
    }
  }

  private func site(_ json: inout JSONWriter) {
    json.object { json in
      json.field("title", library.site.title)
      json.field("description", library.site.description)
      json.field("language", library.site.language)
      json.field("baseUrl", library.site.baseURL)
    }
  }

  private func vocabulary(_ json: inout JSONWriter) {
    list("teams", library.teams, &json) { team, json in
      json.field("id", team.id)
      json.field("label", team.label)
      json.field("contact", team.contact)
    }
    list("people", library.people, &json) { person, json in
      json.field("id", person.id)
      json.field("name", person.name)
      json.field("team", person.team.map { library.teams[$0].id })
      json.field("email", person.email)
      json.field("chat", person.chat)
    }
    list("types", library.types, &json) { type, json in
      json.field("id", type.id)
      json.field("label", type.label)
      json.field("aliases", type.aliases)
      json.field("audience", type.audience?.rawValue)
      json.field("owner", ownerID(type.owner))
      json.field("url", Addresses.type(type.id))
    }
    list("facets", library.facets, &json) { facet, json in
      json.field("id", facet.id)
      json.field("label", facet.label)
      list("values", facet.values, &json) { value, json in
        json.field("id", value.id)
        json.field("label", value.label)
        json.field("aliases", value.aliases)
        json.field("url", Addresses.facetValue(facet.id, value.id))
      }
    }
  }

  private func persona(_ persona: Persona, _ json: inout JSONWriter) {
    json.field("id", persona.id)
    json.field("title", persona.title)
    json.field("summary", persona.summary)
    json.field("jobTitles", persona.jobTitles)
    json.field("aliases", persona.aliases)
    json.field("buyingRole", persona.buyingRole)
    json.field("goals", persona.goals)
    json.field("pains", persona.pains)
    json.field("url", Addresses.persona(persona.id))
  }

  private func stage(_ stage: Stage, _ json: inout JSONWriter) {
    json.field("id", stage.id)
    json.field("title", stage.title)
    json.field("summary", stage.summary)
    json.field("order", stage.order)
    json.field("aliases", stage.aliases)
    json.field("buyerAsks", stage.buyerAsks)
    json.field("next", stage.next.map { library.stages[$0].id })
    json.field("team", stage.team.map { library.teams[$0].id })
    json.field("exitCriteria", stage.exitCriteria)
    json.key("crmValues")
    json.object { json in
      for (field, values) in stage.crmValues {
        json.key(named: field)
        json.strings(values) { $0 }
      }
    }
    json.field("url", Addresses.stage(stage.id))
  }

  private func resource(_ index: Int, _ json: inout JSONWriter) {
    let resource = library.resources[index]
    json.field("id", resource.id)
    json.field("title", resource.title)
    json.field("summary", resource.summary)
    json.field("type", resource.type.map { library.types[$0].id })
    labels("personas", resource.personas, &json) { library.personas[$0].id }
    labels("stages", resource.stages, &json) { library.stages[$0].id }
    json.key("facets")
    json.object { json in
      for (facet, values) in resource.facets.enumerated() {
        json.key(named: library.facets[facet].id)
        json.strings(values) { library.facets[facet].values[$0].id }
      }
    }
    json.field("audience", resource.audience.rawValue)
    json.field("status", resource.status.rawValue)
    json.field("owner", ownerID(resource.owner))
    json.field("reviewed", resource.reviewed?.iso)
    json.field("reviewDue", resource.reviewDue?.iso)
    json.field("publish", resource.publish?.iso)
    json.field("expires", resource.expires?.iso)
    json.field("share", resource.share)
    json.field("useWhen", resource.useWhen)
    json.field("say", resource.say)
    json.field("snippet", resource.snippet)
    json.field("keywords", resource.keywords)
    json.field("replaces", resource.replaces)
    json.field("replacedBy", resource.replacedBy)
    json.field("aliases", resource.aliases)
    json.field("related", resource.related) { library.resources[$0].id }
    json.field("featured", resource.isFeatured)
    json.field("lang", resource.language ?? library.site.language)
    json.field("url", Addresses.resource(resource.id))
    list("files", resource.files, &json) { file, json in
      json.field("label", file.label)
      switch file.location {
      case .url(let url):
        json.field("url", url)
      case .file(let path, let byteCount, let sha256):
        let name = String(path.split(separator: "/").last ?? "")
        json.field("url", PageFile.url(kind: "resources", id: resource.id, path: path))
        json.field("bytes", byteCount)
        json.field("mediaType", MediaType(fileName: name).text)
        json.field("sha256", sha256)
      }
    }
    json.field("contentHash", resource.contentHash)
  }

  /// `["all"]`, `["todo"]` or the ids.
  private func labels(_ name: String, _ labels: Labels, _ json: inout JSONWriter, _ id: (Int) -> String) {
    switch labels {
    case .all: json.field(name, ["all"])
    case .todo: json.field(name, ["todo"])
    case .named(let indices): json.field(name, indices, id)
    }
  }

  private func ownerID(_ owner: Owner?) -> String? {
    switch owner {
    case .person(let index): library.people[index].id
    case .team(let index): library.teams[index].id
    case nil: nil
    }
  }

  private func cells(_ json: inout JSONWriter) {
    json.object { json in
      json.key("cells")
      json.array { json in
        for (persona, row) in coverage.cells.enumerated() {
          for (stage, cell) in row.enumerated() {
            json.object { json in
              json.field("persona", library.personas[persona].id)
              json.field("stage", library.stages[stage].id)
              json.field("named", cell.named)
              json.field("forAll", cell.forAll)
            }
          }
        }
      }
      json.field("gaps", coverage.gaps.count)
    }
  }
}
