import Files
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "the digests of the standard's examples come out",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func standard(text: String, digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test("with and without the processor's instructions the digests are the same", arguments: 0...200)
  func builtIn(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ length) }
    var (fast, plain) = (SHA256(), SHA256(isBuiltIn: false))
    fast.update(bytes[...])
    plain.update(bytes[...])
    #expect(fast.finish() == plain.finish())
  }

  @Test("two at once have the digests that each has alone", arguments: [0, 1, 63, 64, 65, 128, 1_000], [0, 64, 200])
  func two(length: Int, other: Int) {
    let (first, second) = ([UInt8](repeating: 7, count: length), [UInt8](repeating: 9, count: other))
    let hashes = SHA256.hex(first, second)
    #expect(hashes.0 == SHA256.hex(first))
    #expect(hashes.1 == SHA256.hex(second))
  }

  @Test("a million letters in odd pieces give the standard's digest")
  func pieces() {
    let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    var hash = SHA256()
    var start = 0
    var length = 1
    while start < letters.count {
      let end = min(letters.count, start + length)
      hash.update(letters[start..<end])
      (start, length) = (end, length % 190 + 1)
    }
    #expect(hash.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
