// A text looked at sixteen bytes at a time, for the loops that see all of it and stop at little. What is used of vectors
// here are single instructions of the processor; in another form a test would become a loop over the bytes.

typealias ByteBlock = SIMD16<UInt8>
/// What a test says of each byte of a block.
typealias BlockAnswers = SIMDMask<SIMD16<Int8>>

extension ByteBlock {
  @inline(__always) func with(_ bits: UInt8) -> Self { self | Self(repeating: bits) }
  @inline(__always) func equal(_ byte: UInt8) -> BlockAnswers { self .== Self(repeating: byte) }
  @inline(__always) func areWithin(_ range: ClosedRange<UInt8>) -> BlockAnswers {
    self &- Self(repeating: range.lowerBound) .<= Self(repeating: range.upperBound - range.lowerBound)
  }
}

extension BlockAnswers {
  @inline(__always) var hasYes: Bool { unsafeBitCast(self, to: SIMD2<UInt64>.self) != .zero }
}

/// Calls `visit` with the place of each byte from `start` on that `test` answers with yes, until it returns false.
@inline(__always)
func forEachPlace(
  in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, where test: (ByteBlock) -> BlockAnswers,
  _ visit: (Int) -> Bool
) {
  guard let base = bytes.baseAddress else { return }
  var index = start
  while index < bytes.count {
    let rest = UnsafeRawBufferPointer(start: base + index, count: min(32, bytes.count - index))
    var blocks = (ByteBlock(), ByteBlock())
    if rest.count == 32 {
      blocks = (rest.loadUnaligned(as: ByteBlock.self), rest.loadUnaligned(fromByteOffset: 16, as: ByteBlock.self))
    } else {
      withUnsafeMutableBytes(of: &blocks) { $0.copyMemory(from: rest) }
    }
    let answers = (test(blocks.0), test(blocks.1))
    var found: UInt64 = 0
    if (answers.0 .| answers.1).hasYes {
      found = bits(answers.0) | bits(answers.1) << 16
    }
    while found != 0 {
      let place = found.trailingZeroBitCount
      // Behind the end of the text stand zeros.
      guard place < rest.count, visit(index + place) else { return }
      found &= found - 1
    }
    index += 32
  }
}

/// One bit for each yes, the first byte's being the lowest.
@inline(__always) private func bits(_ answers: BlockAnswers) -> UInt64 {
  let halves = unsafeBitCast(answers, to: SIMD2<UInt64>.self)
  // The product's highest byte has the lowest bits of the factor's eight.
  func bits(_ eight: UInt64) -> UInt64 {
    ((UInt64(littleEndian: eight) & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
  }
  return bits(halves[0]) | bits(halves[1]) << 8
}

extension [UInt8] {
  /// Appends `text`; in place of quotes, backslashes and control characters stands what `escape` appends.
  package mutating func append(_ text: Span<UInt8>, escapedBy escape: (UInt8, inout [UInt8]) -> Void) {
    text.withUnsafeBufferPointer { bytes in
      // In a closure the test would be a call for each block.
      @inline(__always) func isEscaped(_ block: ByteBlock) -> BlockAnswers {
        block.areWithin(0...0x1F) .| block.equal(UInt8(ascii: "\"")) .| block.equal(UInt8(ascii: "\\"))
      }
      var done = 0
      forEachPlace(in: bytes, where: isEscaped) { place in
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done..<place]))
        escape(bytes[place], &self)
        done = place + 1
        return true
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done...]))
    }
  }
}
