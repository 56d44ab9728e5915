// The bytes that mean something in labels, by name.

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let dot = UInt8(ascii: ".")
  static let question = UInt8(ascii: "?")
  static let percent = UInt8(ascii: "%")
  static let pipe = UInt8(ascii: "|")
  static let greater = UInt8(ascii: ">")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")

  var isWhite: Bool { self == .space || self == .tab }
  var isBreak: Bool { self == .lineFeed || self == .carriageReturn }
  var isWhiteOrBreak: Bool { isWhite || isBreak }

  /// One of `,` `[` `]` `{` `}`, which end a text within brackets.
  var isBracketOrComma: Bool {
    switch self {
    case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace: true
    default: false
    }
  }

  /// A byte with which no text may start without quotes, wherever it stands; `-`, `?` and `:` only when alone.
  var isReserved: Bool {
    switch self {
    case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace, .hash, .pipe, .greater, .doubleQuote,
      .singleQuote, .percent, UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      true
    default: false
    }
  }

  var isIndicator: Bool { isReserved || self == .dash || self == .question || self == .colon }

  /// What the names of labels are made of, mostly.
  var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), .dash:
      true
    default: false
    }
  }
}

extension Collection where Element == UInt8 {
  /// The spellings of "no value" in the notation's core schema.
  var isAbsent: Bool {
    switch count {
    case 0: true
    case 1: first == UInt8(ascii: "~")
    case 4: elementsEqual("null".utf8) || elementsEqual("Null".utf8) || elementsEqual("NULL".utf8)
    default: false
    }
  }
}

/// Typographic quotes around a whole text: pasted from a word processor, where ordinary quotes were meant.
struct CurlyQuotes {
  /// The text between them.
  let inner: Range<Int>

  /// Nil unless the first and the last character are a pair and no second pair begins in between.
  init?(around text: ArraySlice<UInt8>) {
    let start = text.startIndex
    let end = text.endIndex
    guard text.count > 6, text[start] == 0xE2, text[start + 1] == 0x80, text[end - 3] == 0xE2, text[end - 2] == 0x80
    else { return nil }
    let opening = text[start + 2]
    switch (opening, text[end - 1]) {
    case (0x9C, 0x9D), (0x9D, 0x9D), (0x9E, 0x9C), (0x9E, 0x9D): break  // “ ” „
    case (0x98, 0x99), (0x99, 0x99), (0x9A, 0x98), (0x9A, 0x99): break  // ‘ ’ ‚
    default: return nil
    }
    inner = start + 3..<end - 3
    var index = inner.lowerBound
    while index + 2 < inner.upperBound {
      if text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == opening { return nil }
      index += 1
    }
  }
}
