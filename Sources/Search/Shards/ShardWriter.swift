// Writes one shard: a classic script that hands its payload to the page, so that it loads from a server, a network share
// and a disk alike. `shelfmarkShard("t8k2…",[…])`: strings of printable digits need no escaping, texts get JSON's.

import Markdown

/// A file of the search index: its name below the site's root, and its bytes.
package struct SearchFile: Sendable {
  package let name: String
  package let bytes: [UInt8]
}

struct ShardWriter {
  /// Room for `shelfmarkShard("x0123456789",`, which holds a hash of the payload, and the payload.
  private var buffer: [UInt8]
  private var needsComma = false

  init(capacity: Int = 0) {
    buffer = []
    buffer.reserveCapacity(capacity + Self.headLength + 3)
    buffer.append(contentsOf: repeatElement(0, count: Self.headLength))
  }

  private static let headLength = head(of: String(repeating: "x", count: 1 + ShardHash.length)).count
  private static func head(of name: String) -> [UInt8] { Array("shelfmarkShard(\"\(name)\",".utf8) }

  mutating func raw(_ text: StaticString) {
    separate()
    buffer.append(contentsOf: String(describing: text).utf8)
  }

  mutating func open(_ bracket: Character) {
    separate()
    buffer.append(contentsOf: bracket.utf8)
    needsComma = false
  }

  mutating func close(_ bracket: Character) {
    buffer.append(contentsOf: bracket.utf8)
    needsComma = true
  }

  mutating func key(_ name: String) {
    string(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func integer(_ value: Int) {
    separate()
    buffer.append(contentsOf: String(value).utf8)
  }

  /// Digits and words, which hold neither quotes nor backslashes.
  mutating func plain(_ bytes: some Sequence<UInt8>) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(contentsOf: bytes)
    buffer.append(UInt8(ascii: "\""))
  }

  /// What `bytes` has for each of `terms`, as one.
  mutating func plain(joining terms: Range<Int>, _ bytes: (Int) -> ArraySlice<UInt8>) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    for term in terms { buffer.append(contentsOf: bytes(term)) }
    buffer.append(UInt8(ascii: "\""))
  }

  mutating func string(_ text: String) { escaped(text.utf8.span) }

  /// Any text, as JSON writes it.
  mutating func escaped(_ text: Span<UInt8>) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(text) { byte, buffer in
      buffer.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\n"): buffer.append(UInt8(ascii: "n"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer.append(byte)
      default: buffer.append(contentsOf: Array("u00".utf8) + [Self.hex(byte >> 4), Self.hex(byte & 15)])
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// What another writer wrote.
  mutating func payload(_ bytes: [UInt8]) {
    separate()
    buffer.append(contentsOf: bytes)
  }

  /// What was written, without a file around it.
  consuming func payload() -> [UInt8] { Array(buffer[Self.headLength...]) }

  mutating func strings(_ list: [String]) {
    open("[")
    for text in list { string(text) }
    close("]")
  }

  mutating func integers(_ list: [Int]) {
    open("[")
    for value in list { integer(value) }
    close("]")
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? digit + 48 : digit + 87 }

  /// The file under a name made of its kind and a hash of what it holds.
  consuming func file(kind: Character) -> (name: String, file: SearchFile) {
    let name = String(kind) + ShardHash.name(of: buffer.span, from: Self.headLength)
    return (name, file(named: name))
  }

  consuming func file(named name: String) -> SearchFile {
    buffer.replaceSubrange(..<Self.headLength, with: Self.head(of: name))
    buffer.append(contentsOf: ");\n".utf8)
    return SearchFile(name: "search/\(name).js", bytes: buffer)
  }
}

/// Fifty bits of a hash as ten characters of base 32: no two shards of a site share a name but once in a billion builds.
enum ShardHash {
  static let length = 10

  /// The name for what `bytes` hold from `start` on.
  static func name(of bytes: Span<UInt8>, from start: Int) -> String {
    var hash = value(of: bytes, from: start)
    var name = ""
    for _ in 0..<length {
      name.unicodeScalars.append(Unicode.Scalar(UInt8(hash & 31) + (hash & 31 < 10 ? 48 : 87)))
      hash >>= 5
    }
    return name
  }

  /// Eight bytes at a time, each multiplied into one of two lanes so that the multiplications overlap, then mixed.
  static func value(of span: Span<UInt8>, from start: Int = 0) -> UInt64 {
    var (even, odd): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93)
    var index = start
    while span.count - index >= 64 {
      let next = span.extracting(index..<index + 64)
      for start in stride(from: 0, to: 64, by: 16) { mix(next, start, &even, &odd) }
      index += 64
    }
    while span.count - index >= 16 {
      mix(span.extracting(index..<index + 16), 0, &even, &odd)
      index += 16
    }
    var hash = mixed(UInt64(span.count - start) ^ even) ^ odd
    while index < span.count {
      hash = (hash ^ UInt64(span[index])) &* 0x100_0000_01B3
      index += 1
    }
    return mixed(hash)
  }

  @inline(__always)
  private static func mix(_ bytes: Span<UInt8>, _ start: Int, _ even: inout UInt64, _ odd: inout UInt64) {
    even = folded(even ^ word(bytes, start), 0xA076_1D64_78BD_642F)
    odd = folded(odd ^ word(bytes, start + 8), 0xE703_7ED1_A0B4_28DB)
  }

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ start: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(bytes[start + place]) << UInt64(place * 8) }
    return word
  }

  /// Both halves of a product: each bit of the factors changes bits all over it.
  @inline(__always)
  private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var hash = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }
}
