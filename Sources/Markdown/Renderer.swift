// Walks the tree once and writes the page's HTML and the plain text together, noting headings, links and what is wrong on
// the way. This file has the state and the blocks; inlines, links, headings and tables have their own.
import Diagnostics

struct Renderer: ~Copyable {
  let tree: Tree
  let options: MarkdownOptions
  let rewrite: LinkRewriter
  let file: String
  let places: BlockPlaces
  var plain: PlainTexts
  /// What stands in both `html` and `text`.
  var shared: [SharedStretch] = []
  var html: ByteBuffer
  var text: ByteBuffer
  var report: Problems
  var document = MarkdownDocument()

  /// For each open list whether it is tight, for each open quote false.
  var tightness: [Bool] = []
  var block = InlineBlock()
  var inlines: InlinePlaces
  var ids: HeadingIDs
  var heading: OpenHeading?
  /// The open heading's text without the descriptions of images, as GitHub takes it for ids.
  var headingText: [UInt8] = []
  var levels = HeadingLevels()
  var image: OpenImage?
  var links: [OpenLink] = []
  var table = OpenTable()
  var footnotes = Footnotes()
  var hasWords = false
  var paragraphStart = 0

  init(
    _ tree: Tree, _ options: MarkdownOptions, _ rewrite: @escaping LinkRewriter, file: String, places: BlockPlaces,
    plain: PlainTexts, html: ByteBuffer, text: ByteBuffer, report: Problems
  ) {
    self.tree = tree
    self.options = options
    self.rewrite = rewrite
    self.file = file
    self.places = places
    self.plain = plain
    self.html = html
    self.text = text
    self.report = report
    shared.reserveCapacity(48)
    inlines = places.inlines
    ids = HeadingIDs(prefix: options.headingIDPrefix)
  }

  mutating func render() {
    tree.walk { node, kind, entering in visit(node, kind, entering) }
    if footnotes.isOpen { html.put("</ol>\n</section>\n") }
    levels.apply(to: &html, &document.headings, top: options.isUnchanged ? nil : options.topHeadingLevel)
    document.sharedHTML = SharedHTML(html, without: shared)
    document.text = text.bytes()
  }

  // MARK: Blocks

  private mutating func visit(_ node: Node, _ kind: NodeKind, _ entering: Bool) {
    if image != nil {
      describeImage(node, kind, entering)
      return
    }
    switch kind {
    case .text:
      hasWords = true
      let literal = node.literal
      guard !putPlain(literal) else { return }
      let start = (html.count, text.count)
      html.putEscaped(literal)
      text.put(literal)
      share(from: start)
      if heading != nil { headingText += literal.buffer }
    case .paragraph: visitParagraph(node, entering)
    case .heading: if entering { openHeading(node, level: node.headingLevel) } else { closeHeading() }
    case .list: visitList(node, entering)
    case .item: visitItem(node, entering)
    case .blockQuote:
      startLine()
      html.put(entering ? "<blockquote>\n" : "</blockquote>\n")
      if entering { tightness.append(false) } else { tightness.removeLast() }
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: if !putPlainBlock(node) { omitHTML(node) }
    case .thematicBreak:
      startLine()
      html.put("<hr />\n")
    case .table: if entering { openTable(node.alignments) } else { closeTable() }
    case .tableRow: if entering { openRow(isHead: node.isHeaderRow) } else { closeRow() }
    case .tableCell: if entering { openCell(node) } else { closeCell() }
    case .footnoteDefinition: if entering { openFootnote() } else { closeFootnote() }
    default: visitInline(node, kind, entering)
    }
  }

  /// Writes what an HTML block may stand for; false if it is one.
  private mutating func putPlainBlock(_ node: Node) -> Bool {
    guard let item = plain.block(node.literal, line: node.startLine) else { return false }
    switch item.kind {
    case .parts: return false
    case .paragraph:
      visitParagraph(node, true)
      hasWords = true
      put(item.range)
      visitParagraph(node, false)
    case .heading(let level):
      openHeading(node, level: level)
      put(item.range)
      headingText += places.bytes[item.range]
      closeHeading()
    case .table(let table): putPlainTable(table)
    }
    return true
  }

  /// Writes a text of the file as it stands there.
  mutating func put(_ range: Range<Int>) {
    let start = (html.count, text.count)
    html.putEscaped(places.bytes, range)
    text.put(places.bytes, range)
    share(from: start)
  }

  /// Notes what was written into both since then, if that is alike.
  @inline(__always)
  private mutating func share(from start: (html: Int, text: Int)) {
    let count = text.count - start.text
    guard count >= SharedStretch.shortest, html.count - start.html == count else { return }
    shared.append(SharedStretch(html: start.html, text: start.text, count: count))
  }

  /// Moves what was written of the HTML since `start` to `index`, before what stands there.
  mutating func moveHTML(from start: Int, to index: Int) {
    let moved = html.count - start
    html.move(from: start, to: index)
    for place in shared.indices.reversed() {
      guard shared[place].html >= index else { break }
      shared[place].html += moved
    }
  }

  /// Takes back what was written since then.
  mutating func truncate(html htmlStart: Int, text textStart: Int) {
    html.truncate(to: htmlStart)
    text.truncate(to: textStart)
    while let last = shared.last, last.html >= htmlStart { shared.removeLast() }
  }

  /// Writes a text or code that has plain texts in it; false if it has none.
  mutating func putPlain(_ literal: CText) -> Bool {
    guard let range = plain.source(of: literal) else { return false }
    put(range)
    return true
  }

  mutating func startLine() {
    if let last = html.last, last != UInt8(ascii: "\n") { html.put(UInt8(ascii: "\n")) }
  }

  mutating func endTextBlock() {
    if let last = text.last, last != UInt8(ascii: "\n") { text.put(UInt8(ascii: "\n")) }
  }

  private mutating func visitParagraph(_ node: Node, _ entering: Bool) {
    let isTight = tightness.last == true
    if entering {
      block = InlineBlock(node: node)
      hasWords = false
      paragraphStart = text.count
      plain.beginParagraph(line: node.startLine)
      guard !isTight else { return }
      startLine()
      html.put("<p>")
      return
    }
    if document.firstParagraph == nil, hasWords, !footnotes.isOpen, node.parent.map(tree.kind) == .document {
      document.firstParagraph = paragraphStart..<text.count
    }
    endTextBlock()
    guard !isTight else { return }
    if footnotes.isOpen, node.next == nil, node.parent.map(tree.kind) == .footnoteDefinition {
      html.put(" ")
      putBackReferences()
    }
    html.put("</p>\n")
  }

  private mutating func visitList(_ node: Node, _ entering: Bool) {
    guard entering else {
      html.put(node.isOrderedList ? "</ol>\n" : "</ul>\n")
      tightness.removeLast()
      return
    }
    tightness.append(node.isTightList)
    startLine()
    guard node.isOrderedList else {
      html.put("<ul>\n")
      return
    }
    html.put("<ol")
    if node.listStart != 1 {
      html.put(" start=\"")
      html.put(number: node.listStart)
      html.put("\"")
    }
    html.put(">\n")
  }

  private mutating func visitItem(_ node: Node, _ entering: Bool) {
    guard entering else {
      html.put("</li>\n")
      return
    }
    startLine()
    guard node.isTaskItem else {
      html.put("<li>")
      return
    }
    let isTicked = places.isTicked(node)
    guard !options.isUnchanged else {
      html.put("<li><input type=\"checkbox\" ")
      html.put(isTicked ? "checked=\"\" disabled=\"\" /> " : "disabled=\"\" /> ")
      return
    }
    html.put("<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"")
    html.putEscaped(isTicked ? options.labels.done : options.labels.notDone)
    html.put(isTicked ? "\" checked=\"\" /> " : "\" /> ")
  }

  private mutating func writeCodeBlock(_ node: Node) {
    startLine()
    // A block wider than the page is scrolled, which the keyboard must reach.
    html.put(options.isUnchanged ? "<pre>" : "<pre tabindex=\"0\">")
    let language = node.fenceInfo.firstWord
    if node.fenceInfo.isEmpty {
      html.put("<code>")
    } else {
      html.put("<code class=\"language-")
      html.putEscaped(language)
      html.put("\">")
    }
    let literal = node.literal
    html.putEscaped(literal)
    html.put("</code></pre>\n")
    text.put(literal)
    endTextBlock()
  }

  // MARK: Raw HTML

  private mutating func omitHTML(_ node: Node) {
    let literal = node.literal
    if options.isUnchanged {
      startLine()
      html.put("<!-- raw HTML omitted -->\n")
    }
    reportHTML(literal, at: places.firstLine(of: node))
  }

  /// Comments are left out silently: nothing that a reader should see is lost.
  mutating func reportHTML(_ literal: CText, at range: ByteRange) {
    let bytes = literal.bytes
    if bytes.starts(with: Array("<!--".utf8)), isOneComment(bytes) { return }
    guard bytes.count < 2 || bytes[1] != UInt8(ascii: "/") else { return }
    let shown = literal.string.prefix { $0 != "\n" && $0 != ">" }.prefix(40)
    report.add(
      Problem(
        .rawHTML, in: file, at: range, "HTML is left out of the page: '\(shown)…'",
        help: "write it in Markdown, or between backticks to show it as an example"))
  }

  private func isOneComment(_ bytes: [UInt8]) -> Bool {
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end >= 7, bytes[(end - 3)..<end].elementsEqual("-->".utf8) else { return false }
    return !(4..<(end - 3)).contains { bytes[$0..<$0 + 3].elementsEqual("-->".utf8) }
  }
}

/// The paragraph, heading or cell whose inlines are being written; where its marks stand is only read when asked.
struct InlineBlock {
  var node: Node?
  var isHeading = false
  var cellColumn: Int?
  var arePlacesRead = false
}
