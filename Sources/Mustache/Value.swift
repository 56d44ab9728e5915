// What a template is filled with. A tree of values that share what is copied: a card made once can stand in a hundred
// lists at no cost. How each kind is printed and what counts as empty is decided here and in Renderer.

/// What a name in a template stands for. Absent, false, zero, and an empty text or list leave a section out; only
/// `.html` is printed as it is, everything else is escaped.
package enum Value: Sendable {
  case absent
  case bool(Bool)
  case integer(Int)
  case text(String)
  /// UTF-8 text.
  case bytes([UInt8])
  /// UTF-8 text, and the same escaped; `shared` makes it.
  case escaped(text: [UInt8], html: [UInt8])
  /// Markup made by ourselves and safe already: it is never escaped. What an author wrote must not come here unread.
  case html([UInt8])
  case list([Value])
  case object(Object)
  /// Prints nothing, but the place of it is noted (`Output.gaps`): it is filled in by whoever asked for the rendering.
  case gap
  /// Kept for many pages: an entry of the `KeptValues` that a template is rendered with.
  case kept(Int)
  /// What a function puts under a name, or as an entry of a list. No constant is such a one.
  case filling(@Sendable (Name, inout FlatValues) -> Void)

  /// The text, or absent for nil.
  package static func text(orAbsent text: String?) -> Value { text.map { .text($0) } ?? .absent }

  /// A text that many pages show: it is escaped once, here.
  package static func shared(_ text: String) -> Value {
    let bytes = Array(text.utf8)
    var html = Output([])
    html.put(escaping: bytes.span)
    return .escaped(text: bytes, html: html.finished())
  }

  /// Whether a section over it is shown.
  package var isShown: Bool {
    switch self {
    case .absent: false
    case .bool(let value): value
    case .integer(let value): value != 0
    case .text(let value): !value.isEmpty
    case .bytes(let value), .html(let value), .escaped(let value, _): !value.isEmpty
    case .list(let values): !values.isEmpty
    case .object, .gap, .kept, .filling: true
    }
  }
}

extension Value: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  package init(dictionaryLiteral fields: (Name, Value)...) {
    self = .object(Object(fields))
  }
  package init(arrayLiteral values: Value...) { self = .list(values) }
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .absent }
}
