// Lists of resources under headings, cut into pages of at most a hundred.

import Library
import Mustache
import Search

/// Resources under one heading.
struct ListGroup: Sendable {
  /// nil for a list without headings.
  let heading: Value?
  /// Indices in `library.resources`.
  let resources: [Int]
  /// What the matcher gives each, where its order is the matcher's; the browser takes off what dates take off.
  var points: [Int] = []

  init(heading: Value?, resources: [Int], points: [Int] = []) {
    self.heading = heading
    self.resources = resources
    self.points = points
  }

  init(heading: Value?, picks: [Pick]) {
    self.init(heading: heading, resources: picks.map(\.resource), points: picks.map(\.points))
  }
}

extension Site {
  static let pageLength = 100

  /// The routes of a list that begins at `path`: one page, or as many as it takes. `fields` are what the first page says
  /// besides its list.
  func list(
    _ path: String, _ template: String, title: String, description: String = "", runs bundle: Bundle = .page,
    groups: [ListGroup],
    _ fields: @escaping @Sendable () -> Fields
  ) -> [Route] {
    let pages = Self.paginate(groups)
    let count = groups.reduce(0) { $0 + $1.resources.count }
    return pages.indices.map { index in
      let number = index + 1
      return page(
        Addresses.page(number, of: path), template, title: number == 1 ? title : "\(title), page \(number)",
        description: description, isListed: number == 1, runs: bundle
      ) { [self] page in
        page.put(fields())
        page.put("isFirstPage", number == 1)
        page.put("heading", title)
        put(pages[index], on: Addresses.page(number, of: path), into: &page)
        page.put("isEmpty", pages[index].isEmpty)
        page.put("count", count)
        page.put("pagination", pagination(path, number, of: pages.count))
      }
    }
  }

  private func put(_ groups: [ListGroup], on path: String, into page: inout FlatValues) {
    let root = Array(Addresses.root(from: path).utf8)
    page.openList()
    for group in groups {
      page.openObject()
      page.put("heading", group.heading ?? .absent)
      putRows(rows, root: root, into: &page) { group.resources.forEach($0) }
      putPoints(into: &page) { group.points.forEach($0) }
      page.close()
    }
    page.close(as: "groups")
  }

  /// Puts the resources that `forEach` visits as markup, and as values for templates that make rows of their own.
  func putRows(
    _ sheet: RowSheet, root: [UInt8] = [], into page: inout FlatValues, _ forEach: ((Int) -> Void) -> Void
  ) {
    page.put(Names.all.rowsMarkup, htmlBy: { output in forEach { sheet.put($0, root: root, into: &output) } })
    guard usesRows else { return }
    page.openList()
    forEach { values.putRow($0, into: &page) }
    page.close(as: Names.all.rows)
  }

  /// "70 70 45"
  func putPoints(into page: inout FlatValues, _ forEach: ((Int) -> Void) -> Void) {
    page.put(
      Names.all.points,
      textBy: { output in
        let start = output.count
        forEach { points in
          if output.count > start { output.put(UInt8(ascii: " ")) }
          output.put(decimal: points)
        }
      })
  }

  func pagination(_ path: String, _ number: Int, of count: Int) -> Value {
    guard count > 1 else { return .absent }
    return [
      "number": .integer(number), "count": .integer(count),
      "previous": number > 1 ? .text(Addresses.page(number - 1, of: path)) : .absent,
      "next": number < count ? .text(Addresses.page(number + 1, of: path)) : .absent,
      "pages": .list(
        Self.shownPages(number, of: count).map { other, isAfterGap in
          [
            "number": .integer(other), "url": .text(Addresses.page(other, of: path)),
            "isCurrent": .bool(other == number), "isGap": .bool(isAfterGap),
          ]
        }),
    ]
  }

  /// The first page, the last, and those around this one: all links on all pages would grow with the square of them.
  private static func shownPages(_ number: Int, of count: Int) -> [(number: Int, isAfterGap: Bool)] {
    let near = max(1, number - 4)...min(count, number + 4)
    var shown = [1] + near + [count]
    shown = shown.indices.filter { $0 == 0 || shown[$0] != shown[$0 - 1] }.map { shown[$0] }
    return shown.indices.map { (shown[$0], $0 > 0 && shown[$0] != shown[$0 - 1] + 1) }
  }

  /// Empty groups are left out; a group that goes on over a page's end has its heading there again.
  static func paginate(_ groups: [ListGroup]) -> [[ListGroup]] {
    var pages: [[ListGroup]] = [[]]
    var room = pageLength
    for group in groups where !group.resources.isEmpty {
      var rest = group.resources[...]
      var points = group.points[...]
      while !rest.isEmpty {
        if room == 0 {
          pages.append([])
          room = pageLength
        }
        let part = rest.prefix(room)
        pages[pages.count - 1].append(
          ListGroup(heading: group.heading, resources: Array(part), points: Array(points.prefix(part.count))))
        rest = rest.dropFirst(part.count)
        points = points.dropFirst(part.count)
        room -= part.count
      }
    }
    return pages
  }

  /// `resources` by stage, in the stages' order; what is for all stages comes last.
  func byStage(_ resources: [Int]) -> [ListGroup] {
    group(resources, by: matcher.labels.stages, values.stages, "Every stage")
  }

  func byPersona(_ resources: [Int]) -> [ListGroup] {
    group(resources, by: matcher.labels.personas, values.personas, "Every persona")
  }

  private func group(
    _ resources: [Int], by labels: NumberColumn, _ headings: [Value], _ forAll: String
  ) -> [ListGroup] {
    var named = headings.map { _ in [Int]() }
    let (others, unlabelled) = labels.sort(resources, into: &named)
    return zip(headings, named).map { ListGroup(heading: $0, resources: $1) }
      + [
        ListGroup(heading: ["label": .text(forAll)], resources: others),
        ListGroup(heading: ["label": "Not labelled yet"], resources: unlabelled),
      ]
  }
}
