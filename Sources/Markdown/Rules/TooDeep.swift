// Lists and quotes within one another, past the limit.

package import Diagnostics

extension Rule {
  /// Lists and quotes within each other beyond any sense, or labels nested so.
  package static let tooDeep = Rule(
    "too-deep", .error,
    explanation: """
      Lists and quotes stand within each other more often than any reader could follow (the limit is 100). Nobody writes \
      that by hand: the text was most likely damaged when it was pasted or converted.

      Look at the line, and delete the surplus '>', '-', '*' or numbers at its beginning.
      """)
}
