// Job titles of a CRM export that no persona covers, the most frequent first: what to add to a persona's `job_titles`.

import Authoring
import Diagnostics
import Library
import Search

enum JobTitleList {
  /// Names under which CRMs export the column, the surest first.
  private static let columnNames = [
    "job title", "jobtitle", "title", "jobbezeichnung", "fonction", "cargo", "puesto", "position", "titel", "role",
  ]

  /// Which column holds job titles: one of a known name, else the only one whose name ends in "title", as in
  /// "Contact: Title".
  private static func column(in header: [String]) -> Int? {
    let names = header.map { name in
      name.lowercased().filter { $0 != "\u{FEFF}" }.split { $0 == " " || $0 == "_" || $0 == ":" || $0 == "." }
    }
    let whole = names.map { $0.joined(separator: " ") }
    if let known = columnNames.lazy.compactMap({ whole.firstIndex(of: $0) }).first { return known }
    let ending = names.indices.filter { names[$0].last == "title" || names[$0].last == "jobtitle" }
    return ending.count == 1 ? ending[0] : nil
  }

  static func report(
    _ bytes: [UInt8], file: String, _ reader: LeadReader, isJSON: Bool, _ terminal: Terminal
  ) -> ExitStatus {
    let rows = CSV(bytes).rows.map(\.cells)
    guard let header = rows.first else {
      terminal.printError("error: '\(printable(file))' is empty\n")
      return .mistakes
    }
    let named = column(in: header)
    guard let column = named ?? (header.count == 1 ? 0 : nil) else {
      terminal.printError(
        "error: '\(printable(file))' has no column 'Job Title'; its columns are: \(printable(header.joined(separator: ", ")))\n"
      )
      terminal.printError("  help: rename the column that holds job titles to 'Job Title'\n")
      return .mistakes
    }
    var counts: [String: Int] = [:]
    for row in rows.dropFirst(named == nil ? 0 : 1) where row.indices.contains(column) {
      let title = row[column].split(separator: " ").joined(separator: " ")
      if !title.isEmpty { counts[title, default: 0] += 1 }
    }
    let total = counts.values.reduce(0, +)
    counts = counts.filter { reader.persona(titled: $0.key) == nil }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let covered = total - ordered.reduce(0) { $0 + $1.value }
    if isJSON {
      let items = ordered.map { "{\"title\": \(jsonString($0.key)), \"count\": \($0.value)}" }
      terminal.print(
        "{\n  \"covered\": \(covered),\n  \"notCovered\": \(total - covered),\n  \"titles\": \(Asking.list(items))\n}\n"
      )
    } else {
      terminal.print(ordered.map { "\($0.value)\t\(printable($0.key))\n" }.joined())
      terminal.printError(
        "\(grouped(covered)) of \(counted(total, "job title")) \(total == 1 ? "has" : "have") a persona\n")
    }
    return .success
  }
}
