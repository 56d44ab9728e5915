// Paths as authors write them in links and attachments: from their file's folder, with "..", percent signs or blanks.

/// The way from a file to another.
package enum RelativePath {
  /// The path below the library's root that `path` leads to from `folder`; nil where it leaves content/.
  package static func resolve(_ path: String, from folder: String) -> String? {
    resolve(path, from: folder, upTo: folder.utf8.count)
  }

  /// The same from the folder of `file`.
  package static func resolve(_ path: String, besides file: String) -> String? {
    resolve(path, from: file, upTo: file.utf8.span.lastIndex(of: UInt8(ascii: "/")) ?? 0)
  }

  private static func resolve(_ path: String, from start: String, upTo startCount: Int) -> String? {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var result: [UInt8] = []
    result.reserveCapacity(start.utf8.count + path.utf8.count + 1)
    result.append(contentsOf: start.utf8)
    result.removeLast(result.count - startCount)
    let bytes = path.utf8.span
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != slash { end += 1 }
      let part = start..<end
      start = end + 1
      switch part.count {
      case 0: continue
      case 1 where bytes[part.lowerBound] == dot: continue
      case 2 where bytes[part.lowerBound] == dot && bytes[part.lowerBound + 1] == dot:
        guard let last = result.lastIndex(of: slash) else { return nil }
        result.removeLast(result.count - last)
      default:
        result.append(slash)
        for index in part { result.append(bytes[index]) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The way from a folder to a path, both below the library's root.
  package static func path(from folder: String, to path: String) -> String {
    let start = folder.split(separator: "/")
    let end = path.split(separator: "/")
    var common = 0
    while common < min(start.count, end.count - 1), start[common] == end[common] { common += 1 }
    return (Array(repeating: "..", count: start.count - common) + end.dropFirst(common)).joined(separator: "/")
  }

  /// `text` with %XX read as bytes; as it is where that would not be text.
  package static func percentDecoded(_ text: String) -> String {
    guard text.utf8.span.contains(where: { $0 == UInt8(ascii: "%") }) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
        let low = hexValue(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? text
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
