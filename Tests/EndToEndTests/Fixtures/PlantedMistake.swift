// One mistake in an otherwise sound library, with the place where it must be reported: a ▲ in the text of its file, or
// a place said apart. Most can stand in one library side by side; the tables are in PlantedMistakes+….swift.

import Foundation
import TestSupport
import Testing

struct PlantedMistake: Sendable, CustomTestStringConvertible {
  /// A problem as `check --format json` tells it.
  struct Report: Hashable, Comparable, Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    let column: Int
    let rule: String

    var description: String { "\(file):\(line):\(column) [\(rule)]" }

    static func < (left: Report, right: Report) -> Bool {
      (left.file, left.line, left.column, left.rule) < (right.file, right.line, right.column, right.rule)
    }
  }

  let rule: String
  /// Files to add or replace, marked; nil takes the file away.
  var files: [String: String?]
  /// Files that are not text.
  var binaries: [String: [UInt8]] = [:]
  /// Symbolic links, by name, with where they lead.
  var links: [String: String] = [:]
  /// Where it is reported, for a mistake without a ▲.
  var place: Place?

  struct Place: Sendable {
    let file: String
    let line: Int
    let column: Int

    /// Without a line: the file as a whole.
    init(_ file: String, _ line: Int = 1, _ column: Int = 1) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  var testDescription: String { rule }

  init(
    _ rule: String, _ files: [String: String?], binaries: [String: [UInt8]] = [:], links: [String: String] = [:],
    at place: Place? = nil
  ) {
    self.rule = rule
    self.files = files
    self.binaries = binaries
    self.links = links
    self.place = place
  }

  /// A resource with the mistake in its labels or its text; without a ▲ the resource as a whole is reported. `labels`
  /// replace those of a sound one, or are added.
  init(
    _ rule: String, resource labels: [String] = [], body: String = "Some text.\n", with others: [String: String] = [:]
  ) {
    let file = "content/resources/planted/\(Self.name(rule, labels, body)).md"
    var files: [String: String?] = [file: Self.resource(rule, labels, body)]
    for (name, text) in others { files[name] = text }
    let isMarked = (labels + [body]).contains { $0.contains("▲") }
    self.init(rule, files, at: isMarked ? nil : Place(file))
  }

  /// Where it must be reported; more than one ▲ means more than one problem.
  var reports: [Report] {
    if let place { return [Report(file: place.file, line: place.line, column: place.column, rule: rule)] }
    return files.sorted { $0.key < $1.key }.flatMap { name, text in
      text.map { Self.places(in: $0).map { Report(file: name, line: $0.line, column: $0.column, rule: rule) } } ?? []
    }
  }

  /// The resource with the mistake, as its page is called; nil where no resource could have a page for it.
  var id: String? {
    let file = reports.first?.file ?? ""
    guard file.hasPrefix("content/resources/planted/"), !file.contains(" "), links.isEmpty else { return nil }
    return String(file.dropFirst("content/resources/planted/".count).dropLast(".md".count))
  }

  /// True where `--hold-back` publishes the resource without what is wrong with it, rather than hold it back.
  var isMended: Bool {
    switch rule {
    case "label-syntax", "audience-leak", "duplicate-id", "id-form", "not-utf8", "too-deep", "too-large": false
    // These tables leave the resource without a single type, stage…
    case "unknown-type", "unknown-stage", "missing-label": false
    default: true
    }
  }

  /// Spoils a library.
  func plant(in folder: TemporaryFolder) throws {
    for (name, text) in files {
      if let text { try folder.write(name, MarkedText(text).text) } else { try folder.remove(name) }
    }
    for (name, bytes) in binaries { try folder.write(name, bytes) }
    for (name, target) in links { try folder.link(name, to: target) }
  }

  private static func places(in marked: String) -> [(line: Int, column: Int)] {
    let text = MarkedText(marked)
    return text.offsets.map { offset in
      let before = text.bytes[..<offset]
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return (before.count { $0 == UInt8(ascii: "\n") } + 1, offset - start + 1)
    }
  }

  /// A file name that tells the rule and is the same on every run.
  private static func name(_ rule: String, _ labels: [String], _ body: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in (labels.joined() + body).utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return rule + "-" + String(hash, radix: 36)
  }

  private static func resource(_ rule: String, _ labels: [String], _ body: String) -> String {
    let name = name(rule, labels, body)
    var lines = [
      "title: Planted \(name)", "summary: A resource with one mistake, planted by a test.", "type: one-pager",
      "personas: [cfo]", "stages: [decision]", "reviewed: 2026-02-01", "industries: [retail]",
    ]
    for label in labels {
      let name = label.replacing("▲", with: "").prefix { $0 != ":" }
      if let index = lines.firstIndex(where: { $0.hasPrefix(name + ":") }) {
        lines[index] = label
      } else {
        lines.append(label)
      }
    }
    lines.removeAll { $0.hasSuffix(":") && !$0.contains("▲") && !$0.hasPrefix("x-") }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n" + body
  }
}
