// An inventory: a sheet in which somebody has listed what there is. A row becomes a resource; columns are known by the
// names that people give them, and a column nobody knows is kept under a name of its own.

import Diagnostics
import Files
import FrontMatter
import Library

extension Importer {
  /// What columns are called, in small letters.
  private static let columnNames: [(label: String, names: [String])] = [
    ("id", ["id", "slug"]),
    (
      "title",
      ["title", "name", "asset", "asset name", "asset title", "document", "document name", "resource", "content"]
    ),
    (
      "link",
      ["link", "url", "address", "location", "href", "path", "file", "file name", "filename", "asset link", "web link"]
    ),
    ("type", ["type", "asset type", "content type", "format", "kind", "document type", "resource type"]),
    (
      "personas",
      ["personas", "persona", "buyer persona", "buyer personas", "buyer", "target persona", "role", "for whom"]
    ),
    ("stages", ["stages", "stage", "funnel stage", "buyer stage", "buying stage", "sales stage", "journey stage"]),
    ("summary", ["summary", "description", "abstract", "about"]),
    ("owner", ["owner", "content owner", "responsible"]),
    ("reviewed", ["reviewed", "last reviewed", "review date"]),
    ("audience", ["audience"]), ("status", ["status"]), ("keywords", ["keywords", "tags"]),
    ("share", ["share", "share link", "public link"]), ("use_when", ["use_when", "use when"]), ("say", ["say"]),
    ("publish", ["publish"]), ("expires", ["expires", "expiry", "expiry date"]), ("lang", ["lang", "language"]),
    ("featured", ["featured"]), ("review_every", ["review_every"]),
  ]

  /// What an import of the inventory would do, or why it is none.
  package mutating func planInventory(_ csv: CSV) -> Result<ImportPlan, SheetMistake> {
    if let mistake = csv.mistake { return .failure(mistake) }
    let header = csv.rows[0]
    guard header.cells.count <= SheetPlan.mostColumns else {
      return .failure(.tooWide(header))
    }
    let columns = header.cells.map(column)
    guard columns.contains("title") || columns.contains("link") else {
      return .failure(
        SheetMistake(
          row: header.number,
          "no column is called 'title' or 'link'; there are: \(header.cells.joined(separator: ", "))",
          help: "name the columns in the first row"))
    }
    for (index, name) in columns.enumerated() where columns[..<index].contains(name) {
      return .failure(
        SheetMistake(
          row: header.number, column: header.cells[index], "two columns mean '\(name)'",
          help: "rename or delete one of them"))
    }
    for (cell, name) in zip(header.cells, columns) where name.hasPrefix("x-") {
      note("column '\(cell)'", "is no label of the library; kept as '\(name)'")
    }
    let tree = SourceTree(linkedFiles(csv, columns))
    var attachments = Attachments(tree, [], &self)
    var drafts: [Draft] = []
    for row in csv.rows.dropFirst() {
      if let draft = resource(row, columns, tree, &attachments) { drafts.append(draft) }
    }
    for index in drafts.indices { settleLabels(&drafts[index]) }
    for draft in drafts { finish(draft) }
    noteSetAside()
    plan.copies = attachments.copies
    return .success(plan)
  }

  /// The files beside the inventory that its links name.
  private func linkedFiles(_ csv: CSV, _ columns: [String]) -> [FoundFile] {
    guard let column = columns.firstIndex(of: "link") else { return [] }
    return csv.rows.dropFirst().compactMap { row in
      let link = row.cells.indices.contains(column) ? SheetCell.trimmed(SheetCell.unprotected(row.cells[column])) : ""
      let path = link.replacing("\\", with: "/")
      guard !path.isEmpty, !path.hasPrefix("/"), !path.split(separator: "/").contains(".."), source.has(path) else {
        return nil
      }
      return FoundFile(path: path, kind: .file, byteCount: 0)
    }
  }

  /// The label that a column is about; a facet by its id or its label.
  private func column(_ cell: String) -> String {
    let name = NameTable.folded(SheetCell.trimmed(cell)).replacing("_", with: " ")
    if let known = Self.columnNames.first(where: { $0.names.contains { $0.replacing("_", with: " ") == name } }) {
      return known.label
    }
    if let facet = NameTable(library.facets).index(of: name) { return library.facets[facet].id }
    if let facet = library.facets.first(where: { $0.id == name + "s" }) { return facet.id }
    return "x-" + (IDForm.suggestion(for: name) ?? "column")
  }

  private mutating func resource(
    _ row: CSV.Row, _ columns: [String], _ tree: SourceTree, _ attachments: inout Attachments
  ) -> Draft? {
    var cells: [(name: String, text: String)] = []
    for (name, cell) in zip(columns, row.cells) {
      let text = SheetCell.trimmed(SheetCell.unprotected(cell))
      if !text.isEmpty { cells.append((name, text)) }
    }
    let place = "row \(row.number)"
    func cell(_ name: String) -> String? { cells.first { $0.name == name }?.text }
    let link = cell("link")
    guard let title = cell("title") ?? link.map({ FileTitle.title(ofName: lastComponent($0)) }), !title.isEmpty else {
      skip(place, "neither a title nor a link")
      return nil
    }
    guard let spot = self.place(place, named: [cell("id") ?? title]) else { return nil }
    var draft = Draft(source: place, id: spot.id, path: spot.path, front: Self.empty, title: title)
    draft.changes.append(.set("title", to: .text(SheetCell.onOneLine(title))))
    if let link { draft.changes.append(attachment(link, place, tree, &attachments)) }
    var front: [LabelChange] = []
    for (name, text) in cells where !["id", "title", "link"].contains(name) {
      guard rules.isList(name) else {
        front.append(.set(name, to: .text(SheetCell.onOneLine(text))))
        continue
      }
      let (values, unknown) = listed(text, in: name)
      if !values.isEmpty { front.append(.set(name, to: .list(values))) }
      guard !unknown.isEmpty else { continue }
      front.append(.set("x-" + name, to: .text(SheetCell.onOneLine(text))))
      note(place, "\(unknown.map { "'\($0)'" }.joined(separator: ", ")) is no value of '\(name)'; kept as 'x-\(name)'")
    }
    if cell("summary") == nil { front.append(.set("summary", to: .text("todo"))) }
    draft.front = (try? LabelEditor.edited(draft.front, file: draft.path, front)) ?? draft.front
    return draft
  }

  /// The values that the library knows, and what it does not know, in a cell that may separate them in any way.
  private func listed(_ text: String, in name: String) -> (values: [String], unknown: [String]) {
    let table: NameTable?
    switch name {
    case "personas": table = NameTable(library.personas)
    case "stages": table = NameTable(library.stages)
    default: table = library.facets.first { $0.id == name }.map { NameTable($0.values) }
    }
    guard let table else { return (Array(SheetCell.items(text.replacing(",", with: ";")).prefix(12)), []) }
    var values: [String] = []
    var unknown: [String] = []
    func add(_ part: String) {
      if let index = table.index(of: part) {
        if !values.contains(table.ids[index]) { values.append(table.ids[index]) }
      } else if part.lowercased() == "all", name == "personas" || name == "stages" {
        values.append("all")
      } else {
        unknown.append(part)
      }
    }
    for item in SheetCell.items(text) {
      // "Consideration / Decision", but not what is one name with a comma or slash in it.
      let parts = item.split { ",/|".contains($0) }.map { SheetCell.trimmed(String($0)) }.filter { !$0.isEmpty }
      if table.index(of: item) != nil || parts.count < 2 { add(item) } else { parts.forEach(add) }
    }
    return values.contains("all") && values.count > 1 ? ([], values + unknown) : (values, unknown)
  }

  /// An address, or a file beside the inventory; anything else is kept as it is.
  private mutating func attachment(
    _ link: String, _ row: String, _ tree: SourceTree, _ attachments: inout Attachments
  ) -> LabelChange {
    if WebAddress.host(of: link) != nil { return .set("files", to: .list([link])) }
    if let file = tree.resolve(link, from: ""), attachments.reasonAgainst(file, self) == nil {
      let path = attachments.bring(file, &self)
      return .set("files", to: .list([RelativePath.path(from: root, to: path)]))
    }
    note(row, "'\(link)' is neither an address from 'https://' on nor a file beside the inventory; kept as 'x-link'")
    return .set("x-link", to: .text(SheetCell.onOneLine(link)))
  }
}
