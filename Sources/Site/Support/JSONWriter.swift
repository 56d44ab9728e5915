// JSON straight to bytes: keys and arrays in the order they are written, two blanks of indentation, no build time.
// JSONEncoder costs eight times as much and orders keys by itself.

import Diagnostics

struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether anything stands yet in each open object or array.
  private var hasItems: [Bool] = []
  private var awaitsValue = false

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  mutating func key(_ name: String) {
    separate()
    appendJSONString(name, to: &bytes)
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
    hasItems.append(false)
    body(&self)
    if hasItems.removeLast() { newLine() }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func separate() {
    if awaitsValue {
      awaitsValue = false
      return
    }
    guard let hadItems = hasItems.last else { return }
    if hadItems { bytes.append(UInt8(ascii: ",")) }
    hasItems[hasItems.count - 1] = true
    newLine()
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: hasItems.count * 2))
  }
}
