// The reasons of a match as one sentence: "For Finance leader in Decision; answers “It costs too much”; featured".
// templates/search.js makes the same sentence of the same reasons.

import Library

extension Matcher {
  /// One sentence without a full stop; empty where there are no reasons.
  package func sentence(_ reasons: [Reason]) -> String {
    var who = ""
    var place = ""
    var parts: [String] = []
    for reason in reasons {
      switch reason.kind {
      case .persona(let index): who = "For \(library.personas[index].label)"
      case .personaAll: who = "For everyone"
      case .stage(let index): place = "in \(library.stages[index].label)"
      case .stageAll: place = "at any stage"
      case .stageNext(let index): place = "for the next step, \(library.stages[index].label)"
      case .facet(let facet, let values):
        parts.append(Self.phrase(library.facets[facet], values.map { library.facets[facet].values[$0].label }))
      case .facetElsewhere(let facet): parts.append("\(library.facets[facet].label): others only")
      case .words(let words): parts.append("matches \(Self.list(words))")
      case .featured: parts.append("featured")
      case .overdue: parts.append("review overdue")
      case .sent: parts.append("already sent")
      }
    }
    let start = [who, place].filter { !$0.isEmpty }.joined(separator: " ")
    let sentence = ([start].filter { !$0.isEmpty } + parts).joined(separator: "; ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  private static func phrase(_ facet: Facet, _ labels: [String]) -> String {
    facet.id == "objections" ? "answers \(list(labels))" : "\(facet.label): \(labels.joined(separator: ", "))"
  }

  private static func list(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: ", ") }
}
