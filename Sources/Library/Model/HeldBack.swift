// What `--hold-back` keeps off the site, for the people who can mend it.

package import Diagnostics

/// A resource that is not published because of its mistakes.
package struct HeldBack: Sendable {
  package var id: String
  package var file: String
  package var title: String
  package var owner: Owner?
  /// Why: the mistakes that keep it back, and its others.
  package var problems: [Problem]
}

/// A label, link or file that is left out of a resource which is published all the same.
package struct Dropped: Sendable {
  package var id: String
  package var file: String
  package var owner: Owner?
  package var problem: Problem
}
