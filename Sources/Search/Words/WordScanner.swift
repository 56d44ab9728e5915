// Cuts UTF-8 text into folded words and hands them to a sink. Plain English text goes through one loop over bytes that
// packs a word into two integers; everything else (accents, hyphens, versions, scripts without spaces) takes the
// general way, scalar by scalar. templates/search.js holds the same rules for the browser.
//
// Words are runs of letters, digits and their marks. Runs tied by - . / & , or an apostrophe are found in parts and
// whole: "v2.1", "e-mail" (as "email"), "24/7", "R&D", "10,000" (as "10000"), "U.S." (as "us"). So are "c++" and "c#",
// and the letters and digits of "iso27001". Scripts without spaces give overlapping pairs.

/// A word of up to sixteen bytes packed left-aligned into two integers, so that they order as the bytes do. A longer
/// word's bytes are in the scanner's buffer; `low` then starts with 0xFF, which no UTF-8 has, and ends in a hash.
struct WordKey: Hashable {
  var high: UInt64
  var low: UInt64
  var isLong: Bool { low >> 56 == 0xFF }
}

enum WordKind {
  /// A word with a place of its own in the text.
  case word
  /// Another form of words that are there already: a compound whole, the letters or the digits of a mixed word.
  case extra
  /// The last character of a run of pairs, so that a single character finds every word it stands in. Not for queries.
  case tail
}

protocol WordSink {
  /// Words of up to sixteen bytes, each with a place of its own.
  mutating func add(plain keys: borrowing Span<WordKey>)
  /// `bytes` holds the word when its key is long.
  mutating func add(_ key: WordKey, _ bytes: borrowing [UInt8], _ kind: WordKind)
}

struct WordScanner {
  static let longestWord = 40
  static let longestCompound = 5

  /// In English an apostrophe is part of its word; elsewhere it ties words as a hyphen does.
  let keepsApostrophes: Bool
  private var piece: [UInt32] = []
  private var whole: [UInt32] = []
  private var bytes: [UInt8] = []
  /// Plain words on their way to the sink: many at a time, so that its waits for memory overlap.
  private var plain = [WordKey](repeating: WordKey(high: 0, low: 0), count: 256)

  init(isEnglish: Bool) { keepsApostrophes = isEnglish }

  mutating func scan(_ text: borrowing Span<UInt8>, _ range: Range<Int>, into sink: inout some WordSink) {
    let end = min(range.upperBound, text.count)
    var index = range.lowerBound
    while index < end {
      let count: Int
      (index, count) = Self.scanPlain(text, from: index, to: end, into: &plain)
      if count > 0 { sink.add(plain: plain.span.extracting(first: count)) }
      if count < plain.count, index < end { index = scanAnything(text, from: index, to: end, into: &sink) }
    }
  }
}

// MARK: The general way

extension WordScanner {
  private enum Tie { case none, removed, kept }

  /// Reads one compound, one run of pairs or one separator, and says where it ends.
  private mutating func scanAnything(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, into sink: inout some WordSink
  ) -> Int {
    let (first, length) = scalar(text, start, end)
    switch wordClass(first) {
    case .separator, .dropped: return start + length
    case .pair: return scanPairs(text, from: start, to: end, into: &sink)
    case .letter:
      return scanLong(text, from: start, to: end, into: &sink)
        ?? scanCompound(text, from: start, to: end, into: &sink)
    }
  }

  /// Reads a single word of ASCII letters, if that is what stands there.
  private mutating func scanLong(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, into sink: inout some WordSink
  ) -> Int? {
    var index = start
    bytes.removeAll(keepingCapacity: true)
    while index < end, (text[index] | 0x20) &- 0x61 < 26 {
      guard bytes.count < Self.longestWord else { return nil }
      bytes.append(text[index] | 0x20)
      index += 1
    }
    guard !bytes.isEmpty, index == end || !Self.mayContinue(text, at: index, to: end) else { return nil }
    sink.add(WordKey(bytes), bytes, .word)
    return index
  }

  private mutating func scanCompound(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, into sink: inout some WordSink
  ) -> Int {
    whole.removeAll(keepingCapacity: true)
    var pieceCount = 0
    var isInitials = true
    var index = start
    while true {
      index = readPiece(text, from: index, to: end)
      pieceCount += 1
      addPiece(to: &sink)
      if pieceCount <= Self.longestCompound { whole.append(contentsOf: piece) }
      let pieceLength = piece.count
      isInitials = isInitials && pieceLength == 1 && !isDigit(piece[0])

      let (tie, tieLength) = scalar(text, index, end)
      let (next, _) = scalar(text, index + tieLength, end)
      if pieceCount == 1, 1...2 ~= pieceLength, piece.allSatisfy({ $0 &- 0x61 < 26 }),
        addSigned(tie, next, after: (text, index, end), to: &sink)
      {
        return index + (tie == UInt32(UInt8(ascii: "+")) ? 2 : 1)
      }
      guard tieLength > 0, wordClass(next) == .letter else { break }
      let how = tying(tie, pieceLength, next, (text, index + tieLength, end))
      guard how != .none else { break }
      if tie != UInt32(UInt8(ascii: ".")) { isInitials = false }
      if how == .kept, pieceCount < Self.longestCompound { whole.append(tie) }
      index += tieLength
    }
    if pieceCount > 1, pieceCount <= Self.longestCompound {
      if isInitials { whole.removeAll { $0 == UInt32(UInt8(ascii: ".")) } }
      if whole.count <= Self.longestWord { add(whole[...], .extra, to: &sink) }
    }
    return index
  }

  /// Folds one run of letters and digits into `piece`; at least one scalar is read.
  private mutating func readPiece(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
    piece.removeAll(keepingCapacity: true)
    var index = start
    while index < end {
      let (value, length) = scalar(text, index, end)
      if isApostrophe(value) {
        guard keepsApostrophes, !piece.isEmpty else { break }
        let (next, _) = scalar(text, index + length, end)
        guard wordClass(next) == .letter else { break }
        if piece.count < Self.longestWord { piece.append(UInt32(UInt8(ascii: "'"))) }
      } else {
        let kind = wordClass(value)
        guard kind == .letter || kind == .dropped else { break }
        if kind == .letter, piece.count < Self.longestWord { fold(value) }
      }
      index += length
    }
    return index
  }

  private mutating func fold(_ value: UInt32) {
    if value < 0x80 {
      piece.append(value | 0x20)
    } else {
      FoldTable.shared.appendFolded(value, to: &piece)
      if piece.count > Self.longestWord { piece.removeLast(piece.count - Self.longestWord) }
    }
  }

  private mutating func addPiece(to sink: inout some WordSink) {
    guard !piece.isEmpty else { return }
    add(piece[...], .word, to: &sink)
    var digitCount = 0
    for scalar in piece where isDigit(scalar) { digitCount += 1 }
    guard digitCount > 0, digitCount < piece.count else { return }
    var start = 0
    for index in 1...piece.count where index == piece.count || isDigit(piece[index]) != isDigit(piece[start]) {
      if index - start > 1 { add(piece[start..<index], .extra, to: &sink) }
      start = index
    }
  }

  /// "c++", "c#": one or two letters and their sign, with no word after it.
  private mutating func addSigned(
    _ sign: UInt32, _ next: UInt32, after place: (text: Span<UInt8>, index: Int, end: Int), to sink: inout some WordSink
  ) -> Bool {
    let plus = UInt32(UInt8(ascii: "+"))
    if sign == plus, next == plus {
      guard wordClass(scalar(place.text, place.index + 2, place.end).value) == .separator else { return false }
      add(piece + [plus, plus], .extra, to: &sink)
      return true
    }
    guard sign == UInt32(UInt8(ascii: "#")), wordClass(next) == .separator else { return false }
    add(piece + [sign], .extra, to: &sink)
    return true
  }

  /// Whether `tie` joins the piece before it to the letter or digit after it, and whether it stays in the whole.
  private func tying(
    _ tie: UInt32, _ pieceLength: Int, _ next: UInt32, _ after: (text: Span<UInt8>, index: Int, end: Int)
  ) -> Tie {
    if isApostrophe(tie) { return .removed }
    switch tie {
    case 0x2D, 0x2010, 0x2011: return .removed
    case UInt32(UInt8(ascii: ".")), UInt32(UInt8(ascii: "&")): return .kept
    case UInt32(UInt8(ascii: ",")):
      return piece.allSatisfy(isDigit) && isDigit(next) ? .removed : .none
    case UInt32(UInt8(ascii: "/")):
      guard pieceLength <= 4 else { return .none }
      var index = after.index
      for _ in 0...4 {
        let (value, length) = scalar(after.text, index, after.end)
        if wordClass(value) != .letter { return .kept }
        index += length
      }
      return .none
    default: return .none
    }
  }

  private mutating func scanPairs(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, into sink: inout some WordSink
  ) -> Int {
    var index = start
    var count = 0
    var last: UInt32 = 0
    while index < end {
      let (value, length) = scalar(text, index, end)
      let kind = wordClass(value)
      guard kind == .pair || kind == .dropped else { break }
      index += length
      guard kind == .pair else { continue }
      piece.removeAll(keepingCapacity: true)
      FoldTable.shared.appendFolded(value, to: &piece)
      let folded = piece
      for scalar in folded {
        if count > 0 { add([last, scalar], .word, to: &sink) }
        last = scalar
        count += 1
      }
    }
    if count > 0 { add([last], count == 1 ? .word : .tail, to: &sink) }
    return index
  }

  private mutating func add(_ scalars: ArraySlice<UInt32>, _ kind: WordKind, to sink: inout some WordSink) {
    bytes.removeAll(keepingCapacity: true)
    for scalar in scalars { appendUTF8(scalar, to: &bytes) }
    sink.add(WordKey(bytes), bytes, kind)
  }

  private func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  private func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x02BC || scalar == 0xFF07
  }

  private func wordClass(_ scalar: UInt32) -> WordClass {
    guard scalar < 0x80 else { return isApostrophe(scalar) ? .separator : FoldTable.shared.wordClass(of: scalar) }
    return Self.isASCIIWordByte(UInt8(scalar)) ? .letter : .separator
  }

  /// The scalar at `index` and its length in bytes; 0, a separator, where the bytes are no UTF-8 and at the end.
  private func scalar(_ text: borrowing Span<UInt8>, _ index: Int, _ end: Int) -> (value: UInt32, length: Int) {
    guard index < end else { return (0, 0) }
    let first = text[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, index + length <= end else { return (0, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }
}

extension WordKey {
  init(_ bytes: borrowing [UInt8]) {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for index in 0..<min(8, bytes.count) { high |= UInt64(bytes[index]) << (UInt64(7 - index) * 8) }
    if bytes.count > 16 {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for index in 8..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
      low = 0xFF << 56 | hash >> 8
    } else if bytes.count > 8 {
      for index in 8..<bytes.count { low |= UInt64(bytes[index]) << (UInt64(15 - index) * 8) }
    }
    self.init(high: high, low: low)
  }
}

func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  switch scalar {
  case 0..<0x80: bytes.append(UInt8(scalar))
  case 0x80..<0x800:
    bytes.append(UInt8(0xC0 | scalar >> 6))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  case 0x800..<0x10000:
    bytes.append(UInt8(0xE0 | scalar >> 12))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  default:
    bytes.append(UInt8(0xF0 | scalar >> 18 & 0x07))
    bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }
}
