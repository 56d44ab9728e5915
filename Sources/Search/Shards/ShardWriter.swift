// Writes one shard: a classic script that hands its payload to the page, so that it loads from a server, a network share
// and a disk alike. `shelfmarkShard("t8k2…",[…])`: strings of printable digits need no escaping, texts get JSON's.

/// A file of the search index: its name below the site's root, and its bytes.
package struct SearchFile: Sendable {
  package let name: String
  package let bytes: [UInt8]
}

struct ShardWriter {
  private(set) var payload: [UInt8] = []
  private var needsComma = false

  mutating func raw(_ text: StaticString) {
    separate()
    payload.append(contentsOf: String(describing: text).utf8)
  }

  mutating func open(_ bracket: Character) {
    separate()
    payload.append(contentsOf: bracket.utf8)
    needsComma = false
  }

  mutating func close(_ bracket: Character) {
    payload.append(contentsOf: bracket.utf8)
    needsComma = true
  }

  mutating func key(_ name: String) {
    string(name)
    payload.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func integer(_ value: Int) {
    separate()
    payload.append(contentsOf: String(value).utf8)
  }

  /// Digits and words, which hold neither quotes nor backslashes.
  mutating func plain(_ bytes: some Sequence<UInt8>) {
    separate()
    payload.append(UInt8(ascii: "\""))
    payload.append(contentsOf: bytes)
    payload.append(UInt8(ascii: "\""))
  }

  mutating func string(_ text: String) { escaped(Array(text.utf8)[...]) }

  /// Any text, as JSON writes it.
  mutating func escaped(_ bytes: ArraySlice<UInt8>) {
    separate()
    payload.append(UInt8(ascii: "\""))
    var start = bytes.startIndex
    var index = 0
    let span = bytes.span
    while index < span.count {
      let byte = span[index]
      index += 1
      // Most bytes are small letters and blanks.
      if byte > UInt8(ascii: "\\") || byte == UInt8(ascii: " ") { continue }
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      payload.append(contentsOf: bytes[start..<bytes.startIndex + index - 1])
      start = bytes.startIndex + index
      payload.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\n"): payload.append(UInt8(ascii: "n"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): payload.append(byte)
      default: payload.append(contentsOf: Array("u00".utf8) + [Self.hex(byte >> 4), Self.hex(byte & 15)])
      }
    }
    payload.append(contentsOf: bytes[start...])
    payload.append(UInt8(ascii: "\""))
  }

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
    if needsComma { payload.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? digit + 48 : digit + 87 }

  /// The file under a name made of its kind and a hash of what it holds.
  consuming func file(kind: Character) -> (name: String, file: SearchFile) {
    let name = String(kind) + ShardHash.name(of: payload)
    return (name, file(named: name))
  }

  consuming func file(named name: String) -> SearchFile {
    var bytes = Array("shelfmarkShard(\"\(name)\",".utf8)
    bytes.reserveCapacity(bytes.count + payload.count + 3)
    bytes.append(contentsOf: payload)
    bytes.append(contentsOf: ");\n".utf8)
    return SearchFile(name: "search/\(name).js", bytes: bytes)
  }
}

/// Fifty bits of a hash as ten characters of base 32: no two shards of a site share a name but once in a billion builds.
enum ShardHash {
  static let length = 10

  static func name(of bytes: [UInt8]) -> String {
    var hash = value(of: bytes)
    var name = ""
    for _ in 0..<length {
      name.unicodeScalars.append(Unicode.Scalar(UInt8(hash & 31) + (hash & 31 < 10 ? 48 : 87)))
      hash >>= 5
    }
    return name
  }

  /// FNV-1a in four lanes, so that the multiplications overlap, then mixed.
  static func value(of bytes: [UInt8]) -> UInt64 {
    let prime: UInt64 = 0x100_0000_01B3
    var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let span = bytes.span
    var index = 0
    while index + 4 <= span.count {
      a = (a ^ UInt64(span[index])) &* prime
      b = (b ^ UInt64(span[index + 1])) &* prime
      c = (c ^ UInt64(span[index + 2])) &* prime
      d = (d ^ UInt64(span[index + 3])) &* prime
      index += 4
    }
    var hash = UInt64(span.count)
    for lane in [a, b, c, d] { hash = mixed(hash ^ lane) }
    while index < span.count {
      hash = (hash ^ UInt64(span[index])) &* prime
      index += 1
    }
    return mixed(hash)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var hash = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }
}
