// A whole library as values: everything the search, the site and the command line read.

package import Diagnostics

package struct Library: Sendable {
  package var site = SiteSettings()
  /// In the order of library.yml.
  package var teams: [Team] = []
  package var people: [Person] = []
  package var types: [ResourceType] = []
  package var facets: [Facet] = []
  package var owner: Owner?
  package var weights = Weights()
  /// Short forms in job titles and what they stand for, lower case: ("vp", "vice president").
  package var titleWords: [(short: String, long: String)] = []
  package var ruleSeverities: [String: Severity] = [:]
  /// By id.
  package var personas: [Persona] = []
  /// By `order`.
  package var stages: [Stage] = []
  /// By id; drafts and archived ones included.
  package var resources: [Resource] = []
  /// Old addresses, by kind and id.
  package var redirects: [Redirect] = []
  /// What pages bring along, by kind, id and path.
  package var files: [PageFile] = []
  /// What is kept off the site, and what is left out of what is on it.
  package var heldBack: [HeldBack] = []
  package var dropped: [Dropped] = []
  /// What typical leads must see, in the order of content/scenarios.yml.
  package var scenarios: [Scenario] = []
  private var others: [String: any Sendable] = [:]

  package init() {}

  /// The entries of a kind that has no place of its own above.
  package subscript<Entry: Sendable>(others folder: String, as type: Entry.Type = Entry.self) -> [Entry] {
    get { others[folder] as? [Entry] ?? [] }
    set { others[folder] = newValue }
  }
}
