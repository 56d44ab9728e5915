// What can be wrong, by name. Each rule is declared in a file of its own, beside the code that finds it, as
// `extension Rule { package static let … }`.

package enum Severity: String, Sendable, Comparable, CaseIterable {
  case error, warning, off

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .off: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One thing that Shelfmark checks. Its name is stable: people write it in library.yml and in baselines.
package struct Rule: Sendable {
  /// Lower case with hyphens, such as "unknown-persona".
  package let name: String
  /// What it is unless library.yml says otherwise.
  package let severity: Severity
  /// True for what must stop a publication whatever library.yml says: what leaks, or what cannot be read at all.
  package let isFixed: Bool
  /// For `shelfmark explain`: what it means, why it matters, how to mend it, with an example. Plain paragraphs in the
  /// words of someone who writes content; an example is indented by four blanks.
  package let explanation: String

  package init(_ name: String, _ severity: Severity, isFixed: Bool = false, explanation: String) {
    self.name = name
    self.severity = severity
    self.isFixed = isFixed
    self.explanation = explanation
  }
}

extension Rule: Hashable {
  package static func == (left: Rule, right: Rule) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
