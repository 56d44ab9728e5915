// Named values. Most objects have a dozen fields, so they are one array, searched from its start; a mask of one bit a
// name answers most searches for what is not there (every outer name that a list's item is asked for). Large objects
// are kept in order of their hashes and bisected.

/// Named values, each name at most once.
package struct Object: Sendable {
  struct Field: Sendable {
    let name: Name
    var value: Value
  }

  private var fields: [Field] = []
  /// Without a name's bit here, it is not there.
  private(set) var mask: UInt64 = 0
  /// Up to here fields stay as they came; from here on they are sorted by hash.
  private static let unsortedCount = 16

  package init() {}

  /// Makes room for fields about to be set.
  package mutating func reserve(_ count: Int) { fields.reserveCapacity(count) }

  package var names: [Name] { fields.map(\.name) }

  /// The value of `name`; nil where the object does not have it. Setting nil makes it absent, which hides a value of
  /// that name further out.
  package subscript(name: Name) -> Value? {
    get { index(of: name).map { fields[$0].value } }
    set { set(name, newValue ?? .absent) }
  }

  /// The place of `name`, for `value(at:)`.
  func index(of name: borrowing Name) -> Int? {
    guard mask & name.bit != 0 else { return nil }
    let hash = name.hash
    var index = fields.count <= Self.unsortedCount ? 0 : lowerBound(hash)
    while index < fields.count {
      let candidate = fields[index].name.hash
      if candidate == hash, fields[index].name.text == name.text { return index }
      if candidate > hash, fields.count > Self.unsortedCount { return nil }
      index += 1
    }
    return nil
  }

  func value(at index: Int) -> Value { fields[index].value }

  private mutating func set(_ name: Name, _ value: Value) {
    if let index = index(of: name) {
      fields[index].value = value
      return
    }
    mask |= name.bit
    guard fields.count >= Self.unsortedCount else {
      fields.append(Field(name: name, value: value))
      return
    }
    if fields.count == Self.unsortedCount { fields.sort { $0.name.hash < $1.name.hash } }
    fields.insert(Field(name: name, value: value), at: lowerBound(name.hash))
  }

  private func lowerBound(_ hash: UInt64) -> Int {
    var low = 0
    var high = fields.count
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].name.hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
