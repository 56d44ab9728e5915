// How telling a term is, by how few documents it stands in.

extension SearchIndex {
  /// BM25's inverse document frequency, in steps of 1/180 of a doubling. Integers all the way: no platform's logarithm.
  static func rarity(of frequency: Int, among count: Int) -> UInt16 {
    let numerator = UInt64(2 * count + 2)
    let denominator = UInt64(2 * frequency + 1)
    var whole = 0
    while numerator >= denominator << UInt64(whole + 1) { whole += 1 }
    var mantissa = (numerator << 31) / (denominator << UInt64(whole))  // in [1, 2) with 31 binary places
    var logarithm = 0
    for _ in 0..<16 {
      mantissa = (mantissa * mantissa) >> 31
      logarithm <<= 1
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        logarithm |= 1
      }
    }
    return UInt16(max(1, min(4_000, ((whole << 16 | logarithm) * 180 + 1 << 15) >> 16)))
  }
}
