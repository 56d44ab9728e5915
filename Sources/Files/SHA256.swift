// SHA-256 (FIPS 180-4), for content hashes and hashed file names. Not for secrets. Where the processor has instructions
// for it, they do the work; a test holds the loop below to the same digests.

import CSystem

package struct SHA256: Sendable {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var pending: [UInt8] = []
  private var byteCount = 0
  private let isBuiltIn: Bool

  /// `isBuiltIn` false: without the processor's own instructions.
  package init(isBuiltIn: Bool = true) { self.isBuiltIn = isBuiltIn && Self.processorHasIt }

  private static let processorHasIt = sha256_is_built_in() != 0

  /// The digest of `bytes` as 64 hex digits.
  package static func hex(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes[...])
    return hash.finish()
  }

  /// The digests of two messages, of which the processor works on both at once, in little more time than one takes.
  package static func hex(_ first: [UInt8], _ second: [UInt8]) -> (String, String) {
    var (firstHash, secondHash) = (SHA256(), SHA256())
    let common = processorHasIt ? min(first.count, second.count) / 64 * 64 : 0
    if common > 0 { compress(first, into: &firstHash, second, into: &secondHash, byteCount: common) }
    firstHash.update(first[common...])
    secondHash.update(second[common...])
    return (firstHash.finish(), secondHash.finish())
  }

  /// Takes the first bytes, whole blocks, of two messages.
  private static func compress(
    _ first: [UInt8], into firstHash: inout SHA256, _ second: [UInt8], into secondHash: inout SHA256, byteCount: Int
  ) {
    withUnsafeMutableBytes(of: &firstHash.state) { firstState in
      withUnsafeMutableBytes(of: &secondHash.state) { secondState in
        first.withUnsafeBufferPointer { first in
          second.withUnsafeBufferPointer { second in
            constants.withUnsafeBufferPointer { constants in
              sha256_compress_two(
                firstState.bindMemory(to: UInt32.self).baseAddress, first.baseAddress,
                secondState.bindMemory(to: UInt32.self).baseAddress, second.baseAddress, constants.baseAddress,
                byteCount / 64)
            }
          }
        }
      }
    }
    firstHash.byteCount += byteCount
    secondHash.byteCount += byteCount
  }

  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    byteCount += bytes.count
    bytes.withUnsafeBufferPointer { buffer in
      var rest = buffer[...]
      if !pending.isEmpty {
        let missing = rest.prefix(64 - pending.count)
        pending += missing
        rest = rest.dropFirst(missing.count)
        guard pending.count == 64 else { return }
        let block = pending
        block.withUnsafeBufferPointer { compress($0) }
        pending.removeAll(keepingCapacity: true)
      }
      let whole = rest.count / 64 * 64
      compress(UnsafeBufferPointer(rebasing: rest.prefix(whole)))
      pending.reserveCapacity(128)  // of which the end of the message needs some
      pending += rest.dropFirst(whole)
    }
  }

  /// Ends the message; the value is used up.
  package mutating func finish() -> String {
    let zeroCount = (119 - byteCount % 64) % 64
    pending.append(0x80)
    pending.append(contentsOf: repeatElement(0, count: zeroCount))
    withUnsafeBytes(of: (UInt64(byteCount) * 8).bigEndian) { pending.append(contentsOf: $0) }
    let last = pending
    last.withUnsafeBufferPointer { compress($0) }
    let words = state
    return String(unsafeUninitializedCapacity: 64) { hex in
      withUnsafeBytes(of: words) { words in
        let words = words.bindMemory(to: UInt32.self)
        for place in 0..<64 {
          let digit = UInt8(words[place / 8] >> UInt32(28 - place % 8 * 4) & 15)
          hex[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        }
      }
      return 64
    }
  }

  /// Whole blocks of 64 bytes.
  private mutating func compress(_ blocks: UnsafeBufferPointer<UInt8>) {
    guard let base = blocks.baseAddress else { return }
    guard !isBuiltIn else {
      withUnsafeMutableBytes(of: &state) { state in
        Self.constants.withUnsafeBufferPointer { constants in
          let words = state.bindMemory(to: UInt32.self)
          sha256_compress(words.baseAddress, base, constants.baseAddress, blocks.count / 64)
        }
      }
      return
    }
    var (h0, h1, h2, h3, h4, h5, h6, h7) = state
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      guard let w = w.baseAddress else { return }
      Self.constants.withUnsafeBufferPointer { k in
        guard let k = k.baseAddress else { return }
        for start in stride(from: 0, to: blocks.count, by: 64) {
          for index in 0..<16 {
            w[index] = UInt32(
              bigEndian: UnsafeRawPointer(base + start + index * 4).loadUnaligned(as: UInt32.self))
          }
          for index in 16..<64 {
            let early = w[index &- 15]
            let late = w[index &- 2]
            let s0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
            let s1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
            w[index] = w[index &- 16] &+ s0 &+ w[index &- 7] &+ s1
          }
          var (a, b, c, d, e, f, g, h) = (h0, h1, h2, h3, h4, h5, h6, h7)
          // Eight rounds a turn let the letters change places by name; moving them costs half as much again.
          for step in stride(from: 0, to: 64, by: 8) {
            round(a, b, c, &d, e, f, g, &h, k[step &+ 0] &+ w[step &+ 0])
            round(h, a, b, &c, d, e, f, &g, k[step &+ 1] &+ w[step &+ 1])
            round(g, h, a, &b, c, d, e, &f, k[step &+ 2] &+ w[step &+ 2])
            round(f, g, h, &a, b, c, d, &e, k[step &+ 3] &+ w[step &+ 3])
            round(e, f, g, &h, a, b, c, &d, k[step &+ 4] &+ w[step &+ 4])
            round(d, e, f, &g, h, a, b, &c, k[step &+ 5] &+ w[step &+ 5])
            round(c, d, e, &f, g, h, a, &b, k[step &+ 6] &+ w[step &+ 6])
            round(b, c, d, &e, f, g, h, &a, k[step &+ 7] &+ w[step &+ 7])
          }
          h0 = h0 &+ a
          h1 = h1 &+ b
          h2 = h2 &+ c
          h3 = h3 &+ d
          h4 = h4 &+ e
          h5 = h5 &+ f
          h6 = h6 &+ g
          h7 = h7 &+ h
        }
      }
    }
    state = (h0, h1, h2, h3, h4, h5, h6, h7)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

@inline(__always)
private func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { (word >> bits) | (word << (32 &- bits)) }

@inline(__always)
private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
  _ h: inout UInt32, _ input: UInt32
) {
  let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
  let choice = g ^ (e & (f ^ g))
  let first = h &+ s1 &+ choice &+ input
  let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
  let majority = (a & b) | (c & (a | b))
  d = d &+ first
  h = first &+ s0 &+ majority
}
