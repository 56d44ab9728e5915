// Old addresses that lead on.

/// A page that only leads to another of the same kind: an alias, or a replaced resource whose file is gone.
package struct Redirect: Sendable, Equatable {
  /// The folder of the kind: "resources".
  package var kind: String
  /// The old id.
  package var from: String
  /// The id of the page that took its place.
  package var to: String
}

extension Redirect {
  /// What leads on to pages by their aliases, as far as those can be part of an address and are not the name of a page.
  static func ofAliases(kind: String, _ terms: some Sequence<some Term>) -> [Redirect] {
    var taken = Set(terms.map(\.id))
    var result: [Redirect] = []
    for term in terms {
      for alias in term.aliases.lazy.map({ $0.lowercased() }) where IDForm.isValid(alias) {
        if taken.insert(alias).inserted { result.append(Redirect(kind: kind, from: alias, to: term.id)) }
      }
    }
    return result.sorted { $0.from < $1.from }
  }
}
