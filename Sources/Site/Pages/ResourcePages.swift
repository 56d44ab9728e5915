// resources/ID.html: everything about one asset, the most useful first.

import Library
import Markdown
import Mustache
import Search

enum ResourcePages: PageKind {
  static func routes(in site: Site) -> [Route] {
    let library = site.library
    return library.resources.indices.filter { library.resources[$0].status != .draft }.map { index in
      site.page(
        Addresses.resource(library.resources[index].id), "resource", title: library.resources[index].title,
        description: library.resources[index].summary, isListed: library.resources[index].status == .approved,
        runs: .resource
      ) { fields(index, in: site) }
    }
  }

  private static func fields(_ index: Int, in site: Site) -> Fields {
    let resource = site.library.resources[index]
    let files = resource.files.map { file($0, of: resource) }
    let facets = facets(of: resource, in: site)
    return [
      "resource": site.values.rows[index], "summary": .text(resource.summary),
      "lang": resource.language.map { $0 == site.library.site.language ? .absent : .text($0) } ?? .absent,
      "isArchived": .bool(resource.status == .archived), "replacedBy": replacement(of: resource, in: site),
      "files": .list(files), "mainFile": files.first ?? .absent, "share": .text(orAbsent: resource.share),
      "useWhen": .text(orAbsent: resource.useWhen), "say": .text(orAbsent: resource.say),
      "snippet": .text(orAbsent: resource.audience == .external ? resource.snippet : nil),
      "attachment": .text(orAbsent: attachment(of: resource)), "mail": mail(resource),
      "owner": owner(of: resource, in: site), "edit": site.editLink(resource.file),
      "tellOwner": tellOwner(resource, in: site), "reviewed": Values.date(resource.reviewed),
      "body": .html(resource.body.html),
      "titleID": titleID(resource), "facets": .list(facets),
      "hasLabels": .bool(!facets.isEmpty || !resource.replaces.isEmpty),
      "keywords": site.usesKeywords ? .texts(resource.keywords) : .absent,
    ] + shown("contents", "hasContents", contents(resource))
      + shown("replaces", "hasReplaces", replaced(by: resource, in: site))
      + relations(index, of: resource, in: site)
  }

  private static func file(_ attachment: Attachment, of resource: Resource) -> Value {
    switch attachment.location {
    case .url(let url): return ["label": .text(attachment.label), "address": .text(url), "kind": "Link"]
    case .file(let path, let byteCount, _):
      let name = String(path.split(separator: "/").last ?? "")
      return [
        "label": .text(attachment.label), "url": .text(PageFile.url(kind: "resources", id: resource.id, path: path)),
        "kind": .text(MediaType(fileName: name).label), "size": .text(size(byteCount)), "name": .text(name),
      ]
    }
  }

  /// "48 KB", "2.4 MB".
  static func size(_ byteCount: Int) -> String {
    if byteCount < 1_000_000 { return "\(max(1, (byteCount + 500) / 1_000)) KB" }
    let tenths = (byteCount + 50_000) / 100_000
    return tenths >= 100 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }

  private static func owner(of resource: Resource, in site: Site) -> Value {
    resource.owner.flatMap { site.values.owners[$0] } ?? .absent
  }

  private static func mail(_ resource: Resource) -> Value {
    guard resource.audience == .external, let snippet = resource.snippet else { return .absent }
    let body = Mail.filled(snippet, link: resource.share, attachment: attachment(of: resource))
    return .bytes(Mail.link(subject: [resource.title], body: [body]))
  }

  /// The name of the file that goes along where there is no page to link to.
  private static func attachment(of resource: Resource) -> String? {
    for file in resource.files {
      if case .file(let path, _, _) = file.location { return path.split(separator: "/").last.map(String.init) }
    }
    return nil
  }

  private static func tellOwner(_ resource: Resource, in site: Site) -> Value {
    guard let address = resource.owner.flatMap(site.mailAddress(of:)) else { return .absent }
    return .bytes(
      Mail.link(
        to: address, subject: ["About: ", resource.title], body: [resource.title, "\n", resource.file, "\n\n"]))
  }

  private static func replacement(of resource: Resource, in site: Site) -> Value {
    guard let id = resource.replacedBy, let index = site.library.resources.firstIndex(id: id) else { return .absent }
    return site.values.rows[index]
  }

  /// What it replaces: a link where the old page still stands, otherwise the old id.
  private static func replaced(by resource: Resource, in site: Site) -> [Value] {
    resource.replaces.map { id in
      let index = site.library.resources.firstIndex(id: id)
      return index.map { ["row": site.values.rows[$0]] } ?? ["id": .text(id)]
    }
  }

  /// The headings, where there are three or more.
  private static func contents(_ resource: Resource) -> [Value] {
    let headings: [Value] = resource.body.headings.compactMap { heading in
      guard !heading.isTitle, heading.level <= 3 else { return nil }
      return ["id": .text(heading.id), "text": .text(heading.text), "isSub": .bool(heading.level > 2)]
    }
    return headings.count >= 3 ? headings : []
  }

  /// Links to a heading that only repeats the title lead to the title.
  private static func titleID(_ resource: Resource) -> Value {
    .text(orAbsent: resource.body.headings.first { $0.isTitle }?.id)
  }

  private static func facets(of resource: Resource, in site: Site) -> [Value] {
    zip(site.values.facets, resource.facets).compactMap { facet, values in
      guard !values.isEmpty else { return nil }
      return ["label": facet.label, "values": .list(values.map { facet.values[$0] })]
    }
  }

  private static let nextStepCount = 3
  private static let relatedCount = 4
  /// Stand ready, hidden, for what has expired or falls behind when somebody looks.
  private static let spareCount = 2
  private static let authorsPoints = 1_000
  /// From a resource's page to the site's root.
  private static let root = Addresses.root(from: Addresses.resource(""))

  /// The best assets of the next stage, and what goes with this one: what the author named, then the matcher's own. A
  /// few more than are shown, since the browser leaves out what has expired.
  private static func relations(_ index: Int, of resource: Resource, in site: Site) -> Fields {
    guard resource.status == .approved, !resource.isUnlabelled else { return [:] }
    let named = resource.related.filter { site.library.resources[$0].status == .approved }
    let next = site.matcher.nextStep(for: index, count: nextStepCount + spareCount)
    let others = site.matcher.related(to: index, count: relatedCount + spareCount + named.count + nextStepCount)
      .filter { match in
        !named.contains(match.resource) && !next.prefix(nextStepCount).contains { $0.resource == match.resource }
      }
    // What the author named stands first whatever the matcher thinks of it.
    let shown = max(relatedCount, named.count)
    let related = (named.map { Pick(resource: $0, points: authorsPoints) } + others).prefix(shown + spareCount)
    // Beside what goes to a customer, what must not go along is kept apart.
    let isExternal = resource.audience == .external
    let isKeptApart = { (other: Int) in isExternal && site.library.resources[other].audience == .internal }
    return [
      "nextSteps": .list(byStage(next, after: index, in: site)),
      "related": part(of: Array(related), showing: shown, in: site) { !isKeptApart($0) },
      "goesWith": part(of: Array(related), showing: shown, in: site, where: isKeptApart),
    ]
  }

  /// Each under the first stage ahead that it names; what is for every stage comes last, without one.
  private static func byStage(_ next: [Pick], after index: Int, in site: Site) -> [Value] {
    let ahead = site.matcher.stagesAhead(of: index)
    let stage = { (resource: Int) in ahead.first { site.matcher.names($0, resource) } }
    return (ahead + [nil]).compactMap { heading in
      let list = part(of: next, showing: nextStepCount, in: site) { stage($0) == heading }
      guard case .object(var list) = list else { return nil }
      list["stage"] = heading.map { site.values.stages[$0] }
      return .object(list)
    }
  }

  /// The part of a list that stands under one heading: what it has among the first `count`, and the rest as spares.
  private static func part(
    of list: [Pick], showing count: Int, in site: Site, where belongs: (Int) -> Bool
  ) -> Value {
    var (shown, spares, points): ([Int], [Int], [Int]) = ([], [], [])
    for (place, pick) in list.enumerated() where belongs(pick.resource) {
      if place < count { shown.append(pick.resource) } else { spares.append(pick.resource) }
      points.append(pick.points)
    }
    guard !shown.isEmpty else { return .absent }
    return [
      "points": site.points(points), "shown": .integer(shown.count),
      "rows": site.rows(shown),
      "rowsMarkup": site.smallRows.markup(shown, root: root),
      "spares": [
        "isSpare": true, "rows": site.rows(spares),
        "rowsMarkup": site.spareRows.markup(spares, root: root),
      ],
    ]
  }
}

extension [Resource] {
  /// Resources are in id order.
  func firstIndex(id: String) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].id.utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].id == id ? low : nil
  }
}
