// The labels of all resources as a sheet: a row a resource, a column a label. What a cell shows is what the file says, not
// what stands in for what it does not say; only an absent title is shown as the one the site shows.

package import Files
import FrontMatter
package import Library

package struct LabelSheet: Sendable {
  struct Column: Sendable {
    enum Content: Sendable { case id, file, title, text, list, day, flag }
    let name: String
    let content: Content
  }

  let columns: [Column]

  /// The columns of a library: its facets stand among the labels that every library has.
  package init(_ library: Library) {
    let facets = library.facets.map(\.id).filter { !["id", "file"].contains($0) }
    columns =
      [
        Column(name: "id", content: .id), Column(name: "file", content: .file), Column(name: "title", content: .title),
        Column(name: "summary", content: .text), Column(name: "type", content: .text),
        Column(name: "personas", content: .list), Column(name: "stages", content: .list),
      ] + facets.map { Column(name: $0, content: .list) }
      + [
        Column(name: "owner", content: .text), Column(name: "audience", content: .text),
        Column(name: "status", content: .text), Column(name: "reviewed", content: .day),
        Column(name: "review_every", content: .text), Column(name: "publish", content: .day),
        Column(name: "expires", content: .day), Column(name: "use_when", content: .text),
        Column(name: "say", content: .text), Column(name: "share", content: .text),
        Column(name: "lang", content: .text),
        Column(name: "keywords", content: .list), Column(name: "featured", content: .flag),
      ]
  }

  /// The sheet as a CSV file, and why resources are left out of it.
  package func export(_ library: Library, in folder: Folder) throws(FileFailure) -> (csv: String, leftOut: [String]) {
    var csv = CSV.mark + CSV.line(columns.map(\.name))
    var leftOut: [String] = []
    for resource in library.resources {
      let bytes = try folder.read(resource.file)
      do throws(LabelEditRefusal) {
        let source = try LabelSource(bytes, file: resource.file)
        csv += CSV.line(columns.map { SheetCell.protected(cell($0, of: resource, source)) })
      } catch {
        leftOut.append(error.description)
      }
    }
    return (csv, leftOut)
  }

  /// What a column shows of a resource.
  func cell(_ column: Column, of resource: Resource, _ source: LabelSource) -> String {
    switch column.content {
    case .id: return resource.id
    case .file: return resource.file
    case .title where source.labels[column.name] == nil: return resource.title
    case .list: return SheetCell.joined(source.items(column.name))
    case .title, .text, .day, .flag:
      return SheetCell.onOneLine(source.labels[column.name]?.value.text ?? "")
    }
  }
}

extension LabelSource {
  /// The texts of a list as labels are read: each on one line, without empty ones. A single text is a list of one.
  func items(_ name: String) -> [String] {
    guard let value = labels[name]?.value else { return [] }
    let values: [WrittenLabels.Value] = if case .list(let items) = value.content { items } else { [value] }
    return values.compactMap(\.text).map(SheetCell.onOneLine).filter { !$0.isEmpty }
  }
}
