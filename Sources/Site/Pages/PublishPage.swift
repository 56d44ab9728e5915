// publish.html, for marketers without a terminal: pickers from the library's own words make the file to publish, to be
// copied or handed over to the git host. Without scripts it says how to do the same by hand.

import Library
import Mustache

enum PublishPage: PageKind {
  static func routes(in site: Site) -> [Route] {
    [
      site.page(Addresses.publish, "publish", title: "Add a resource", isListed: false, runs: .publish) {
        [
          "types": .list(types(in: site)), "personas": .list(site.values.personas),
          "stages": .list(site.values.stages), "facets": .list(FinderPage.facets(in: site)),
          "owners": .list(owners(in: site)), "newFile": newFile(in: site),
        ]
      }
    ]
  }

  private static func types(in site: Site) -> [Value] {
    site.library.types.map { type in
      [
        "id": .text(type.id), "label": .text(type.label), "isExternal": .bool(type.audience == .external),
        "owner": (type.owner ?? site.library.owner).flatMap { site.values.owners[$0] } ?? .absent,
        "required": .text(type.require.joined(separator: " ")),
      ]
    }
  }

  /// People first; a team's short name that a person has too would mean the person.
  private static func owners(in site: Site) -> [Value] {
    let people = site.library.people.map { ($0.id, $0.name) }
    let teams = site.library.teams.filter { team in !people.contains { $0.0 == team.id } }.map { ($0.id, $0.label) }
    return (people + teams).map { ["id": .text($0.0), "label": .text($0.1)] }
  }

  private static func newFile(in site: Site) -> Value {
    guard let page = site.library.site.editURL.flatMap(NewFilePage.init(editURL:)) else { return .absent }
    return [
      "address": .text(page.address), "name": .text(page.nameParameter), "text": .text(page.textParameter),
      "kind": .text(orAbsent: page.hostName),
    ]
  }
}
