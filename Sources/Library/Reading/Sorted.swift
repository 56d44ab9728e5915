// Looking something up by its id in an array that is in the order of ids, as files, entries and resources are: cheaper
// than a dictionary of all, for what few ask for.

extension Array {
  /// Where what has `id` stands, in an array in the order of the ids' bytes; nil where nothing has it.
  func index(ofID id: String, _ ownID: (Element) -> String) -> Int? {
    var (start, end) = (0, count)
    while start < end {
      let middle = (start + end) / 2
      if ownID(self[middle]).utf8.lexicographicallyPrecedes(id.utf8) { start = middle + 1 } else { end = middle }
    }
    return start < count && ownID(self[start]) == id ? start : nil
  }
}

extension [ResourceEntry] {
  func index(ofID id: String) -> Int? { index(ofID: id, \.resource.id) }
}

extension [Resource] {
  /// Where the resource `id` stands in `Library.resources`; nil where there is none.
  package func index(ofID id: String) -> Int? { index(ofID: id, \.id) }
}
