// Inlines: emphasis, code, breaks, references to footnotes; and links and images, of which only safe ones are written.
import Diagnostics

struct OpenImage {
  var node: Node
  /// Its index in the document's links; nil inside another image's description.
  var link: Int
  /// False if only the description is shown.
  var isShown: Bool
  var width: Int?
  var height: Int?
  var textStart: Int
}

struct OpenLink {
  /// nil for a bare address that is no link here.
  var index: Int?
  /// False if only its text is shown.
  var isShown: Bool
}

extension Renderer {
  mutating func visitInline(_ node: Node, _ kind: NodeKind, _ entering: Bool) {
    switch kind {
    case .softBreak:
      html.put(UInt8(ascii: "\n"))
      text.put(UInt8(ascii: " "))
    case .lineBreak:
      html.put("<br />\n")
      text.put(UInt8(ascii: " "))
    case .code:
      hasWords = true
      let literal = node.literal
      html.put("<code>")
      if !putPlain(literal) {
        html.putEscaped(literal)
        text.put(literal)
        if heading != nil { headingText += literal.buffer }
      }
      html.put("</code>")
    case .emphasis: html.put(entering ? "<em>" : "</em>")
    case .strong: html.put(entering ? "<strong>" : "</strong>")
    case .strikethrough: html.put(entering ? "<del>" : "</del>")
    case .link: if entering { openLink(node) } else { closeLink() }
    case .image: if entering { openImage(node) }
    case .footnoteReference: if entering { putFootnoteReference(node.literal) }
    case .htmlInline: omitTag(node)
    default: break
    }
  }

  private mutating func omitTag(_ node: Node) {
    let literal = node.literal
    if options.isUnchanged {
      html.put("<!-- raw HTML omitted -->")
    } else if literal.count >= 4, literal[1] | 0x20 == UInt8(ascii: "b"), literal[2] | 0x20 == UInt8(ascii: "r") {
      // The words on both sides of a "<br>" must not touch.
      html.put(" ")
    }
    text.put(UInt8(ascii: " "))
    readInlines()
    reportHTML(literal, at: place(of: inlines.tag(literal)))
  }

  // MARK: Places

  /// Makes `inlines` those of the current block.
  private mutating func readInlines() {
    guard !block.arePlacesRead, let node = block.node else { return }
    block.arePlacesRead = true
    if let column = block.cellColumn, let row = node.parent, let table = row.parent {
      places.read(cell: node, column: column, row: row, table: table, into: &inlines)
    } else {
      places.read(node, isHeading: block.isHeading, nextTable: node.next, into: &inlines)
    }
  }

  /// What was found in the current block's text, as a range of the file; its first line where nothing was.
  private func place(of found: Range<Int>?) -> ByteRange {
    guard let found else { return block.node.map(places.firstLine) ?? .start }
    // Where bytes were replaced for not being UTF-8, the text is longer than the file's.
    let last = places.bytes.count - 1
    return ByteRange(
      min(inlines.source(found.lowerBound), last),
      min(inlines.source(max(found.lowerBound, found.upperBound - 1)), last) + 1)
  }

  // MARK: Links

  private mutating func openLink(_ node: Node) {
    let address = node.url
    let destination = address.string
    let target = MarkdownLink.Target(address)
    let label = label(of: node)
    let isBare = isAutolink(address, label)
    readInlines()
    let range = place(
      of: isBare ? inlines.autolink(label) : inlines.link(isImage: false, destination: address, text: label))
    let isAngled = isBare && places.bytes[min(Int(range.lower), places.bytes.count - 1)] == UInt8(ascii: "<")
    // A bare "ftp://…" in running text is not meant as a link by its author, so it is nothing to report either.
    if target == .unsafe, isBare, !isAngled, !options.isUnchanged {
      links.append(OpenLink(index: nil, isShown: false))
      return
    }
    if document.links.isEmpty { document.links.reserveCapacity(8) }
    document.links.append(
      MarkdownLink(
        isImage: false, target: target, destination: destination, range: range, textRange: text.count..<text.count))
    let shown = options.isUnchanged ? unchangedAddress(destination) : shownAddress(destination, target, range)
    // HTML knows no link inside a link; Markdown makes one of "[<https://a.example> b](c)".
    let isShown = shown != nil && (options.isUnchanged || !links.contains(where: \.isShown))
    links.append(OpenLink(index: document.links.count - 1, isShown: isShown))
    guard isShown, let shown else { return }
    html.put("<a href=\"")
    html.putAddress(shown)
    putTitle(node.title)
    html.put("\"")
    // Other websites need not learn from which page of the intranet somebody came.
    if target == .external, !options.isUnchanged { html.put(" rel=\"noreferrer\"") }
    html.put(">")
  }

  private mutating func closeLink() {
    guard let open = links.popLast() else { return }
    if let index = open.index {
      document.links[index].textRange = document.links[index].textRange.lowerBound..<text.count
    }
    if open.isShown { html.put("</a>") }
  }

  /// The text with which a link or an image begins, if it begins with plain text.
  private func label(of node: Node) -> CText {
    guard let first = node.firstChild, tree.kind(first) == .text else { return CText() }
    return first.literal
  }

  private func isAutolink(_ address: CText, _ label: CText) -> Bool {
    guard !label.isEmpty, address.hasSuffix(label) else { return false }
    switch address.count - label.count {
    case 0: return true
    case 7: return address.hasPrefix("mailto:") || address.hasPrefix("http://")
    default: return false
    }
  }

  /// nil if only the text is shown.
  private mutating func shownAddress(
    _ destination: String, _ target: MarkdownLink.Target, _ range: ByteRange
  ) -> String? {
    switch target {
    case .external: return destination.utf8.first == UInt8(ascii: "/") ? "https:" + destination : destination
    case .fragment, .contact: return destination
    case .unsafe:
      report.add(
        Problem(
          .unsafeLink, in: file, at: range, "a link leads to '\(excerpt(destination))', which is not allowed",
          help: "link to a web page ('https://…'), an e-mail address ('mailto:…') or a file by its path"))
      return nil
    case .local:
      switch rewrite(destination, false) {
      case .keep: return destination
      case .address(let address, _, _): return address
      case .textOnly: return nil
      }
    }
  }

  private func excerpt(_ text: String) -> String {
    let shown = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    return shown.count > 60 ? shown.prefix(60) + "…" : shown
  }

  /// What cmark-gfm writes: an empty address for those that it knows as unsafe.
  private func unchangedAddress(_ destination: String) -> String {
    let lower = destination.lowercased()
    let isImage = ["png", "gif", "jpeg", "webp"].contains { lower.hasPrefix("data:image/\($0)") }
    let isUnsafe = ["javascript:", "vbscript:", "file:", "data:"].contains { lower.hasPrefix($0) }
    return isUnsafe && !isImage ? "" : destination
  }

  private mutating func putTitle(_ title: CText) {
    guard !title.isEmpty else { return }
    html.put("\" title=\"")
    html.putEscaped(title)
  }

  // MARK: Images

  private mutating func openImage(_ node: Node) {
    let destination = node.url.string
    let target = MarkdownLink.Target(node.url)
    let label = label(of: node)
    readInlines()
    let range = place(of: inlines.link(isImage: true, destination: node.url, text: label))
    document.links.append(
      MarkdownLink(
        isImage: true, target: target, destination: destination, range: range, textRange: text.count..<text.count))
    var open = OpenImage(node: node, link: document.links.count - 1, isShown: true, textStart: text.count)
    var address = destination
    if options.isUnchanged {
      address = unchangedAddress(destination)
    } else {
      switch target {
      case .external:
        open.isShown = false
        report.add(
          Problem(
            .remoteImage, in: file, at: range, "the image '\(excerpt(destination))' is on another website",
            help: "save it beside this text and name it by its path: ![what it shows](image.png)"))
      case .unsafe, .contact, .fragment:
        open.isShown = false
        report.add(
          Problem(
            .unsafeLink, in: file, at: range, "an image's address is '\(excerpt(destination))', which is not allowed",
            help: "save the image beside this text and name it by its path: ![what it shows](image.png)"))
      case .local:
        switch rewrite(destination, true) {
        case .keep: break
        case .address(let new, let width, let height): (address, open.width, open.height) = (new, width, height)
        case .textOnly: open.isShown = false
        }
      }
    }
    image = open
    guard open.isShown else { return }
    html.put("<img src=\"")
    html.putAddress(address)
    html.put("\" alt=\"")
  }

  /// All that stands in an image's brackets is its description, as plain text.
  mutating func describeImage(_ node: Node, _ kind: NodeKind, _ entering: Bool) {
    if let open = image, open.node == node {
      closeImage(open)
      return
    }
    switch kind {
    case .text, .code:
      let literal = node.literal
      html.putEscaped(literal)
      text.put(literal)
    case .htmlInline:
      // It is an attribute's text, or left out where it would not be.
      if options.isUnchanged { html.putEscaped(node.literal) }
    case .softBreak, .lineBreak:
      html.put(UInt8(ascii: " "))
      text.put(UInt8(ascii: " "))
    default: break
    }
  }

  private mutating func closeImage(_ open: OpenImage) {
    image = nil
    let range = open.textStart..<text.count
    document.links[open.link].textRange = range
    if !options.isUnchanged, !text.bytes(range).contains(where: { $0 > 0x20 }) {
      report.add(
        Problem(
          .missingAlt, in: file, at: document.links[open.link].range, "an image has no description",
          help: "say what it shows: ![Downtime before and after](\(excerpt(document.links[open.link].destination)))"))
    }
    guard open.isShown else { return }
    putTitle(open.node.title)
    guard !options.isUnchanged else {
      html.put("\" />")
      return
    }
    html.put("\"")
    if let width = open.width, let height = open.height {
      html.put(" width=\"")
      html.put(number: width)
      html.put("\" height=\"")
      html.put(number: height)
      html.put("\"")
    }
    html.put(" loading=\"lazy\" decoding=\"async\" />")
  }
}
