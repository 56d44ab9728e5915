// Sorted words in one buffer, found by bisection. The order is that of UTF-16, so that a browser's `<` agrees with it;
// it differs from that of UTF-8 only where characters from U+E000 on meet those beyond U+FFFF.

package struct SortedWords: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  var count: Int { starts.count - 1 }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

  mutating func append(_ word: ArraySlice<UInt8>) {
    bytes.append(contentsOf: word)
    starts.append(UInt32(bytes.count))
  }

  /// The first word that is not before `word`.
  func lowerBound(_ word: [UInt8]) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(self[middle], word[...]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// These words with single blanks between them.
  func joined(_ indices: some Sequence<Int>) -> [UInt8] {
    var joined: [UInt8] = []
    for index in indices {
      if !joined.isEmpty { joined.append(0x20) }
      joined.append(contentsOf: self[index])
    }
    return joined
  }

  func index(of word: [UInt8]) -> Int? {
    let index = lowerBound(word)
    return index < count && self[index].elementsEqual(word) ? index : nil
  }

  /// The words that begin with `prefix`.
  func range(startingWith prefix: [UInt8]) -> Range<Int> {
    let start = lowerBound(prefix)
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].starts(with: prefix) { low = middle + 1 } else { high = middle }
    }
    return start..<low
  }

  static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    var (a, b) = (left.startIndex, right.startIndex)
    while a < left.endIndex, b < right.endIndex {
      if left[a] != right[b] { return rank(left[a]) < rank(right[b]) }
      a += 1
      b += 1
    }
    return a == left.endIndex && b < right.endIndex
  }

  /// A byte's place in UTF-16's order: lead bytes of surrogate pairs before those of U+E000 to U+FFFF.
  static func rank(_ byte: UInt8) -> UInt8 { byte < 0xEE ? byte : byte < 0xF0 ? byte + 5 : byte - 2 }
}

/// A word to be sorted: its first sixteen bytes as they order, and where it comes from.
struct SortableWord {
  var high: UInt64
  var low: UInt64
  var part: UInt32
  var number: UInt32

  init(_ word: ArraySlice<UInt8>, part: Int, number: Int) {
    (high, low) = (0, 0)
    var shift: UInt64 = 64
    for byte in word.prefix(8) {
      shift -= 8
      high |= UInt64(SortedWords.rank(byte)) << shift
    }
    shift = 64
    for byte in word.dropFirst(8).prefix(8) {
      shift -= 8
      low |= UInt64(SortedWords.rank(byte)) << shift
    }
    self.part = UInt32(part)
    self.number = UInt32(number)
  }
}

extension SortableWord {
  /// All words of `tables` once each, in order, with the places they come from.
  static func merged(
    _ tables: [WordTable], where isWanted: (Int, Int) -> Bool = { _, _ in true }
  ) -> (words: SortedWords, places: [[UInt32]]) {
    var all: [SortableWord] = []
    for (part, table) in tables.enumerated() {
      for number in 0..<table.count where isWanted(part, number) {
        all.append(SortableWord(table.word(number), part: part, number: number))
      }
    }
    func bytes(_ word: SortableWord) -> ArraySlice<UInt8> { tables[Int(word.part)].word(Int(word.number)) }
    all.sort { left, right in
      if left.high != right.high { return left.high < right.high }
      if left.low != right.low { return left.low < right.low }
      guard left.low & 0xFF != 0 else { return false }
      return SortedWords.precedes(bytes(left), bytes(right))
    }
    var words = SortedWords()
    var places = tables.map { [UInt32](repeating: .max, count: $0.count) }
    for (index, word) in all.enumerated() {
      let isRepeated =
        index > 0 && all[index - 1].high == word.high && all[index - 1].low == word.low
        && (word.low & 0xFF == 0 || bytes(all[index - 1]).elementsEqual(bytes(word)))
      if !isRepeated { words.append(bytes(word)) }
      places[Int(word.part)][Int(word.number)] = UInt32(words.count - 1)
    }
    return (words, places)
  }
}
