// Gives each distinct word a number, in order of appearance. Open addressing over packed keys: a word of sixteen bytes
// or less is found with one hash, one probe and two integer comparisons, and no String is made. Each word may carry a
// number of its owner's beside it, in the same cache line: its term.

struct WordTable: Sendable {
  private struct Slot {
    var key = WordKey(high: 0, low: 0)
    /// One more than the word's number; 0 where the slot is free.
    var number: UInt32 = 0
    var value: UInt32 = 0
  }
  private var slots: [Slot]
  private var mask: Int
  /// The bytes of all words one after the other, and where each begins.
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  var count: Int { starts.count - 1 }

  init(capacity: Int = 1 << 15) {
    slots = [Slot](repeating: Slot(), count: capacity)
    mask = capacity - 1
  }

  func word(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  /// For words of sixteen bytes or less what was set beside each, `missing` for words that are not there. Many at a time
  /// and with nothing else in between, so that the waits for memory overlap. `values` has room for them all.
  func values(ofShort keys: borrowing Span<WordKey>, missing: UInt32, into values: inout [UInt32]) {
    let slots = slots.span
    var values = values.mutableSpan
    for place in keys.indices {
      let key = keys[place]
      var index = Self.hash(key) & mask
      while slots[index].key != key, slots[index].number != 0 { index = (index + 1) & mask }
      values[place] = slots[index].number == 0 ? missing : slots[index].value
    }
  }

  /// Sets the number beside a word that is there.
  mutating func setValue(_ value: UInt32, of key: WordKey, number: Int) {
    var index = Self.hash(key) & mask
    while slots[index].number != 0, slots[index].number != UInt32(number + 1) { index = (index + 1) & mask }
    slots[index].value = value
  }

  /// The word's number; `isNew` where it was not there before. `long` holds the bytes of a long word.
  mutating func number(of key: WordKey, _ long: borrowing [UInt8]) -> (number: Int, isNew: Bool) {
    var index = Self.hash(key) & mask
    while slots[index].number != 0 {
      if slots[index].key == key {
        let number = Int(slots[index].number) - 1
        if !key.isLong || isEqual(number, long) { return (number, false) }
      }
      index = (index + 1) & mask
    }
    let number = count
    slots[index] = Slot(key: key, number: UInt32(number + 1))
    if key.isLong {
      bytes.append(contentsOf: copy long)
    } else {
      append(key.high)
      append(key.low)
    }
    starts.append(UInt32(bytes.count))
    if count * 4 > slots.count * 3 { grow() }
    return (number, true)
  }

  /// The bytes of half a key, from the highest down to the first that is 0.
  private mutating func append(_ half: UInt64) {
    var rest = half
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest >> 56))
      rest <<= 8
    }
  }

  private func isEqual(_ number: Int, _ long: borrowing [UInt8]) -> Bool {
    let word = word(number)
    guard word.count == long.count else { return false }
    for index in 0..<long.count where word[word.startIndex + index] != long[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.number != 0 {
      var index = Self.hash(slot.key) & mask
      while slots[index].number != 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }

  @inline(__always)
  private static func hash(_ key: WordKey) -> Int {
    let mixed = (key.high ^ (key.low &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
