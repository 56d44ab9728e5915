// Named values: one array, as it was written down, searched from its end. A mask of one bit a name answers most searches
// for what is not there (every outer name that a list's item is asked for). Objects are small but for the two that a
// page is rendered with, whose names the renderer finds in a table of its own.

/// Named values. Where a name is given twice, the later value counts.
package struct Object: Sendable {
  private(set) var fields: [(Name, Value)] = []
  /// Without a name's bit here, it is not there.
  private(set) var mask: UInt64 = 0

  package init() {}

  package init(_ fields: [(Name, Value)]) {
    self.fields = fields
    for place in fields.indices { mask |= fields[place].0.bit }
  }

  /// The value of `name`; nil where the object does not have it. Setting nil makes it absent, which hides a value of
  /// that name further out.
  package subscript(name: Name) -> Value? {
    get { index(of: name).map { fields[$0].1 } }
    set {
      if let index = index(of: name) {
        fields[index].1 = newValue ?? .absent
      } else {
        mask |= name.bit
        fields.append((name, newValue ?? .absent))
      }
    }
  }

  /// The place of `name` among the fields.
  func index(of name: Name) -> Int? {
    guard mask & name.bit != 0 else { return nil }
    var index = fields.count - 1
    while index >= 0 {
      if fields[index].0 == name { return index }
      index -= 1
    }
    return nil
  }
}
