// "Did you mean …?" for paths that lead to nothing: other capitals, another ending, another folder, a slip of the finger.

import Diagnostics

struct PathSuggestions {
  /// Comparing with every name of a folder is slow; after so many mistakes there are other worries.
  private static let mostComparisons = 30
  private let tree: ContentTree
  private var comparisons = 0
  private lazy var byFoldedPath: [String: String] = Dictionary(tree.paths.map { (NameTable.folded($0), $0) }) { $1 }
  private lazy var byName: [String: [String]] = Dictionary(grouping: tree.paths) { NameTable.folded(lastComponent($0)) }
  private lazy var byFolder: [String: [String]] = Dictionary(grouping: tree.paths, by: folderPart)

  init(_ tree: ContentTree) { self.tree = tree }

  /// The path from `folder` to what was probably meant by a path below the library's root.
  mutating func suggestion(for path: String, from folder: String) -> String? {
    meant(by: path).map { RelativePath.path(from: folder, to: $0) }
  }

  private mutating func meant(by path: String) -> String? {
    let path = path.contains("\\") ? path.split(separator: "\\").joined(separator: "/") : path
    let name = lastComponent(path)
    let stem = IDForm.withoutExtension(name)
    let folder = folderPart(path)
    for candidate in [path, path + ".md", "\(folder)/\(stem).md", "\(path)/index.md", "\(folder)/\(stem)/index.md"] {
      if let found = byFoldedPath[NameTable.folded(candidate)] { return found }
    }
    for candidate in [name, name + ".md", stem + ".md"] {
      if let found = byName[NameTable.folded(candidate)]?.first { return found }
    }
    guard comparisons < Self.mostComparisons else { return nil }
    comparisons += 1
    let neighbours = (byFolder[folder] ?? []).map(lastComponent)
    return neighbours.closest(to: name).map { "\(folder)/\($0)" }
  }
}
