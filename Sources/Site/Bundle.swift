// The scripts that a kind of page runs, joined into one file: a page then asks for one script instead of eight, and the
// file packs better. In templates/ each idea has a file of its own. The engine stands first where it is needed: what
// follows it then packs together, gzip sees 32 KB at a time.

/// What a page runs, as files of `templates/` in the order in which they run.
enum Bundle: String, CaseIterable {
  /// Freshness and the "/" key: every page that has nothing of its own.
  case page
  /// Pages with counts that dates can change.
  case counts
  case finder, lead, resource, publish

  var scripts: [String] {
    switch self {
    case .page: ["page.js"]
    case .counts: ["page.js", "load.js", "counts.js"]
    case .finder:
      ["search.js", "page.js", "load.js", "state.js", "mail.js", "results.js", "counts.js", "finder.js"]
    case .lead: ["search.js", "lead-reader.js", "page.js", "load.js", "state.js", "mail.js", "results.js", "lead.js"]
    case .resource: ["page.js", "state.js", "mail.js", "resource.js"]
    case .publish: ["page.js", "state.js", "mail.js", "labels.js", "publish.js"]
    }
  }
}
