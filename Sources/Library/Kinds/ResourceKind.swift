// Resources: content/resources/**/ID.md. What their labels are and what stands in for those that are absent; how the
// larger ones are read stands in the files beside this one.

import Diagnostics

package struct ResourceKind: Kind {
  package let folder = "resources"
  package let noun = "a resource"
  package let example = ["type: one-pager", "personas: [cfo]", "stages: [decision]"]

  /// All labels a resource can have, facets apart.
  static let labelNames = [
    "type", "personas", "stages", "title", "summary", "owner", "reviewed", "audience", "status", "use_when", "say",
    "share",
    "lang", "files", "publish", "expires", "review_every", "replaces", "aliases", "related", "snippet", "keywords",
    "featured",
  ]

  package init() {}

  package func read(_ page: inout PageReader, in context: LoadContext) -> ResourceEntry {
    let library = context.library
    let type = readType(&page.labels, context)
    let settled = type.flatMap { $0 }.map { library.types[$0] }
    let title = page.title()
    let file = page.file.path
    let personas = readChoice("personas", of: context.names.personas, &page.labels) { name, range in
      guard !context.hasUnreadable(name, kind: "personas") else { return nil }
      return .unknownPersona(name, known: context.names.personas.ids, in: file, at: range)
    }
    let stages = readChoice("stages", of: context.names.stages, &page.labels) { name, range in
      guard !context.hasUnreadable(name, kind: "stages") else { return nil }
      return .unknownStage(name, known: context.names.stages.ids, in: file, at: range)
    }
    let status = page.labels.choice("status", of: Status.self)
    var draft = ResourceDraft(
      resource: Resource(
        id: page.file.id, file: page.file.path, title: title.value, summary: page.summary(), type: type.flatMap { $0 },
        personas: personas ?? .todo, stages: stages ?? .todo, facets: readFacets(&page.labels, context),
        owner: page.labels.owner("owner", in: context.names) ?? settled?.owner ?? library.owner,
        audience: readAudience(&page.labels) ?? settled?.audience ?? .internal,
        status: status ?? .approved,
        reviewed: nil, reviewEvery: page.labels.period("review_every") ?? settled?.reviewEvery,
        publish: nil, expires: nil,
        useWhen: page.labels.text("use_when", limit: 160)?.value, say: page.labels.text("say", limit: 300)?.value,
        share: page.labels.publicAddress("share", baseURL: library.site.baseURL)?.value,
        language: page.labels.language("lang"), files: [], snippet: nil,
        keywords: page.labels.texts("keywords", limit: 12).map(\.value),
        isFeatured: page.labels.flag("featured") ?? false, replaces: [], replacedBy: nil, aliases: [], related: [],
        contentHash: page.contentHash, body: page.body))
    draft.places.title = title.range
    draft.isUsable = type != nil && personas != nil && stages != nil
    readDates(into: &draft, &page.labels)
    readNamesOfOthers(into: &draft, &page.labels)
    page.takeAttachments("files")
    readSnippet(into: &draft, &page)
    checkRequired(of: settled, draft.resource, &page.labels, context)
    page.labels.reportUnread()
    settleOnTheSafeSide(&draft, page.labels, understoodStatus: status != nil)
    return ResourceEntry(draft)
  }

  /// Outer nil: none that could be used; inner nil: `todo`.
  private func readType(_ labels: inout LabelReader, _ context: LoadContext) -> Int?? {
    guard let text = labels.text("type") else {
      labels.require("type", example: "type: \(context.names.types.ids.first ?? "one-pager")")
      return nil
    }
    if text.value.lowercased() == "todo" {
      labels.add(.todo("type", in: labels.file, at: text.range))
      return .some(nil)
    }
    guard let index = context.names.types.index(of: text.value) else {
      labels.add(
        .unknownType(text.value, known: context.names.types.ids, in: labels.file, at: text.range),
        replacement: context.names.types.suggestion(for: text.value))
      return nil
    }
    return index
  }

  /// Personas or stages: names, or `all` alone, or `todo`. Nil where none could be used.
  private func readChoice(
    _ name: String, of table: NameTable, _ labels: inout LabelReader,
    unknown: (String, _ at: ByteRange) -> Problem?
  ) -> Labels? {
    let texts = labels.texts(name)
    guard let first = texts.first else {
      labels.require(name, example: "\(name): [\(table.ids.first ?? "todo")]")
      return nil
    }
    if let word = texts.first(where: { ["all", "todo"].contains($0.value.lowercased()) }) {
      guard texts.count == 1 else {
        labels.add(
          .invalidValue(
            "'\(word.value)' stands alone, or not at all", in: labels.file, at: word.range,
            help: "write \(name): [\(word.value)], or leave '\(word.value)' out"))
        return nil
      }
      if word.value.lowercased() == "todo" {
        labels.add(.todo(name, in: labels.file, at: first.range))
        return .todo
      }
      labels.add(.tooBroad(name, count: nil, in: labels.file, at: first.range))
      return .all
    }
    let indices = labels.names(texts, in: table, unknown: unknown)
    if indices.count > Rule.broadestNamed {
      labels.add(.tooBroad(name, count: indices.count, in: labels.file, at: labels.place(of: name)))
    }
    return indices.isEmpty ? nil : .named(indices.sorted())
  }

  private func readFacets(_ labels: inout LabelReader, _ context: LoadContext) -> [[Int]] {
    let file = labels.file
    return context.names.values.enumerated().map { index, table in
      let facet = context.names.facets.ids[index]
      return labels.names(facet, in: table) { name, range in
        .unknownValue(name, of: facet, known: table.ids, in: file, at: range)
      }.sorted()
    }
  }

  /// An audience that could not be understood is `internal`: the type's own might be `external`.
  private func readAudience(_ labels: inout LabelReader) -> Audience? {
    labels.choice("audience", of: Audience.self) ?? (labels.isWritten("audience") ? .internal : nil)
  }

  private func readDates(into draft: inout ResourceDraft, _ labels: inout LabelReader) {
    let reviewed = labels.day("reviewed")
    let publish = labels.day("publish")
    let expires = labels.day("expires")
    draft.places.reviewed = reviewed?.range
    draft.places.expires = expires?.range
    draft.places.start = labels.start
    draft.hasReviewed = labels.isWritten("reviewed") || !labels.isWhole
    draft.resource.reviewed = reviewed?.value
    draft.resource.publish = publish?.value
    draft.resource.expires = expires?.value
    if let publish, let expires, expires.value < publish.value {
      labels.add(
        .invalidValue(
          "this resource expires on \(expires.value.iso), before it is published on \(publish.value.iso)",
          in: labels.file, at: expires.range, help: "write a later day"))
      draft.resource.expires = nil
    }
  }

  /// Other resources: what this one replaces, its own old names, and what goes with it.
  private func readNamesOfOthers(into draft: inout ResourceDraft, _ labels: inout LabelReader) {
    draft.replaces = labels.ids("replaces", notNaming: draft.resource.id)
    draft.aliases = labels.ids("aliases", notNaming: draft.resource.id)
    draft.related = labels.texts("related", limit: 8)
    draft.resource.replaces = draft.replaces.map(\.value)
    draft.resource.aliases = draft.aliases.map(\.value)
  }

  private func checkRequired(
    of type: ResourceType?, _ resource: Resource, _ labels: inout LabelReader, _ context: LoadContext
  ) {
    guard let type else { return }
    for name in type.require where !labels.isWritten(name) {
      let facet = context.names.facets.index(of: name)
      let example = facet.flatMap { context.names.values[$0].ids.first }.map { "[\($0)]" } ?? "…"
      labels.require(
        name,
        orElse: .missingTypeLabel(
          name, type: type.id, example: "\(name): \(example)", in: labels.file, at: labels.start))
    }
  }

  /// A label that decides who may see the resource, and that could not be understood, is taken to say the safe thing.
  private func settleOnTheSafeSide(
    _ draft: inout ResourceDraft, _ labels: LabelReader, understoodStatus: Bool
  ) {
    if labels.mistypedLabels.contains("reviewed") { draft.hasReviewed = true }
    if labels.mistypedLabels.contains("audience") { draft.resource.audience = .internal }
    // "aproved" can only be a slip for what is published anyway; "draf" must not be.
    let isSlip = labels.written("status").map { Status.allCases.map(\.rawValue).closest(to: $0) == "approved" } ?? false
    let isLost = !understoodStatus && labels.isWritten("status") && !isSlip
    draft.hasUncertainStatus = isLost || labels.mistypedLabels.contains("status")
  }

  package func visibility(of entry: ResourceEntry) -> Visibility {
    Visibility(audience: entry.resource.audience, status: entry.resource.status)
  }
}
