// Where the destination of a link or image leads, as far as the listing of content/ tells.

import Diagnostics

/// One link or image of a text, where it leads and where it stands (at its opening bracket).
struct LinkUse: Sendable {
  var target: LinkTarget
  var isImage: Bool
  var range: ByteRange
}

enum LinkTarget: Sendable, Equatable {
  /// Another site, an e-mail address…
  case elsewhere
  case page(PageReference, anchor: String?)
  /// A heading of the same page.
  case heading(String)
  /// A file in content/ that is no page; its path below the library's root.
  case file(String)
  /// Nothing; what is written, and the path it leads to, nil where that is outside of content/.
  case nothing(written: String, path: String?)
  /// A path from the site's root, which has none.
  case rooted(String)
  case folder(String, path: String)
  /// A symbolic link or device.
  case unusable(String)

  /// Sorts out `destination` as it is written in `file`.
  init(_ destination: String, in file: ContentFile, of tree: ContentTree) {
    if destination.hasPrefix("#") {
      let anchor = RelativePath.percentDecoded(String(destination.dropFirst()))
      self = anchor.isEmpty ? .elsewhere : .heading(anchor)
      return
    }
    guard !destination.isEmpty, !Self.hasScheme(destination), !destination.hasPrefix("//") else {
      self = .elsewhere
      return
    }
    let written = destination.prefix { $0 != "#" && $0 != "?" }
    let path = RelativePath.percentDecoded(String(written))
    guard !path.hasPrefix("/") else {
      self = .rooted(path)
      return
    }
    guard let resolved = RelativePath.resolve(path, from: file.folder) else {
      self = .nothing(written: path, path: nil)
      return
    }
    switch tree[resolved] {
    case .page(let page):
      let anchor = destination.firstIndex(of: "#").map { String(destination[destination.index(after: $0)...]) }
      self = .page(page, anchor: anchor.map(RelativePath.percentDecoded).flatMap { $0.isEmpty ? nil : $0 })
    case .file: self = path.hasSuffix("/") ? .nothing(written: path, path: resolved) : .file(resolved)
    case .folder: self = .folder(path, path: resolved)
    case .unusable: self = .unusable(path)
    case nil: self = resolved == ContentTree.root ? .folder(path, path: resolved) : .nothing(written: path, path: resolved)
    }
  }

  /// True for "https:…", "mailto:…": letters, digits, "+", "-" and "." up to a colon.
  private static func hasScheme(_ text: String) -> Bool {
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == 0 { return false }
      case UInt8(ascii: ":"): return index > 1  // one letter is a drive of Windows
      default: return false
      }
    }
    return false
  }

  /// The address on the page of `file`, nil for what keeps its own or has none.
  func address(from file: ContentFile) -> String? {
    switch self {
    case .page(let page, let anchor):
      let path = page.kind == file.kind ? "\(page.id).html" : "../\(page.kind)/\(page.id).html"
      return anchor.map { "\(path)#\(RelativePath.percentEncoded($0))" } ?? path
    case .file(let path): return "../" + Asset.url(kind: file.kind, id: file.id, path: path)
    default: return nil
    }
  }
}
