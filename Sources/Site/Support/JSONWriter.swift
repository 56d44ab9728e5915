// JSON straight to bytes: keys and arrays in the order they are written, two blanks of indentation, no build time.
// JSONEncoder costs eight times as much and orders keys by itself.

import Diagnostics

struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// A line's end, and the next line's indentation.
  private var lineEnd = [UInt8(ascii: "\n")]
  /// Whether anything stands yet in the innermost open object or array.
  private var hasItems = false
  private var awaitsValue = false

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  /// A name of ours, which needs no escaping.
  mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes += name.utf8
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  mutating func key(named name: String) {
    separate()
    appendJSONString(name, to: &bytes)
    endKey()
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
    awaitsValue = true
  }

  mutating func string(_ text: String) {
    separate()
    appendJSONString(text, to: &bytes)
  }

  /// `null` where there is none.
  mutating func string(_ text: String?) {
    guard let text else { return literal("null") }
    string(text)
  }

  mutating func integer(_ number: Int) { literal(String(number)) }
  mutating func flag(_ value: Bool) { literal(value ? "true" : "false") }

  /// On one line.
  mutating func strings(_ texts: [String]) {
    separate()
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(contentsOf: ", ".utf8) }
      appendJSONString(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func field(_ name: String, _ text: String?) {
    key(name)
    string(text)
  }

  mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    strings(texts)
  }

  mutating func field(_ name: String, _ value: Bool) {
    key(name)
    flag(value)
  }

  mutating func field(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
  }

  private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    hasItems = false
    lineEnd += "  ".utf8
    body(&self)
    lineEnd.removeLast(2)
    if hasItems { bytes += lineEnd }
    bytes.append(UInt8(ascii: close))
    hasItems = true
  }

  private mutating func separate() {
    if awaitsValue {
      awaitsValue = false
      return
    }
    guard lineEnd.count > 1 else { return }  // the outermost value
    if hasItems { bytes.append(UInt8(ascii: ",")) }
    hasItems = true
    bytes += lineEnd
  }
}
