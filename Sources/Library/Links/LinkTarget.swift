// Where the destination of a link or image leads, as far as the listing of content/ tells.

import Diagnostics
import Markdown

/// One link or image of a text, where it leads and where it stands (at its opening bracket).
struct LinkUse: Sendable {
  var target: LinkTarget
  /// As written.
  var destination: String
  var isImage: Bool
  var range: ByteRange
}

enum LinkTarget: Sendable, Equatable {
  /// Another site, an e-mail address, the top of the page…
  case elsewhere
  case page(ContentFile, anchor: String?)
  /// A heading of the same page.
  case heading(String)
  /// A file in content/ that is no page; its path below the library's root.
  case file(String)
  /// Nothing; what is written, and the path it leads to, nil where that is outside of content/.
  case nothing(written: String, path: String?)
  /// A path from the site's root, which has none.
  case rooted(String)
  case folder(String, path: String)
  /// A symbolic link or device, which has been reported itself.
  case unusable

  /// Sorts out a local destination, or a "#heading", as it is written in `file`.
  init(_ destination: String, in file: ContentFile, of tree: ContentTree) {
    let (path, anchor) = Self.parts(of: destination)
    guard let first = path.utf8.first else {
      self = anchor.map { .heading($0) } ?? .elsewhere
      return
    }
    guard first != UInt8(ascii: "/") else {
      self = .rooted(path)
      return
    }
    guard let resolved = RelativePath.resolve(path, besides: file.path) else {
      self = .nothing(written: path, path: nil)
      return
    }
    switch tree[resolved] {
    case .page(let page): self = .page(page, anchor: anchor)
    case .file(let spelled): self = path.hasSuffix("/") ? .nothing(written: path, path: resolved) : .file(spelled)
    case .folder: self = .folder(path, path: resolved)
    case .unusable: self = .unusable
    case nil:
      let isRoot = resolved == ContentTree.root
      self = isRoot ? .folder(path, path: resolved) : .nothing(written: path, path: resolved)
    }
  }

  /// The path, and the heading if one is named, with %XX read as bytes.
  private static func parts(of destination: String) -> (path: String, anchor: String?) {
    let (hash, question) = (UInt8(ascii: "#"), UInt8(ascii: "?"))
    let utf8 = destination.utf8
    guard let end = utf8.span.firstIndex(where: { $0 == hash || $0 == question }) else {
      return (RelativePath.percentDecoded(destination), nil)
    }
    let fragment = utf8.span.firstIndex { $0 == hash }.flatMap { String(utf8.dropFirst($0 + 1)) }
    let anchor = fragment.map(RelativePath.percentDecoded).flatMap { $0.isEmpty ? nil : $0 }
    return (RelativePath.percentDecoded(String(utf8.prefix(end)) ?? destination), anchor)
  }

  /// The address on the page of `file`, nil for what keeps its own or has none.
  func address(from file: ContentFile) -> String? {
    switch self {
    case .page(let page, let anchor):
      let path = page.kind == file.kind ? page.id + ".html" : "../\(page.kind)/\(page.id).html"
      return anchor.map { "\(path)#\(percentEncoded($0, keeping: .unreserved))" } ?? path
    case .file(let path): return "../" + PageFile.url(kind: file.kind, id: file.id, path: path)
    default: return nil
    }
  }
}

extension LinkTarget {
  /// What becomes of the link in the page of `file`.
  func rewriting(from file: ContentFile, isImage: Bool) -> LinkRewrite {
    switch self {
    case .elsewhere, .heading: .keep
    case .page: isImage ? .textOnly : address(from: file).map { .address($0) } ?? .keep
    case .file: address(from: file).map { .address($0) } ?? .keep
    case .nothing, .rooted, .folder, .unusable: .textOnly
    }
  }
}
