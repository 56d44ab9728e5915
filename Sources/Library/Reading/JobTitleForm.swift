// The form in which job titles are compared: no case, punctuation, "of", "the", "and" or order, short forms spelled out.

/// Spells job titles out for comparing.
package struct JobTitleForm: Sendable {
  private static let empty: Set<String> = ["of", "the", "and"]
  private var longForms: [String: [String]] = [:]

  package init(titleWords: [(short: String, long: String)]) {
    for (short, long) in titleWords {
      guard let word = Self.split(short).first, Self.split(short).count == 1 else { continue }
      longForms[word] = Self.split(long)
    }
  }

  /// The telling words of a title, in its order.
  package func words(of title: String) -> [String] {
    Self.split(title).flatMap { longForms[$0] ?? [$0] }.filter { !Self.empty.contains($0) }
  }

  /// Equal for titles that are one and the same.
  package func sortedWords(of title: String) -> [String] { words(of: title).sorted() }

  private static func split(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
