// Where an address leads, decided from its letters alone. Only what is on the list becomes a link: http, https, mailto,
// tel, a path, a #fragment. Everything else with a colon before its first slash is unsafe, however it is spelled.

extension MarkdownLink.Target {
  /// Browsers drop tabs and line ends anywhere in an address and controls and blanks at its start, so they do not count.
  init(_ destination: CText) {
    // In lower case, the last byte lowest; whatever is longer than eight is none of those below.
    var scheme: UInt64 = 0
    var slashes = 0
    for byte in destination.buffer where byte > 0x20 && byte != 0x7f {
      switch byte {
      case UInt8(ascii: "/") where scheme == 0 && slashes == 0:
        slashes = 1
      case UInt8(ascii: "/") where scheme == 0:
        self = .external
        return
      case _ where slashes == 1:
        self = .local
        return
      case UInt8(ascii: "#") where scheme == 0:
        self = .fragment
        return
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        self = .local
        return
      case UInt8(ascii: ":"):
        switch scheme {
        case 0x68747470, 0x6874_747073: self = .external  // http, https
        case 0x6d61_696c_746f, 0x74656c: self = .contact  // mailto, tel
        default: self = .unsafe
        }
        return
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        scheme = scheme << 8 | UInt64(byte | 0x20)
      default:
        scheme = scheme << 8 | UInt64(byte)
      }
    }
    self = .local
  }
}

extension MarkdownLink {
  /// The path of a local address without query and fragment, percent-encoding resolved; nil if what that encodes is not
  /// UTF-8 or has a NUL.
  package var path: String? {
    percentDecoded(destination.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
  }

  /// What follows the first `#`, percent-encoding resolved; nil without one.
  package var fragment: String? {
    guard let start = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    let encoded = destination.utf8[start...].dropFirst()
    return percentDecoded(encoded) ?? String(decoding: encoded, as: UTF8.self)
  }
}

private func percentDecoded(_ encoded: String.UTF8View.SubSequence) -> String? {
  var bytes: [UInt8] = []
  var rest = encoded
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexValue),
      let low = rest.dropFirst().first.flatMap(hexValue)
    else {
      bytes.append(byte)
      continue
    }
    bytes.append(high << 4 | low)
    rest = rest.dropFirst(2)
  }
  let decoded = String(decoding: bytes, as: UTF8.self)
  return decoded.utf8.elementsEqual(bytes) && !bytes.contains(0) ? decoded : nil
}

private func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: nil
  }
}
