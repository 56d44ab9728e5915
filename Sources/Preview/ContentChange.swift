// What a watcher saw: names only, and no promise that anything is different. Looking again is the loader's business.

package struct ContentChange: Sendable, Equatable {
  /// Paths below the library's root; that of a folder stands for all that is in it.
  package var paths: Set<String>
  /// Too much at once to tell: everything may be different.
  package var isEverything: Bool

  package init(_ paths: Set<String> = [], isEverything: Bool = false) {
    self.paths = paths
    self.isEverything = isEverything
  }

  var isEmpty: Bool { paths.isEmpty && !isEverything }
  /// True where templates may be different.
  var concernsTheme: Bool { isEverything || paths.contains { $0 == "templates" || $0.hasPrefix("templates/") } }
  /// True where more than resources and their files may be different.
  var concernsNames: Bool { isEverything || paths.contains { !$0.hasPrefix("content/resources/") } }
}

/// Tells of changes in content/ and templates/.
package protocol Watcher: AnyObject {
  /// Waits for a change, then until there has been quiet for a moment: editors write a file in several steps, and git
  /// many files at once.
  func next() -> ContentChange
}

enum Watching {
  static let folders = ["content", "templates"]
  /// How long nothing may happen before a change counts as done, and the longest it may go on.
  static let quietMilliseconds: Int32 = 12
  static let longest = Duration.seconds(2)
  static let pollingSeconds = 0.5

  /// Names of no interest: editors keep their own files and backups beside a text.
  static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") || name.hasSuffix("~") }
}
