// The words of one company's library, as library.yml gives them: teams, people, types, facets.

/// Something with an id, a label people read, and other spellings that are accepted for it.
package protocol Term: Sendable {
  var id: String { get }
  var label: String { get }
  var aliases: [String] { get }
}

package struct Team: Term {
  package var id: String
  package var label: String
  /// An address or a channel: e-mail, https URL or words; nil where none is given.
  package var contact: String?
  package var aliases: [String] { [] }
}

package struct Person: Term {
  package var id: String
  package var name: String
  /// The index in `Library.teams`.
  package var team: Int?
  package var email: String?
  package var chat: String?
  package var label: String { name }
  package var aliases: [String] { [] }
}

/// Whom to ask: a person or a team, by index in `Library.people` or `Library.teams`.
package enum Owner: Hashable, Sendable {
  case person(Int)
  case team(Int)
}

package enum Audience: String, Sendable, CaseIterable { case `internal`, external }
package enum Status: String, Sendable, CaseIterable { case draft, approved, archived }

/// What a resource is: case study, battlecard, one-pager…
package struct ResourceType: Term {
  package var id: String
  package var label: String
  package var aliases: [String]
  package var reviewEvery: Period?
  package var audience: Audience?
  package var owner: Owner?
  /// Labels that every resource of this type should have; names of fields or facets.
  package var require: [String]
}

/// One of the company's own axes: industries, objections, competitors…
package struct Facet: Term {
  package var id: String
  package var label: String
  package var aliases: [String] { [] }
  /// The matcher's points when the lead's value is named, and when only other values are.
  package var points: Int
  package var elsewhere: Int
  package var values: [FacetValue]
}

package struct FacetValue: Term {
  package var id: String
  package var label: String
  package var aliases: [String]
}

/// The matcher's points, as library.yml's `weights` may change them. Whole points.
package struct Weights: Sendable, Equatable {
  package var persona = 40
  package var personaAll = 15
  package var stage = 30
  package var stageAll = 12
  package var stageNext = 10
  package var words = 40
  package var featured = 5
  package var overdue = -10
  package var sent = -60
  package init() {}
}

package struct SiteSettings: Sendable {
  package var title = "Library"
  package var description = ""
  package var language = "en"
  /// Ends with "/"; nil where the site has no one address.
  package var baseURL: String?
  /// With `{path}`.
  package var editURL: String?
  /// True lets search engines index the site.
  package var isIndexed = false
  package var limits = ContentLimits()
  package init() {}
}
