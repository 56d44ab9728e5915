// The name of a value, as templates write it and as data gives it: a number, so that rendering compares numbers and objects
// are cheap to make and to let go. Two names in 2⁶⁴ would have to meet for a template to print a value under another name.

/// The name of one value, such as "title"; written as a text literal in Swift.
package struct Name: Hashable, Sendable {
  let hash: UInt64

  package init(_ text: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    let bytes = text.utf8.span  // a third of what its iterator costs
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    self.hash = hash
  }

  init(hash: UInt64) { self.hash = hash }

  /// Of what has none: an entry of a list.
  package static var none: Name { Name(hash: 0) }

  /// One of 64 bits: an object without this bit has no field of this name.
  @inline(__always) var bit: UInt64 { 1 << ((hash ^ (hash >> 32)) & 63) }
}

extension Name: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}
