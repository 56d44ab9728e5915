// Every pointer that the C library gives out lives in this file; what leaves it is a number, a copy, or a `Node`/`CText`
// that is good only inside the closure of `withTree`. The memory behind them is `Arena.swift`'s.
//
// Who allocates, who frees, how long it lives:
// - cmark_gfm_core_extensions_ensure_registered, cmark_find_syntax_extension, cmark_syntax_extension_new,
//   cmark_llist_append, cmark_parser_new: the default allocator, once per process, kept for ever (`Library.shared`).
// - cmark_parser_new_with_mem, cmark_parser_feed, cmark_parser_finish, cmark_node_new_with_mem: the
//   thread's arena (`ThreadState.memory`). Nothing is freed one by one; `withTree` drops all of it at its end.
// - cmark_node_get_literal, _url, _title, _fence_info, _string_content: owned by the node, so also the arena's.
import CCMarkGFM

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// MARK: - The library, mended once per process

/// Syntax that not every text has, and that is not looked for where it cannot be: that saves a tenth of the parsing.
struct ExtraSyntax: OptionSet {
  let rawValue: UInt8
  static let tables = ExtraSyntax(rawValue: 1)
  static let strikethrough = ExtraSyntax(rawValue: 2)
  /// Links made of bare addresses.
  static let addresses = ExtraSyntax(rawValue: 4)
  static let tasks = ExtraSyntax(rawValue: 8)
  static let footnotes = ExtraSyntax(rawValue: 16)
}

/// cmark-gfm with its extensions, made safe for parsing on many threads.
private struct Library {
  /// swift_once makes the registration safe; cmark's own guard is a plain `static int`.
  nonisolated(unsafe) static let shared = Library()  // never changed once it is made
  let extensions: [(syntax: ExtraSyntax, extension: OpaquePointer)]
  let taskList: OpaquePointer
  let memory: UnsafeMutablePointer<cmark_mem>

  private init() {
    ThreadState.prepare()
    cmark_gfm_core_extensions_ensure_registered()
    func found(_ name: String) -> OpaquePointer {
      guard let found = cmark_find_syntax_extension(name) else { preconditionFailure("cmark-gfm lacks '\(name)'") }
      return found
    }
    // No "tagfilter": raw HTML is left out altogether.
    let (autolink, strikethrough) = (found("autolink"), found("strikethrough"))
    taskList = found("tasklist")
    extensions = [
      (.tables, found("table")), (.strikethrough, strikethrough), (.addresses, autolink), (.tasks, taskList),
    ]

    memory = .allocate(capacity: 1)
    memory.initialize(to: ThreadState.memory)

    // cmark keeps the special characters of extensions in two process-wide tables, which every parser switches on
    // before and *off* after its work: another thread then misses autolinks and strikethroughs, silently. So the
    // extensions are left with nothing to switch off: `~` is switched on once, for ever, and so is what bare addresses
    // need (`addressMarks`).
    Library.switchOn(strikethrough)
    cmark_syntax_extension_set_special_inline_chars(autolink, nil)
    // Strikethrough is found again by its character when delimiters are matched: byte 0, which no text contains.
    cmark_syntax_extension_set_special_inline_chars(
      strikethrough, cmark_llist_append(cmark_get_default_mem_allocator(), nil, nil))
    cmark_syntax_extension_set_emphasis(strikethrough, 0)
    // As cmark-gfm's own, but what it pushes is byte 0.
    cmark_syntax_extension_set_match_inline_func(strikethrough) { _, _, _, character, parser in
      guard character == UInt8(ascii: "~") else { return nil }
      var left: Int32 = 0
      var right: Int32 = 0
      var before: Int32 = 0
      var after: Int32 = 0
      let count = cmark_inline_parser_scan_delimiters(parser, 100, character, &left, &right, &before, &after)
      guard let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, Library.shared.memory) else { return nil }
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(count) + 1) { tildes in
        tildes.initialize(repeating: CChar(UInt8(ascii: "~")))
        tildes[Int(count)] = 0
        cmark_node_set_literal(node, tildes.baseAddress)
      }
      if left | right != 0, count <= 2 { cmark_inline_parser_push_delimiter(parser, 0, left, right, node) }
      return node
    }
  }

  /// Makes an extension's characters special for all parsers.
  private static func switchOn(_ syntax: OpaquePointer) {
    guard let primer = cmark_parser_new(0) else { preconditionFailure("cmark-gfm gives no parser") }
    cmark_parser_attach_syntax_extension(primer, syntax)
    cmark_manage_extensions_special_characters(primer, 1)
    cmark_parser_free(primer)
  }

  /// Makes `:` and `w` special, which bare addresses are found by. Wherever one of them stands, it cuts a run of plain text
  /// in two, which costs as much as a word: so it is done for the first text that may have such an address. Texts without
  /// come out the same before, after and meanwhile.
  nonisolated(unsafe) private static let addressMarks: OpaquePointer = {
    guard let marks = cmark_syntax_extension_new("address marks") else { preconditionFailure("no extension") }
    var characters: UnsafeMutablePointer<cmark_llist>?
    for character in ":w".utf8 {
      characters = cmark_llist_append(
        cmark_get_default_mem_allocator(), characters, UnsafeMutableRawPointer(bitPattern: Int(character)))
    }
    cmark_syntax_extension_set_special_inline_chars(marks, characters)
    // Without one it would be no extension for inlines.
    cmark_syntax_extension_set_match_inline_func(marks) { _, _, _, _, _ in nil }
    switchOn(marks)
    return marks
  }()

  /// Parses the inlines.
  func finish(_ parser: OpaquePointer, _ syntax: ExtraSyntax) -> OpaquePointer? {
    if syntax.contains(.addresses) { _ = Library.addressMarks }
    return cmark_parser_finish(parser)
  }
}

// MARK: - The tree

/// What a node is.
enum NodeKind: UInt8 {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
  case table, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, footnoteReference, strikethrough
  case other

  /// What cannot hold other nodes.
  var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline: true
    default: false
    }
  }

  /// cmark numbers blocks 0x8001… and inlines 0xc001…; extensions add theirs at the end, when they are registered.
  fileprivate static let byType: [NodeKind] = {
    var kinds = [NodeKind](repeating: .other, count: 128)
    let core: [(cmark_node_type, NodeKind)] = [
      (CMARK_NODE_DOCUMENT, .document), (CMARK_NODE_BLOCK_QUOTE, .blockQuote), (CMARK_NODE_LIST, .list),
      (CMARK_NODE_ITEM, .item), (CMARK_NODE_CODE_BLOCK, .codeBlock), (CMARK_NODE_HTML_BLOCK, .htmlBlock),
      (CMARK_NODE_PARAGRAPH, .paragraph), (CMARK_NODE_HEADING, .heading),
      (CMARK_NODE_THEMATIC_BREAK, .thematicBreak), (CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition),
      (CMARK_NODE_TEXT, .text), (CMARK_NODE_SOFTBREAK, .softBreak), (CMARK_NODE_LINEBREAK, .lineBreak),
      (CMARK_NODE_CODE, .code), (CMARK_NODE_HTML_INLINE, .htmlInline), (CMARK_NODE_EMPH, .emphasis),
      (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link), (CMARK_NODE_IMAGE, .image),
      (CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference),
    ]
    for (type, kind) in core { kinds[index(type)] = kind }
    // The types of extensions have no constants: a probe document shows them.
    let probe = Array("|a|\n|-|\n|~~b~~|\n".utf8)
    withTree(probe, from: 0, repairingUTF8: false, syntax: [.tables, .strikethrough], kinds: kinds) { tree in
      tree.walk { node, _, _ in
        let type = cmark_node_get_type(node.raw)
        switch String(cString: cmark_node_get_type_string(node.raw)) {
        case "table": kinds[index(type)] = .table
        case "table_row", "table_header": kinds[index(type)] = .tableRow
        case "table_cell": kinds[index(type)] = .tableCell
        case "strikethrough": kinds[index(type)] = .strikethrough
        default: break
        }
      }
    }
    return kinds
  }()

  @inline(__always) fileprivate static func index(_ type: cmark_node_type) -> Int {
    Int(type.rawValue & 0x3f | (type.rawValue >> 8) & 0x40)
  }
}

/// One node; good only inside the closure of `withTree`.
struct Node: Equatable {
  fileprivate let raw: OpaquePointer

  var parent: Node? { cmark_node_parent(raw).map(Node.init) }
  var next: Node? { cmark_node_next(raw).map(Node.init) }
  var firstChild: Node? { cmark_node_first_child(raw).map(Node.init) }

  /// The text of text, code, HTML and footnote references (their number).
  var literal: CText { CText(cmark_node_get_literal(raw)) }
  var url: CText { CText(cmark_node_get_url(raw)) }
  var title: CText { CText(cmark_node_get_title(raw)) }
  var fenceInfo: CText { CText(cmark_node_get_fence_info(raw)) }
  /// What the inlines of a paragraph, heading or cell were parsed from: its lines without what encloses them.
  var content: CText { CText(cmark_node_get_string_content(raw)) }

  /// Line and column from 1 in what the library was given.
  var startLine: Int { Int(cmark_node_get_start_line(raw)) }
  var startColumn: Int { Int(cmark_node_get_start_column(raw)) }
  var endLine: Int { Int(cmark_node_get_end_line(raw)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(raw)) }
  var isTightList: Bool { cmark_node_get_list_tight(raw) != 0 }
  var isOrderedList: Bool { cmark_node_get_list_type(raw) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(raw)) }
  var isTaskItem: Bool { cmark_node_get_syntax_extension(raw) == Library.shared.taskList }
  /// cmark's own opinion, which takes any "[x]" on the line for a tick.
  var isTickedByCmark: Bool { cmark_gfm_extensions_get_tasklist_item_checked(raw) }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(raw) != 0 }
  /// Of a table, one byte a column: "l", "c", "r" or 0.
  var alignments: [UInt8] {
    guard let start = cmark_gfm_extensions_get_table_alignments(raw) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(cmark_gfm_extensions_get_table_columns(raw))))
  }
}

/// A parsed document; good only inside the closure of `withTree`.
struct Tree {
  private let root: OpaquePointer
  private let kinds: UnsafePointer<NodeKind>

  fileprivate init(root: OpaquePointer, kinds: UnsafePointer<NodeKind>) {
    self.root = root
    self.kinds = kinds
  }

  /// Leaves are only entered, all others entered and left. No recursion: depth is the author's.
  @inline(__always) func walk(_ visit: (_ node: Node, _ kind: NodeKind, _ entering: Bool) -> Void) {
    let root = Node(raw: root)
    var node = root
    while true {
      let kind = kind(node)
      visit(node, kind, true)
      if !kind.isLeaf {
        if let child = node.firstChild {
          node = child
          continue
        }
        visit(node, kind, false)
      }
      var next = node == root ? nil : node.next
      while next == nil, node != root, let parent = node.parent {
        node = parent
        visit(node, self.kind(node), false)
        next = node == root ? nil : node.next
      }
      guard let next else { return }
      node = next
    }
  }

  @inline(__always) func kind(_ node: Node) -> NodeKind { kinds[NodeKind.index(cmark_node_get_type(node.raw))] }
}

/// Parses `bytes[start...]` and hands the tree to `body`; with its return every part of the tree is gone. `repairing`
/// replaces what is not UTF-8. In place of plain texts the tree has what stands for them.
func withTree<Result>(
  _ bytes: [UInt8], from start: Int, plain: PlainTexts, repairingUTF8: Bool, syntax: ExtraSyntax,
  _ body: (Tree) -> Result
) -> Result {
  withTree(
    bytes, from: start, plain: plain, repairingUTF8: repairingUTF8, syntax: syntax, kinds: NodeKind.byType,
    body)
}

private func withTree<Result>(
  _ bytes: [UInt8], from start: Int, plain: PlainTexts = PlainTexts(), repairingUTF8: Bool, syntax: ExtraSyntax,
  kinds: [NodeKind], _ body: (Tree) -> Result
) -> Result {
  let library = Library.shared
  return ThreadState.withArena {
    let options =
      (syntax.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : 0) | (repairingUTF8 ? CMARK_OPT_VALIDATE_UTF8 : 0)
    guard let parser = cmark_parser_new_with_mem(options, library.memory) else { preconditionFailure("no parser") }
    for known in library.extensions where syntax.contains(known.syntax) {
      cmark_parser_attach_syntax_extension(parser, known.extension)
    }
    bytes.withUnsafeBytes { all in
      var body = UnsafeRawBufferPointer(rebasing: all[min(start, all.count)...])
      if !plain.isEmpty { body = shortened(body, without: plain, from: start) }
      if let first = body.baseAddress, !body.isEmpty { cmark_parser_feed(parser, first, body.count) }
    }
    guard let root = library.finish(parser, syntax) else { preconditionFailure("cmark-gfm gives no tree") }
    return kinds.withUnsafeBufferPointer { kinds in
      guard let first = kinds.baseAddress else { preconditionFailure("no node kinds") }
      return body(Tree(root: root, kinds: first))
    }
  }
}

/// `body`, which begins at `start`, without plain texts; in the arena.
private func shortened(
  _ body: UnsafeRawBufferPointer, without plain: PlainTexts, from start: Int
) -> UnsafeRawBufferPointer {
  let room = UnsafeMutableRawBufferPointer(
    start: ThreadState.current.pointee.arena.allocate(body.count), count: body.count)
  var (read, written) = (0, 0)
  func put(_ bytes: UnsafeRawBufferPointer) {
    UnsafeMutableRawBufferPointer(rebasing: room[written...]).copyMemory(from: bytes)
    written += bytes.count
  }
  plain.forEach { text, placeholder in
    put(UnsafeRawBufferPointer(rebasing: body[read..<text.lowerBound - start]))
    put(UnsafeRawBufferPointer(start: placeholder.utf8Start, count: placeholder.utf8CodeUnitCount))
    read = text.upperBound - start
  }
  put(UnsafeRawBufferPointer(rebasing: body[read...]))
  return UnsafeRawBufferPointer(rebasing: room[..<written])
}

// MARK: - Bytes

/// Text that a node owns; good only inside the closure of `withTree`.
struct CText {
  let start: UnsafePointer<UInt8>
  let count: Int

  fileprivate init(_ pointer: UnsafePointer<CChar>?) {
    start = pointer.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) } ?? ("" as StaticString).utf8Start
    count = pointer.map(strlen) ?? 0
  }

  init() { self.init(nil) }

  var isEmpty: Bool { count == 0 }
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  var bytes: [UInt8] { Array(buffer) }
  var string: String { String(decoding: buffer, as: UTF8.self) }

  func hasPrefix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  func stands(in bytes: [UInt8], at index: Int) -> Bool {
    guard index + count <= bytes.count else { return false }
    return bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { memcmp($0 + index, start, count) == 0 } ?? true }
  }

  /// True where `text` stands at `index`.
  func has(_ text: CText, at index: Int) -> Bool {
    index + text.count <= count && memcmp(start + index, text.start, text.count) == 0
  }

  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    precondition(start <= count)
    guard let found = memchr(self.start + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(self.start)
  }

  subscript(range: Range<Int>) -> CText {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return CText(start: start + range.lowerBound, count: range.count)
  }

  /// Without blanks and line ends at its end.
  var trimmed: CText {
    var end = count
    while end > 0, start[end - 1] <= 0x20 { end -= 1 }
    return CText(start: start, count: end)
  }

  var lineCount: Int {
    var lines = 1
    for byte in buffer where byte == 0x0a { lines += 1 }
    return lines
  }

  func hasSuffix(_ text: CText) -> Bool {
    count >= text.count && memcmp(start + (count - text.count), text.start, text.count) == 0
  }

  @inline(__always) subscript(index: Int) -> UInt8 {
    precondition(index < count)
    return start[index]
  }

  /// Up to the first white space: the language of a code block.
  var firstWord: CText {
    var end = 0
    while end < count, !(start[end] == 32 || (9...13).contains(start[end])) { end += 1 }
    return CText(start: start, count: end)
  }

  private init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }
}
