// The check before every commit. The hook itself is a file of the library, so that the whole team gets it and it can be
// changed; what git runs is either that file, by `core.hooksPath`, or three lines that call it.

import Files
import Library

package enum Hook {
  static let path = ".githooks/pre-commit"

  package enum State: Sendable, Equatable {
    case installed
    /// The folder is in no repository.
    case noRepository
    /// The repository may have hooks of its own, which were left alone; the library is in this folder of it.
    case leftAlone(folder: String)
  }

  /// What enables the hook in a clone whose library is in `folder` of the repository.
  package static func command(folder: String = "") -> String {
    "git config core.hooksPath " + shellQuoted(folder.isEmpty ? ".githooks" : folder + "/.githooks")
  }

  /// Enables the hook where that changes nothing else: the folder is a repository's own, with no hook of that name and no
  /// other place for its hooks.
  static func install(in folder: Folder) throws(FileFailure) -> State {
    guard folder.hasFolder(".git") else {
      return repository(around: folder).map { .leftAlone(folder: $0) } ?? .noRepository
    }
    let git = Folder(folder.absolute(".git"))
    guard !git.has("hooks/pre-commit"), git.has("config") else { return .leftAlone(folder: "") }
    let config = String(decoding: try git.read("config", limit: 1 << 20), as: UTF8.self).lowercased()
    guard !config.contains("hookspath") else { return .leftAlone(folder: "") }
    try git.create("hooks/pre-commit", Array(caller.utf8), isExecutable: true)
    return .installed
  }

  /// Where in a repository the folder is, empty for its root; nil where it is in none.
  private static func repository(around folder: Folder) -> String? {
    var above = folder.resolved[...]
    var steps: [Substring] = []
    while true {
      if Folder(String(above)).has(".git") { return steps.reversed().joined(separator: "/") }
      guard let slash = above.lastIndex(of: "/") else { return nil }
      steps.append(above[above.index(after: slash)...])
      above = above[..<slash]
    }
  }

  /// Git starts hooks in the repository's own folder. A branch from before the library has nothing to check.
  private static let caller = """
    #!/bin/sh
    # Put here by 'shelfmark init'. What it does is in .githooks/pre-commit.
    [ -x .githooks/pre-commit ] || exit 0
    exec .githooks/pre-commit

    """

  static let text = """
    #!/bin/sh
    # Checks the library before each commit. Once in every clone:  git config core.hooksPath .githooks
    # In a hurry:  git commit --no-verify   (the pull request is checked all the same)

    here=$(dirname "$0")/..
    # Only where the library itself is part of the commit.
    git diff --cached --quiet -- "$here/content" "$here/templates" && exit 0
    if ! command -v shelfmark >/dev/null; then
      echo "Not checked: there is no 'shelfmark' on this computer. The pull request will be." >&2
      exit 0
    fi
    exec shelfmark check -C "$here" >&2

    """
}
