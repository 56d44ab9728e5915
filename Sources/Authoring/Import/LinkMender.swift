// Links of a text that moves: addresses are put right where they stand, and a link that leads nowhere becomes its text with
// the old address behind it. Only those bytes change. Where links are comes from the parser; where an address stands
// within one is looked for here.

import Diagnostics
import Library
import Markdown

/// What becomes of a link or image.
enum LinkMending: Equatable {
  case keep
  case address(String)
  /// An image of another host becomes a link to it.
  case link
  /// Only the text remains, with the old address behind it.
  case text
}

struct LinkMender {
  private let bytes: [UInt8]
  private(set) var splices: [Splice] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text with all that was mended. Where two mendings overlap, that of the outer link is left out.
  func mended() -> [UInt8] { bytes.applying(splices) ?? bytes }

  /// False where the address could not be found, and nothing was changed. `isInLink`: for an image within a link.
  mutating func mend(_ link: MarkdownLink, _ mending: LinkMending, isInLink: Bool) -> Bool {
    let range = place(of: link)
    guard mending != .keep, range.count >= 2 else { return mending == .keep }
    if bytes[range.lowerBound] == UInt8(ascii: "<") { return mendBare(range, mending) }
    let open = range.lowerBound + (link.isImage ? 1 : 0)
    guard bytes[open] == UInt8(ascii: "["), let close = closingBracket(of: open, before: range.upperBound) else {
      return false
    }
    switch mending {
    case .keep: return true
    case .address(let address):
      // One that stands elsewhere, in a definition, is mended there.
      guard let place = destination(after: close, in: range) else {
        return bytes[range.upperBound - 1] == UInt8(ascii: "]")
      }
      splices.append(Splice(place, address))
    case .link where !isInLink:
      splices.append(Splice(range.lowerBound..<open))
      if open + 1 == close { splices.append(Splice(at: close, Self.name(of: link.destination))) }
    case .link:
      splices.append(Splice(range.lowerBound..<open + 1))
      splices.append(Splice(close..<range.upperBound, open + 1 == close ? Self.name(of: link.destination) : ""))
    case .text:
      splices.append(Splice(range.lowerBound..<open + 1))
      let isEmpty = open + 1 == close
      let shown =
        isInLink ? (isEmpty ? Self.name(of: link.destination) : "") : Self.code(link.destination, alone: isEmpty)
      splices.append(Splice(close..<range.upperBound, shown))
    }
    return true
  }

  /// `<address>` stays visible without being a link.
  private mutating func mendBare(_ range: Range<Int>, _ mending: LinkMending) -> Bool {
    guard mending == .text else { return false }
    splices.append(Splice(range.lowerBound..<range.lowerBound + 1, "`"))
    splices.append(Splice(range.upperBound - 1..<range.upperBound, "`"))
    return true
  }

  /// The address of definitions such as `[name]: path`, outside of code. `mending` is asked for each.
  mutating func mendDefinitions(_ mending: (_ destination: String) -> LinkMending) {
    var fence: (sign: UInt8, count: Int)?
    var index = 0
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = index..<end
      index = end + 1
      var start = line.lowerBound
      while start < end, start - line.lowerBound < 3, bytes[start] == UInt8(ascii: " ") { start += 1 }
      guard start < end else { continue }
      let first = bytes[start]
      if first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
        let count = bytes[start..<end].prefix { $0 == first }.count
        if let open = fence {
          if open.sign == first, count >= open.count { fence = nil }
        } else if count >= 3 {
          fence = (first, count)
        }
        continue
      }
      guard fence == nil, first == UInt8(ascii: "["), start + 1 < end, bytes[start + 1] != UInt8(ascii: "^"),
        let close = closingBracket(of: start, before: min(end, start + Self.longestName)), close + 1 < end,
        bytes[close + 1] == UInt8(ascii: ":"),
        let place = addressPlace(from: close + 2, before: end)
      else { continue }
      if case .address(let address) = mending(Self.unescaped(bytes[place])) { splices.append(Splice(place, address)) }
    }
  }

  // MARK: Finding

  /// Where a link stands. What looks like one and is none may come before it: then it is the next with this address.
  private func place(of link: MarkdownLink) -> Range<Int> {
    let told = Int(link.range.lower)..<min(Int(link.range.upper), bytes.count)
    let end = min(bytes.count, told.lowerBound + 4_096)
    var index = told.lowerBound
    var attemptsLeft = 32
    while attemptsLeft > 0, let open = bytes[min(index, end)..<end].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      attemptsLeft -= 1
      let isImage = open > 0 && bytes[open - 1] == UInt8(ascii: "!")
      guard isImage == link.isImage, let close = closingBracket(of: open, before: end),
        let address = destination(after: close, in: open..<end)
      else {
        if open - (link.isImage ? 1 : 0) == told.lowerBound { return told }  // by a definition
        continue
      }
      guard Self.unescaped(bytes[address]) == link.destination else { continue }
      guard let paren = bytes[address.upperBound..<end].firstIndex(of: UInt8(ascii: ")")) else { continue }
      let start = open - (isImage ? 1 : 0)
      return start == told.lowerBound ? told : start..<paren + 1
    }
    return told
  }

  /// What a definition is called has 999 characters at most.
  private static let longestName = 4_000

  /// Brackets nest; escapes and code hide them.
  private func closingBracket(of open: Int, before end: Int) -> Int? {
    var depth = 0
    var index = open
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"):
        let count = bytes[index..<end].prefix { $0 == UInt8(ascii: "`") }.count
        var close = index + count
        let farthest = min(end, close + 4_096)
        while close < farthest {
          let run = bytes[close..<end].prefix { $0 == UInt8(ascii: "`") }.count
          if run == count { break }
          close += max(1, run)
        }
        index = close < farthest ? close + count - 1 : index + count - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Where the address stands in `(address "title")` behind a closing bracket.
  private func destination(after close: Int, in range: Range<Int>) -> Range<Int>? {
    guard close + 1 < range.upperBound, bytes[close + 1] == UInt8(ascii: "(") else { return nil }
    return addressPlace(from: close + 2, before: range.upperBound)
  }

  /// An address, without the angle brackets around it.
  private func addressPlace(from start: Int, before end: Int) -> Range<Int>? {
    var index = start
    while index < end, bytes[index] <= 0x20 { index += 1 }
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "<") {
      guard let close = bytes[index..<end].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      return index + 1..<close
    }
    let first = index
    var depth = 0
    while index < end, bytes[index] > 0x20 {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return first < index ? first..<index : nil }
        depth -= 1
      default: break
      }
      index += 1
    }
    return first < min(index, end) ? first..<min(index, end) : nil
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      let isEscape = byte == UInt8(ascii: "\\") && rest.first.map { $0 < 0x80 && $0 > 0x20 } == true
      result.append(isEscape ? rest.removeFirst() : byte)
    }
    return String(decoding: result, as: UTF8.self).replacing("&amp;", with: "&")
  }

  // MARK: Words

  /// " (`old/path.md`)", without the blank and brackets where nothing stands before it.
  private static func code(_ destination: String, alone: Bool) -> String {
    let limit = 120
    let shown = destination.count > limit ? destination.prefix(limit) + "…" : destination[...]
    let clean = String(shown.filter { $0 != "`" && $0 != "|" && !$0.isNewline })
    guard !clean.isEmpty else { return "" }
    return alone ? "`\(clean)`" : " (`\(clean)`)"
  }

  /// What a picture without a description is called.
  private static func name(of destination: String) -> String {
    let path = destination.prefix { $0 != "?" && $0 != "#" }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let clean = name.filter { $0.isLetter || $0.isNumber || "-._".contains($0) }
    return clean.isEmpty ? "image" : clean.replacing("_", with: "\\_")
  }
}
