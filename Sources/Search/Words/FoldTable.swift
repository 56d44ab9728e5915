// Which characters make words, and what they fold to: case, accents and compatibility forms are taken away, so that
// "Élan", "elan" and "ＥＬＡＮ" are one word. Browsers have `normalize("NFKD")` for this, Swift's library has not: the two
// tables below are what a browser computes (Unicode 17), and a test compares them with it, scalar by scalar.
// Not folded: the doubles of U+F900–FAFF, FB50–FEFF and from 1EE00 on, which nobody types.

/// What a scalar is to the search.
enum WordClass: UInt8 {
  case separator = 0
  case letter = 1
  /// Of a script that is written without spaces: words are overlapping pairs.
  case pair = 2
  /// Accents and invisible characters: as if they were not there.
  case dropped = 3
}

struct FoldTable: Sendable {
  static let shared = FoldTable()
  /// One past the last scalar that the tables speak of.
  private static let limit = 0x40000

  /// Class of each scalar from U+0080 on.
  private var classes: [UInt8]
  /// Where the folded form of a scalar starts in `forms`; 0 where it is its own.
  private var formIndex: [UInt16]
  /// Folded forms: the number of scalars, then the scalars.
  private var forms: [UInt32] = [0]

  func wordClass(of scalar: UInt32) -> WordClass {
    guard scalar < UInt32(Self.limit) else { return .separator }
    return WordClass(rawValue: classes[Int(scalar)]) ?? .separator
  }

  /// Appends what `scalar`, a letter or one of a pair script, folds to.
  func appendFolded(_ scalar: UInt32, to word: inout [UInt32]) {
    let start = scalar < UInt32(formIndex.count) ? Int(formIndex[Int(scalar)]) : 0
    guard start > 0 else {
      word.append(scalar)
      return
    }
    word.append(contentsOf: forms[(start + 1)..<(start + 1 + Int(forms[start]))])
  }

  private init() {
    classes = [UInt8](repeating: 0, count: Self.limit)
    formIndex = [UInt16](repeating: 0, count: 0x20000)
    var position = 0x80
    var number = 0
    for byte in Self.classRuns.utf8 {
      guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "D") else {
        number = number * 36 + Self.base36(byte)
        continue
      }
      let end = min(position + number, Self.limit)
      if byte != UInt8(ascii: "A") {
        for scalar in position..<end { classes[scalar] = byte - UInt8(ascii: "A") }
      }
      (position, number) = (end, 0)
    }
    position = 0x80
    for record in Self.foldRuns.unicodeScalars.split(separator: " ") {  // a mark would hide the ":" before it
      let parts = record.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      var count = 1
      var step = 1
      var numbers = [0]
      for scalar in parts[0] {
        if scalar == "*" || scalar == "/" {
          step = scalar == "/" ? 2 : 1
          numbers.append(0)
        } else {
          numbers[numbers.count - 1] = numbers[numbers.count - 1] * 36 + Self.base36(UInt8(ascii: scalar))
        }
      }
      if numbers.count > 1 { count = numbers[1] }
      position += numbers[0]
      let target = parts[1].map(\.value)
      for index in 0..<count where position + index * step < formIndex.count {
        formIndex[position + index * step] = UInt16(forms.count)
        forms.append(UInt32(target.count))
        forms.append(contentsOf: target.count == 1 ? [target[0] + UInt32(index * step)] : target)
      }
    }
  }

  private static func base36(_ byte: UInt8) -> Int {
    byte <= UInt8(ascii: "9") ? Int(byte) - 48 : Int(byte) - 87
  }

  /// Lengths in base 36 of runs of one class, from U+0080 on; A is a separator, B a letter, C pairs, D dropped.
  private static let classRuns = """
    16A1B2A1D4A2B1A1B3A2B1A3B1AnB1AvB1AckB1C5B4A1B1C1B3C6BeA5B7A1B1A1BhA34D5B1A2B2A4B1A1B6A1B1A3B1A1B1AkB1A2bB1A\
    3vB1A4tB1A12B2A1B6A15B8A1jD8ArB4A4BtAbB5A17BlDaB4A2B1D2rB1A8B2AaB1AjB2A1BgA1nB2A2tBeA1iB4A1B2A1B2A1aBiAsB4A\
    bB5AoB1A7B7A23B1A3lB2AaB1AjB1A8B2A2B2AmB1A7B1A1B3A4B2A9B2A2B2A4B8A1B4A2B1A5B2AcB2A6B2A1B1A1B2A3B1A6B4A2B2AmB\
    1A7B1A2B1A2B1A2B2A1B1A5B4A2B2A3B3A1B7A4B1A1B7AgBbA3B1A9B1A3B1AmB1A7B1A2B1A5B2AaB1A3B1A3B2A1BfA4B2AaB9A7B1A3B\
    1A8B2A2B2AmB1A7B1A2B1A5B2A9B2A2B2A3B7A3B4A2B1A5B2AaB1A7BaA2B1A6B3A3B1A4B3A2B1A1B1A2B3A2B3A3B3AcB4A5B3A3B1A4B\
    2A1B6A1BeAdBdAdB1A3B1AnB1AgB2A9B1A3B1A4B7A2B1A3B1A2B2A4B2AaB8A7B1A4B1A8B1A3B1AnB1AaB1A5B2A9B1A3B1A4B7A2B5A3B\
    1A4B2AaB1A3BcAdB1A3B1A1fB1A3B1A5B5AgB2AjB1A6B1A3B1AiB3AoB1A9B1A1B2A7B3A1B4A6B1A1B1A8B6AaB2A2BdA1mC5AfC1AaC\
    13A2C1A1C1A5C1AoC1A1C1AnC2A5C1A1C1A7C1AaC2A4CwA1BnA2B6AkB1A1B1A1B1A1B4AaB1A10B4AkB1AiB1A10B9A1B1lA22C6A26C2A\
    12B1A1B5A1B2A17B1A4B74C21B1A4B2A7B1A1B1A4B2A15B1A4B2AxB1A4B2A7B1A1B1A4B2AfB1A1lB1A4B2A1vB2A3B9AkB3AgBgA2eB2A\
    6B3Ah8B2AhB1AqB5A23B3AbB7AmB9AmBbAkBcAdB1A3B1A2BcA2cC3A1C4A2C2AaC6AaChA3B1AbB6A2hB7A17B5A1yBaAvB1AcB4AcBaA\
    14B2A5BbA18B4AqB6AbB11AsB4A1rB1AtB2AbB6AaBdA1B8A28D25B3AaBhA9BcA38BcA1kB8AaB3A1dB2AbB5A17B2A3BgA3B1A13B5A5cB\
    1sD7qB2A6B2A12B2A6B2A8B1A1B1A1B1A1B1AvB2A1hB1A7B1A1B3A3B1A7B3A4B2A6B4AdB5A3B1A7BeA3D2aA1DfA2B2A6B5AbB6AdB1fA\
    1cD2A1B4A1B2AaB1A1B3A5B6A1B1A1B1A1B1A4B1AbB2A4B5A5B4A1B1A1mBk6A1oB26AmBhiAuBvgA6dB6A9B9A1B2A12B1A1B5A1B2A1kB\
    7A1BfAoB9A7B1A7B1A7B1A7B1A7B1A7B1A7B1A7B1AwB1bA1Bd1A3CpAfC1A5C2A5C4A2eC2A2C2A3C1A2iC1A4C5A17C1A2mC3A4CaAwC\
    1cAgCwAaCuA8B1AfBwAaC13AfB8wA534C1sAg74CwdB1vA1aB2A7hB3AsBkA1fB1AaB1A37B11A9B2A2vB2A2aBkA1jB4A1B3A6BaA1gBcA\
    1yBaAaB6AoB3A1B1A1dB2A10BcAtC3A1tBeAbB6AvC1A1jB9AeB2AaB6AnC3A6C1vBoA3B2AgB2A5BaA6B2A6B2A6B9A7B1A7B1A17B1AeB\
    6A3fB1A2B2AaB6A8mcCcAnC4A1dC6isAa6C2A2yC12A7BcA5B5AcB1AdB1A5B1A1B1A2B1A2B1A30BxAa3BiA1sB2A1iB14AcB4AgDgAgD\
    1sA5B1A3rB2A1DgAaB7AqB6AqBbA2hC3A6C2A6C2A6C2A3CzAcB1AqB1AjB1A2B1AfB2AeByA3fBcA19BcA1lBhA2B35A1B3mAtB3A1dBfA\
    sB4A10B9AuB5A17B5AuB2A10B4A8B1A5B16A4eB2AaB6A10B4A10B4A14B8A1gBcAbB1AfB1A7B1A2B1AbB1AfB1A7B1A2B3A1gBcA8nB9A\
    mBaA8BoA6B1A16B1A9B1xA6B2A1B1A18B1A2B3A1B2AnB2AvB2A12B8A9B1cAjB1A2B5AxB4AqB6AqB12A1kB4AkB2A1eB1A2B5A8B1A3B1A\
    tB2A3B4AaBnAvB1AwBwA8B1AuB4A5BgA1iBaAmB2ArB5AqBnA7B28A21B1jA1fBdA1fB7A1aB8AaB6A12B3A5B1AnB62AvB1A16B1A2B3A2B\
    gA6B1eA1aB8A11BrAmB16AsBkAnB9A1zBbA10B9A1oB7A1BdApB7AaB6A1hB1AaB4A4B8A10B2A1B9A1xB4A4B1AdB1A1B4AkBbAiB1A11B\
    6A4B1qA7B1A1B1A4B1AfB1AaB7A1nB5AaB6A4B1A8B2A2B2AmB1A7B1A2B1A5B1AaB2A2B2A3B2A1B6A1B5A7B2A7B3A5BbAaB1A1B2A1B1A\
    12B1AaB1A1B2A1B1A4B1A8BdA2BtA23B5AaB4A4BuA1yB1A1B8AaB4mA1iB2A9BnA6ByA1tB3A1BbAaB12A1lB7AaB6AkCsArB2AfB4AcB4A\
    7B55A1nB2tA2bBcA8B2A1B2A8B1A2B1AuB1A2B2A9BcAaB1yA8B2A1aB2A8B1A2BrA1rB8A1B8A22B3A1BiA21B2vA8B2gAxBfAaB6A9B1A\
    19B1A9BfAtB5AuB2AmB1AeB21A7B1A2B1A18B3A1B1A2B1A9B8AaB6A6B1A2B1A11B1A2B1A6B7AaB6A18B4AaB6uAnB9AhB1A15B3A5BdA\
    bB2dA1BfAlB17ApmB2uA33BhA5gB218A2pBfAtsBgAmBaA32zB5Ag7B5a1A1mB1c6AftB7AvB1AaB6A27B1AaB6AuB2A5BbA1jB9A4BcAaB\
    1A7B1AlB5AjBc0A19B3AaB5iA2fB9ApB2ApB18A23B4A1lB7AhB1sA2B1A1C1BbA7C9A5p2B15AwB2pA37B6ppA4C1A7C1A2C1A83CfA1CtA\
    3C2A1CeA4C8Ab0B1s4A2zB5AdB3A9B7AaB3A2B381AaBeeA1aB2AnBf2A5B3A6B8A8B2A7BuA4B44A3B3fAkBcAkB30AiC7B3rA2dB1A1zB\
    1A2B2A1B2A2B2A4B1AcB1A1B1A7B1A1tB1A4B2A8B1A7B1AsB1A4B1A5B1A1B3A7B1A9gB2ApB1ApB1AvB1ApB1AvB1ApB1AvB1ApB1AvB1A\
    pB1A8B2A1eBe8A1jB4A1eB8A1BeA1BmA5B1AfBuoAvB6A6B5xA7B1AhB2A7B1A2B1A5B5A1qBxA1B34A19B3AeB2AaB4A1B8xAvBhA1mBd2A\
    16B5yA17B5hAvB1AmB8A2B68A7B1A4B1A2B1AfB1A5hB2AgB15A24B4AaBlzA1nB1A3B1A4B24A19B1AfB5eA4B1ArB1A2B1A1B2A1B1AaB\
    1A4B1A1B1A1B6A1B4A1B1A1B1A1B1A3B1A2B1A1B2A1B1A1B1A1B1A1B1A1B1A2B1A1B2A4B1A7B1A4B1A4B1A1B1AaB1AhB5A3B1A5B1AhB\
    g4AdB25fAaBsmAwyoCwA3dqC2A4geC2A5rlCfAhaC1wiAf2C15uA3t7C5A6juC147aA
    """

  /// Distance from the record before in base 36, then `*count` for neighbours or `/count` for every other scalar, and
  /// what the first of them folds to; the others follow at the same distance.
  private static let foldRuns = """
    16:a 8*2:2 3:\u{3bc} 4:1 1:o 2:14 1:12 1:34 2:a 1:a 1:a 1:a 1:a 1:a 1:ae 1:c 1:e 1:e 1:e 1:e 1:i 1:i 1:i \
    1:i 1:d 1*2:n 2:o 1:o 1:o 1:o 2:o 1:u 1:u 1:u 1:u 1:y 1:th 1:ss 1:a 1:a 1:a 1:a 1:a 1:a 1:ae 1:c 1:e 1:e \
    1:e 1:e 1:i 1:i 1:i 1:i 1:d 1*2:n 2:o 1:o 1:o 1:o 2:o 1:u 1:u 1:u 1:u 1:y 1:th 1:y 1:a 1:a 1:a 1:a 1:a 1:a \
    1:c 1:c 1:c 1:c 1:c 1:c 1:c 1*2:c 2:d 1:d 1*2:d 2:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:g 1:g 1:g 1:g 1:g 1:g \
    1:g 1*2:g 2:h 1:h 1*2:h 2:i 1:i 1:i 1:i 1:i 1:i 1:i 1:i 1:i 1:ij 1:ij 1:j 1*2:j 2:k 2:l 1:l 1:l 1:l 1:l 1:l \
    1:l 1:l 1:l 1:l 1:n 1:n 1:n 1:n 1:n 1:n 1:\u{2bc}n 1:n 1*2:n 2:o 1:o 1:o 1:o 1:o 1:oe 1:oe 1:r 1:r 1:r 1:r \
    1:r 1*2:r 2:s 1:s 1:s 1:s 1:s 1:s 1*2:s 2:t 1:t 1:t 1:t 1*2:t 2:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u \
    1:w 1:w 1:y 1:y 1*2:y 2:z 1:z 1:z 1:z 1:z 1:s 2:\u{253} 1/2:\u{183} 4:\u{254} 1:\u{188} 2*2:\u{256} \
    2:\u{18c} 3:\u{1dd} 1:\u{259} 1:\u{25b} 1:\u{192} 2:\u{260} 1:\u{263} 2:\u{269} 1:\u{268} 1:\u{199} \
    4:\u{26f} 1:\u{272} 2:\u{275} 1:o 1:o 1/2:\u{1a3} 4:\u{280} 1:\u{1a8} 2:\u{283} 3:\u{1ad} 2:\u{288} 1:u 1:u \
    1*2:\u{28a} 2/2:\u{1b4} 4:\u{292} 1:\u{1b9} 4:\u{1bd} 8:dz 1:dz 1:dz 1:lj 1:lj 1:lj 1:nj 1:nj 1:nj 1:a 1:a \
    1:i 1:i 1:o 1:o 1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u 2:a 1:a 1:a 1:a 1:ae 1:ae 1:\u{1e5} 2:g 1:g 1:k 1:k \
    1:o 1:o 1:o 1:o 1:\u{292} 1:\u{292} 1:j 1:dz 1:dz 1:dz 1:g 1:g 1:\u{195} 1:\u{1bf} 1:n 1:n 1:a 1:a 1:ae \
    1:ae 1:o 1:o 1:a 1:a 1:a 1:a 1:e 1:e 1:e 1:e 1:i 1:i 1:i 1:i 1:o 1:o 1:o 1:o 1:r 1:r 1:r 1:r 1:u 1:u 1:u \
    1:u 1:s 1*2:s 2:t 1:\u{21d} 2:h 1:h 1:\u{19e} 2/2:\u{223} 4:a 1:a 1:e 1:e 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o \
    1:y 1:y 7:\u{2c65} 1:\u{23c} 2:\u{19a} 1:\u{2c66} 3:\u{242} 2:\u{180} 1:\u{289} 1:\u{28c} 1/5:\u{247} 2y:h \
    1:\u{266} 1:j 1:r 1:\u{279} 1:\u{27b} 1:\u{281} 1:w 1:y 14:\u{263} 1:l 1:s 1:x 1:\u{295} 3w/2:\u{371} \
    4:\u{2b9} 2:\u{377} 4: 5:\u{3f3} 7:\u{3b1} 2:\u{3b5} 1:\u{3b7} 1:\u{3b9} 2:\u{3bf} 2:\u{3c5} 1:\u{3c9} \
    1:\u{3b9} 1*h:\u{3b1} i*7:\u{3c3} 7:\u{3b9} 1:\u{3c5} 1:\u{3b1} 1:\u{3b5} 1:\u{3b7} 1:\u{3b9} 1:\u{3c5} \
    i:\u{3c3} 8:\u{3b9} 1:\u{3c5} 1:\u{3bf} 1:\u{3c5} 1:\u{3c9} 1:\u{3d7} 1:\u{3b2} 1:\u{3b8} 1:\u{3c5} \
    1:\u{3c5} 1*2:\u{3c5} 2:\u{3c0} 2/c:\u{3d9} o:\u{3ba} 1:\u{3c1} 1:\u{3c3} 2:\u{3b8} 1:\u{3b5} 2:\u{3f8} \
    2:\u{3c3} 1:\u{3fb} 3*3:\u{37b} 3:\u{435} 1:\u{435} 1:\u{452} 1:\u{433} 1*3:\u{454} 3:\u{456} 1*4:\u{458} \
    4:\u{43a} 1:\u{438} 1:\u{443} 1:\u{45f} 1*9:\u{430} 9:\u{438} 1*m:\u{43a} v:\u{438} n:\u{435} 1:\u{435} \
    2:\u{433} 4:\u{456} 5:\u{43a} 1:\u{438} 1:\u{443} 2/b:\u{461} m:\u{475} 1:\u{475} 1/5:\u{479} i/r:\u{48b} \
    1i:\u{4cf} 1:\u{436} 1:\u{436} 1/6:\u{4c4} d:\u{430} 1:\u{430} 1:\u{430} 1:\u{430} 1:\u{4d5} 2:\u{435} \
    1:\u{435} 1:\u{4d9} 2:\u{4d9} 1:\u{4d9} 1:\u{436} 1*2:\u{436} 2:\u{437} 1:\u{4e1} 2:\u{438} 1:\u{438} \
    1:\u{438} 1:\u{438} 1:\u{43e} 1:\u{43e} 1:\u{4e9} 2:\u{4e9} 1:\u{4e9} 1:\u{44d} 1:\u{44d} 1:\u{443} \
    1:\u{443} 1:\u{443} 1:\u{443} 1:\u{443} 1:\u{443} 1:\u{447} 1:\u{447} 1:\u{4f7} 2:\u{44b} 1:\u{44b} \
    1/r:\u{4fb} 1j*12:\u{561} 2e:\u{565}\u{582} 4b:\u{627} 1:\u{627} 1:\u{648} 1:\u{627} 1:\u{64a} \
    27:\u{627}\u{674} 1:\u{648}\u{674} 1:\u{6c7}\u{674} 1:\u{64a}\u{674} 20:\u{6d5} 2:\u{6c1} h:\u{6d2} \
    hx:\u{915}\u{93c} 1:\u{916}\u{93c} 1:\u{917}\u{93c} 1:\u{91c}\u{93c} 1:\u{921}\u{93c} 1:\u{922}\u{93c} \
    1:\u{92b}\u{93c} 1:\u{92f}\u{93c} 3h:\u{9a1}\u{9bc} 1:\u{9a2}\u{9bc} 2:\u{9af}\u{9bc} 2c:\u{a32}\u{a3c} \
    3:\u{a38}\u{a3c} z:\u{a16}\u{a3c} 1:\u{a17}\u{a3c} 1:\u{a1c}\u{a3c} 3:\u{a2b}\u{a3c} 72:\u{b21}\u{b3c} \
    1:\u{b22}\u{b3c} k6:\u{e4d}\u{e32} 3k:\u{ecd}\u{eb2} 15:\u{eab}\u{e99} 1:\u{eab}\u{ea1} 2u:\u{f42}\u{fb7} \
    a:\u{f4c}\u{fb7} 5:\u{f51}\u{fb7} 5:\u{f56}\u{fb7} 5:\u{f5b}\u{fb7} d:\u{f40}\u{fb5} a:\u{f71}\u{f72} \
    2:\u{f71}\u{f74} 1:\u{fb2}\u{f80} 1:\u{fb2}\u{f71}\u{f80} 1:\u{fb3}\u{f80} 1:\u{fb3}\u{f71}\u{f80} \
    8:\u{f71}\u{f80} i:\u{f92}\u{fb7} a:\u{f9c}\u{fb7} 5:\u{fa1}\u{fb7} 5:\u{fa6}\u{fb7} 5:\u{fab}\u{fb7} \
    d:\u{f90}\u{fb5} 6f*12:\u{2d00} 13:\u{2d27} 6:\u{2d2d} 1b:\u{10dc} is*28:\u{ab70} 28*6:\u{13f8} \
    1p5:\u{1c8a} 7*17:\u{10d0} 19*3:\u{10fd} 33:a 1:ae 1/2:b 3:e 1:\u{1dd} 1*8:g 9:o 1:\u{223} 1:p 1:r 1*2:t \
    2:w 1:a 1*2:\u{250} 2:\u{1d02} 1:b 1*2:d 2:\u{259} 1*2:\u{25b} 2:g 2:k 1*3:m 3:\u{254} 1*2:\u{1d16} 2:p \
    1*2:t 2:\u{1d1d} 1:\u{26f} 1:v 1:\u{1d25} 1*3:\u{3b2} 3*2:\u{3c6} 2:i 1:r 1*2:u 2*2:\u{3b2} 2:\u{3c1} \
    1*2:\u{3c6} f:\u{43d} z:\u{252} 1:c 1:\u{255} 1:d 1:\u{25c} 1:f 1:\u{25f} 1:\u{261} 1:\u{265} 1*3:\u{268} \
    3:\u{1d7b} 1:\u{29d} 1:\u{26d} 1:\u{1d85} 1:\u{29f} 1:\u{271} 1:\u{270} 1*4:\u{272} 4:\u{278} 1*2:\u{282} \
    2:\u{1ab} 1*2:\u{289} 2:\u{1d1c} 1*2:\u{28b} 2:z 1*3:\u{290} 3:\u{3b8} 1t:a 1*2:a 2:b 1:b 1:b 1:b 1*2:b \
    2*2:c 2:d 1:d 1:d 1:d 1:d 1:d 1:d 1:d 1*2:d 2:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1*2:e 2*2:f 2*2:g 2:h 1:h 1:h \
    1:h 1:h 1:h 1:h 1:h 1*2:h 2:i 1:i 1:i 1:k 1:k 1:k 1:k 1:k 1*2:k 2:l 1:l 1:l 1:l 1:l 1:l 1*2:l 2:m 1:m 1:m \
    1:m 1*2:m 2:n 1:n 1:n 1:n 1:n 1:n 1*2:n 2:o 1:o 1:o 1:o 1:o 1:o 1*2:o 2:p 1:p 1:p 1:r 1:r 1:r 1:r 1:r 1:r \
    1:r 1*2:r 2:s 1:s 1:s 1:s 1:s 1:s 1:s 1:s 1*2:s 2:t 1:t 1:t 1:t 1:t 1:t 1*2:t 2:u 1:u 1:u 1:u 1:u 1:u 1:u \
    1:u 1*2:u 2:v 1:v 1*2:v 2:w 1:w 1:w 1:w 1:w 1:w 1:w 1:w 1*2:w 2:x 1:x 1*2:x 2*2:y 2:z 1:z 1:z 1:z 1:z 1:h \
    1:t 1:w 1:y 1:a\u{2be} 1:s 3:ss 2:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a 1:a \
    1:a 1:a 1:a 1:a 1:a 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:e 1:i 1:i 1:i 1:i 1:o 1:o \
    1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:o 1:u 1:u 1:u 1:u 1:u \
    1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:u 1:y 1:y 1:y 1:y 1:y 1:y 1:y 1:y 1/3:\u{1efb} 6:\u{3b1} 1:\u{3b1} \
    1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} \
    1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b5} 1:\u{3b5} 1:\u{3b5} 1:\u{3b5} 1:\u{3b5} 1:\u{3b5} \
    3:\u{3b5} 1:\u{3b5} 1:\u{3b5} 1:\u{3b5} 1:\u{3b5} 1:\u{3b5} 3:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} \
    1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} \
    1:\u{3b7} 1:\u{3b7} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} \
    1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3bf} 1:\u{3bf} \
    1:\u{3bf} 1:\u{3bf} 1:\u{3bf} 1:\u{3bf} 3:\u{3bf} 1:\u{3bf} 1:\u{3bf} 1:\u{3bf} 1:\u{3bf} 1:\u{3bf} \
    3:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 2:\u{3c5} 2:\u{3c5} \
    2:\u{3c5} 2:\u{3c5} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} \
    1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3b1} 1:\u{3b1} \
    1:\u{3b5} 1:\u{3b5} 1:\u{3b7} 1:\u{3b7} 1:\u{3b9} 1:\u{3b9} 1:\u{3bf} 1:\u{3bf} 1:\u{3c5} 1:\u{3c5} \
    1:\u{3c9} 1:\u{3c9} 3:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} \
    1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b7} 1:\u{3b7} \
    1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} \
    1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} \
    1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} \
    1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 2:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} 1:\u{3b1} \
    1:\u{3b1} 1:\u{3b1} 2:\u{3b9} 4:\u{3b7} 1:\u{3b7} 1:\u{3b7} 2:\u{3b7} 1:\u{3b7} 1:\u{3b5} 1:\u{3b5} \
    1:\u{3b7} 1:\u{3b7} 1:\u{3b7} 4:\u{3b9} 1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 3:\u{3b9} 1:\u{3b9} 1:\u{3b9} \
    1:\u{3b9} 1:\u{3b9} 1:\u{3b9} 5:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c1} 1:\u{3c1} 1:\u{3c5} \
    1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c5} 1:\u{3c1} 6:\u{3c9} 1:\u{3c9} 1:\u{3c9} 2:\u{3c9} \
    1:\u{3c9} 1:\u{3bf} 1:\u{3bf} 1:\u{3c9} 1:\u{3c9} 1:\u{3c9} 38:0 1:i 3*6:4 b:n 1*a:0 g:a 1:e 1:o 1:x \
    1:\u{259} 1:h 1*4:k 4:p 1*2:s 2v:c 5:\u{25b} 3*2:g 2:h 1:h 1:h 1*2:h 2:i 1:l 1/2:l 6*3:p 3:r 1:r 7:z \
    2:\u{3c9} 2:z 2:k 1*3:a 4:e 1*2:e 2:\u{214e} 1:m 1:o 1*4:\u{5d0} 4:i 3:\u{3c0} 1:\u{3b3} 1:\u{3b3} \
    1:\u{3c0} 6:d 1*2:d 2*2:i 8:17 1:19 1:110 1:13 1:23 1:15 1:25 1:35 1:45 1:16 1:56 1:18 1:38 1:58 1:78 1:1 \
    1:i 1:ii 1:iii 1:iv 1:v 1:vi 1:vii 1:viii 1:ix 1:x 1:xi 1:xii 1:l 1*2:c 2:m 1:i 1:ii 1:iii 1:iv 1:v 1:vi \
    1:vii 1:viii 1:ix 1:x 1:xi 1:xii 1:l 1*2:c 2:m 4:\u{2184} 6:03 k7*9:1 9:10 1:11 1:12 1:13 1:14 1:15 1:16 \
    1:17 1:18 1:19 1:20 1*9:1 9:10 1:11 1:12 1:13 1:14 1:15 1:16 1:17 1:18 1:19 1:20 1*9:1 9:10 1:11 1:12 1:13 \
    1:14 1:15 1:16 1:17 1:18 1:19 1:20 27:0 1ee*1c:\u{2c30} 2o:\u{2c61} 2:\u{26b} 1:\u{1d7d} 1:\u{27d} \
    3/3:\u{2c68} 6:\u{251} 1:\u{271} 1:\u{250} 1:\u{252} 2:\u{2c73} 3:\u{2c76} 7:j 1:v 1*2:\u{23f} \
    2/1e:\u{2c81} 2z/2:\u{2cec} 7:\u{2cf3} 3h:\u{2d61} jt:\u{5341} 1*2:\u{5344} 2u:\u{3088}\u{308a} \
    2o:\u{30b3}\u{30c8} 1e*2:\u{1100} 2:\u{11aa} 1:\u{1102} 1*2:\u{11ac} 2*3:\u{1103} 3*6:\u{11b0} 6:\u{111a} \
    1*3:\u{1106} 3:\u{1121} 1*a:\u{1109} a*l:\u{1161} l:\u{1160} 1*2:\u{1114} 2*2:\u{11c7} 2:\u{11cc} \
    1:\u{11ce} 1:\u{11d3} 1:\u{11d7} 1:\u{11d9} 1:\u{111c} 1:\u{11dd} 1:\u{11df} 1*2:\u{111d} 2:\u{1120} \
    1*2:\u{1122} 2:\u{1127} 1:\u{1129} 1*5:\u{112b} 5:\u{1132} 1:\u{1136} 1:\u{1140} 1:\u{1147} 1:\u{114c} \
    1*2:\u{11f1} 2*3:\u{1157} 3*2:\u{1184} 2:\u{1188} 1*2:\u{1191} 2:\u{1194} 1:\u{119e} 1:\u{11a1} 4:\u{4e00} \
    1:\u{4e8c} 1:\u{4e09} 1:\u{56db} 3v:\u{4e00} 1:\u{4e8c} 1:\u{4e09} 1:\u{56db} 1:\u{4e94} 1:\u{516d} \
    1:\u{4e03} 1:\u{516b} 1:\u{4e5d} 1:\u{5341} 14:21 1:22 1:23 1:24 1:25 1:26 1:27 1:28 1:29 1:30 1:31 1:32 \
    1:33 1:34 1:35 x:\u{4e00} 1:\u{4e8c} 1:\u{4e09} 1:\u{56db} 1:\u{4e94} 1:\u{516d} 1:\u{4e03} 1:\u{516b} \
    1:\u{4e5d} 1:\u{5341} 14:36 1:37 1:38 1:39 1:40 1:41 1:42 1:43 1:44 1:45 1:46 1:47 1:48 1:49 1:50 \
    mtd/n:\u{a641} 1s/e:\u{a681} s:\u{44a} 1:\u{44c} 3p/7:\u{a723} g/v:\u{a733} 1q:\u{a76f} 9/2:\u{a77a} \
    4:\u{1d79} 1/5:\u{a77f} d:\u{a78c} 2:\u{265} 3/2:\u{a791} 6/a:\u{a797} k:\u{266} 1:\u{25c} 1:\u{261} \
    1:\u{26c} 1:\u{26a} 2:\u{29e} 1:\u{287} 1:\u{29d} 1:\u{ab53} 1/8:\u{a7b5} g:\u{a794} 1:\u{282} 1:\u{1d8e} \
    1/2:\u{a7c8} 4:\u{264} 1/8:\u{a7cd} g:\u{19b} l:s 1:c 1:f 1:q 1:\u{a7f6} 3:h 1:oe o3:\u{a727} 1:\u{ab37} \
    1:\u{26b} 1:\u{ab52} a:\u{28d} fpz:ff 1:fi 1:fl 1:ffi 1:ffl 1:st 1:st d:\u{574}\u{576} 1:\u{574}\u{565} \
    1:\u{574}\u{56b} 1:\u{57e}\u{576} 1:\u{574}\u{56d} 6:\u{5d9} 2:\u{5f2} 1:\u{5e2} 1:\u{5d0} 1*2:\u{5d3} \
    2*3:\u{5db} 3:\u{5e8} 1:\u{5ea} 2:\u{5e9} 1:\u{5e9} 1:\u{5e9} 1:\u{5e9} 1:\u{5d0} 1:\u{5d0} 1*7:\u{5d0} \
    8*5:\u{5d8} 6/2:\u{5de} 3/2:\u{5e1} 3/2:\u{5e4} 3*4:\u{5e7} 4:\u{5d5} 1:\u{5d1} 1:\u{5db} 1:\u{5e4} \
    1:\u{5d0}\u{5dc} qp*a:0 h*q:a w*q:a 11:\u{30f2} 1:\u{30a1} 1:\u{30a3} 1:\u{30a5} 1:\u{30a7} 1:\u{30a9} \
    1:\u{30e3} 1:\u{30e5} 1:\u{30e7} 1:\u{30c3} 1:\u{30fc} 1:\u{30a2} 1:\u{30a4} 1:\u{30a6} 1:\u{30a8} \
    1*2:\u{30aa} 2:\u{30ad} 1:\u{30af} 1:\u{30b1} 1:\u{30b3} 1:\u{30b5} 1:\u{30b7} 1:\u{30b9} 1:\u{30bb} \
    1:\u{30bd} 1:\u{30bf} 1:\u{30c1} 1:\u{30c4} 1:\u{30c6} 1:\u{30c8} 1*6:\u{30ca} 6:\u{30d2} 1:\u{30d5} \
    1:\u{30d8} 1:\u{30db} 1*5:\u{30de} 5:\u{30e4} 1:\u{30e6} 1*6:\u{30e8} 6:\u{30ef} 1:\u{30f3} 1*2:\u{3099} \
    2:\u{1160} 1*2:\u{1100} 2:\u{11aa} 1:\u{1102} 1*2:\u{11ac} 2*3:\u{1103} 3*6:\u{11b0} 6:\u{111a} \
    1*3:\u{1106} 3:\u{1121} 1*a:\u{1109} d*6:\u{1161} 8*6:\u{1167} 8*6:\u{116d} 8*3:\u{1173} ti*14:\u{10428} \
    4w*10:\u{104d8} 5c*b:\u{10597} c*f:\u{105a3} g*7:\u{105b3} 8*2:\u{105bb} 1h:\u{105d2} r:\u{105da} \
    bh*2:\u{2d0} 2:ae 1:\u{299} 1:\u{253} 2:\u{2a3} 1:\u{ab66} 1:\u{2a5} 1:\u{2a4} 1*2:\u{256} 2:\u{1d91} \
    1:\u{258} 1:\u{25e} 1:\u{2a9} 1:\u{264} 1:\u{262} 1:\u{260} 1:\u{29b} 1:h 1:\u{29c} 1:\u{267} 1:\u{284} \
    1*2:\u{2aa} 2:\u{26c} 1:\u{1df04} 1:\u{a78e} 1:\u{26e} 1:\u{1df05} 1:\u{28e} 1:\u{1df06} 1:o 1*2:\u{276} \
    2:q 1:\u{27a} 1:\u{1df08} 1*2:\u{27d} 2:\u{280} 1:\u{2a8} 1:\u{2a6} 1:\u{ab67} 1:\u{2a7} 1:\u{288} \
    1:\u{2c71} 2:\u{28f} 1*2:\u{2a1} 2:\u{298} 1*3:\u{1c0} 3:\u{1df0a} 1:\u{1df1e} xy*1f:\u{10cc0} \
    5s*m:\u{10d70} 28g*w:\u{118c0} gww*w:\u{16e60} 2o*p:\u{16ebb} imo*a:0 1e8*q:a q*q:a q*q:a q*7:a 8*i:i i*q:a \
    q*q:a q/2:a 3:d 3:g 3*2:j 4*4:n 5*8:s 8*4:a 5/2:f 3*6:i 7*b:p b*q:a q*q:a q*2:a 3*4:d 6*8:j 9*7:s 8*q:a \
    q*2:a 3*4:d 5*5:i 6:o 4*7:s 8*q:a q*q:a q*q:a q*q:a q*q:a q*q:a q*q:a q*q:a q*q:a q*q:a q*q:a q*q:a q*q:a \
    q:i 1:\u{237} 3*h:\u{3b1} h:\u{3b8} 1*7:\u{3c3} 8*h:\u{3b1} h:\u{3c3} 1*7:\u{3c3} 8:\u{3b5} 1:\u{3b8} \
    1:\u{3ba} 1:\u{3c6} 1:\u{3c1} 1:\u{3c0} 1*h:\u{3b1} h:\u{3b8} 1*7:\u{3c3} 8*h:\u{3b1} h:\u{3c3} 1*7:\u{3c3} \
    8:\u{3b5} 1:\u{3b8} 1:\u{3ba} 1:\u{3c6} 1:\u{3c1} 1:\u{3c0} 1*h:\u{3b1} h:\u{3b8} 1*7:\u{3c3} 8*h:\u{3b1} \
    h:\u{3c3} 1*7:\u{3c3} 8:\u{3b5} 1:\u{3b8} 1:\u{3ba} 1:\u{3c6} 1:\u{3c1} 1:\u{3c0} 1*h:\u{3b1} h:\u{3b8} \
    1*7:\u{3c3} 8*h:\u{3b1} h:\u{3c3} 1*7:\u{3c3} 8:\u{3b5} 1:\u{3b8} 1:\u{3ba} 1:\u{3c6} 1:\u{3c1} 1:\u{3c0} \
    1*h:\u{3b1} h:\u{3b8} 1*7:\u{3c3} 8*h:\u{3b1} h:\u{3c3} 1*7:\u{3c3} 8:\u{3b5} 1:\u{3b8} 1:\u{3ba} 1:\u{3c6} \
    1:\u{3c1} 1:\u{3c0} 1:\u{3dd} 1:\u{3dd} 3*a:0 a*a:0 a*a:0 a*a:0 a*a:0 1mi*9:\u{430} 9*3:\u{43a} 3*b:\u{43e} \
    b:\u{44b} 1*2:\u{44d} 2:\u{a689} 1:\u{4d9} 1:\u{456} 1:\u{458} 1:\u{4e9} 1:\u{4af} 1:\u{4cf} 1*9:\u{430} \
    9*2:\u{43a} 2*2:\u{43e} 2:\u{441} 1*6:\u{443} 6*2:\u{44a} 2:\u{491} 1:\u{456} 1:\u{455} 1:\u{45f} 1:\u{4ab} \
    1:\u{a651} 1:\u{4b1} 1oz*y:\u{1e922}
    """
}
