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
  let encoded = [UInt8](capacity: text.utf8.count * 6) {
    putPercentEncoded(text, keeping: kept, endingLines: endingLines, into: &$0)
  }
  return String(decoding: encoded, as: UTF8.self)
}

/// Appends the same to `bytes`, which need room for six bytes for each of the text's.
package func putPercentEncoded(
  _ text: String, keeping kept: AddressBytes, endingLines: Bool = false, into bytes: inout OutputSpan<UInt8>
) {
  func percent(_ byte: UInt8, _ bytes: inout OutputSpan<UInt8>) {
    bytes.append(UInt8(ascii: "%"))
    bytes.append(hexDigit(byte >> 4))
    bytes.append(hexDigit(byte & 15))
  }
  let text = text.utf8
  let source = text.span
  var last: UInt8 = 0
  for index in source.indices {
    let byte = source[index]
    if kept[byte] {
      bytes.append(byte)
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
}

private let carriageReturn = UInt8(ascii: "\r")
private let newline = UInt8(ascii: "\n")

private func hexDigit(_ number: UInt8) -> UInt8 {
  number + (number < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
}
