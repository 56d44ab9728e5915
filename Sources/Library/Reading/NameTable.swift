// The forgiving lookup: an id, a label or an alias, in any case, names a term.

import Diagnostics

/// All the names of a list of terms.
package struct NameTable: Sendable {
  private var indices: [String: Int] = [:]
  private var names: [(name: String, index: Int)] = []
  /// The terms' ids in their order.
  package private(set) var ids: [String] = []

  package init() {}

  package init(_ terms: some Sequence<some Term>) {
    for term in terms { add(term) }
  }

  /// Adds a term after the others. A name that an earlier term has stays that one's.
  package mutating func add(_ term: some Term) {
    let index = ids.count
    ids.append(term.id)
    for name in [term.id, term.label] + term.aliases {
      let folded = Self.folded(name)
      guard !folded.isEmpty, indices[folded] == nil else { continue }
      indices[folded] = index
      names.append((name, index))
    }
  }

  /// The index of the term that `name` names.
  package func index(of name: String) -> Int? {
    indices[name] ?? indices[Self.folded(name)]
  }

  /// The id of the term with the name nearest to a mistyped one.
  package func suggestion(for name: String) -> String? {
    guard let nearest = names.lazy.map(\.name).closest(to: name) else { return nil }
    return index(of: nearest).map { ids[$0] }
  }

  /// The form in which names are compared: small letters, single blanks.
  package static func folded(_ name: String) -> String {
    let bytes = name.utf8.span
    guard !isFolded(bytes) else { return name }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var isBlank = true  // none at the start
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x80 else {
        return name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      if byte <= 0x20 {
        if !isBlank { folded.append(0x20) }
        isBlank = true
      } else {
        folded.append(byte.lowercased)
        isBlank = false
      }
    }
    if isBlank, !folded.isEmpty { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }

  /// True for most names, which need no memory then.
  private static func isFolded(_ bytes: Span<UInt8>) -> Bool {
    var isBlank = true
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte > 0x20 ? byte < 0x80 && !(0x41...0x5A).contains(byte) : byte == 0x20 && !isBlank else { return false }
      isBlank = byte == 0x20
    }
    return !isBlank
  }
}
