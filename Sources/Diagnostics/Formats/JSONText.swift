// JSON as it is written: names in the order in which they were given, two spaces a level, short lists of plain values
// on one line. Reading JSON is nobody's business here, and a large index is written by `JSONWriter` in the site.

/// A JSON value to be written.
package indirect enum JSONText: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case text(String)
  case list([JSONText])
  case object([(String, JSONText)])

  /// The text, or null.
  package static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }
  package static func texts(_ texts: some Sequence<String>) -> JSONText { .list(texts.map { .text($0) }) }

  /// With a line feed at its end.
  package var rendered: String {
    var output: [UInt8] = []
    append(to: &output, indent: 0)
    output.append(UInt8(ascii: "\n"))
    return String(decoding: output, as: UTF8.self)
  }

  private func append(to output: inout [UInt8], indent: Int) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .number(let value): output += String(value).utf8
    case .text(let text): appendJSONString(text, to: &output)
    case .list(let items):
      let isShort = items.count <= 12 && items.allSatisfy(\.isPlain)
      Self.enclose("[", items, "]", isShort: isShort, to: &output, indent: indent) { item, output in
        item.append(to: &output, indent: indent + 1)
      }
    case .object(let fields):
      Self.enclose("{", fields, "}", isShort: false, to: &output, indent: indent) { field, output in
        appendJSONString(field.0, to: &output)
        output += ": ".utf8
        field.1.append(to: &output, indent: indent + 1)
      }
    }
  }

  private var isPlain: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }

  private static func enclose<Item>(
    _ opening: String, _ items: [Item], _ closing: String, isShort: Bool, to output: inout [UInt8], indent: Int,
    _ body: (Item, inout [UInt8]) -> Void
  ) {
    func newLine(_ indent: Int) {
      output.append(UInt8(ascii: "\n"))
      output += [UInt8](repeating: UInt8(ascii: " "), count: indent * 2)
    }
    output += opening.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { output += (isShort ? ", " : ",").utf8 }
      if !isShort { newLine(indent + 1) }
      body(item, &output)
    }
    if !isShort, !items.isEmpty { newLine(indent) }
    output += closing.utf8
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(dictionaryLiteral elements: (String, JSONText)...) { self = .object(elements) }
  package init(arrayLiteral elements: JSONText...) { self = .list(elements) }
}
