// JSON straight to bytes: keys and arrays in the order they are written, two blanks of indentation, no build time.
// JSONEncoder costs eight times as much and orders keys by itself.

import Diagnostics
import Mustache

struct JSONWriter {
  private var output: Output
  /// A comma, a line's end, and the next line's indentation as far in as anything stands.
  private let nextLine = Array(",\n                ".utf8)
  private var depth = 0
  /// Whether anything stands yet in the innermost open object or array.
  private var hasItems = false
  private var awaitsValue = false
  /// The names in the object of a list that was written last, each with all that stands before its value; and how many of
  /// them the object has that is being written. All objects of a list have the same.
  private var names: [(name: String, bytes: [UInt8])] = []
  private var nameCount = 0
  /// How deep the objects of the outermost object's lists stand.
  private static let listedDepth = 3

  init(capacity: Int = 0) { output = Output(capacity: capacity) }

  consuming func finished() -> [UInt8] {
    var written = Output()
    swap(&written, &output)  // or it would be a copy
    return written.finished()
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  /// A name of ours, which needs no escaping.
  mutating func key(_ name: String) {
    let isListed = depth == Self.listedDepth && hasItems == (nameCount > 0)
    if isListed { listedKey(name) } else { newKey(name) }
  }

  private mutating func listedKey(_ name: String) {
    if nameCount < names.count, names[nameCount].name == name {
      let known = names[nameCount].bytes
      output.put(known.span)
      hasItems = true
      awaitsValue = true
    } else {
      let start = output.count
      newKey(name)
      names.removeLast(names.count - nameCount)
      names.append((name, Array(output.written[start...])))
    }
    nameCount += 1
  }

  private mutating func newKey(_ name: String) {
    separate()
    output.put(UInt8(ascii: "\""))
    put(name)
    put("\": ")
    awaitsValue = true
  }

  mutating func key(named name: String) {
    separate()
    quote(name)
    put(": ")
    awaitsValue = true
  }

  mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  /// `null` where there is none.
  mutating func string(_ text: String?) {
    guard let text else { return literal("null") }
    string(text)
  }

  mutating func integer(_ number: Int) {
    separate()
    output.put(decimal: number)
  }
  mutating func flag(_ value: Bool) { literal(value ? "true" : "false") }

  /// On one line.
  mutating func strings<Item>(_ items: [Item], _ text: (Item) -> String) {
    separate()
    output.put(UInt8(ascii: "["))
    for index in items.indices {
      if index > 0 { put(", ") }
      quote(text(items[index]))
    }
    output.put(UInt8(ascii: "]"))
  }

  mutating func field(_ name: String, _ text: String?) {
    key(name)
    string(text)
  }

  mutating func field(_ name: String, _ texts: [String]) { field(name, texts) { $0 } }

  mutating func field<Item>(_ name: String, _ items: [Item], _ text: (Item) -> String) {
    key(name)
    strings(items, text)
  }

  mutating func field(_ name: String, _ value: Bool) {
    key(name)
    flag(value)
  }

  mutating func field(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  mutating func endLine() { output.put(UInt8(ascii: "\n")) }

  private mutating func literal(_ text: String) {
    separate()
    put(text)
  }

  private mutating func put(_ text: String) {
    let utf8 = text.utf8
    output.put(utf8.span)
  }

  private mutating func quote(_ text: String) {
    let utf8 = text.utf8
    if isPlainInJSON(utf8.span) {
      output.put(UInt8(ascii: "\""))
      output.put(utf8.span)
      output.put(UInt8(ascii: "\""))
    } else {
      var escaped: [UInt8] = []
      appendJSONString(text, to: &escaped)
      output.put(escaped.span)
    }
  }

  private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    separate()
    output.put(UInt8(ascii: open))
    hasItems = false
    depth += 1
    if depth == Self.listedDepth { nameCount = 0 }
    body(&self)
    depth -= 1
    if hasItems { output.put(nextLine, 1..<2 + depth * 2) }
    output.put(UInt8(ascii: close))
    hasItems = true
  }

  private mutating func separate() {
    if awaitsValue {
      awaitsValue = false
      return
    }
    guard depth > 0 else { return }  // the outermost value
    output.put(nextLine, (hasItems ? 0 : 1)..<2 + depth * 2)
    hasItems = true
  }
}

extension Output {
  fileprivate mutating func put(_ bytes: [UInt8], _ part: Range<Int>) { put(bytes.span.extracting(part)) }
}
