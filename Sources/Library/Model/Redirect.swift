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
