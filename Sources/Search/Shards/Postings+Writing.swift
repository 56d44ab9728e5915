// Postings as a shard has them, in printable numbers: for each document the gap to the one before and the level; and, in
// a file of their own, for each document how many places there are, the first, and the gaps between them.

extension Postings {
  /// How many bytes a term's postings take.
  func byteCount(ofTerm term: Int) -> Int {
    var last = -1
    var count = 0
    forEachDocument(ofTerm: term) { document in
      count &+= Printable.length(document &- last &- 1) &+ 1
      last = document
    }
    return count
  }

  func write(_ term: Int, to bytes: inout PrintableBytes) {
    bytes.append(numbers: 2 * count(ofTerm: term)) { target, next in
      let numbers = Printable.pairs
      let pairs = numbers.span
      var last = -1
      forEach(ofTerm: term) { document, level in
        Printable.put(document &- last &- 1, at: &next, in: &target, pairs)
        target[next] = Printable.digit(level)
        next &+= 1
        last = document
      }
    }
  }

  func writePlaces(of term: Int, to bytes: inout PrintableBytes) {
    bytes.append(numbers: mostPlaceNumbers(ofTerm: term)) { target, next in
      let numbers = Printable.pairs
      let pairs = numbers.span
      forEachPlaceNumber(ofTerm: term) { Printable.put($0, at: &next, in: &target, pairs) }
    }
  }
}

/// Bytes that grow by many numbers at a time.
struct PrintableBytes {
  private var bytes: [UInt8] = []
  private(set) var count = 0

  var written: ArraySlice<UInt8> { bytes[..<count] }

  /// Lets `write` put up to so many numbers from `next` on, and leave in it where it ended.
  mutating func append(numbers: Int, _ write: (_ target: inout MutableSpan<UInt8>, _ next: inout Int) -> Void) {
    let end = count + (numbers + 1) * Printable.longest
    if bytes.count < end {
      bytes.append(contentsOf: repeatElement(0, count: max(end - bytes.count, bytes.count)))
    }
    var next = count
    var target = bytes.mutableSpan
    write(&target, &next)
    count = next
  }
}
