// A report as headings, sentences, tables and lists, so that each report says what it has to say once, and this file
// alone knows how that looks in a terminal and in Markdown.

package import Diagnostics

package struct ReportPage: Sendable {
  package enum Part: Sendable {
    case heading(String)
    case sentence(String)
    case table(ReportTable)
    case list([String])
    /// Lines to paste into a terminal.
    case commands([String])
  }

  package var title: String
  package var parts: [Part] = []
  /// The same for scripts.
  package var json: JSONText

  package init(_ title: String, json: JSONText = .null) {
    self.title = title
    self.json = json
  }

  package mutating func add(_ part: Part) { parts.append(part) }

  /// For a terminal.
  package func text(usesColor: Bool) -> String {
    func bold(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    var result = bold(printable(title)) + "\n"
    var followsHeading = false
    for part in parts {
      defer { if case .heading = part { followsHeading = true } else { followsHeading = false } }
      switch part {
      case .heading(let text): result += "\n" + bold(printable(text)) + "\n"
      case .sentence(let text): result += printable(text).wrapped() + "\n"
      case .table(let table): result += (followsHeading ? "" : "\n") + table.text(bold: bold)
      case .list(let items): result += items.map { "  - \(printable($0).wrapped(indent: 4))\n" }.joined()
      case .commands(let lines): result += lines.map { "    \(printable($0))\n" }.joined()
      }
    }
    return result
  }

  /// For a comment or a page of a git host.
  package func markdown() -> String {
    var result = "## \(Diagnostics.markdown(title))\n"
    for part in parts {
      switch part {
      case .heading(let text): result += "\n### \(Diagnostics.markdown(text))\n"
      case .sentence(let text): result += "\n\(Diagnostics.markdown(text))\n"
      case .table(let table): result += "\n" + table.markdown()
      case .list(let items): result += "\n" + items.map { "- \(Diagnostics.markdown($0))\n" }.joined()
      case .commands(let lines): result += "\n```sh\n" + lines.map { printable($0) + "\n" }.joined() + "```\n"
      }
    }
    return result
  }
}

/// Rows of cells under headings.
package struct ReportTable: Sendable {
  package struct Column: Sendable {
    var title: String
    var isNumber: Bool
    /// So many columns of a terminal at most.
    var widest: Int

    package init(_ title: String, isNumber: Bool = false, widest: Int = 60) {
      self.title = title
      self.isNumber = isNumber
      self.widest = widest
    }
  }

  package var columns: [Column]
  package var rows: [[String]]

  package init(_ columns: [Column], _ rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  func text(bold: (String) -> String) -> String {
    let head = columns.map { printable($0.title) }
    let cells = rows.map { row in zip(row, columns).map { printable($0).clipped(to: $1.widest) } }
    let widths = columns.indices.map { column in
      ([head] + cells).map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { $1.padded(to: widths[$0], isNumber: columns[$0].isNumber) }
      let line = padded.joined(separator: "  ")
      return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
    }
    return bold(line(head)) + "\n" + cells.map { line($0) + "\n" }.joined()
  }

  func markdown() -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(columns.map { Diagnostics.markdown($0.title) }) + line(columns.map { $0.isNumber ? "---:" : "---" })
      + rows.map { line($0.map(Diagnostics.markdown)) }.joined()
  }
}
