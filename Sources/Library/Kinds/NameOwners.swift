// Titles and aliases of personas, and of stages, name one of them each; reports a name that two have.

import Diagnostics

struct NameOwners {
  private var owners: [String: String] = [:]

  mutating func add(
    _ file: ContentFile, title: Located<String>, _ aliases: [Located<String>], report: inout Findings
  ) {
    for name in [Located(file.id, .start), title] + aliases {
      let folded = NameTable.folded(name.value)
      if let other = owners[folded], other != file.id {
        report.add(
          .invalidValue(
            "\(quoted(name.value)) already names '\(other)'", in: file.path, at: name.range,
            help: "keep it in one of the two"))
      } else {
        owners[folded] = file.id
      }
    }
  }
}
