// What stands in the folder that is imported, and what a link in it leads to: the ways in which other generators and
// people write links are tried in turn, and only what is there is an answer.

import Files
import Library

struct SourceTree: Sendable {
  enum Sort { case markdown, document, link, other }

  /// By path below the source.
  private(set) var files: [FoundFile] = []
  private(set) var skipped: [(source: String, reason: String)] = []
  private var exact: Set<String> = []
  private var folded: [String: String] = [:]
  /// The source's own name: sites link to "/handbook/x" from within a folder 'handbook'.
  private let name: String

  init(_ folder: Folder, name: String, skipping isSkipped: (String) -> Bool) throws(FileFailure) {
    self.name = name
    for file in try folder.list() {
      if file.path.split(separator: "/").contains("node_modules") {
        if file.kind == .folder, lastComponent(file.path) == "node_modules" {
          skipped.append((file.path, "programs of others"))
        }
        continue
      }
      if isSkipped(file.path) {
        if file.kind == .file { skipped.append((file.path, "left out by a rule")) }
        continue
      }
      switch file.kind {
      case .folder: break
      case .link: skipped.append((file.path, "a symbolic link"))
      case .other: skipped.append((file.path, "not an ordinary file"))
      case .misnamed: skipped.append((file.path, "its name is not stored as UTF-8"))
      case .closed(let reason): skipped.append((file.path, reason))
      case .file: add(file)
      }
    }
  }

  /// Of files that are known to be there.
  init(_ files: [FoundFile]) {
    name = ""
    for file in files { add(file) }
  }

  private mutating func add(_ file: FoundFile) {
    files.append(file)
    exact.insert(file.path)
    folded[file.path.lowercased()] = file.path
  }

  static func sort(of path: String) -> Sort {
    let name = lastComponent(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex, !name.hasPrefix("~$") else { return .other }
    let ending = name[name.index(after: dot)...].lowercased()
    if ["md", "markdown", "mdown", "mkd", "mdx"].contains(ending) { return .markdown }
    if LinkFile.endings.contains(ending) { return .link }
    return documentEndings.contains(ending) ? .document : .other
  }

  private static let documentEndings: Set<String> = [
    "pdf", "doc", "docx", "odt", "rtf", "pages", "ppt", "pptx", "pps", "ppsx", "odp", "key", "xls", "xlsx", "xlsm",
    "ods",
    "numbers", "mp4", "m4v", "mov", "webm", "avi", "mkv", "wmv", "mp3", "m4a", "wav", "epub", "vsdx", "zip",
  ]

  /// The file of the source that a local address leads to from a file of it.
  func resolve(_ destination: String, from file: String) -> String? {
    let written = String(destination.prefix { $0 != "?" && $0 != "#" })
    let path = RelativePath.percentDecoded(written).replacing("\\", with: "/")
    guard !path.isEmpty else { return nil }
    if !path.hasPrefix("/") { return find(path, in: folderPart(file)) }
    let rooted = path.drop { $0 == "/" }
    if let found = find(String(rooted), in: "") { return found }
    if rooted == name || rooted.hasPrefix(name + "/") {
      if let found = find(String(rooted.dropFirst(name.count)), in: "") { return found }
    }
    // Where generators keep what their sites have at the root.
    for root in ["static", "content", "docs", "public", "assets"] {
      if let found = find(String(rooted), in: root) { return found }
    }
    return nil
  }

  private func find(_ path: String, in folder: String) -> String? {
    // `resolve` keeps to what is below its folder's first part; the source's own root has none.
    guard let whole = RelativePath.resolve(path, from: folder.isEmpty ? "/" : "//" + folder) else { return nil }
    let target = String(whole.drop { $0 == "/" })
    guard whole == "/" || whole.hasPrefix("//") else { return nil }
    var candidates = [target]
    if ["index.html", "index.htm", "index.md"].contains(lastComponent(target)) {
      candidates += ["_index.md", "README.md"].map { folderPart(target).isEmpty ? $0 : folderPart(target) + "/" + $0 }
    }
    for ending in [".html", ".htm"] where target.hasSuffix(ending) {
      candidates.append(target.dropLast(ending.count) + ".md")
    }
    for ending in [".md", ".markdown", ".mdx"] { candidates.append(target + ending) }
    for index in ["index.md", "_index.md", "README.md", "readme.md"] {
      candidates.append(target.isEmpty ? index : target + "/" + index)
    }
    for candidate in candidates where exact.contains(candidate) { return candidate }
    return candidates.lazy.compactMap { folded[$0.lowercased()] }.first
  }
}
