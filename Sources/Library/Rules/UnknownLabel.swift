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

/// What other programs, and people, call our labels.
let otherLabelNames: [String: String] = [
  "abstract": "summary", "attachment": "files", "attachments": "files", "author": "owner", "buyer_persona": "personas",
  "buyer_stage": "stages", "category": "type", "contact": "owner", "content_type": "type", "date": "reviewed",
  "description": "summary", "download": "files", "downloads": "files", "email": "snippet", "excerpt": "summary",
  "expiry": "expires", "expiry_date": "expires", "format": "type", "funnel_stage": "stages", "headline": "title",
  "language": "lang", "last_reviewed": "reviewed", "lastmod": "reviewed", "link": "share", "name": "title",
  "phase": "stages", "published": "publish", "review_date": "reviewed", "see_also": "related", "state": "status",
  "subtitle": "summary", "supersedes": "replaces", "tag": "keywords", "tags": "keywords", "talk_track": "say",
  "topics": "keywords", "updated": "reviewed", "url": "share", "valid_until": "expires", "visibility": "audience",
]

extension Problem {
  /// `owner`: what the label stands in, such as "a resource".
  static func unknownLabel(_ name: String, of owner: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .unknownLabel, in: file, at: range, "\(quoted(name)) is not a label of \(owner)",
      help: "remove it, or call it \(quoted("x-" + name)) to keep it for your own use"
        + (owner == "a resource" ? "; for a new way to sort, add it under 'facets' in content/library.yml" : ""))
  }
}
