// Labels as words: every word of a persona's, stage's, type's or facet value's id, label and aliases, and of a persona's
// job titles, finds the resources that bear it by name. Analysed once; a resource then only adds up numbers.

import Library

struct LabelTerms {
  private var personas: [[UInt32]] = []
  private var stages: [[UInt32]] = []
  private var types: [[UInt32]] = []
  private var facets: [[[UInt32]]] = []

  init() {}

  init(_ library: borrowing Library, scanner: inout WordScanner, sink: inout TermSink) {
    personas = library.personas.map { Self.terms([$0.id, $0.title] + $0.aliases + $0.jobTitles, &scanner, &sink) }
    stages = library.stages.map { Self.terms([$0.id, $0.title] + $0.aliases, &scanner, &sink) }
    types = library.types.map { Self.terms([$0.id, $0.label] + $0.aliases, &scanner, &sink) }
    facets = library.facets.map { facet in
      facet.values.map { Self.terms([facet.label, $0.id, $0.label] + $0.aliases, &scanner, &sink) }
    }
  }

  func forEachTerm(of resource: borrowing Resource, _ body: (UInt32) -> Void) {
    if case .named(let named) = resource.personas { for index in named { personas[index].forEach(body) } }
    if case .named(let named) = resource.stages { for index in named { stages[index].forEach(body) } }
    if let type = resource.type { types[type].forEach(body) }
    for (facet, values) in resource.facets.enumerated() where facet < facets.count {
      for value in values { facets[facet][value].forEach(body) }
    }
  }

  private static func terms(_ phrases: [String], _ scanner: inout WordScanner, _ sink: inout TermSink) -> [UInt32] {
    sink.terms(of: phrases, &scanner)
  }
}
