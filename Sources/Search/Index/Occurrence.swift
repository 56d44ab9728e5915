// A word in a text: what it counts for there, and where it stands, in 32 bits.

/// What a word counts for by where it stands. Fields that are short add up as they are; the body and what is in it is
/// divided by how long it is.
enum Field: UInt32 {
  case title, summary, keyword, label, heading, body
  /// Text found in attachments.
  case attachment

  /// Of both sums: a word in a body counts as one.
  static let unit = 4
  /// Both sums are kept in one integer, the short fields' in the upper 12 bits. The highest bit of each says that it is
  /// full.
  static let longBits: UInt32 = 20
  static let longMask: UInt32 = 1 << longBits - 1
  static let fullBits: UInt32 = 1 << 31 | 1 << (longBits - 1)

  /// What each counts, the first one lowest: in a short field four bits, and below them elsewhere. Read without a branch.
  private static let weights: UInt64 = 0x02_04_08_40_80_40_60

  @inline(__always)
  static func weight(_ rawValue: UInt32) -> UInt32 {
    let both = UInt32(truncatingIfNeeded: weights &>> UInt64(rawValue &* 8))
    return (both >> 4 & 15) << longBits | both & 15
  }

  var weight: UInt32 { Self.weight(rawValue) }
}

/// Its highest bit is set, which tells it from the other numbers that stand where one may stand.
enum Occurrence {
  private static let mark: UInt32 = 1 << 31
  private static let fieldShift: UInt32 = 28
  private static let placed: UInt32 = 1 << 27
  private static let lastPlace: UInt32 = placed - 1

  /// A word of `field` without a place.
  static func packed(_ field: Field) -> UInt32 { mark | field.rawValue << fieldShift }

  /// A word of `field` at `place`; what is beyond the last place that there is room for stands there too.
  static func packed(_ field: Field, place: Int) -> UInt32 {
    packed(field) | placed | UInt32(min(place, Int(lastPlace)))
  }

  @inline(__always)
  static func isOne(_ bits: UInt32) -> Bool { bits & mark != 0 }

  /// The same, one place on.
  @inline(__always)
  static func next(_ bits: UInt32) -> UInt32 { bits & lastPlace == lastPlace ? bits : bits &+ 1 }

  @inline(__always)
  static func weight(_ bits: UInt32) -> UInt32 { Field.weight(bits >> fieldShift & 7) }

  @inline(__always)
  static func hasPlace(_ bits: UInt32) -> Bool { bits & placed != 0 }

  @inline(__always)
  static func placeBits(_ bits: UInt32) -> UInt32 { bits & lastPlace }
}
