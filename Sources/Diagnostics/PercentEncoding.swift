// Percent codes (RFC 3986): what may stand in an address stays as it is, of every other byte its code is written. Reports,
// links and pages differ only in what may stand.

/// The bytes that stay as they are.
package struct AddressBytes: Sendable {
  private var isKept = [Bool](repeating: false, count: 256)

  /// Letters, digits and `others`, which are ASCII.
  package init(_ others: String) {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    for byte in (letters + letters.uppercased() + "0123456789" + others).utf8 { isKept[Int(byte)] = true }
  }

  /// What may stand anywhere in an address.
  package static let unreserved = AddressBytes("-._~")

  subscript(byte: UInt8) -> Bool { isKept[Int(byte)] }
}

/// `text` with every byte percent-encoded that is none of `kept`; `endingLines` makes CRLF of every line end before.
package func percentEncoded(_ text: String, keeping kept: AddressBytes, endingLines: Bool = false) -> String {
  guard !text.utf8.allSatisfy({ kept[$0] }) else { return text }
  var encoded = [UInt8](repeating: 0, count: text.utf8.count * 6)
  var room = encoded.mutableSpan
  let count = putPercentEncoded(text, keeping: kept, endingLines: endingLines, into: &room)
  return String(decoding: encoded[..<count], as: UTF8.self)
}

/// Puts the same at the start of `bytes`, which have room for six bytes for each of the text's; how many it put.
package func putPercentEncoded(
  _ text: String, keeping kept: AddressBytes, endingLines: Bool = false, into bytes: inout MutableSpan<UInt8>
) -> Int {
  var count = 0
  func put(_ byte: UInt8, _ bytes: inout MutableSpan<UInt8>) {
    bytes[count] = byte
    count &+= 1
  }
  func percent(_ byte: UInt8, _ bytes: inout MutableSpan<UInt8>) {
    put(UInt8(ascii: "%"), &bytes)
    put(hexDigit(byte >> 4), &bytes)
    put(hexDigit(byte & 15), &bytes)
  }
  let text = text.utf8Span
  let source = text.span
  var last: UInt8 = 0
  for index in source.indices {
    let byte = source[index]
    if kept[byte] {
      put(byte, &bytes)
    } else if endingLines, byte == carriageReturn || byte == newline {
      if byte == carriageReturn || last != carriageReturn {
        percent(carriageReturn, &bytes)
        percent(newline, &bytes)
      }
    } else {
      percent(byte, &bytes)
    }
    last = byte
  }
  return count
}

private let carriageReturn = UInt8(ascii: "\r")
private let newline = UInt8(ascii: "\n")

private func hexDigit(_ number: UInt8) -> UInt8 {
  number + (number < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
}
