import Diagnostics
import Testing

@Suite("Text in JSON")
struct JSONTextTests {
  @Test("a character is written the same wherever it stands, in short texts and in long ones")
  func places() {
    let characters = (0...0x7FF).map { UInt32($0) } + [0x2028, 0x2029, 0xFFFD, 0x1F600]
    for character in characters.compactMap(Unicode.Scalar.init) {
      let alone = jsonString(String(character)).utf8.dropFirst().dropLast()
      for before in 0...9 {
        let (head, tail) = (String(repeating: "a", count: before), String(repeating: "z", count: 16))
        let written = jsonString(head + String(character) + tail)
        #expect(Array(written.utf8) == Array("\"\(head)".utf8) + alone + Array("\(tail)\"".utf8))
      }
    }
  }

  @Test("what would end a string, or a script around it, is escaped")
  func escapes() {
    let text = "\"\\\n\t\r\u{0}\u{1F}\u{7F}</script>\u{2028}\u{2029}é"
    #expect(
      jsonString(text)
        == #""\"\\\n\t\r\u0000\u001f\u007f\u003c/script>\u2028\u2029é""#)
  }
}
