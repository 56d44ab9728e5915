// A text looked at sixteen bytes at a time, for the loops that see all of it and stop at little. What is used of vectors
// here are single instructions of the processor; in another form a test would become a loop over the bytes.
import CSystem

typealias ByteBlock = SIMD16<UInt8>
/// What a test says of each byte of a block.
typealias BlockAnswers = SIMDMask<SIMD16<Int8>>

extension ByteBlock {
  @inline(__always) func with(_ bits: UInt8) -> Self { self | Self(repeating: bits) }
  @inline(__always) func equal(_ byte: UInt8) -> BlockAnswers { self .== Self(repeating: byte) }
  @inline(__always) func areWithin(_ range: ClosedRange<UInt8>) -> BlockAnswers {
    self &- Self(repeating: range.lowerBound) .<= Self(repeating: range.upperBound - range.lowerBound)
  }
  @inline(__always) var areNotASCII: BlockAnswers { unsafeBitCast(self, to: SIMD16<Int8>.self) .< SIMD16<Int8>() }
}

extension BlockAnswers {
  /// One bit for each yes, the first byte's being the lowest.
  @inline(__always) var bits: UInt64 { UInt64(bits_of(unsafeBitCast(self, to: ByteBlock.self))) }
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
    var found = test(blocks.0).bits | test(blocks.1).bits << 16
    while found != 0 {
      let place = found.trailingZeroBitCount
      // Behind the end of the text stand zeros.
      guard place < rest.count, visit(index + place) else { return }
      found &= found - 1
    }
    index += 32
  }
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
