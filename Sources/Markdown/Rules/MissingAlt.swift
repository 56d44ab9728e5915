// An image without a description: whoever cannot see it learns nothing.

package import Diagnostics

extension Rule {
  /// An image without a description.
  package static let missingAlt = Rule(
    "missing-alt", .warning,
    explanation: """
      An image has no description. Who cannot see it, or for whom it does not load, learns nothing from it; the search \
      does not find it either.

      Say between the brackets what it shows, in a few words:

          ![Downtime before and after: 41 and 12 hours a month](downtime.png)
      """)
}
