// Takes out of scripts and styles what only readers of their source need: comments, indentation, blanks beside
// punctuation. Nothing is renamed or rewritten, and a script's lines stay lines, so that what they mean cannot change.
// Only the built-in files are treated so: telling a regular expression from a division is a guess, right for ours and
// tested, but not for every script that somebody may write.

package enum Slim {
  package static func script(_ source: [UInt8]) -> [UInt8] {
    var slimmer = ScriptSlimmer(source)
    return slimmer.run()
  }

  package static func style(_ source: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == quote {
        let end = source[(index + 1)...].firstIndex(of: quote) ?? source.count - 1
        out += source[index...end]
        index = end + 1
      } else if byte == slash, source[index...].starts(with: "/*".utf8) {
        index = source[index...].firstRange(of: "*/".utf8)?.upperBound ?? source.count
      } else if isBlank(byte) || byte == newline {
        index = source[index...].firstIndex { !isBlank($0) && $0 != newline } ?? source.count
        let isNeeded = out.last.map { !"{};:,".utf8.contains($0) } ?? false
        if isNeeded, index < source.count, !"{};,".utf8.contains(source[index]) { out.append(blank) }
      } else {
        out.append(byte)
        index += 1
      }
    }
    return out + [newline]
  }

  fileprivate static let blank = UInt8(ascii: " ")
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let slash = UInt8(ascii: "/")
  fileprivate static func isBlank(_ byte: UInt8) -> Bool { byte == blank || byte == UInt8(ascii: "\t") }
}

private struct ScriptSlimmer {
  private let source: [UInt8]
  private var out: [UInt8] = []
  private var index = 0
  /// For each template literal that is open around here, how many braces are open inside its `${`.
  private var braces: [Int] = []

  init(_ source: [UInt8]) { self.source = source }

  mutating func run() -> [UInt8] {
    while index < source.count {
      let byte = source[index]
      switch byte {
      case Slim.newline:
        index += 1
        if let last = out.last, last != Slim.newline { out.append(byte) }
      case Slim.blank, UInt8(ascii: "\t"): skipBlanks()
      case Slim.slash: slash()
      case Slim.quote, UInt8(ascii: "'"): copyText(until: byte)
      case UInt8(ascii: "`"): copyTemplate()
      case UInt8(ascii: "{") where !braces.isEmpty:
        braces[braces.count - 1] += 1
        copy(1)
      case UInt8(ascii: "}") where braces.last == 0:
        braces.removeLast()
        copyTemplate()
      case UInt8(ascii: "}") where !braces.isEmpty:
        braces[braces.count - 1] -= 1
        copy(1)
      default: copy(1)
      }
    }
    if let last = out.last, last != Slim.newline { out.append(Slim.newline) }
    return out
  }

  private mutating func copy(_ count: Int) {
    guard count > 1 else {  // nearly always
      out.append(source[index])
      index += 1
      return
    }
    let end = min(index + count, source.count)
    out += source[index..<end]
    index = end
  }

  /// A blank stays between two words, and between two signs that would become another one.
  private mutating func skipBlanks() {
    while index < source.count, Slim.isBlank(source[index]) { index += 1 }
    guard let last = out.last, index < source.count else { return }
    let next = source[index]
    let isSign = last == next && (last == UInt8(ascii: "+") || last == UInt8(ascii: "-"))
    if Self.isWord(last) && Self.isWord(next) || isSign { out.append(Slim.blank) }
  }

  private mutating func slash() {
    let rest = source[index...]
    if rest.starts(with: "//".utf8) {
      index = rest.firstIndex(of: Slim.newline) ?? source.count
    } else if rest.starts(with: "/*".utf8) {
      index += 2
      while index + 1 < source.count, source[index] != UInt8(ascii: "*") || source[index + 1] != Slim.slash {
        index += 1
      }
      index = min(index + 2, source.count)
    } else if startsExpression, let end = endOfPattern() {
      copy(end - index)
    } else {
      copy(1)
    }
  }

  /// Whether a value may begin here, so that a slash begins a regular expression.
  private var startsExpression: Bool {
    guard let last = out.last(where: { $0 != Slim.newline && $0 != Slim.blank }) else { return true }
    if Self.isWord(last) {
      let word = out.reversed().drop { !Self.isWord($0) }.prefix(while: Self.isWord).reversed()
      return Self.wordsBeforeValues.contains(String(decoding: Array(word), as: UTF8.self))
    }
    return "(,=:[!&|?{;+-*%<>~^".utf8.contains(last)
  }

  private static let wordsBeforeValues: Set = [
    "return", "typeof", "case", "in", "of", "await", "else", "throw", "void",
  ]

  /// Where the regular expression that begins here ends; nil where its line ends first.
  private func endOfPattern() -> Int? {
    var place = index + 1
    var isInClass = false
    while place < source.count, source[place] != Slim.newline {
      switch source[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case Slim.slash where !isInClass: return place + 1
      default: break
      }
      place += 1
    }
    return nil
  }

  private mutating func copyText(until end: UInt8) {
    copy(1)
    while index < source.count, source[index] != Slim.newline {
      if source[index] == UInt8(ascii: "\\") {
        copy(2)
      } else if source[index] == end {
        return copy(1)
      } else {
        copy(1)
      }
    }
  }

  /// From a template literal's first mark, or from a `}` back inside it, to its end or the next `${`.
  private mutating func copyTemplate() {
    copy(1)
    while index < source.count {
      if source[index] == UInt8(ascii: "\\") {
        copy(2)
      } else if source[index] == UInt8(ascii: "`") {
        return copy(1)
      } else if source[index...].starts(with: "${".utf8) {
        braces.append(0)
        return copy(2)
      } else {
        copy(1)
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
