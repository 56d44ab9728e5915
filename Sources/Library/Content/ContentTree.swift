// What stands in content/, before any of it is read: which file is which page, and what a path leads to. Links can be
// resolved while their file is parsed because of this, whatever order the files are read in.

import Diagnostics
import Files

final class ContentTree: Sendable {
  static let root = "content"

  /// What a path leads to.
  enum Found: Sendable, Equatable {
    case page(ContentFile)
    /// A file, with its path as the disk spells it: equal names may differ in Unicode form.
    case file(String)
    case folder
    /// A symbolic link, a device or the like.
    case unusable
  }

  private let found: [String: Found]
  private let files: [String: [ContentFile]]
  let problems: Problems

  /// Sorts out a listing of content/. `kinds`: the folders in which kinds stand.
  init(_ listing: [FoundFile], kinds: [String]) {
    // Half empty, so that what is looked for is mostly found at once: comparing with another path is waiting for memory.
    var found = [String: Found](minimumCapacity: listing.count * 2)
    var problems = Problems()
    let kinds = kinds.map { (kind: $0, start: "\(Self.root)/\($0)/") }
    var candidates: [String: [(name: String, path: String)]] = [:]
    for file in listing {
      switch file.kind {
      case .link, .other:
        found[file.path] = .unusable
        problems.add(.notAnOrdinaryFile(file.path, isLink: file.kind == .link))
      case .misnamed:
        found[file.path] = .unusable
        problems.add(.nameNotUTF8(file.path))
      case .closed(let reason):
        problems.add(.unreadableFile(lastComponent(file.path), reason: reason, in: file.path))
      case .folder:
        found[file.path] = .folder
        if Self.isMarkdown(file.path) { problems.add(.folderNamedLikeFile(file.path)) }
      case .file where !Self.isMarkdown(file.path):
        // Strings are equal in any Unicode form, names on a disk are not.
        let double = found.updateValue(.file(file.path), forKey: file.path)
        if double != nil { problems.add(.sameName(file.path)) }
      case .file:
        // The kind in whose folder the file is, at any depth.
        if let kind = kinds.first(where: { file.path.hasPrefix($0.start) })?.kind {
          candidates[kind, default: []].append((Self.name(of: file.path, kind: kind), file.path))
          continue
        }
        found[file.path] = .file(file.path)
        if lastComponent(file.path).lowercased() != "readme.md" {
          problems.add(.strayFile(file.path, folders: kinds.map(\.kind)))
        }
      }
    }
    var files: [String: [ContentFile]] = [:]
    var count = 0
    for (kind, _) in kinds {
      let settled = Self.settle(candidates[kind] ?? [], of: kind, from: count, report: &problems)
      // What cannot have a page is no target either, but is not missing.
      for file in settled { found[file.path] = .page(file) }
      files[kind] = settled
      count += settled.count
    }
    self.found = found
    self.files = files
    self.problems = problems
  }

  /// Gives each file of a kind its id, and its number from `start` on. `candidates` are in the order of their paths.
  private static func settle(
    _ candidates: [(name: String, path: String)], of kind: String, from start: Int, report problems: inout Problems
  ) -> [ContentFile] {
    var first = [String: String](minimumCapacity: candidates.count)
    var settled: [(name: String, path: String, isUsable: Bool)] = []
    settled.reserveCapacity(candidates.count)
    // Of two names that differ in capitals, the sound one is the file, and the other its double.
    let sound = candidates.map { IDForm.isValid($0.name) }
    let order = sound.indices.filter { sound[$0] } + sound.indices.filter { !sound[$0] }
    for index in order {
      let (name, path) = candidates[index]
      let isFirst: Bool
      let folded = NameTable.folded(name)
      if let other = first[folded] {
        isFirst = false
        problems.add(.duplicateID(file: path, other: other))
      } else {
        isFirst = true
        first[folded] = path
      }
      let hasForm = sound[index] && path.hasSuffix(".md")
      if isFirst, !hasForm { problems.add(misnamed(name, path)) }
      settled.append((name, path, isFirst && hasForm))
    }
    settled.sort { left, right in
      if left.name != right.name { return left.name.utf8.lexicographicallyPrecedes(right.name.utf8) }
      return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
    return settled.enumerated().map { number, file in
      ContentFile(kind: kind, id: file.name, path: file.path, hasUsableID: file.isUsable, number: start + number)
    }
  }

  private static func misnamed(_ name: String, _ path: String) -> Problem {
    let file = lastComponent(path)
    let suggestion = IDForm.suggestion(for: name)
    guard file == "index.md", name != "index" else {
      return .idForm(file: path, name: file, suggestion: suggestion.map { $0 + ".md" })
    }
    return .idForm(file: path, name: name, suggestion: suggestion.map { "\($0)/index.md" })
  }

  /// The files of a kind by id, ties by path.
  func files(of kind: String) -> [ContentFile] { files[kind] ?? [] }

  /// What stands at a path below the library's root; nil where nothing does.
  subscript(path: String) -> Found? { found[path] }

  func isFile(_ path: String) -> Bool {
    switch found[path] {
    case .page, .file: true
    default: false
    }
  }

  /// The paths of all files, in order.
  var paths: [String] { found.keys.filter(isFile).sorted() }

  /// How many files of content there are, library.yml not counted.
  var count: Int { files.values.reduce(0) { $0 + $1.count } }

  private static func isMarkdown(_ path: String) -> Bool {
    if path.hasSuffix(".md") { return true }
    let tail = path.suffix(9).lowercased()
    return tail.hasSuffix(".md") || tail.hasSuffix(".markdown")
  }

  private static func name(of path: String, kind: String) -> String {
    let name = IDForm.withoutExtension(lastComponent(path))
    guard name == "index" else { return name }
    let folder = folderPart(path)
    return folder == "\(root)/\(kind)" ? name : lastComponent(folder)
  }
}
