// A value that cannot be what its label asks for. The messages that many labels share are here; where only one label can
// be wrong in a certain way, its message stands with its reader.

package import Diagnostics

extension Rule {
  package static let invalidValue = Rule(
    "invalid-value", .error,
    explanation: """
      A value is not of the kind its label asks for: a word where a number is expected, a list where one text is, a text \
      that is too long for the place where it is shown, an address that a prospect cannot open. The value is not used.

      The message says what is there and what is expected.

          audience: extern          write: audience: external
          review_every: quarterly   write: review_every: 3m
          share: www.example.com    write: share: https://www.example.com
      """)
}

extension Problem {
  static func invalidValue(
    _ message: String, in file: String, at range: ByteRange, help: String? = nil
  ) -> Problem {
    Problem(.invalidValue, in: file, at: range, message, help: help)
  }

  static func tooLong(
    _ label: String, count: Int, limit: Int, unit: String = "characters", setting: String? = nil, in file: String,
    at range: ByteRange
  ) -> Problem {
    let raising = setting.map { ", or raise '\($0)' under 'site' in content/library.yml" } ?? ""
    return invalidValue(
      "'\(label)' has \(count) \(unit), \(limit) are allowed", in: file, at: range,
      help: "shorten it to \(limit)\(raising)")
  }
}
