// content/library.yml: the words of one company. Here is what stands at its top level and how its parts depend on each
// other; the parts are read in the files beside this one.

import Diagnostics
import FrontMatter

/// Reads library.yml into an otherwise empty library.
package struct LibrarySettings {
  static let path = "content/library.yml"
  /// All rules whose severity can be set.
  let rules: [Rule]

  func read(_ labels: inout LabelReader) -> Library {
    var library = Library()
    library.site = labels.group("site", of: "'site'", readSite) ?? SiteSettings()
    library.teams = readTeams(&labels)
    var names = Names(library)
    library.people = readPeople(&labels, names)
    names = Names(library)
    library.owner = labels.owner("owner", in: names)
    library.facets = readFacets(&labels)
    names = Names(library)
    library.types = readTypes(&labels, names)
    library.weights = labels.group("weights", of: "'weights'", readWeights) ?? Weights()
    library.titleWords = TitleWords.completed(readTitleWords(&labels))
    library.ruleSeverities = readSeverities(&labels)
    return library
  }

  private func readSite(_ labels: inout LabelReader) -> SiteSettings {
    var site = SiteSettings()
    site.title = labels.text("title")?.value ?? site.title
    site.description = labels.text("description")?.value ?? site.description
    site.language = labels.language("language") ?? site.language
    site.baseURL = readBaseURL(&labels)
    site.editURL = readEditURL(&labels)
    site.isIndexed = labels.flag("index") ?? site.isIndexed
    site.limits = labels.limits()
    return site
  }

  private func readBaseURL(_ labels: inout LabelReader) -> String? {
    guard let address = labels.webAddress("base_url") else { return nil }
    guard !address.value.contains("?"), !address.value.contains("#") else {
      labels.add(
        .invalidValue(
          "'base_url' has more than a path", in: labels.file, at: address.range,
          help: "write the address of the site's home page, without what follows '?' or '#'"))
      return nil
    }
    return address.value.hasSuffix("/") ? address.value : address.value + "/"
  }

  private func readEditURL(_ labels: inout LabelReader) -> String? {
    guard let text = labels.text("edit_url") else { return nil }
    let parts = text.value.split(separator: "{path}", omittingEmptySubsequences: false)
    if parts.count == 2, WebAddress.host(of: parts.joined(separator: "path")) != nil { return text.value }
    labels.add(
      .invalidValue(
        "'edit_url' is not an address with '{path}' in it", in: labels.file, at: text.range,
        help: "write the address on which your git host edits a file, with {path} for the file, such as: "
          + "edit_url: https://git.example.com/library/edit/main/{path}"))
    return nil
  }

  private func readWeights(_ labels: inout LabelReader) -> Weights {
    var weights = Weights()
    func read(_ name: String, _ path: WritableKeyPath<Weights, Int>) {
      weights[keyPath: path] = labels.integer(name, in: -1_000...1_000)?.value ?? weights[keyPath: path]
    }
    read("persona", \.persona)
    read("persona_all", \.personaAll)
    read("stage", \.stage)
    read("stage_all", \.stageAll)
    read("stage_next", \.stageNext)
    read("words", \.words)
    read("featured", \.featured)
    read("overdue", \.overdue)
    read("sent", \.sent)
    return weights
  }

  private func readTitleWords(_ labels: inout LabelReader) -> [(short: String, long: String)] {
    labels.entries("title_words").compactMap { entry in
      guard let long = entry.value.text, !long.isEmpty else {
        if case .unreadable = entry.value.content { return nil }
        labels.add(
          .invalidValue(
            "'\(entry.name)' is not spelled out", in: labels.file, at: entry.nameRange,
            help: "write the short form and what it stands for, such as: VP: Vice President"))
        return nil
      }
      return (entry.name.lowercased(), long.lowercased())
    }
  }

  private func readSeverities(_ labels: inout LabelReader) -> [String: Severity] {
    let entries = labels.entries("rules")
    let groups = entries.map { WrittenLabels([$0]) }
    var result: [String: Severity] = [:]
    for (entry, group) in zip(entries, groups) {
      guard let rule = rules.first(where: { $0.name == entry.name }) else {
        labels.add(
          Problem(
            .unknownLabel, in: labels.file, at: entry.nameRange, "\(quoted(entry.name)) is not a rule",
            help: "'shelfmark explain' lists the rules"),
          replacement: labels.mayGuess() ? rules.lazy.map(\.name).closest(to: entry.name) : nil)
        continue
      }
      let severity = labels.group(group, of: "'rules'") { $0.choice(entry.name, of: Severity.self) }
      guard let severity else { continue }
      if rule.isFixed, severity != rule.severity {
        labels.add(
          .invalidValue(
            "the rule '\(rule.name)' is always an error: it keeps what is internal or harmful off the site",
            in: labels.file, at: entry.value.range, help: "remove this line"))
      } else {
        result[rule.name] = severity
      }
    }
    return result
  }
}
