// From a folder that knows nothing of Shelfmark to resources: read everything, give everything an id and a place, decide
// labels, put links right. Folders keep their names, so most links hold as they are. Nothing is written here.

import Diagnostics
package import Files
import FrontMatter
package import Library
import Markdown

package struct Importer {
  let source: Folder
  let name: String
  /// Below the library's root, where everything goes: "content/resources/handbook".
  let root: String
  let library: Library
  let folder: Folder
  let rules: ImportRules
  let check: ResourceCheck
  var ids: FreeIDs
  var plan = ImportPlan()
  /// What stands in the library already, in small letters.
  let existing: Set<String>
  /// Labels that were put under names of their own, and in how many files.
  var setAside: [String: Int] = [:]

  /// `name`: what the source is called; `into`: the folder below content/resources that takes it.
  package init(
    _ source: Folder, name: String, into: String, library: Library, in folder: Folder, rules: ImportRules,
    check: ResourceCheck
  ) throws(FileFailure) {
    self.source = source
    self.name = name
    self.library = library
    self.folder = folder
    self.rules = rules
    self.check = check
    root = into.isEmpty ? Self.resources : Self.resources + "/" + into
    var existing: Set<String> = []
    var taken: Set<String> = []
    for file in try folder.list("content") {
      existing.insert(file.path.lowercased())
      guard file.kind == .file, file.path.hasPrefix(Self.resources + "/") else { continue }
      let stem = IDForm.withoutExtension(lastComponent(file.path))
      if file.path.hasSuffix(".md") { taken.insert(stem == "index" ? lastComponent(folderPart(file.path)) : stem) }
    }
    for resource in library.resources { taken.formUnion(resource.aliases + resource.replaces) }
    self.existing = existing
    ids = FreeIDs(taken: taken)
  }

  static let resources = "content/resources"

  /// A resource on its way.
  struct Draft {
    var source: String
    var id: String
    var path: String
    /// The labels between their dashes.
    var front: [UInt8]
    var body: [UInt8] = []
    var links: [MarkdownLink] = []
    /// Lines of the source above the text.
    var linesAbove = 0
    var title: String
    /// Labels that the import itself sets.
    var changes: [LabelChange] = []
    var audience = Audience.internal
    var isDraft = false
  }

  mutating func note(_ source: String, line: Int? = nil, _ text: String) {
    plan.notes.append(ImportPlan.Note(source: source, line: line, text: text))
  }

  mutating func skip(_ source: String, _ reason: String) { plan.skipped.append((source, reason)) }

  /// What an import of the folder would do.
  package mutating func planTree() throws(FileFailure) -> ImportPlan {
    let rules = rules
    let tree = try SourceTree(source, name: name) { rules.skips($0) }
    plan.skipped = tree.skipped
    var drafts: [Draft] = []
    for file in tree.files where SourceTree.sort(of: file.path) == .markdown {
      if let draft = markdown(file) { drafts.append(draft) }
    }
    var attachments = Attachments(tree, drafts, &self)
    for file in tree.files where !attachments.isUsed(file.path) {
      switch SourceTree.sort(of: file.path) {
      case .markdown: break
      case .document: if let draft = document(file, &attachments) { drafts.append(draft) }
      case .link: if let draft = linkFile(file) { drafts.append(draft) }
      case .other: skip(file.path, Self.reasonAgainst(file.path))
      }
    }
    for index in drafts.indices { settleLabels(&drafts[index]) }
    keepInternal(&drafts, tree)
    mendLinks(&drafts, tree, attachments)
    for draft in drafts { finish(draft) }
    noteSetAside()
    plan.copies = attachments.copies
    plan.skipped.sort { $0.source < $1.source }
    return plan
  }

  private static func reasonAgainst(_ path: String) -> String {
    let name = lastComponent(path)
    if name.hasPrefix("~$") { return "left behind by an open Office file" }
    if ["thumbs.db", "desktop.ini"].contains(name.lowercased()) { return "a file of the system" }
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    return ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "ico", "bmp", "tif", "tiff"].contains(ending)
      ? "a picture that no text shows" : "neither Markdown nor a document"
  }

  // MARK: Places

  /// The folder that stands for one of the source.
  func place(of folder: String) -> String {
    folder.split(separator: "/").reduce(root) { $0 + "/" + Self.cleanFolder(String($1)) }
  }

  private static func cleanFolder(_ name: String) -> String {
    let isFine =
      FileNames.isPortable(name) && !name.hasPrefix(".") && !name.lowercased().hasSuffix(".md")
      && !name.lowercased().hasSuffix(".markdown")
    return isFine ? name : IDForm.suggestion(for: name) ?? "folder"
  }

  /// An id and a path for something; nil where it has been imported before. `names`: what it may be called, best first.
  mutating func place(_ source: String, named names: [String]) -> (id: String, path: String)? {
    let folder = place(of: folderPart(source))
    let existing = existing
    let above = folderPart(source).split(separator: "/").reversed().map(String.init) + [name]
    var candidates = names
    for parent in above.prefix(2) { if let last = candidates.last { candidates.append(parent + "-" + last) } }
    guard let id = ids.take(candidates, unless: { existing.contains("\(folder)/\($0).md".lowercased()) }) else {
      skip(source, "imported before: the library has it")
      return nil
    }
    if let wanted = IDForm.suggestion(for: names[0]), wanted != id {
      note(source, "is called '\(id)', since '\(wanted)' is taken")
    }
    return (id, "\(folder)/\(id).md")
  }

  // MARK: Reading

  private mutating func markdown(_ file: FoundFile) -> Draft? {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try source.read(file.path, limit: library.site.limits.sourceKB * 1_024)
    } catch {
      skip(file.path, error.isTooLarge ? "longer than \(library.site.limits.sourceKB) KB" : error.reason)
      return nil
    }
    if let mistake = TextEncoding.mistake(in: bytes) {
      skip(file.path, "not stored as UTF-8" + (mistake.encoding.iconvName.map { ", but as \($0)" } ?? ""))
      return nil
    }
    let lineEnd = bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    let foreign = ForeignLabels(bytes, lineEnd: lineEnd)
    var body = Array(bytes[foreign.bodyStart...])
    var ignored = Problems()
    var options = MarkdownOptions()
    options.limits = library.site.limits.ofMarkdown
    let document = Markdown.render(body, file: file.path, options: options, report: &ignored)
    guard !document.isRefused else {
      skip(file.path, ignored.all.first?.message ?? "cannot be read as Markdown")
      return nil
    }
    let stem = IDForm.withoutExtension(lastComponent(file.path))
    let isIndex = ["index", "_index", "readme"].contains(stem.lowercased())
    let above = folderPart(file.path)
    guard let place = place(file.path, named: [isIndex ? (above.isEmpty ? name : lastComponent(above)) : stem]) else {
      return nil
    }
    var draft = Draft(source: file.path, id: place.id, path: place.path, front: foreign.front, title: "")
    draft.linesAbove = bytes[..<foreign.bodyStart].count { $0 == UInt8(ascii: "\n") }
    draft.links = document.links
    takeNames(&draft)
    let heading = document.headings.first?.text ?? ""
    if let title = draft.label("title"), !SheetCell.trimmed(title).isEmpty {
      draft.title = title
    } else if !SheetCell.trimmed(heading).isEmpty {
      draft.title = heading
    } else {
      draft.title = FileTitle.title(ofName: isIndex && !above.isEmpty ? lastComponent(above) : lastComponent(file.path))
      draft.changes.append(.set("title", to: .text(draft.title)))
    }
    if let kept = foreign.kept {
      let fence = String(repeating: "`", count: max(3, Self.longestRun(of: UInt8(ascii: "`"), in: kept.text) + 1))
      let text = String(decoding: kept.text, as: UTF8.self)
      let gap = body.isEmpty ? "" : body.last?.isLineBreak == true ? lineEnd : lineEnd + lineEnd
      body +=
        "\(gap)\(fence)\(kept.language)\(lineEnd)\(text)\(text.hasSuffix("\n") ? "" : lineEnd)\(fence)\(lineEnd)".utf8
      note(file.path, "its labels are kept below the text, not all of them could be taken over: \(kept.reason)")
    }
    draft.body = body
    let wikiLinks = Self.wikiLinkCount(in: body)
    if wikiLinks > 0 { note(file.path, "\(wikiLinks) '[[…]]' left as written; only a wiki follows them") }
    return draft
  }

  private static func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var current = 0
    for found in text {
      current = found == byte ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  private static func wikiLinkCount(in body: [UInt8]) -> Int {
    body.split(separator: UInt8(ascii: "\n")).reduce(0) { count, line in
      let text = String(decoding: line, as: UTF8.self)
      guard let open = text.firstRange(of: "[["), text[open.upperBound...].contains("]]") else { return count }
      return count + text.ranges(of: "[[").count
    }
  }

  /// Labels of others under our names: in small letters, as a rule says, or by what they mean everywhere.
  private mutating func takeNames(_ draft: inout Draft) {
    guard let source = try? LabelSource(draft.front, file: draft.path) else { return }
    var taken = Set(source.labels.entries.map(\.name))
    var splices: [Splice] = []
    for entry in source.labels.entries {
      let folded = entry.name.lowercased()
      if ["draft": "true", "published": "false"][folded] == entry.value.text?.lowercased(), entry.value.text != nil {
        if !taken.contains("status") { draft.changes.append(.set("status", to: .text("draft"))) }
        continue
      }
      let ours = rules.names[folded] ?? folded
      guard ours != entry.name, rules.names[folded] != nil || rules.knows(ours), taken.insert(ours).inserted else {
        continue
      }
      splices.append(Splice(entry.nameRange.indices, ours))
    }
    draft.front = draft.front.applying(splices) ?? draft.front
  }

  /// A document becomes a resource that brings it along.
  private mutating func document(_ file: FoundFile, _ attachments: inout Attachments) -> Draft? {
    let name = lastComponent(file.path)
    let stem = IDForm.withoutExtension(name)
    let ending = name.dropFirst(stem.count + 1)
    if let reason = attachments.reasonAgainst(file.path, self) {
      skip(file.path, reason)
      return nil
    }
    let spoken = RelativePath.percentDecoded(stem)
    guard let place = place(file.path, named: [spoken, spoken + "-" + ending]) else { return nil }
    let copy = attachments.bring(file.path, &self)
    let title = FileTitle.title(ofName: name)
    var draft = Draft(source: file.path, id: place.id, path: place.path, front: Self.empty, title: title)
    draft.changes = [
      .set("title", to: .text(title)), .set("summary", to: .text("todo")),
      .set("files", to: .list([lastComponent(copy)])),
    ]
    return draft
  }

  private mutating func linkFile(_ file: FoundFile) -> Draft? {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try source.read(file.path, limit: 1 << 20)
    } catch {
      skip(file.path, error.reason)
      return nil
    }
    guard let address = LinkFile.address(in: bytes) else {
      skip(file.path, "holds no http or https address")
      return nil
    }
    let name = lastComponent(file.path)
    guard let place = place(file.path, named: [IDForm.withoutExtension(name)]) else { return nil }
    let title = FileTitle.title(ofName: name)
    var draft = Draft(source: file.path, id: place.id, path: place.path, front: Self.empty, title: title)
    draft.changes = [
      .set("title", to: .text(title)), .set("summary", to: .text("todo")), .set("files", to: .list([address])),
    ]
    return draft
  }

  static let empty = Array("---\n---\n".utf8)
}

extension Importer.Draft {
  /// The text of a label as it stands in the source.
  func label(_ name: String) -> String? { (try? LabelSource(front, file: path))?.labels[name]?.value.text }
}
