// What stands in content/, before any of it is read: which file is which page, and what a path leads to. Links can be
// resolved while their file is parsed because of this, whatever order the files are read in.

import Diagnostics
import Files

package struct ContentTree: Sendable {
  static let root = "content"

  /// What a path leads to.
  enum Found: Sendable, Equatable {
    case page(PageReference)
    /// A file, with its path as the disk spells it: equal names may differ in Unicode form.
    case file(String)
    case folder
    /// A symbolic link, a device or the like.
    case unusable
  }

  private var found: [String: Found] = [:]
  private var byFoldedPath: [String: String] = [:]
  private var files: [String: [ContentFile]] = [:]
  private var indices: [PageReference: Int] = [:]
  private(set) var problems = Problems()

  /// Sorts out a listing of content/. `kinds`: the folders in which kinds stand.
  init(_ listing: [FoundFile], kinds: [String]) {
    found.reserveCapacity(listing.count)
    byFoldedPath.reserveCapacity(listing.count)
    let kinds = kinds.map { (kind: $0, start: "\(Self.root)/\($0)/") }
    var candidates: [String: [(name: String, path: String)]] = [:]
    for file in listing {
      byFoldedPath[NameTable.folded(file.path)] = file.path
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
      case .file:
        // Strings are equal in any Unicode form, names on a disk are not.
        let double = found.updateValue(.file(file.path), forKey: file.path)
        guard Self.isMarkdown(file.path) else {
          if double != nil { problems.add(.sameName(file.path)) }
          continue
        }
        // The kind in whose folder the file is, at any depth.
        if let kind = kinds.first(where: { file.path.hasPrefix($0.start) })?.kind {
          candidates[kind, default: []].append((Self.name(of: file.path, kind: kind), file.path))
        } else if lastComponent(file.path).lowercased() != "readme.md" {
          problems.add(.strayFile(file.path, folders: kinds.map(\.kind)))
        }
      }
    }
    for (kind, _) in kinds { settle(candidates[kind] ?? [], of: kind) }
  }

  /// Gives each file of a kind its id. `candidates` are in the order of their paths.
  private mutating func settle(_ candidates: [(name: String, path: String)], of kind: String) {
    var first: [String: String] = [:]
    var settled: [ContentFile] = []
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
      if isFirst, !hasForm { problems.add(Self.misnamed(name, path)) }
      let isUsable = isFirst && hasForm
      settled.append(ContentFile(kind: kind, id: name, path: path, hasUsableID: isUsable))
      // What cannot have a page is no target either, but is not missing.
      found[path] = .page(PageReference(kind: kind, id: name))
    }
    settled.sort { left, right in
      if left.id != right.id { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
      return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
    for (index, file) in settled.enumerated() {
      let page = PageReference(kind: kind, id: file.id)
      if indices[page] == nil { indices[page] = index }
    }
    files[kind] = settled
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

  /// Where a page's file stands in `files(of:)`.
  func index(of page: PageReference) -> Int? { indices[page] }

  /// What stands at a path below the library's root; nil where nothing does.
  subscript(path: String) -> Found? { found[path] }

  /// The path that `path` is but for capitals and Unicode forms.
  func respelled(_ path: String) -> String? { byFoldedPath[NameTable.folded(path)] }

  func isFile(_ path: String) -> Bool {
    switch found[path] {
    case .page, .file: true
    default: false
    }
  }

  /// The paths of all files, in order.
  var paths: [String] { found.keys.filter(isFile).sorted() }

  /// The path of the file that has an id.
  func path(of page: PageReference) -> String? { indices[page].flatMap { files[page.kind]?[$0].path } }

  /// How many files of content there are, library.yml not counted.
  var count: Int { files.values.reduce(0) { $0 + $1.count } }

  private static func isMarkdown(_ path: String) -> Bool {
    if path.hasSuffix(".md") { return true }
    let tail = path.suffix(9).lowercased()
    return tail.hasSuffix(".md") || tail.hasSuffix(".markdown")
  }

  private static func name(of path: String, kind: String) -> String {
    let name = IDForm.withoutExtension(lastComponent(path))
    let folder = folderPart(path)
    guard name == "index", folder != "\(root)/\(kind)" else { return name }
    return lastComponent(folder)
  }
}
