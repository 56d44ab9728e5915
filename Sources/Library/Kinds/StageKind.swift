// Stages: content/stages/ID.md.

import Diagnostics

package struct StageKind: Kind {
  package let folder = "stages"
  package let noun = "a stage"
  package let example = ["title: Decision", "summary: Somebody has to sign", "order: 3"]
  static let crmFields = ["lifecycle_stage", "lead_status", "opp_stage"]
  package let isRequired = true

  package init() {}

  package func read(_ page: inout PageReader, in context: LoadContext) -> StageEntry {
    let title = page.title()
    let summary = page.requiredSummary()
    let order = page.labels.integer("order", in: 0...1_000)
    page.labels.require("order", example: "order: 1")
    let aliases = page.labels.texts("aliases", limit: context.library.site.limits.aliasCount, setting: "max_aliases")
    let next = page.labels.texts("next")
    let crmValues = readCRMValues(&page.labels)
    let stage = Stage(
      id: page.file.id, file: page.file.path, title: title.value, summary: summary, order: order?.value ?? .max,
      aliases: aliases.map(\.value), buyerAsks: page.labels.text("buyer_asks")?.value, next: [],
      team: page.labels.team("team", in: context.names),
      exitCriteria: page.labels.texts("exit_criteria").map(\.value),
      crmValues: crmValues.map { ($0.field, $0.values.map(\.value)) }, body: page.body)
    return StageEntry(
      stage: stage, order: order, next: next, nextPlace: page.labels.place(of: "next"), crmValues: crmValues,
      aliases: aliases, titlePlace: title.range)
  }

  private func readCRMValues(_ labels: inout LabelReader) -> [(field: String, values: [Located<String>])] {
    labels.group("crm_values", of: "'crm_values'") { group in
      Self.crmFields.compactMap { field in
        let values = group.texts(field)
        return values.isEmpty ? nil : (field, values)
      }
    } ?? []
  }

  package func add(_ pages: [Loaded<StageEntry>], to library: inout Library, report: inout Findings) {
    var entries = pages.compactMap { page in
      page.file.hasUsableID ? page.entry.map { (file: page.file, entry: $0) } : nil
    }
    entries.sort { ($0.entry.stage.order, $0.file.id) < ($1.entry.stage.order, $1.file.id) }
    checkUniqueness(entries, report: &report)
    let names = NameTable(entries.map(\.entry.stage))
    for index in entries.indices { resolveNext(of: &entries[index], names, report: &report) }
    library.stages = entries.map(\.entry.stage)
    library.redirects += Redirect.ofAliases(kind: folder, library.stages)
    Rule.checkJourney(library.stages, places: entries.map(\.entry), report: &report)
  }

  private func checkUniqueness(_ entries: [(file: ContentFile, entry: StageEntry)], report: inout Findings) {
    var orders: [Int: String] = [:]
    var crmOwners: [String: String] = [:]
    var names = NameOwners()
    for (file, entry) in entries {
      if let order = entry.order {
        if let other = orders[order.value] {
          report.add(
            .invalidValue(
              "the order \(order.value) is already that of '\(other)'", in: file.path, at: order.range,
              help: "give each stage a number of its own"))
        }
        orders[order.value] = orders[order.value] ?? file.id
      }
      for (field, values) in entry.crmValues {
        for value in values {
          let name = field + ":" + NameTable.folded(value.value)
          if let other = crmOwners[name], other != file.id {
            report.add(.sharedCRMValue(value.value, of: field, with: other, in: file.path, at: value.range))
          }
          crmOwners[name] = crmOwners[name] ?? file.id
        }
      }
      names.add(file, title: Located(entry.stage.title, entry.titlePlace), entry.aliases, report: &report)
    }
  }

  private func resolveNext(
    of entry: inout (file: ContentFile, entry: StageEntry), _ stages: NameTable, report: inout Findings
  ) {
    for name in entry.entry.next {
      guard let index = stages.index(of: name.value) else {
        entry.entry.hasUnreadableNext = true
        report.add(
          .unknownStage(name.value, known: stages.ids, in: entry.file.path, at: name.range),
          replacement: stages.suggestion(for: name.value))
        continue
      }
      if !entry.entry.stage.next.contains(index) { entry.entry.stage.next.append(index) }
    }
  }
}

/// A stage with the places of what is compared with others.
package struct StageEntry: Sendable {
  var stage: Stage
  var order: Located<Int>?
  var next: [Located<String>]
  var nextPlace: ByteRange
  var hasUnreadableNext = false
  var crmValues: [(field: String, values: [Located<String>])]
  var aliases: [Located<String>]
  var titlePlace: ByteRange
}
