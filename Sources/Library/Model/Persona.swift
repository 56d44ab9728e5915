// A buyer persona: who the lead is.

package import Markdown

package struct Persona: Term {
  package var id: String
  package var file: String
  package var title: String
  package var summary: String
  /// Phrases as CRMs hold them; each belongs to one persona.
  package var jobTitles: [String]
  package var aliases: [String]
  package var buyingRole: String?
  package var goals: [String]
  package var pains: [String]
  /// Values of facets that are typical of this persona: (facet, value) indices.
  package var facets: [(facet: Int, value: Int)]
  /// What they object and where they work, in plain words: where the library has no facet of that name.
  package var objections: [String]
  package var industries: [String]
  package var body: MarkdownDocument
  package var label: String { title }
}
