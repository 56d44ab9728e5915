// Values of the model made by hand, with everything that may be left out left out: for whoever has no files to read.

import Diagnostics
package import Markdown

extension Resource {
  /// A published resource with an id and a title, for nobody in particular yet.
  package convenience init(
    id: String, title: String, summary: String = "", type: Int? = nil, personas: Labels = .todo, stages: Labels = .todo,
    facets: [[Int]] = [], body: MarkdownDocument = MarkdownDocument()
  ) {
    self.init(
      ResourceFields(
        id: id, file: "content/resources/\(id).md", title: title, summary: summary, type: type, personas: personas,
        stages: stages, facets: facets, body: body))
  }
}

extension Persona {
  /// A persona with an id, a title and the job titles that mean it.
  package init(id: String, title: String, jobTitles: [String] = [], aliases: [String] = []) {
    self.init(
      id: id, file: "content/personas/\(id).md", title: title, summary: "", jobTitles: jobTitles, aliases: aliases,
      buyingRole: nil, goals: [], pains: [], facets: [], objections: [], industries: [], body: MarkdownDocument())
  }
}

extension Stage {
  /// A stage with an id, a title, its order and the stages after it.
  package init(
    id: String, title: String, order: Int, next: [Int], aliases: [String] = [],
    crmValues: [(field: String, values: [String])] = []
  ) {
    self.init(
      id: id, file: "content/stages/\(id).md", title: title, summary: "", order: order, aliases: aliases,
      buyerAsks: nil, next: next, team: nil, exitCriteria: [], crmValues: crmValues, body: MarkdownDocument())
  }
}

extension ResourceType {
  /// A type with an id and a label.
  package init(id: String, label: String, aliases: [String] = []) {
    self.init(id: id, label: label, aliases: aliases, reviewEvery: nil, audience: nil, owner: nil, require: [])
  }
}

extension Facet {
  /// An axis with its values, and the matcher's points for it.
  package init(id: String, label: String, values: [FacetValue], points: Int, elsewhere: Int) {
    self.init(id: id, label: label, points: points, elsewhere: elsewhere, values: values)
  }
}

extension FacetValue {
  /// A value with its id, its label and its other names.
  package init(id: String, named label: String, aliases: [String] = []) {
    self.init(id: id, label: label, aliases: aliases)
  }
}

extension Attachment {
  /// A file or an address under a name.
  package init(label: String, at location: Location) {
    self.init(label: label, location: location, range: .start)
  }
}
