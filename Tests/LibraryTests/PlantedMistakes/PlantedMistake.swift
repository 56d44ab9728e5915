// A sound library with one thing changed.

import Library
import Testing

struct PlantedMistake: Sendable, CustomTestStringConvertible {
  /// "… is reported where it stands".
  var name: String
  var rule: String
  /// Below content/; nil for a file that is taken away.
  var files: [String: String?]
  /// "file:line:column: severity: message [rule] help: …", files below content/.
  var reports: [String]

  init(_ name: String, _ rule: String, _ files: [String: String?], reports: [String]) {
    self.name = name
    self.rule = rule
    self.files = files
    self.reports = reports
  }

  static let all = labels + values + names + links + files + reading

  var testDescription: String { "\(rule): \(name)" }

  /// The ROI sheet with more labels.
  static func labels(_ lines: String) -> String { TestLibrary.roi.changing("type:", to: lines + "\ntype:") }

  /// The ROI sheet with another text in place of "Much.", on line 14.
  static func text(_ text: String) -> String { TestLibrary.roi.changing("Much.", to: text) }

  func library() throws -> TestLibrary {
    let library = try TestLibrary()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      if let text { try library.write("content/" + path, text) } else { library.delete("content/" + path) }
    }
    return library
  }
}
