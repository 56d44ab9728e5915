// The labels of what is imported: theirs where the library accepts them, by the rules where there are any, else 'todo'.
// What the library does not accept stays in the file under a name of its own, 'x-…', so that nothing is lost.

import Diagnostics
import FrontMatter
import Library
import Markdown

extension Importer {
  mutating func settleLabels(_ draft: inout Draft) {
    setAsideOthers(&draft)
    let decided = rules.decide(path: draft.source, title: draft.title)
    var changes = draft.changes
    let written = Set(((try? LabelSource(draft.front, file: draft.path))?.labels.entries ?? []).map(\.name))
    for setting in decided.settings where !written.contains(setting.name) {
      guard !changes.contains(where: { $0.name == setting.name }) else { continue }
      changes.append(.set(setting.name, to: rules.value(setting)))
    }
    for name in decided.conflicts where !written.contains(name) {
      note(draft.source, "'\(name)' is left open, since rules disagree")
    }
    for name in ["type", "personas", "stages"] where !written.contains(name) {
      guard !changes.contains(where: { $0.name == name }) else { continue }
      changes.append(.set(name, to: .text("todo")))
    }
    draft.changes = []
    draft.front = edited(draft.front, changes, draft)
    setAsideRefused(&draft)
    let labels = (try? LabelSource(draft.front, file: draft.path))?.labels
    let type = labels?["type"]?.value.text.flatMap { NameTable(library.types).index(of: $0) }
    let audience = labels?["audience"]?.value.text.flatMap { Audience(rawValue: $0.lowercased()) }
    draft.audience = audience ?? type.flatMap { library.types[$0].audience } ?? .internal
    draft.isDraft = labels?["status"]?.value.text?.lowercased() == Status.draft.rawValue
  }

  /// Labels that only make sense among the files of their own tree, and would be mistakes here.
  private mutating func setAsideOthers(_ draft: inout Draft) {
    guard let source = try? LabelSource(draft.front, file: draft.path) else { return }
    let names = ["aliases", "replaces", "related", "files", "snippet"].filter { source.labels[$0] != nil }
    rename(names, in: &draft)
  }

  /// What the library would report of the labels, set aside until it reports no more.
  private mutating func setAsideRefused(_ draft: inout Draft) {
    for _ in 0..<4 {
      guard let source = try? LabelSource(draft.front, file: draft.path) else { return }
      let errors = check.problems(of: draft.front + Array("# Title\n".utf8), at: draft.path).filter {
        $0.severity == .error && $0.range.lower < UInt32(clamping: source.bodyStart)
      }
      let names = source.labels.entries.filter { entry in
        errors.contains {
          entry.nameRange.lower <= $0.range.lower
            && $0.range.lower < max(entry.value.range.upper, entry.nameRange.upper)
        }
      }.map(\.name)
      guard !names.isEmpty else { return }
      for problem in errors where problem.rule != .unknownLabel {
        note(draft.source, "\(problem.message); kept under a name that begins with 'x-'")
      }
      rename(names, in: &draft)
      let missing = ["type", "personas", "stages"].filter { names.contains($0) }
      draft.front = edited(draft.front, missing.map { .set($0, to: .text("todo")) }, draft)
    }
  }

  /// Puts 'x-' before the names of labels.
  private mutating func rename(_ names: [String], in draft: inout Draft) {
    guard !names.isEmpty, let source = try? LabelSource(draft.front, file: draft.path) else { return }
    var taken = Set(source.labels.entries.map(\.name))
    var splices: [Splice] = []
    for entry in source.labels.entries where names.contains(entry.name) {
      var name = "x-" + entry.name
      while !taken.insert(name).inserted { name = "x-" + name }
      splices.append(Splice(entry.nameRange.indices, LabelText.written(name, in: .line)))
    }
    draft.front = draft.front.applying(splices) ?? draft.front
    for name in names { setAside[name, default: 0] += 1 }
  }

  /// The labels with changes; where the file's own labels stand in the way of one, on their own.
  private func edited(_ front: [UInt8], _ changes: [LabelChange], _ draft: Draft) -> [UInt8] {
    (try? LabelEditor.edited(front, file: draft.path, changes)) ?? front
  }

  /// A page for prospects may not lead to what is internal; it is internal itself, until somebody decides otherwise.
  mutating func keepInternal(_ drafts: inout [Draft], _ tree: SourceTree) {
    let bySource = Dictionary(drafts.enumerated().map { ($1.source, $0) }) { first, _ in first }
    let targets = drafts.map { draft in
      draft.links.filter { $0.target == .local }.compactMap { link in
        tree.resolve(link.destination, from: draft.source).flatMap { bySource[$0] }
      }
    }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for index in drafts.indices where drafts[index].audience == .external {
        guard let leak = targets[index].first(where: { drafts[$0].audience == .internal && $0 != index }) else {
          continue
        }
        drafts[index].audience = .internal
        drafts[index].front = edited(drafts[index].front, [.set("audience", to: .text("internal"))], drafts[index])
        note(drafts[index].source, "is internal for now, since it links to '\(drafts[leak].id)', which is")
        isSettled = false
      }
    }
  }

  mutating func finish(_ draft: Draft) {
    // Labels that are all ours are set apart by an empty line; where there were some, the text follows as it did.
    let isFresh = draft.linesAbove == 0 && draft.body.first?.isLineBreak == false
    let lineEnd = draft.front.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    let gap = isFresh ? Array(lineEnd.utf8) : []
    let labels = (try? LabelSource(draft.front, file: draft.path))?.labels
    let undecided = ["type", "personas", "stages"].filter { name in
      guard let content = labels?[name]?.value.content else { return true }
      return (content.texts ?? [labels?[name]?.value.text ?? ""]).contains { $0.lowercased() == "todo" }
    }
    plan.pages.append(
      ImportPlan.Page(
        source: draft.source, id: draft.id, path: draft.path, bytes: draft.front + gap + draft.body,
        undecided: undecided))
  }

  /// Says once for each name which labels are kept under another.
  mutating func noteSetAside() {
    for (name, count) in setAside.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let files = count == 1 ? "1 file" : "\(count) files"
      note("label '\(name)'", "is kept as 'x-\(name)' in \(files): the library has no place for it")
    }
  }
}
