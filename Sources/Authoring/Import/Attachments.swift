// The files that an import brings along: what texts show and link to, and documents that are resources themselves. Each is
// looked at once; what the library would refuse stays behind, with the reason.

import Files
import Library
import Markdown

struct Attachments {
  private(set) var copies: [ImportPlan.Copy] = []
  private var paths: [String: String] = [:]
  private var reasons: [String: String] = [:]
  private var taken: Set<String> = []
  private var sizes: [String: Int] = [:]

  /// What the texts link to. Two files of one name that one text shows would be published under one name: the second gets
  /// its folder's before it.
  init(_ tree: SourceTree, _ drafts: [Importer.Draft], _ importer: inout Importer) {
    for file in tree.files { sizes[file.path] = file.byteCount }
    for draft in drafts {
      var names: [String: String] = [:]
      for link in draft.links where link.target == .local {
        guard let file = tree.resolve(link.destination, from: draft.source), SourceTree.sort(of: file) != .markdown,
          reasonAgainst(file, importer) == nil
        else { continue }
        var path = bring(file, &importer)
        let name = lastComponent(path).lowercased()
        if let other = names[name], other != path {
          let parent = lastComponent(folderPart(file))
          path = bring(file, &importer, called: (parent.isEmpty ? "2" : parent) + "-" + lastComponent(path))
        }
        names[lastComponent(path).lowercased()] = path
      }
    }
  }

  func isUsed(_ file: String) -> Bool { paths[file] != nil }
  func path(of file: String) -> String? { paths[file] }
  func reason(of file: String) -> String? { reasons[file] }

  /// Why a file cannot be published; nil where it can.
  mutating func reasonAgainst(_ file: String, _ importer: Importer) -> String? {
    if paths[file] != nil { return nil }
    if let known = reasons[file] { return known }
    let limit = importer.library.site.limits.fileMB
    var reason: String?
    var sniffer = ContentSniffer(name: lastComponent(file))
    var byteCount = sizes[file, default: 0]
    if byteCount <= limit * 1_000_000 {
      byteCount = 0
      do throws(FileFailure) {
        try importer.source.stream(file) { (piece) throws(FileFailure) in
          byteCount += piece.count
          sniffer.add(piece)
        }
        reason = sniffer.finish()
      } catch {
        reason = error.reason
      }
    }
    if byteCount > limit * 1_000_000 { reason = "larger than \(limit) MB" }
    if let reason { reasons[file] = reason }
    return reason
  }

  /// Where a file goes; the same place whenever it is asked for.
  mutating func bring(_ file: String, _ importer: inout Importer, called name: String? = nil) -> String {
    if let path = paths[file] {
      guard let name, lastComponent(path) != name else { return path }
      copies.removeAll { $0.source == file }
    }
    let wanted = name ?? Self.cleanName(lastComponent(file))
    let folder = importer.place(of: folderPart(file))
    var path = folder + "/" + wanted
    var number = 2
    while taken.contains(path.lowercased())
      || (importer.existing.contains(path.lowercased()) && !importer.isSame(file, path))
    {
      path = "\(folder)/\(number)-\(wanted)"
      number += 1
    }
    taken.insert(path.lowercased())
    if lastComponent(path) != lastComponent(file) { importer.note(file, "is called '\(lastComponent(path))' now") }
    if !importer.existing.contains(path.lowercased()) { copies.append(ImportPlan.Copy(source: file, path: path)) }
    paths[file] = path
    return path
  }

  /// A name that every computer can keep.
  private static func cleanName(_ name: String) -> String {
    guard !FileNames.isPortable(name) else { return name }
    let stem = IDForm.withoutExtension(name)
    let ending = name.dropFirst(stem.count).filter { $0.isLetter || $0.isNumber || $0 == "." }
    return (IDForm.suggestion(for: stem) ?? "file") + ending
  }
}

extension Importer {
  /// True where the library has the very bytes of a file already.
  func isSame(_ file: String, _ path: String) -> Bool {
    let limit = library.site.limits.fileMB * 1_000_000
    guard let left = try? source.read(file, limit: limit), let right = try? folder.read(path, limit: limit) else {
      return false
    }
    return left == right
  }
}
