// The values of a request, taken label by label and held against the library's words. As forgiving as labels are: an id,
// a label or another name, in any case; what is written into the file is the id.

import Diagnostics
import FrontMatter
import Library

struct RequestedValues {
  let library: Library
  let names: Names
  var mistakes: [RequestMistake] = []
  private let values: [(label: String, value: String)]
  private var taken: Set<String> = []

  init(_ values: [(label: String, value: String)], library: Library) {
    self.values = values
    self.library = library
    names = Names(library)
  }

  private mutating func all(_ label: String) -> [String] {
    taken.insert(label)
    return values.filter { $0.label == label }.map { Self.onOneLine($0.value) }.filter { !$0.isEmpty }
  }

  static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// One text, as it was typed.
  mutating func text(_ label: String, limit: Int = .max) -> String? {
    guard let text = all(label).last else { return nil }
    if text.count > limit {
      mistakes.append(
        RequestMistake(
          message: "\(Self.option(label)) has \(text.count) characters, \(limit) are allowed",
          help: "shorten it to \(limit)"))
    }
    return text
  }

  /// One text, as it is written after its label.
  mutating func line(_ label: String, limit: Int = .max) -> String? {
    text(label, limit: limit).map { LabelText.written($0, in: .line) }
  }

  /// Texts, separated by commas, as a list in brackets.
  mutating func texts(_ label: String) -> String? {
    let texts = list(label)
    return texts.isEmpty ? nil : Self.list(texts)
  }

  /// Texts, separated by commas.
  mutating func list(_ label: String) -> [String] { all(label).flatMap(Self.parts) }

  /// One of a few words.
  mutating func choice(_ label: String, of words: [String]) -> String? {
    guard let value = all(label).last else { return nil }
    if let word = words.first(where: { $0 == value.lowercased() }) { return word }
    unknown(value, noun: "a value of \(Self.option(label))", words, words.closest(to: value))
    return nil
  }

  /// A day such as 2026-03-01.
  mutating func day(_ label: String) -> String? {
    guard let value = all(label).last else { return nil }
    if let day = Day(value) { return day.iso }
    mistakes.append(
      RequestMistake(message: "'\(value)' is not a day of the calendar", help: "write it as 2026-03-01"))
    return nil
  }

  /// The ids that were named, as a list in brackets.
  mutating func ids(_ label: String, of table: NameTable, noun: String, words: [String] = []) -> String? {
    var ids: [String] = []
    for value in all(label) {
      // A name may hold a comma.
      for part in table.index(of: value) == nil ? Self.parts(value) : [value] {
        if words.contains(part.lowercased()) {
          ids.append(part.lowercased())
        } else if let id = id(part, of: table, noun: noun, label: label) {
          ids.append(id)
        }
      }
    }
    if let word = ids.first(where: words.contains) {
      if ids.count > 1 {
        mistakes.append(
          RequestMistake(message: "'\(word)' stands alone, or not at all", help: "write \(Self.option(label)) \(word)"))
      }
      return word == "todo" ? word : "[\(word)]"
    }
    var seen: Set<String> = []
    ids = ids.filter { seen.insert($0).inserted }
    return ids.isEmpty ? nil : Self.list(ids)
  }

  mutating func id(_ label: String, of table: NameTable, noun: String, allowingTodo: Bool = false) -> String? {
    guard let value = all(label).last else { return nil }
    if allowingTodo, value.lowercased() == "todo" { return "todo" }
    return id(value, of: table, noun: noun, label: label)
  }

  /// A person or a team.
  mutating func owner(_ label: String) -> String? {
    guard let value = all(label).last else { return nil }
    switch names.owner(value) {
    case .person(let index): return library.people[index].id
    case .team(let index): return library.teams[index].id
    case nil:
      let known = names.people.ids + names.teams.ids
      unknown(
        value, noun: "a person or a team", known,
        names.people.suggestion(for: value) ?? names.teams.suggestion(for: value))
      return nil
    }
  }

  mutating func number(_ label: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = all(label).last else { return nil }
    if let number = Int(value), range.contains(number) { return number }
    mistakes.append(
      RequestMistake(
        message: "'\(value)' is no number for \(Self.option(label))",
        help: "write a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  private mutating func id(_ value: String, of table: NameTable, noun: String, label: String) -> String? {
    if let index = table.index(of: value) { return table.ids[index] }
    unknown(value, noun: noun, table.ids, table.suggestion(for: value) ?? bearer(of: value, label))
    return nil
  }

  /// The persona that has such a job title.
  private func bearer(of title: String, _ label: String) -> String? {
    guard label == "personas" else { return nil }
    let title = NameTable.folded(title)
    return library.personas.first { $0.jobTitles.contains { NameTable.folded($0) == title } }?.id
  }

  private mutating func unknown(
    _ value: String, noun: String, _ known: [String], _ suggestion: String?
  ) {
    let meant = suggestion.map { "did you mean '\($0)'? " } ?? ""
    let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? "…" : "")
    mistakes.append(
      RequestMistake(
        message: "'\(value)' is not \(noun)",
        help: known.isEmpty ? "the library has none yet" : meant + "use one of: \(shown)"))
  }

  /// Reports what no label of this kind has taken.
  mutating func reportUnread(of kind: NewKind) {
    var reported: Set<String> = []
    for (label, _) in values where !taken.contains(label) && reported.insert(label).inserted {
      let options = taken.map(Self.option).sorted()
      let meant = options.closest(to: Self.option(label)).map { "did you mean '\($0)'?" }
      mistakes.append(
        RequestMistake(
          message: "a \(kind.rawValue) has no '\(Self.option(label))'",
          help: meant ?? "use one of: \(options.joined(separator: ", "))"))
    }
  }

  /// "use_when" as it is typed: "--use-when".
  static func option(_ label: String) -> String { "--" + label.replacing("_", with: "-") }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map { LabelText.written($0, in: .brackets) }.joined(separator: ", ") + "]"
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { onOneLine(String($0)) }.filter { !$0.isEmpty }
  }
}
