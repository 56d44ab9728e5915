// Job titles of a CRM export that no persona covers, the most frequent first: what to add to a persona's `job_titles`.

import Authoring
import Diagnostics
import Library
import Search

enum JobTitleList {
  /// Names under which CRMs export the column.
  private static let columnNames = ["job title", "jobtitle", "title", "position", "role"]

  static func report(
    _ bytes: [UInt8], file: String, _ reader: LeadReader, isJSON: Bool, _ terminal: Terminal
  ) -> ExitStatus {
    let rows = CSV(bytes).rows.map(\.cells)
    guard let header = rows.first else {
      terminal.printError("error: '\(printable(file))' is empty\n")
      return .mistakes
    }
    let names = header.map { $0.lowercased().filter { $0 != "_" && $0 != "\u{FEFF}" } }
    let named = columnNames.lazy.compactMap { name in
      names.firstIndex { $0.split(separator: " ").joined(separator: " ") == name }
    }.first
    guard let column = named ?? (header.count == 1 ? 0 : nil) else {
      terminal.printError(
        "error: '\(printable(file))' has no column 'Job Title'; its columns are: \(printable(header.joined(separator: ", ")))\n"
      )
      terminal.printError("  help: rename the column that holds job titles to 'Job Title'\n")
      return .mistakes
    }
    var counts: [String: Int] = [:]
    var covered = 0
    for row in rows.dropFirst(named == nil ? 0 : 1) where row.indices.contains(column) {
      let title = row[column].split(separator: " ").joined(separator: " ")
      guard !title.isEmpty else { continue }
      if reader.persona(titled: title) != nil { covered += 1 } else { counts[title, default: 0] += 1 }
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let uncovered = ordered.reduce(0) { $0 + $1.value }
    if isJSON {
      let items = ordered.map { "{\"title\": \(jsonString($0.key)), \"count\": \($0.value)}" }
      terminal.print(
        "{\n  \"covered\": \(covered),\n  \"notCovered\": \(uncovered),\n  \"titles\": \(Asking.list(items))\n}\n")
    } else {
      terminal.print(ordered.map { "\($0.value)\t\(printable($0.key))\n" }.joined())
      terminal.printError("\(grouped(covered)) of \(counted(covered + uncovered, "job title")) have a persona\n")
    }
    return .success
  }
}
