// Which resource took the place of which, and which old names lead where. Drafts neither replace anything nor give an
// old name a page, since they have none themselves.

import Diagnostics

struct Succession {
  private let kind: String
  private let entries: [ResourceEntry]
  /// The old ids that lead on, with who claims them.
  private var claims: [String: String] = [:]
  /// For each replaced resource that still has its file, the id of what replaces it.
  private(set) var successors: [String: String] = [:]

  /// Of `entries`, which are in the order of their ids.
  init(kind: String, _ entries: [ResourceEntry], report: inout Findings) {
    self.kind = kind
    self.entries = entries
    for entry in entries { add(entry, report: &report) }
    findLoops(report: &report)
  }

  private mutating func add(_ entry: ResourceEntry, report: inout Findings) {
    let resource = entry.resource
    for alias in entry.notes.aliases {
      if entries.index(ofID: alias.value) != nil {
        report.add(
          .pathClash(
            "'\(alias.value)' cannot be an old name of this file: another file has that name", in: resource.file,
            at: alias.range, help: "remove it from 'aliases', or say 'replaces' if this resource takes its place"))
      } else {
        claim(alias, for: resource, report: &report)
      }
    }
    for replaced in entry.notes.replaces {
      guard entries.index(ofID: replaced.value) != nil else {
        if claims[replaced.value] != resource.id { claim(replaced, for: resource, report: &report) }
        continue
      }
      guard resource.status != .draft else { continue }
      if let other = successors[replaced.value] {
        report.add(
          .invalidValue(
            "'\(replaced.value)' is already replaced by '\(other)'", in: resource.file, at: replaced.range,
            help: "let one of the two replace it, and the other replace that one"))
      } else {
        successors[replaced.value] = resource.id
      }
    }
  }

  private mutating func claim(_ old: Located<String>, for resource: Resource, report: inout Findings) {
    if let other = claims[old.value] {
      report.add(
        .pathClash(
          "the old name '\(old.value)' already leads to '\(other)'", in: resource.file, at: old.range,
          help: "keep it in one of the two"))
    } else if resource.status != .draft {
      claims[old.value] = resource.id
    }
  }

  /// Reports resources that replace each other in a circle, and breaks the circle.
  private mutating func findLoops(report: inout Findings) {
    guard !successors.isEmpty else { return }
    var settled = Set<String>()
    for entry in entries {
      var trail: [String] = []
      var onTrail = Set<String>()
      var id = entry.resource.id
      while let next = successors[id], settled.insert(id).inserted {
        trail.append(id)
        onTrail.insert(id)
        guard onTrail.contains(next) else {
          id = next
          continue
        }
        // `id` is replaced by `next`, which it replaces itself, perhaps by way of others.
        successors[id] = nil
        guard let index = entries.index(ofID: next) else { break }
        let place = entries[index].notes.replaces.first { $0.value == id }?.range
        report.add(
          .invalidValue(
            id == next ? "'\(id)' replaces itself" : "'\(next)' and '\(id)' replace each other",
            in: entries[index].resource.file, at: place ?? .start, help: "remove '\(id)' here, or '\(next)' there"))
        break
      }
    }
  }

  /// Old ids by name, each leading to what is valid now.
  var redirects: [Redirect] {
    claims.keys.sorted().map { Redirect(kind: kind, from: $0, to: latest(claims[$0] ?? $0)) }
  }

  /// What took a resource's place in the end.
  private func latest(_ id: String) -> String {
    var latest = id
    while let next = successors[latest] { latest = next }  // loops are broken before
    return latest
  }
}
