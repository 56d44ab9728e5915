// Understands a lead as a CRM gives it: a job title, lifecycle, lead status and opportunity stage, and labels in any
// spelling. What is not understood is kept and shown, never dropped. templates/lead-reader.js reads a
// lead in the same steps.

package import Library

/// A lead as it comes: values as the CRM holds them.
package struct RawLead: Sendable {
  package var title = ""
  package var lifecycle = ""
  package var leadStatus = ""
  package var oppStage = ""
  /// What somebody chose by hand: an id, a label or an alias; goes before what is read from the rest.
  package var persona = ""
  package var stage = ""
  /// By facet, ids, labels or aliases; several in one value where a semicolon or a comma is between them.
  package var facets: [(facet: String, values: [String])] = []
  /// Ids of resources.
  package var sent: [String] = []
  package init() {}
}

/// What was understood of a lead.
package struct ReadLead: Sendable {
  package var profile = Profile()
  /// The phrase of `job_titles` that told the persona.
  package var phrase: String?
  /// The field that told the stage: "opp_stage".
  package var stageField: String?
  /// What was not understood: the field and its value.
  package var unknown: [(field: String, value: String)] = []
}

package struct LeadReader: Sendable {
  private struct Phrase: Sendable {
    var persona: Int
    var text: String
    var words: Set<[UInt8]>
    var length: Int
  }
  private let library: Library
  private let analyser: Analyser
  private var titleWords: [[UInt8]: [[UInt8]]] = [:]
  private var phrases: [Phrase] = []
  private var resources: [String: Int] = [:]

  private static let ignored: Set<[UInt8]> = Set(["of", "the", "and"].map { Array($0.utf8) })

  package init(_ library: Library) {
    self.library = library
    analyser = Analyser(language: library.site.language)
    for (short, long) in library.titleWords {
      titleWords[analyser.titleKey(short)] = analyser.words(in: long).filter(\.hasPlace).map(\.surface)
    }
    for (persona, entry) in library.personas.enumerated() {
      for text in entry.jobTitles {
        let words = Set(jobWords(text, isPhrase: true))
        guard !words.isEmpty else { continue }
        phrases.append(
          Phrase(persona: persona, text: text, words: words, length: words.reduce(0) { $0 + $1.count }))
      }
    }
    for (index, resource) in library.resources.enumerated() where resource.status == .approved {
      resources[resource.id] = index
    }
  }

  package func read(_ lead: RawLead) -> ReadLead {
    var read = ReadLead()
    read.profile.facets = library.facets.map { _ in [] }
    if !lead.persona.isEmpty {
      read.profile.persona = named(lead.persona, in: library.personas)
      if read.profile.persona == nil { read.unknown.append(("persona", lead.persona)) }
    }
    if read.profile.persona == nil, !lead.title.isEmpty {
      if let found = persona(titled: lead.title) {
        read.profile.persona = found.persona
        read.phrase = found.phrase
      } else {
        read.unknown.append(("title", lead.title))
      }
    }
    readStage(lead, &read)
    for (facet, values) in lead.facets {
      guard let index = library.facets.firstIndex(where: { $0.id == facet }) else {
        for value in values { read.unknown.append((facet, value)) }
        continue
      }
      for value in values { readFacet(index, value, &read) }
      read.profile.facets[index].sort()
    }
    for id in lead.sent {
      if let index = resources[id] { read.profile.sent.insert(index) } else { read.unknown.append(("sent", id)) }
    }
    return read
  }

  /// The persona that a job title means: that of the longest phrase whose words are all in it.
  package func persona(titled title: String) -> (persona: Int, phrase: String?)? {
    if let persona = named(title, in: library.personas) { return (persona, nil) }
    let words = Set(jobWords(title, isPhrase: false))
    var best: Phrase?
    for phrase in phrases where phrase.words.isSubset(of: words) {
      if let known = best, (known.words.count, known.length) >= (phrase.words.count, phrase.length) { continue }
      best = phrase
    }
    return best.map { ($0.persona, $0.text) }
  }

  /// The index of what has this id, label or alias, however it is written; nil where nothing has.
  package func named(_ text: String, in terms: [some Term]) -> Int? {
    let key = analyser.nameKey(text)
    guard !key.isEmpty else { return nil }
    return terms.firstIndex { term in
      analyser.nameKey(term.id) == key || analyser.nameKey(term.label) == key
        || term.aliases.contains { analyser.nameKey($0) == key }
    }
  }

  // MARK: Parts

  /// The most telling field goes first; one that is not understood leaves the word to the next.
  private func readStage(_ lead: RawLead, _ read: inout ReadLead) {
    let fields = [
      ("stage", lead.stage), ("opp_stage", lead.oppStage), ("lead_status", lead.leadStatus),
      ("lifecycle", lead.lifecycle),
    ]
    for (field, value) in fields where !value.isEmpty {
      guard let stage = stage(field == "lifecycle" ? "lifecycle_stage" : field, value) else {
        read.unknown.append((field, value))
        continue
      }
      if read.profile.stage == nil {
        read.profile.stage = stage
        read.stageField = field
      }
    }
  }

  private func stage(_ field: String, _ value: String) -> Int? {
    let key = analyser.nameKey(value)
    return library.stages.firstIndex { stage in
      stage.crmValues.contains { $0.field == field && $0.values.contains { analyser.nameKey($0) == key } }
    } ?? named(value, in: library.stages)
  }

  private func readFacet(_ facet: Int, _ text: String, _ read: inout ReadLead) {
    var pieces = [text]
    if named(text, in: library.facets[facet].values) == nil {
      pieces = text.split { $0 == ";" || $0 == "," }.map(String.init)
    }
    for piece in pieces {
      if let value = named(piece, in: library.facets[facet].values) {
        if !read.profile.facets[facet].contains(value) { read.profile.facets[facet].append(value) }
      } else if !analyser.titleKey(piece).isEmpty {
        read.unknown.append((library.facets[facet].id, piece.trimmed))
      }
    }
  }

  /// The words of a job title as they are compared: folded, initials joined, short forms spelled out.
  private func jobWords(_ text: String, isPhrase: Bool) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var initials = 0
    for word in analyser.words(in: text) {
      if word.hasPlace {
        initials = word.surface.count == 1 ? initials + 1 : 0
        words.append(word.surface)
      } else if initials > 1, word.surface.elementsEqual(words.suffix(initials).joined()) {
        words.removeLast(initials)
        words.append(word.surface)
        initials = 0
      } else if !isPhrase {
        words.append(word.surface)
      }
    }
    return words.filter { !Self.ignored.contains($0) }.flatMap { titleWords[$0] ?? [$0] }
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(
      start.prefix((start.lastIndex { $0 != " " }.map { start.distance(from: start.startIndex, to: $0) + 1 }) ?? 0))
  }
}
