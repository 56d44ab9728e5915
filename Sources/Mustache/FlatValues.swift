// What a template is filled with, laid side by side in a few arrays that are used again for the next page: numbers that
// say where texts, fields and entries stand, and no references, which all threads would count. Pages fill it directly or
// from a tree (`Value`); what many pages show is kept in one that all of them read (`KeptValues`).

/// A value, as `Value` has it, by where its parts stand.
struct Cell {
  enum Kind: UInt8 {
    case absent, gap, bool, integer
    /// Of the bytes. What is escaped already stands behind the text, up to `last`.
    case text, escaped, html
    /// HTML in an array of its own, by its number.
    case block
    /// Begins with the field `start`, each of which leads to the next.
    case list
    /// Ends with the field `start`, each of which leads to the one before. Without a name's bit in the number of `end` and
    /// `last`, it has none of that name.
    case object
    /// An entry of what is kept for many pages, by its number.
    case kept
  }
  /// Among which values it stands: those around what is rendered, those it is rendered with, those kept for many pages.
  enum Home: UInt8 { case surroundings, own, kept }

  var kind: Kind
  var isShown: Bool
  /// Known to who looks it up.
  var home = Home.own
  var start: UInt32 = 0
  var end: UInt32 = 0
  var last: UInt32 = 0

  static let absent = Cell(.absent, isShown: false)

  init(_ kind: Kind, isShown: Bool = true) { (self.kind, self.isShown) = (kind, isShown) }

  init(_ kind: Kind, _ start: Int, _ end: Int) {
    (self.kind, self.start, self.end, isShown) = (kind, UInt32(start), UInt32(end), start < end)
  }

  init(_ kind: Kind, number: Int, isShown: Bool = true) {
    (self.kind, self.isShown) = (kind, isShown)
    (start, end) = (UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32))
  }

  /// Of the fields from one on.
  init(_ kind: Kind, from field: Int32, mask: UInt64 = 0) {
    (self.kind, isShown) = (kind, kind == .object || field >= 0)
    start = UInt32(bitPattern: field)
    (end, last) = (UInt32(truncatingIfNeeded: mask), UInt32(truncatingIfNeeded: mask >> 32))
  }

  var number: Int { Int(start) | Int(end) << 32 }
  var field: Int { Int(Int32(bitPattern: start)) }
  var mask: UInt64 { UInt64(end) | UInt64(last) << 32 }
  var part: Range<Int> { Int(start)..<Int(end) }
}

/// A value under a name, or an entry of a list.
struct Field {
  var name: Name
  var cell: Cell
  /// Another field of the same object, or entry of the same list; −1 where there is none.
  var link: Int32
}

package struct FlatValues: Sendable {
  /// An object or list to which more is added.
  private struct Open {
    var isList = false
    var first: Int32 = -1
    var last: Int32 = -1
    var mask: UInt64 = 0
  }

  private(set) var fields: [Field] = []
  private(set) var bytes = Output()
  private(set) var blocks: [[UInt8]] = []
  /// What a template is rendered with.
  private(set) var root = Cell.absent
  private var open = Open()
  private var outer: [Open] = []

  package init() {}

  /// What fills a template by itself.
  package init(_ value: Value) {
    put(.none, value)
    root = fields[fields.count - 1].cell
  }

  /// Empties it, and keeps its memory.
  package mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    bytes.removeAll()
    blocks.removeAll(keepingCapacity: true)
    outer.removeAll(keepingCapacity: true)
    (root, open) = (.absent, Open())
  }

  // MARK: Values under their names; without one where they are entries of a list

  package mutating func put(_ name: Name = .none, _ text: String) {
    let start = bytes.count
    bytes.put(text)
    add(name, Cell(.text, start, bytes.count))
  }

  /// Absent for nil.
  package mutating func put(_ name: Name = .none, _ text: String?) {
    if let text { put(name, text) } else { putAbsent(name) }
  }

  package mutating func put(_ name: Name = .none, _ flag: Bool) { add(name, Cell(.bool, isShown: flag)) }

  package mutating func put(_ name: Name = .none, _ number: Int) {
    add(name, Cell(.integer, number: number, isShown: number != 0))
  }

  /// Text that `write` puts.
  package mutating func put(_ name: Name = .none, textBy write: (inout Output) -> Void) {
    let start = bytes.count
    write(&bytes)
    add(name, Cell(.text, start, bytes.count))
  }

  /// Markup that `write` puts; see `Value.html`.
  package mutating func put(_ name: Name = .none, htmlBy write: (inout Output) -> Void) {
    let start = bytes.count
    write(&bytes)
    add(name, Cell(.html, start, bytes.count))
  }

  package mutating func put(_ name: Name = .none, html: [UInt8]) {
    if !html.isEmpty { blocks.append(html) }
    add(name, html.isEmpty ? .absent : Cell(.block, number: blocks.count - 1))
  }

  package mutating func put(_ name: Name = .none, _ value: Value) {
    switch value {
    case .absent: putAbsent(name)
    case .gap: add(name, Cell(.gap))
    case .bool(let flag): add(name, Cell(.bool, isShown: flag))
    case .integer(let number): add(name, Cell(.integer, number: number, isShown: number != 0))
    case .text(let text): put(name, text)
    case .bytes(let text): put(name, textBy: { $0.put(text.span) })
    case .escaped(let text, let html):
      let start = bytes.count
      bytes.put(text.span)
      var cell = Cell(.escaped, start, bytes.count)
      bytes.put(html.span)
      cell.last = UInt32(bytes.count)
      add(name, cell)
    case .html(let markup): put(name, html: markup)
    case .list(let values):
      openList()
      for value in values { put(.none, value) }
      close(as: name)
    case .object(let object):
      openObject()
      for field in object.fields { put(field.0, field.1) }
      close(as: name)
    case .kept(let entry): add(name, Cell(.kept, number: entry))
    case .filling(let fill): fill(name, &self)
    }
  }

  private mutating func putAbsent(_ name: Name) {
    // Around what a page has there is nothing that a name of its own could hide.
    if outer.isEmpty, name != .none, open.mask & name.bit == 0 { return }
    add(name, .absent)
  }

  private mutating func add(_ name: Name, _ cell: Cell) {
    let place = Int32(fields.count)
    if open.isList, open.last >= 0 { fields[Int(open.last)].link = place }
    fields.append(Field(name: name, cell: cell, link: open.isList ? -1 : open.last))
    if open.first < 0 { open.first = place }
    open.last = place
    open.mask |= name.bit
  }

  // MARK: Objects and lists

  /// What is put from here on belongs to one object.
  package mutating func openObject() {
    outer.append(open)
    open = Open()
  }

  /// What is put from here on are the entries of one list.
  package mutating func openList() {
    outer.append(open)
    open = Open(isList: true)
  }

  /// Ends the object or list that was opened last.
  package mutating func close(as name: Name = .none) {
    let cell = closed
    open = outer.popLast() ?? Open()
    add(name, cell)
  }

  /// Forgets the object or list that was opened last.
  package mutating func drop() { open = outer.popLast() ?? Open() }

  /// Makes all that was put an object, or the list that was opened: with it a template is rendered.
  package mutating func finish() { root = closed }

  private var closed: Cell {
    open.isList ? Cell(.list, from: open.first) : Cell(.object, from: open.last, mask: open.mask)
  }

  /// What was put last as a value that pages can be filled with, once these values are `KeptValues`.
  package func keep() -> Value { .kept(fields.count - 1) }
}

/// Values that many pages show, and that do not change any more.
package final class KeptValues: Sendable {
  let values: FlatValues

  package init(_ values: consuming FlatValues = FlatValues()) { self.values = values }
}
