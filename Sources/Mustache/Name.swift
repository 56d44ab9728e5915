// The name of a value, as templates write it and as data gives it. Its hash is worked out once, when a template is
// compiled or an object is made, so that rendering compares numbers; equal numbers are still checked by their text.

/// The name of one value, such as "title"; written as a text literal in Swift.
package struct Name: Sendable {
  package let text: String
  let hash: UInt64

  package init(_ text: String) {
    self.text = text
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.hash = hash
  }

  /// One of 64 bits: an object without this bit has no field of this name.
  var bit: UInt64 { 1 << ((hash ^ (hash >> 32)) & 63) }
}

extension Name: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

extension Name: Hashable {
  package static func == (left: Name, right: Name) -> Bool { left.hash == right.hash && left.text == right.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
