// From the target of a request to the path of a route. Nothing on the disk is ever looked up by what a client sends: a
// path is a name among the site's own, or it is none.

/// What a target asks for.
package enum SitePath: Equatable, Sendable {
  /// Below the site's root: "resources/roi-sheet.html".
  case path(String)
  /// No path at all: broken escapes, control characters, another host's.
  case malformed

  package init(_ target: String) {
    self = .malformed
    let bytes = Array(target.utf8)
    guard bytes.first == UInt8(ascii: "/") else { return }
    let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    guard let decoded = Self.percentDecoded(bytes[1..<end]), decoded.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
      let path = String(validating: decoded, as: UTF8.self)
    else { return }
    self = .path(path.isEmpty ? "index.html" : path)
  }

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "%") else {
        decoded.append(bytes[index])
        index += 1
        continue
      }
      guard index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) else {
        return nil
      }
      decoded.append(high << 4 | low)
      index += 3
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
