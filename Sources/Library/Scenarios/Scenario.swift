// What typical leads must see: content/scenarios.yml. Here it is read; whether it holds is for who can match, so the
// check itself is in Search.
//
//     A finance director asks what it costs:
//       title: VP, Finance
//       lifecycle: Opportunity
//       objections: [price]
//       expect: [roi-sheet]

import Diagnostics
import Files
import FrontMatter

/// A lead as a CRM would give it, and the resources that must be among the first three for it.
package struct Scenario: Sendable {
  package static let path = "content/scenarios.yml"
  /// So many resources does a salesperson look at.
  package static let shownCount = 3

  /// The author's words, such as "A finance director asks what it costs".
  package var name: String
  /// In the order below, those that are given.
  package var fields: [(name: String, value: Located<String>)]
  package var facets: [(facet: String, values: [Located<String>])]
  package var sent: [Located<String>]
  /// Ids of resources.
  package var expected: [Located<String>]

  /// As the lead page calls them, and `words` for a question to the finder.
  package static let fieldNames = ["title", "persona", "stage", "lifecycle", "lead_status", "opp_stage", "words"]

  package subscript(field: String) -> String? { fields.first { $0.name == field }?.value.value }
}

extension Loader {
  /// Reads the scenarios, if there are any. After all resources have been read.
  mutating func readScenarios(_ library: inout Library, _ tree: ContentTree) {
    guard tree.isFile(Scenario.path) else { return }
    let reader = FileReader(folder: folder, context: LoadContext(library: Library(), tree: tree))
    guard let bytes = reader.bytes(of: Scenario.path, report: &findings) else { return }
    var problems = Problems()
    let written = WrittenLabels.inWholeFile(of: bytes, file: Scenario.path, report: &problems)
    findings.add(contentsOf: problems)
    var ids = Dictionary(library.resources.map { ($0.id, $0.id) }) { first, _ in first }
    for redirect in library.redirects where redirect.kind == ResourceKind().folder {
      ids[redirect.from] = ids[redirect.from] ?? redirect.to
    }
    for entry in written.entries where !entry.name.hasPrefix("x-") {
      switch entry.value.content {
      case .group(let labels):
        var reader = LabelReader(labels, of: "a scenario", file: Scenario.path, start: entry.nameRange)
        if let scenario = read(entry.name, &reader, library.facets.map(\.id), ids) {
          library.scenarios.append(scenario)
        }
        findings.add(reader.findings)
      case .unreadable: continue
      default:
        findings.add(
          .invalidValue(
            "a scenario is a group of labels, not \(entry.value.content.isList ? "a list" : "a text")",
            in: Scenario.path, at: entry.nameRange,
            help: "write under it, two spaces further in, lines such as: title: VP Finance, and: expect: [roi-sheet]"))
      }
    }
  }

  /// Nil without anything to expect.
  private func read(
    _ name: String, _ labels: inout LabelReader, _ facets: [String], _ ids: [String: String]
  ) -> Scenario? {
    let fields = Scenario.fieldNames.compactMap { field in labels.text(field).map { (field, $0) } }
    let values = facets.compactMap { facet in
      let texts = labels.texts(facet)
      return texts.isEmpty ? nil : (facet, texts)
    }
    let sent = known(labels.texts("sent"), ids, &labels)
    labels.require("expect", example: "expect: [roi-sheet]")
    let expected = known(labels.texts("expect", limit: Scenario.shownCount), ids, &labels)
    labels.reportUnread()
    guard !expected.isEmpty else { return nil }
    return Scenario(name: name, fields: fields, facets: values, sent: sent, expected: expected)
  }

  /// The resources that texts name, by their ids of today; an unknown one is reported.
  private func known(
    _ texts: [Located<String>], _ ids: [String: String], _ labels: inout LabelReader
  ) -> [Located<String>] {
    texts.compactMap { text in
      if let id = ids[text.value] ?? ids[text.value.lowercased()] { return Located(id, text.range) }
      labels.add(
        .unknownResource(text.value, in: Scenario.path, at: text.range),
        replacement: labels.mayGuess() ? ids.keys.sorted().closest(to: text.value) : nil)
      return nil
    }
  }
}

extension WrittenLabels.Content {
  fileprivate var isList: Bool {
    if case .list = self { return true }
    return false
  }
}
