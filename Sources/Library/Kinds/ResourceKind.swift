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
    "share", "lang", "files", "publish", "expires", "review_every", "replaces", "aliases", "related", "snippet",
    "keywords", "featured",
  ]

  package init() {}

  package func read(_ page: inout PageReader, in context: LoadContext) -> ResourceEntry {
    let title = page.title()
    let choice = readType(&page.labels, context)
    let type = choice.index.map { context.library.types[$0] }
    let (personas, stages) = readPersonasAndStages(&page.labels, context)
    let audience = page.labels.choice("audience", of: Audience.self)
    let status = page.labels.choice("status", of: Status.self)
    let summary = page.summary()
    let facets = readFacets(&page.labels, context)
    let owner = page.labels.owner("owner", in: context.names) ?? type?.owner ?? context.library.owner
    let reviewEvery = page.labels.period("review_every") ?? type?.reviewEvery
    let useWhen = page.labels.text("use_when", limit: 160)?.value
    let say = page.labels.text("say", limit: 300)?.value
    let share = page.labels.publicAddress("share", baseURL: context.library.site.baseURL)?.value
    let language = page.labels.language("lang")
    let keywords = page.labels.texts("keywords", limit: 12).map(\.value)
    var fields = ResourceFields(
      id: page.file.id, file: page.file.path, title: title.value, summary: summary, type: choice.index,
      personas: personas ?? .todo, stages: stages ?? .todo, facets: facets, owner: owner,
      audience: audience ?? type?.audience ?? .internal, status: status ?? .approved, reviewEvery: reviewEvery,
      isFeatured: page.labels.flag("featured") ?? false, useWhen: useWhen, say: say, share: share, language: language,
      keywords: keywords, contentHash: page.contentHash, body: page.body)
    var notes = ResourceNotes()
    notes.places.start = page.labels.start
    notes.places.title = title.range
    notes.titleKey = NameTable.folded(title.value).hashValue
    notes.isUsable = choice != .unusable && personas != nil && stages != nil
    notes.audienceIsCertain = audience != nil || (type != nil && !page.labels.isWritten("audience"))
    readDates(into: &fields, &notes, &page.labels)
    readNamesOfOthers(into: &fields, &notes, &page.labels, context.library.site.limits)
    page.takeAttachments("files")
    fields.snippet = readSnippet(of: fields, &notes, &page)
    checkRequired(of: type, &page.labels, context)
    page.labels.reportUnread()
    settleOnTheSafeSide(&fields, &notes, page.labels, understood: (audience != nil, status != nil))
    return ResourceEntry(Resource(fields), notes)
  }

  private enum TypeChoice: Equatable {
    case known(Int)
    /// `todo`.
    case undecided
    case unusable

    var index: Int? {
      guard case .known(let index) = self else { return nil }
      return index
    }
  }

  private func readType(_ labels: inout LabelReader, _ context: LoadContext) -> TypeChoice {
    guard let text = labels.text("type") else {
      labels.require("type", example: "type: \(context.names.types.ids.first ?? "one-pager")")
      return .unusable
    }
    if let index = context.names.types.index(of: text.value) { return .known(index) }
    if text.value.lowercased() == "todo" {
      labels.add(.todo("type", in: labels.file, at: text.range))
      return .undecided
    }
    labels.add(
      .unknownType(text.value, known: context.names.types.ids, in: labels.file, at: text.range),
      replacement: context.names.types.suggestion(for: text.value))
    return .unusable
  }

  private func readPersonasAndStages(
    _ labels: inout LabelReader, _ context: LoadContext
  ) -> (personas: Labels?, stages: Labels?) {
    let file = labels.file
    let personas = readChoice("personas", of: context.names.personas, &labels) { name, range in
      guard !context.hasUnreadable(name, kind: "personas") else { return nil }
      let title = NameTable.folded(name)
      let bearer = context.library.personas.first { $0.jobTitles.contains { NameTable.folded($0) == title } }
      return .unknownPersona(name, known: context.names.personas.ids, bearer: bearer?.id, in: file, at: range)
    }
    let stages = readChoice("stages", of: context.names.stages, &labels) { name, range in
      guard !context.hasUnreadable(name, kind: "stages") else { return nil }
      return .unknownStage(name, known: context.names.stages.ids, in: file, at: range)
    }
    return (personas, stages)
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
    if let word = texts.first(where: { $0.value.utf8.count <= 4 && ["all", "todo"].contains($0.value.lowercased()) }) {
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
    return indices.isEmpty ? nil : .named(indices.count > 1 ? indices.sorted() : indices)
  }

  private func readFacets(_ labels: inout LabelReader, _ context: LoadContext) -> [[Int]] {
    let file = labels.file
    return context.names.values.enumerated().map { index, table in
      let facet = context.names.facets.ids[index]
      let values = labels.names(facet, in: table) { name, range in
        .unknownValue(name, of: facet, known: table.ids, in: file, at: range)
      }
      return values.count > 1 ? values.sorted() : values
    }
  }

  private func readDates(
    into fields: inout ResourceFields, _ notes: inout ResourceNotes, _ labels: inout LabelReader
  ) {
    let reviewed = labels.day("reviewed")
    let publish = labels.day("publish")
    let expires = labels.day("expires")
    notes.places.reviewed = reviewed?.range
    notes.places.expires = expires?.range
    notes.hasReviewed = labels.isWritten("reviewed") || !labels.isWhole
    fields.reviewed = reviewed?.value
    fields.publish = publish?.value
    fields.expires = expires?.value
    if let publish, let expires, expires.value < publish.value {
      labels.add(
        .invalidValue(
          "this resource expires on \(expires.value.iso), before it is published on \(publish.value.iso)",
          in: labels.file, at: expires.range, help: "write a later day"))
      fields.expires = nil
    }
  }

  /// Other resources: what this one replaces, its own old names, and what goes with it.
  private func readNamesOfOthers(
    into fields: inout ResourceFields, _ notes: inout ResourceNotes, _ labels: inout LabelReader,
    _ limits: ContentLimits
  ) {
    notes.replaces = labels.ids("replaces", notNaming: fields.id, limit: limits.aliasCount)
    notes.aliases = labels.ids("aliases", notNaming: fields.id, limit: limits.aliasCount)
    notes.related = labels.texts("related", limit: 8)
    fields.replaces = notes.replaces.map(\.value)
    fields.aliases = notes.aliases.map(\.value)
  }

  private func checkRequired(
    of type: ResourceType?, _ labels: inout LabelReader, _ context: LoadContext
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
    _ fields: inout ResourceFields, _ notes: inout ResourceNotes, _ labels: LabelReader,
    understood: (audience: Bool, status: Bool)
  ) {
    if labels.mistypedLabels.contains("reviewed") { notes.hasReviewed = true }
    let audienceIsMistyped = labels.mistypedLabels.contains("audience")
    if audienceIsMistyped || (!understood.audience && labels.isWritten("audience")) {
      fields.audience = .internal
    }
    if audienceIsMistyped || !labels.isWhole { notes.audienceIsCertain = false }
    notes.hasUncertainStatus = labels.mistypedLabels.contains("status")
    if !understood.status, labels.isWritten("status") {
      // "aproved" can only be a slip for what is published anyway; "draf" must not be.
      let meant = labels.written("status").flatMap { Status.allCases.map(\.rawValue).closest(to: $0) }
      notes.hasUncertainStatus = meant != Status.approved.rawValue
    }
  }

  package func visibility(of entry: ResourceEntry) -> Visibility {
    Visibility(
      audience: entry.resource.audience, isCertain: entry.notes.audienceIsCertain, status: entry.resource.status)
  }
}
