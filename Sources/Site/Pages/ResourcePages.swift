// resources/ID.html: everything about one asset, the most useful first.

import Library
import Markdown
import Mustache
import Search

enum ResourcePages: PageKind {
  static func routes(in site: Site) -> [Route] {
    let resources = site.library.resources
    let isApproved = site.matcher.labels.isApproved
    let templates = [false, true].map { site.template("resource", root: root, isListed: $0, runs: .resource) }
    return resources.indices.filter { isApproved[$0] || resources[$0].status != .draft }.map { index in
      let isListed = isApproved[index]
      return site.page(Addresses.resource(resources[index].id), templates[isListed ? 1 : 0], isListed: isListed) {
        put(index, of: site, into: &$0)
      }
    }
  }

  /// From a resource's page to the site's root.
  static let root = Addresses.root(from: Addresses.resource(""))
  private static let names = Names.all

  private static func put(_ index: Int, of site: Site, into page: inout FlatValues) {
    let resource = site.library.resources[index]
    site.values.putRow(index, as: names.resource, into: &page)
    page.put(names.title, resource.title)
    page.put(names.description, resource.summary)
    page.put(names.summary, resource.summary)
    page.put(names.lang, resource.language.flatMap { $0 == site.library.site.language ? nil : $0 })
    page.put(names.isArchived, resource.status == .archived)
    page.put(names.replacedBy, replacement(of: resource, in: site))
    page.put(names.share, resource.share)
    page.put(names.useWhen, resource.useWhen)
    page.put(names.say, resource.say)
    page.put(names.snippet, resource.audience == .external ? resource.snippet : nil)
    page.put(names.attachment, attachment(of: resource))
    putMail(resource, into: &page)
    page.put(names.owner, resource.owner.flatMap { site.values.owners[$0] } ?? .absent)
    page.put(names.edit, site.editLink(resource.file))
    putTellOwner(resource, of: site, into: &page)
    page.put(names.reviewed, site.values.date(resource.reviewed))
    page.put(names.body, htmlBy: { output in resource.body.forEachPieceOfHTML { output.put($0) } })
    // Links to a heading that only repeats the title lead to the title.
    let headings = resource.body.headings
    let title = headings.indices.first { headings[$0].isTitle }
    page.put(names.titleID, title.map { headings[$0].id })
    if site.usesKeywords { page.put(names.keywords, .texts(resource.keywords)) }
    putFiles(resource, into: &page)
    putContents(headings, into: &page)
    putLabels(resource, of: site, into: &page)
    putRelations(index, of: resource, in: site, into: &page)
  }

  private static func putFiles(_ resource: Resource, into page: inout FlatValues) {
    let files = resource.files
    page.openList()
    for file in files { put(file, .none, of: resource, into: &page) }
    page.close(as: names.files)
    if let first = files.first { put(first, names.mainFile, of: resource, into: &page) }
  }

  private static func put(_ file: Attachment, _ name: Name, of resource: Resource, into page: inout FlatValues) {
    page.openObject()
    page.put(names.label, file.label)
    switch file.location {
    case .url(let url):
      page.put(names.address, url)
      page.put(names.kind, "Link")
    case .file(let path, let byteCount, _):
      let name = String(path.split(separator: "/").last ?? "")
      page.put(names.url, PageFile.url(kind: "resources", id: resource.id, path: path))
      page.put(names.kind, MediaType(fileName: name).label)
      page.put(names.size, size(byteCount))
      page.put(names.name, name)
    }
    page.close(as: name)
  }

  /// "48 KB", "2.4 MB".
  static func size(_ byteCount: Int) -> String {
    if byteCount < 1_000_000 { return "\(max(1, (byteCount + 500) / 1_000)) KB" }
    let tenths = (byteCount + 50_000) / 100_000
    return tenths >= 100 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }

  private static func putMail(_ resource: Resource, into page: inout FlatValues) {
    guard resource.audience == .external, let snippet = resource.snippet else { return }
    let body = Mail.filled(snippet, link: resource.share, attachment: attachment(of: resource))
    page.put(names.mail, textBy: { $0.putMail(subject: [resource.title], body: [body]) })
  }

  /// The name of the file that goes along where there is no page to link to.
  private static func attachment(of resource: Resource) -> String? {
    for file in resource.files {
      if case .file(let path, _, _) = file.location { return path.split(separator: "/").last.map(String.init) }
    }
    return nil
  }

  /// An e-mail about it to its owner.
  private static func putTellOwner(_ resource: Resource, of site: Site, into page: inout FlatValues) {
    guard let address = resource.owner.flatMap(site.mailAddress(of:)) else { return }
    page.put(
      names.tellOwner,
      textBy: { link in
        link.putMail(
          to: address, subject: ["About: ", resource.title], body: [resource.title, "\n", resource.file, "\n\n"])
      })
  }

  private static func replacement(of resource: Resource, in site: Site) -> Value {
    guard let id = resource.replacedBy, let index = site.library.resources.index(ofID: id) else { return .absent }
    return site.values.row(index)
  }

  /// The headings, where there are three or more.
  private static func putContents(_ headings: [MarkdownHeading], into page: inout FlatValues) {
    let headings = headings.span
    var count = 0
    for index in headings.indices where headings[index].isInContents { count += 1 }
    page.put(names.hasContents, count >= 3)
    guard count >= 3 else { return }
    page.openList()
    for index in headings.indices where headings[index].isInContents {
      page.openObject()
      page.put(names.id, headings[index].id)
      page.put(names.text, headings[index].text)
      page.put(names.isSub, headings[index].level > 2)
      page.close()
    }
    page.close(as: names.contents)
  }

  /// The facets that it names values of, and what it replaces: a link where the old page still stands, otherwise the old
  /// id.
  private static func putLabels(_ resource: Resource, of site: Site, into page: inout FlatValues) {
    var hasLabels = false
    page.openList()
    for (facet, values) in zip(site.values.facets, resource.facets) where !values.isEmpty {
      page.openObject()
      page.put(names.label, facet.label)
      page.openList()
      for value in values { page.put(.none, facet.values[value]) }
      page.close(as: names.values)
      page.close()
      hasLabels = true
    }
    page.close(as: names.facets)
    let replaced = resource.replaces
    page.openList()
    for id in replaced {
      page.openObject()
      if let index = site.library.resources.index(ofID: id) {
        site.values.putRow(index, as: names.row, into: &page)
      } else {
        page.put(names.id, id)
      }
      page.close()
    }
    page.close(as: names.replaces)
    page.put(names.hasReplaces, !replaced.isEmpty)
    page.put(names.hasLabels, hasLabels || !replaced.isEmpty)
  }

  private static let nextStepCount = 3
  private static let relatedCount = 4
  /// Stand ready, hidden, for what has expired or falls behind when somebody looks.
  private static let spareCount = 2
  private static let authorsPoints = 1_000

  /// The best assets of the next stage, and what goes with this one: what the author named, then the matcher's own. A
  /// few more than are shown, since the browser leaves out what has expired.
  private static func putRelations(
    _ index: Int, of resource: Resource, in site: Site, into page: inout FlatValues
  ) {
    guard resource.status == .approved, !resource.isUnlabelled else { return }
    let ahead = site.matcher.stagesAhead(of: index)
    let next = site.matcher.nextStep(for: index, through: ahead, count: nextStepCount + spareCount)
    // What the author named stands first whatever the matcher thinks of it.
    var related: [Pick] = []
    related.reserveCapacity(relatedCount + spareCount)
    for other in resource.related where site.library.resources[other].status == .approved {
      related.append(Pick(resource: other, points: authorsPoints))
    }
    let named = related.count
    let shown = max(relatedCount, named)
    for match in site.matcher.related(to: index, count: relatedCount + spareCount + named + nextStepCount)
    where related.count < shown + spareCount {
      let isSaid =
        related[..<named].contains { $0.resource == match.resource }
        || next.prefix(nextStepCount).contains { $0.resource == match.resource }
      if !isSaid { related.append(match) }
    }
    // Each next step stands under the first stage ahead that it names; what is for every stage comes last, without one.
    let stages = next.map { pick in ahead.firstIndex { site.matcher.names($0, pick.resource) } ?? ahead.count }
    page.openList()
    for place in 0...ahead.count {
      page.openObject()
      guard put(next, stages, place, showing: nextStepCount, of: site, into: &page) else {
        page.drop()
        continue
      }
      page.put(names.stage, place < ahead.count ? site.values.stages[ahead[place]] : .absent)
      page.close()
    }
    page.close(as: names.nextSteps)
    // Beside what goes to a customer, what must not go along is kept apart.
    let isExternal = resource.audience == .external
    let parts = related.map { isExternal && site.library.resources[$0.resource].audience == .internal ? 1 : 0 }
    for (part, name) in [names.related, names.goesWith].enumerated() {
      page.openObject()
      if put(related, parts, part, showing: shown, of: site, into: &page) { page.close(as: name) } else { page.drop() }
    }
  }

  /// The part of a list that stands under one heading: what it has among the first `count`, and the rest as spares. False
  /// where it has nothing to show.
  private static func put(
    _ list: [Pick], _ parts: [Int], _ part: Int, showing count: Int, of site: Site, into page: inout FlatValues
  ) -> Bool {
    func forEach(_ places: Range<Int>, _ visit: (Pick) -> Void) {
      for place in places where parts[place] == part { visit(list[place]) }
    }
    let (first, rest) = (0..<min(count, list.count), min(count, list.count)..<list.count)
    var shown = 0
    forEach(first) { _ in shown += 1 }
    guard shown > 0 else { return false }
    site.putPoints(into: &page) { visit in forEach(list.indices) { visit($0.points) } }
    page.put(names.shown, shown)
    site.putRows(site.smallRows, into: &page) { visit in forEach(first) { visit($0.resource) } }
    page.openObject()
    page.put(names.isSpare, true)
    site.putRows(site.spareRows, into: &page) { visit in forEach(rest) { visit($0.resource) } }
    page.close(as: names.spares)
    return true
  }
}

extension MarkdownHeading {
  fileprivate var isInContents: Bool { !isTitle && level <= 3 }
}
