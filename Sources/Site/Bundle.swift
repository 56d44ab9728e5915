// The scripts that a kind of page runs, joined into one file: a page then asks for one script instead of six, and the
// file packs better. In templates/ each idea has a file of its own.

/// What a page runs, as files of `templates/` in the order in which they run.
enum Bundle: String, CaseIterable {
  /// Freshness and the "/" key: every page that has nothing of its own.
  case page
  /// Pages with counts that dates can change.
  case counts
  case finder, lead, resource

  var scripts: [String] {
    switch self {
    case .page: ["page.js"]
    case .counts: ["page.js", "load.js", "counts.js"]
    case .finder: ["page.js", "load.js", "search.js", "state.js", "mail.js", "results.js", "finder.js", "counts.js"]
    case .lead: ["page.js", "load.js", "search.js", "state.js", "mail.js", "results.js", "lead.js"]
    case .resource: ["page.js", "state.js", "mail.js", "resource.js"]
    }
  }
}

extension Theme.Asset {
  /// `scripts` one after the other, without the comments and blanks that only readers of the source need.
  static func joined(_ scripts: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for script in scripts { appendSlim(script, to: &bytes) }
    return bytes
  }

  /// Drops indentation, empty lines and lines that hold a comment alone. Lines stay lines, so an error's line can be
  /// found again; scripts in `templates/` hold no text that goes over a line's end.
  static func appendSlim(_ source: [UInt8], to bytes: inout [UInt8]) {
    var isComment = false
    for line in source.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if text.starts(with: "/*".utf8) { isComment = true }
      if isComment {
        guard let end = text.firstRange(of: "*/".utf8) else { continue }
        isComment = false
        bytes += text[end.upperBound...]
        bytes.append(UInt8(ascii: "\n"))
        continue
      }
      if text.isEmpty || text.starts(with: "//".utf8) { continue }
      bytes += text
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
