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

  func readSnippet(
    of fields: ResourceFields, _ notes: inout ResourceNotes, _ page: inout PageReader
  ) -> String? {
    guard let snippet = page.labels.lines("snippet", limit: Self.longestSnippet) else { return nil }
    guard fields.audience == .external else {
      guard notes.audienceIsCertain else { return nil }  // nobody can say who may see it, which has been reported
      page.labels.add(
        .invalidValue(
          "a snippet is for prospects, and this resource is internal", in: page.file.path, at: snippet.range,
          help: "remove the snippet, or write: audience: external"))
      return nil
    }
    notes.addresses = addresses(in: snippet, page)
    let checked = checkPlaceholders(in: snippet, &page)
    let hasNothingToLink = !page.labels.isWritten("share") && !page.labels.isWritten("files")
    if checked.usesLink, hasNothingToLink {
      let place = page.place(of: "{{link}}", in: snippet.range)
      page.labels.add(.missingShare(in: page.file.path, at: place))
    }
    return checked.text
  }

  /// What looks like an address, for checks that need to know all resources.
  private func addresses(in snippet: Located<String>, _ page: PageReader) -> [Located<String>] {
    var occurrences: [Substring: Int] = [:]
    return snippet.value.split(whereSeparator: { $0.isWhitespace || "<>()[]{}\"',;".contains($0) }).compactMap { word in
      guard word.utf8.contains(UInt8(ascii: "/")) || word.utf8.contains(UInt8(ascii: ".")) else { return nil }
      let occurrence = occurrences[word, default: 0]
      occurrences[word] = occurrence + 1
      return Located(String(word), page.place(of: String(word), occurrence: occurrence, in: snippet.range))
    }
  }

  /// The snippet with its placeholders as "{{name}}", without blanks in them; nil where one is unknown.
  private func checkPlaceholders(
    in snippet: Located<String>, _ page: inout PageReader
  ) -> (text: String?, usesLink: Bool) {
    let parts = snippet.value.split(separator: "{{", omittingEmptySubsequences: false)
    var text = String(parts[0])
    var usesLink = false
    var isSound = true
    for (index, part) in parts.dropFirst().enumerated() {
      let opening = page.place(of: "{{", occurrence: index, in: snippet.range)
      guard let closing = part.firstRange(of: "}}") else {
        page.labels.add(
          .invalidValue(
            "a placeholder begins with '{{' and is never closed", in: page.file.path, at: opening,
            help: "write '}}' after its name"))
        isSound = false
        continue
      }
      let written = "{{\(part[..<closing.upperBound])"
      let name = part[..<closing.lowerBound].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard let placeholder = SnippetPlaceholder(rawValue: name.lowercased()) else {
        let isHere = opening != snippet.range
        let place = isHere ? ByteRange(Int(opening.lower), Int(opening.lower) + written.utf8.count) : opening
        page.labels.add(.unknownPlaceholder(name, in: page.file.path, at: place))
        isSound = false
        continue
      }
      usesLink = usesLink || placeholder == .link
      text += "{{\(placeholder.rawValue)}}" + part[closing.upperBound...]
    }
    return (isSound ? text : nil, usesLink)
  }
}

extension Problem {
  fileprivate static func unknownPlaceholder(_ name: String, in file: String, at range: ByteRange) -> Problem {
    let known = SnippetPlaceholder.allCases.map(\.rawValue)
    let meant = known.closest(to: name).map { "did you mean {{\($0)}}?" }
    return .invalidValue(
      "\(quoted("{{" + name + "}}")) is not a placeholder", in: file, at: range,
      help: meant ?? "use one of: \(known.map { "{{\($0)}}" }.joined(separator: " "))")
  }
}
