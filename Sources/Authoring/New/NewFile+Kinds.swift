// What stands in a new resource, persona or stage: its labels in the order in which people fill them in, each with what
// it may hold, and a first line of text. Labels that are not needed stand there as comments.

import FrontMatter
import Library

/// Labels, one below the other.
private struct LabelLines {
  private(set) var text = "---\n"

  mutating func add(_ label: String, _ value: String?) {
    text += value.map { "\(label): \($0)\n" } ?? "\(label):\n"
  }

  /// A label that is only shown, unless it has a value.
  mutating func offer(_ label: String, _ value: String?, example: String) {
    if let value { add(label, value) } else { text += "# \(label): \(example)\n" }
  }

  mutating func note(_ note: String) { text += "# \(note)\n" }

  /// "# one of: cfo, it-lead", over as many lines as it takes.
  mutating func choice(_ lead: String, _ ids: [String], orElse none: String) {
    guard !ids.isEmpty else { return note(none) }
    var line = "# " + lead
    let shown = ids.prefix(60)
    for (index, id) in shown.enumerated() {
      let word = index < shown.count - 1 || ids.count > shown.count ? id + "," : id
      if line.count + word.count >= 100 {
        text += line + "\n"
        line = "#  "
      }
      line += " " + word
    }
    if ids.count > shown.count { line += " and \(ids.count - shown.count) more: see content/library.yml" }
    text += line + "\n"
  }

  func ended(_ body: String) -> String { text + "---\n\n" + body + "\n" }
}

extension NewFile {
  static func resource(_ id: String, _ values: inout RequestedValues, today: Day) -> String {
    let names = values.names
    let type = values.id("type", of: names.types, noun: "a type", allowingTodo: true)
    let known = type.flatMap { names.types.index(of: $0) }.map { values.library.types[$0] }
    var lines = LabelLines()
    lines.add("title", values.line("title") ?? title(id))
    lines.note("20 to 200 characters: what it is, and what it is good for")
    lines.add("summary", values.line("summary") ?? "todo")
    lines.choice("one of:", names.types.ids, orElse: "first name a type under 'types' in content/library.yml")
    lines.add("type", type ?? "todo")
    lines.choice("all, or some of:", names.personas.ids, orElse: "first make a persona: shelfmark new persona cfo")
    lines.add(
      "personas", values.ids("personas", of: names.personas, noun: "a persona", words: ["all", "todo"]) ?? "todo")
    lines.choice("all, or some of:", names.stages.ids, orElse: "first make a stage: shelfmark new stage decision")
    lines.add("stages", values.ids("stages", of: names.stages, noun: "a stage", words: ["all", "todo"]) ?? "todo")
    let facets = values.library.facets.indices.map { index in
      let facet = values.library.facets[index]
      return (
        facet.id, values.ids(facet.id, of: names.values[index], noun: "one of the \(facet.id)"), names.values[index]
      )
    }
    let required = known?.require ?? []
    for (facet, value, table) in facets where value != nil || required.contains(facet) {
      lines.choice("some of:", table.ids, orElse: "first name its values in content/library.yml")
      lines.add(facet, value)
    }
    let owner = values.owner("owner")
    lines.choice("whom to ask, one of:", names.people.ids + names.teams.ids, orElse: "a person or a team")
    lines.offer("owner", owner, example: Self.defaultOwner(known, values.library) ?? "…")
    lines.note("a draft is not published; when somebody has read it: approved, with the day")
    lines.add("status", values.choice("status", of: Status.allCases.map(\.rawValue)) ?? Status.draft.rawValue)
    lines.offer("reviewed", values.day("reviewed"), example: today.iso)
    lines.note("as you need them:")
    let audience = (known?.audience ?? .internal).rawValue
    lines.offer("audience", values.choice("audience", of: Audience.allCases.map(\.rawValue)), example: audience)
    lines.offer("use_when", values.line("use_when", limit: 160), example: "The situation in which it helps.")
    lines.offer("say", values.line("say", limit: 300), example: "A sentence to speak.")
    lines.offer("share", values.line("share"), example: "https://… where a prospect can open it")
    lines.offer("files", values.texts("files"), example: "[a file beside this one.pdf]")
    lines.offer("keywords", values.texts("keywords"), example: "[words that people look for]")
    for (facet, value, table) in facets where value == nil && !required.contains(facet) {
      lines.choice("\(facet): some of", table.ids, orElse: "\(facet): it has no values yet")
    }
    return lines.ended("Write here what a colleague needs, in Markdown: headings, lists, tables, links to other files.")
  }

  private static func defaultOwner(_ type: ResourceType?, _ library: Library) -> String? {
    switch type?.owner ?? library.owner {
    case .person(let index): library.people[index].id
    case .team(let index): library.teams[index].id
    case nil: library.people.first?.id ?? library.teams.first?.id
    }
  }

  static func persona(_ id: String, _ values: inout RequestedValues) -> String {
    let names = values.names
    let title = values.text("title") ?? title(id)
    checkIsNew(title, of: names.personas, noun: "persona", &values)
    var lines = LabelLines()
    lines.add("title", LabelText.written(title, in: .line))
    lines.note("20 to 200 characters: who they are, and what they want")
    lines.add("summary", values.line("summary") ?? "todo")
    lines.note("as lead lists and your CRM write them; each title belongs to one persona")
    lines.add("job_titles", jobTitles(&values, orElse: title))
    lines.note("as you need them:")
    lines.offer("aliases", values.texts("aliases"), example: "[other names]")
    lines.offer("buying_role", values.line("buying_role"), example: "Approves the budget; rarely starts it")
    lines.offer("goals", values.texts("goals"), example: "[what they want to reach]")
    lines.offer("pains", values.texts("pains"), example: "[what keeps them from it]")
    for (index, facet) in values.library.facets.enumerated() {
      let table = names.values[index]
      if let value = values.ids(facet.id, of: table, noun: "one of the \(facet.id)") {
        lines.add(facet.id, value)
      } else {
        lines.choice("\(facet.id): some of", table.ids, orElse: "\(facet.id): it has no values yet")
      }
    }
    return lines.ended("## How they talk\n\n## What to ask")
  }

  /// Without any, the persona's own title stands for them, unless it is another persona's.
  private static func jobTitles(_ values: inout RequestedValues, orElse title: String) -> String {
    let known = values.library.personas.flatMap { persona in
      persona.jobTitles.map { (NameTable.folded($0), persona.id) }
    }
    let owners = Dictionary(known) { first, _ in first }
    let given = values.list("job_titles")
    for name in given.isEmpty ? [title] : given {
      guard let owner = owners[NameTable.folded(name)] else { continue }
      values.mistakes.append(
        RequestMistake(
          message: "'\(name)' is a job title of '\(owner)' already",
          help: given.isEmpty ? "name others: --job-titles 'CFO, Finance Director'" : "keep it in one of the two"))
    }
    return given.isEmpty ? "[\(LabelText.written(title, in: .brackets))]" : RequestedValues.list(given)
  }

  static func stage(_ id: String, _ values: inout RequestedValues) -> String {
    let names = values.names
    let orders = values.library.stages.map(\.order).filter { $0 < .max }
    let title = values.text("title") ?? title(id)
    checkIsNew(title, of: names.stages, noun: "stage", &values)
    var lines = LabelLines()
    lines.add("title", LabelText.written(title, in: .line))
    lines.note("20 to 200 characters: what it is like for them")
    lines.add("summary", values.line("summary") ?? "todo")
    lines.note("each stage has a number of its own")
    let order = values.number("order", in: 0...1_000)
    if let order, orders.contains(order) {
      let owner = values.library.stages.first { $0.order == order }?.id ?? ""
      values.mistakes.append(
        RequestMistake(message: "the order \(order) is already that of '\(owner)'", help: "choose another number"))
    }
    lines.add("order", String(order ?? min(1_000, (orders.max() ?? 0) + 1)))
    lines.choice("what may come after it, some of:", names.stages.ids, orElse: "what may come after it")
    lines.add("next", values.ids("next", of: names.stages, noun: "a stage"))
    lines.note("as you need them:")
    lines.offer("aliases", values.texts("aliases"), example: "[other names]")
    lines.offer("buyer_asks", values.line("buyer_asks"), example: "Why change at all?")
    lines.choice("who looks after them, one of:", names.teams.ids, orElse: "a team")
    lines.offer("team", values.id("team", of: names.teams, noun: "a team"), example: names.teams.ids.first ?? "sales")
    lines.offer("exit_criteria", values.line("exit_criteria"), example: "How you know that they have moved on.")
    lines.note("crm_values: {lifecycle_stage: [Opportunity], lead_status: [Open Deal], opp_stage: [Contract Sent]}")
    return lines.ended("## What helps now\n\n## What hurts now\n\n## You can move on when")
  }

  private static func title(_ id: String) -> String { LibrarySettings.label(of: id) }

  private static func checkIsNew(
    _ title: String, of table: NameTable, noun: String, _ values: inout RequestedValues
  ) {
    guard let index = table.index(of: title) else { return }
    values.mistakes.append(
      RequestMistake(
        message: "'\(title)' already names the \(noun) '\(table.ids[index])'", help: "choose another with --title"))
  }
}
