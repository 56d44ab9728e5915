// The bytes of a page while they are written: appending, escaping, inserting. Not an array, because each of the
// thousands of small appends to one costs more than the copying; only this file and `Arena.swift` see its memory.
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Bytes being written. Its memory belongs to the thread and is used again for the next document.
struct ByteBuffer {
  private var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity = 1 << 14

  init() { base = .allocate(capacity: capacity) }

  mutating func clear() {
    count = 0
    guard capacity > 1 << 20 else { return }
    deallocate()
    self = ByteBuffer()
  }

  /// Gives the memory back; nothing may be written afterwards.
  func deallocate() { base.deallocate() }

  /// A copy of what was written since `start`.
  func bytes(from start: Int = 0) -> [UInt8] { bytes(start..<count) }
  func bytes(_ range: Range<Int>) -> [UInt8] {
    precondition(range.upperBound <= count)
    return Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }
  /// A copy of all but `stretches`, which are in order.
  func bytes(without stretches: [SharedStretch]) -> [UInt8] {
    let left = count - stretches.reduce(0) { $0 + $1.count }
    guard left > 0 else { return [] }  // which all threads share, and filling it would write its length
    return [UInt8](unsafeUninitializedCapacity: left) { copy, copied in
      guard let target = copy.baseAddress else { return }
      var start = 0
      func add(to end: Int) {
        precondition(start <= end && end <= count && copied + end - start <= left)
        memcpy(target + copied, base + start, end - start)
        copied += end - start
      }
      for stretch in stretches {
        add(to: stretch.html)
        start = stretch.html + stretch.count
      }
      add(to: count)
    }
  }
  /// As text, without blanks at the ends, and with one where several stand together.
  func collapsed(_ range: Range<Int>) -> String {
    precondition(range.upperBound <= count)
    return collapsingBlanks(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  var last: UInt8? { count > 0 ? base[count - 1] : nil }

  subscript(index: Int) -> UInt8 {
    get {
      precondition(index < count)
      return base[index]
    }
    set {
      precondition(index < count)
      base[index] = newValue
    }
  }

  @inline(never) private mutating func grow(by added: Int) {
    capacity = max(capacity * 2, count + added)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  @inline(__always) private mutating func put(_ start: UnsafePointer<UInt8>, _ added: Int) {
    if count + added > capacity { grow(by: added) }
    memcpy(base + count, start, added)
    count += added
  }

  @inline(__always) mutating func put(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count += 1
  }

  @inline(__always) mutating func put(_ text: StaticString) { put(text.utf8Start, text.utf8CodeUnitCount) }
  mutating func put(_ text: CText) { put(text.start, text.count) }
  mutating func put(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes[range].withUnsafeBufferPointer { if let start = $0.baseAddress { put(start, $0.count) } }
  }
  mutating func put(string: String) {
    var text = string
    text.withUTF8 { if let start = $0.baseAddress { put(start, $0.count) } }
  }
  mutating func put(number: Int) { put(string: String(number)) }

  mutating func truncate(to length: Int) { count = min(count, length) }

  /// Moves what was written since `start` to `index`, before what stands there.
  mutating func move(from start: Int, to index: Int) {
    precondition(index <= start && start <= count)
    let moved = count - start
    if count + moved > capacity { grow(by: moved) }
    memmove(base + index + moved, base + index, count - index)
    memcpy(base + index, base + count, moved)
  }

  /// `text` with `& < > "` as entities, as cmark-gfm writes text and attributes.
  mutating func putEscaped(_ text: CText) { putEscaped(text.start, text.count) }
  mutating func putEscaped(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes[range].withUnsafeBufferPointer { if let start = $0.baseAddress { putEscaped(start, $0.count) } }
  }
  mutating func putEscaped(_ text: String) {
    var text = text
    text.withUTF8 { if let start = $0.baseAddress { putEscaped(start, $0.count) } }
  }

  /// Most texts need no entity: they are copied first, and looked at where they then stand, with room behind them.
  private mutating func putEscaped(_ start: UnsafePointer<UInt8>, _ length: Int) {
    if count + length + 32 > capacity { grow(by: length + 32) }
    memcpy(base + count, start, length)
    let copy = UnsafeMutableRawPointer(base + count)
    copy.storeBytes(of: ByteBlock(), toByteOffset: length, as: ByteBlock.self)
    copy.storeBytes(of: ByteBlock(), toByteOffset: length + 16, as: ByteBlock.self)
    for index in stride(from: 0, to: length, by: 32) {
      let first = copy.loadUnaligned(fromByteOffset: index, as: ByteBlock.self)
      let second = copy.loadUnaligned(fromByteOffset: index + 16, as: ByteBlock.self)
      if (areEscaped(first) .| areEscaped(second)).bits != 0 {
        count += index
        return putEntities(start + index, length - index)
      }
    }
    count += length
  }

  private mutating func putEntities(_ start: UnsafePointer<UInt8>, _ length: Int) {
    var done = 0
    forEachPlace(in: UnsafeBufferPointer(start: start, count: length), where: areEscaped) { place in
      put(start + done, place - done)
      switch start[place] {
      case 34: put("&quot;")
      case 38: put("&amp;")
      case 60: put("&lt;")
      default: put("&gt;")
      }
      done = place + 1
      return true
    }
    put(start + done, length - done)
  }

  /// An address inside an attribute: percent-encoded where cmark-gfm does so.
  mutating func putAddress(_ text: String) {
    var text = text
    text.withUTF8 { if let start = $0.baseAddress { putAddress(start, $0.count) } }
  }

  private mutating func putAddress(_ start: UnsafePointer<UInt8>, _ length: Int) {
    var done = 0
    for index in 0..<length {
      let byte = start[index]
      switch byte {
      case 48...57, 65...90, 97...122, 33, 35, 36, 37, 40...47, 58, 59, 61, 63, 64, 95, 126: continue
      default: put(start + done, index - done)
      }
      done = index + 1
      switch byte {
      case 38: put("&amp;")
      case 39: put("&#x27;")
      default:
        put(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] { put(digit < 10 ? 48 + digit : 55 + digit) }
      }
    }
    put(start + done, length - done)
  }
}

/// `"` and `&` differ in the bit 4 alone, `<` and `>` in the bit 2.
@inline(__always) private func areEscaped(_ block: ByteBlock) -> BlockAnswers {
  block.with(4).equal(38) .| block.with(2).equal(62)
}
