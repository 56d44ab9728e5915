// `snippet`: a few lines to paste into an e-mail, with placeholders that the salesperson's browser fills.

import Diagnostics
import FrontMatter

/// What can stand between "{{" and "}}" in a snippet.
package enum SnippetPlaceholder: String, Sendable, CaseIterable {
  case firstName = "first_name"
  case company, sender, link
}

extension ResourceKind {
  static let longestSnippet = 800

  func readSnippet(into entry: inout ResourceEntry, _ labels: inout LabelReader) {
    guard let snippet = labels.lines("snippet", limit: Self.longestSnippet) else { return }
    entry.places.snippet = snippet.range
    guard entry.resource.audience == .external else {
      labels.add(
        .invalidValue(
          "a snippet is for prospects, and this resource is internal", in: labels.file, at: snippet.range,
          help: "remove the snippet, or write: audience: external"))
      return
    }
    let checked = checkPlaceholders(in: snippet, &labels)
    if checked.usesLink, entry.resource.share == nil, !labels.isWritten("share"), entry.files.isEmpty {
      labels.add(.missingShare(in: labels.file, at: snippet.range))
    }
    entry.resource.snippet = checked.text
  }

  /// The snippet with its placeholders as "{{name}}", without blanks in them; nil where one is unknown.
  private func checkPlaceholders(
    in snippet: Located<String>, _ labels: inout LabelReader
  ) -> (text: String?, usesLink: Bool) {
    var text = ""
    var usesLink = false
    var isSound = true
    var rest = snippet.value[...]
    while let opening = rest.range(ofText: "{{") {
      text += rest[..<opening.lowerBound]
      let inner = rest[opening.upperBound...]
      guard let closing = inner.range(ofText: "}}") else {
        labels.add(
          .invalidValue(
            "a placeholder begins with '{{' and is never closed", in: labels.file, at: snippet.range,
            help: "write '}}' after its name"))
        return (nil, usesLink)
      }
      let name = inner[..<closing.lowerBound].trimmingBlanks()
      rest = inner[closing.upperBound...]
      guard let placeholder = SnippetPlaceholder(rawValue: name.lowercased()) else {
        let known = SnippetPlaceholder.allCases.map(\.rawValue)
        let meant = known.closest(to: name).map { "did you mean {{\($0)}}?" }
        labels.add(
          .invalidValue(
            "\(quoted("{{" + name + "}}")) is not a placeholder", in: labels.file, at: snippet.range,
            help: meant ?? "use one of: \(known.map { "{{\($0)}}" }.joined(separator: " "))"))
        isSound = false
        continue
      }
      usesLink = usesLink || placeholder == .link
      text += "{{\(placeholder.rawValue)}}"
    }
    return (isSound ? text + rest : nil, usesLink)
  }
}

extension Substring {
  /// Where an ASCII text first stands.
  fileprivate func range(ofText text: StaticString) -> Range<Index>? {
    let wanted = Array(text.description.utf8)
    var start = utf8.startIndex
    while let found = utf8[start...].firstIndex(of: wanted[0]) {
      let end = utf8.index(found, offsetBy: wanted.count, limitedBy: utf8.endIndex)
      guard let end else { return nil }
      if utf8[found..<end].elementsEqual(wanted) { return found..<end }
      start = utf8.index(after: found)
    }
    return nil
  }

  fileprivate func trimmingBlanks() -> String {
    let start = drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
