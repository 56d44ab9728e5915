// A label nobody reads: usually a slip, and then the value is lost in silence.

package import Diagnostics

extension Rule {
  package static let unknownLabel = Rule(
    "unknown-label", .error,
    explanation: """
      A label stands in a file, or in library.yml, that Shelfmark does not know there. Most often its name is mistyped, \
      and then what it says would be lost without anybody noticing: an expiry date that never takes effect, an audience \
      that is not kept.

      The help names the label that was probably meant. A label that is only for your own use may begin with 'x-'; such \
      labels are never read and never reported.

          personnas: [cfo]          write: personas: [cfo]
          campaign: spring-2026     write: x-campaign: spring-2026
      """)
}

extension Problem {
  /// `owner`: what the label stands in, such as "a resource".
  static func unknownLabel(_ name: String, of owner: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .unknownLabel, in: file, at: range, "\(quoted(name)) is not a label of \(owner)",
      help: "remove it, or call it \(quoted("x-" + name)) to keep it for your own use"
        + (owner == "a resource" ? "; for a new way to sort, add it under 'facets' in content/library.yml" : ""))
  }
}
