// Which labels an import may decide, by rules that a person gave: on the command line, or in a file that maps folders,
// words and the names of others to labels. A rule is only taken if the library accepts what it sets.

package import Diagnostics
import FrontMatter
package import Library

package struct ImportRules: Sendable {
  /// Labels and their values; a text is a list of one.
  typealias Setting = (name: String, values: [String])

  /// By path below the source, most specific last.
  private(set) var folders: [(path: [String], settings: [Setting])] = []
  private(set) var words: [(words: [String], written: String, settings: [Setting])] = []
  /// Their labels and ours, theirs in small letters.
  private(set) var names: [String: String] = ["description": "summary", "tags": "keywords"]
  private(set) var skipped: [[String]] = []
  /// For whatever nothing else decides.
  private var defaults: [Setting] = []

  private let lists: Set<String>
  private let known: Set<String>
  private let check: ResourceCheck

  package init(_ library: Library, _ check: ResourceCheck) {
    let columns = LabelSheet(library).columns.filter { $0.content != .id && $0.content != .file }
    lists = Set(columns.filter { $0.content == .list }.map(\.name))
    known = Set(columns.map(\.name))
    self.check = check
  }

  /// True for a label that holds a list.
  func isList(_ name: String) -> Bool { lists.contains(name) }

  /// True for a label that rules can set.
  func knows(_ name: String) -> Bool { known.contains(name) }

  // MARK: Giving rules

  /// A rule for everything, such as ("type", "battlecard"); the library's objection where it has one.
  package mutating func add(default name: String, _ text: String) -> Problem? {
    let values =
      lists.contains(name)
      ? text.split(whereSeparator: { ",;".contains($0) }).map { SheetCell.trimmed(String($0)) } : [text]
    if let problem = mistake(in: (name, values)) { return problem }
    defaults.append((name, values))
    return nil
  }

  /// The rules of a file.
  package mutating func add(contentsOf bytes: [UInt8], file: String) -> Problems {
    var report = Problems()
    let labels = WrittenLabels.inWholeFile(of: bytes, file: file, report: &report)
    for entry in labels.entries {
      switch entry.name {
      case "folders":
        for (name, settings) in groups(entry, file, &report) { folders.append((Self.parts(name), settings)) }
        folders.sort { $0.path.count < $1.path.count }
      case "words":
        for (name, settings) in groups(entry, file, &report) { words.append((Self.words(name), name, settings)) }
      case "names":
        for name in group(entry, file, &report) {
          guard let ours = name.value.text, known.contains(ours) else {
            let meant = name.value.text.flatMap { known.sorted().closest(to: $0) }.map { "did you mean '\($0)'?" }
            report.add(
              Problem(
                .unknownLabel, in: file, at: name.value.range, "this is not a label of a resource",
                help: meant ?? "write the name of ours behind theirs, such as: description: summary"))
            continue
          }
          names[name.name.lowercased()] = ours
        }
      case "skip":
        let items: [WrittenLabels.Value] =
          if case .list(let items) = entry.value.content { items } else { [entry.value] }
        skipped += items.compactMap(\.text).map(Self.parts)
      default:
        let known = ["folders", "words", "names", "skip"]
        let meant = known.closest(to: entry.name).map { "did you mean '\($0)'?" }
        report.add(
          Problem(
            .unknownLabel, in: file, at: entry.nameRange, "'\(entry.name)' means nothing here",
            help: meant ?? "use one of: \(known.joined(separator: ", "))"))
      }
    }
    return report
  }

  private func group(
    _ entry: WrittenLabels.Entry, _ file: String, _ report: inout Problems
  ) -> [WrittenLabels.Entry] {
    switch entry.value.content {
    case .group(let labels): return labels.entries
    case .absent, .unreadable: return []
    default:
      report.add(
        Problem(
          .invalidValue, in: file, at: entry.value.range, "'\(entry.name)' is a group of labels",
          help: "write, indented below it, a name and what it means, as docs/import.md shows"))
      return []
    }
  }

  /// The entries of 'folders' or 'words', each with the labels it sets.
  private func groups(
    _ entry: WrittenLabels.Entry, _ file: String, _ report: inout Problems
  ) -> [(name: String, settings: [Setting])] {
    group(entry, file, &report).map { rule in
      (
        rule.name,
        group(rule, file, &report).compactMap { label in
          let items: [WrittenLabels.Value] =
            if case .list(let items) = label.value.content { items } else { [label.value] }
          let setting = (label.name, items.compactMap(\.text))
          guard let problem = mistake(in: setting) else { return setting }
          let isName = problem.rule == .unknownLabel
          report.add(
            Problem(
              problem.rule, in: file, at: isName ? label.nameRange : label.value.range, problem.message,
              help: problem.help))
          return nil
        }
      )
    }
  }

  /// What the library would say of a resource with this label.
  private func mistake(in setting: Setting) -> Problem? {
    var changes: [LabelChange] = ["type", "personas", "stages"].map { .set($0, to: .text("todo")) }
    changes.append(.set(setting.name, to: value(setting)))
    let path = "content/resources/rule.md"
    guard let bytes = try? LabelEditor.edited(Array("---\n---\n# Title\n".utf8), file: path, changes) else {
      return nil
    }
    return check.problems(of: bytes, at: path).first { $0.severity == .error }
  }

  func value(_ setting: Setting) -> LabelSetting {
    lists.contains(setting.name) || setting.values.count != 1 ? .list(setting.values) : .text(setting.values[0])
  }

  // MARK: Deciding

  func skips(_ path: String) -> Bool {
    let parts = Self.parts(path)
    return skipped.contains { !$0.isEmpty && parts.starts(with: $0) }
  }

  /// What the rules say of something at a path with a title. Lists are put together from all rules that apply; of texts,
  /// the most specific folder's, then what all words agree on. What they do not agree on is left open, and told.
  func decide(path: String, title: String) -> (settings: [Setting], conflicts: [String]) {
    let parts = Self.parts(path)
    let tokens = Self.words(title) + [""] + Self.words(IDForm.withoutExtension(path))
    var byName: [String: [[String]]] = [:]
    var order: [String] = []
    func add(_ setting: Setting, replacing: Bool) {
      if byName[setting.name] == nil { order.append(setting.name) }
      if replacing, !lists.contains(setting.name) { byName[setting.name] = [] }
      byName[setting.name, default: []].append(setting.values)
    }
    for rule in folders where parts.dropLast().starts(with: rule.path) {
      for setting in rule.settings { add(setting, replacing: true) }
    }
    let ofFolders = Set(byName.keys)
    for rule in words where Self.contains(tokens, rule.words) {
      for setting in rule.settings where lists.contains(setting.name) || !ofFolders.contains(setting.name) {
        add(setting, replacing: false)
      }
    }
    for setting in defaults where byName[setting.name] == nil { add(setting, replacing: true) }
    var settings: [Setting] = []
    var conflicts: [String] = []
    for name in order {
      let all = byName[name] ?? []
      if lists.contains(name) {
        var values: [String] = []
        for value in all.joined() where !values.contains(value) { values.append(value) }
        if values.count > 1, values.contains("all") || values.contains("todo") {
          conflicts.append(name)
        } else if !values.isEmpty {
          settings.append((name, values))
        }
      } else if let first = all.first {
        if all.allSatisfy({ $0 == first }) { settings.append((name, first)) } else { conflicts.append(name) }
      }
    }
    return (settings, conflicts)
  }

  private static func parts(_ path: String) -> [String] { path.lowercased().split(separator: "/").map(String.init) }

  /// The letters and digits of a text, word by word, in small letters.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
    guard !phrase.isEmpty, words.count >= phrase.count else { return false }
    return (0...words.count - phrase.count).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }
}
