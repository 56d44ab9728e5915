// Sheets as spreadsheet programs and CRMs write them.

import Authoring
import Testing

@Suite("CSV")
struct CSVTests {
  @Test(
    "the same rows, however they are stored",
    arguments: [
      Array("a,b\r\n1,\"x;y\"\r\n".utf8), Array("\u{FEFF}a,b\n1,\"x;y\"\n".utf8), Array("a;b\r1;\"x;y\"".utf8),
      Array("a\tb\n1\tx;y\n".utf8), Array("sep=;\r\na;b\r\n1;\"x;y\"\r\n".utf8),
      Array("\"a\",\"b\"\n\"1\",\"x;y\"\n".utf8),
      utf16("a\tb\r\n1\tx;y\r\n", isLittle: true), utf16("a\tb\r\n1\tx;y\r\n", isLittle: false),
    ])
  func forms(bytes: [UInt8]) {
    #expect(CSV(bytes).rows.map(\.cells) == [["a", "b"], ["1", "x;y"]])
  }

  @Test("quotes hold separators, line ends and quotes; rows may be ragged; empty ones still count")
  func cells() {
    let csv = CSV(Array("a,\"b\nc\"\"d\",e\n\n1\n,,\n2,3,4,5\n".utf8))
    #expect(csv.rows.map(\.cells) == [["a", "b\nc\"d", "e"], ["1"], ["2", "3", "4", "5"]])
    #expect(csv.rows.map(\.number) == [1, 3, 5])
    #expect(csv.mistake == nil)
  }

  @Test("what cannot be told is a mistake, and never a guess")
  func mistakes() {
    #expect(CSV([]).mistake != nil)
    #expect(CSV(Array("a,b\n1,\"x\n2,y\n".utf8)).mistake?.row == 2)
    #expect(CSV(Array("name\ncaf".utf8) + [0xE9]).mistake?.help?.contains("CSV UTF-8") == true)
    #expect(CSV([0x50, 0x4B, 0x03, 0x04, 0, 0]).mistake != nil)
  }

  @Test("what is written is read back", arguments: 0..<20)
  func roundTrip(seed: Int) {
    var random = SeededGenerator(seed)
    let pieces = ["a", ",", ";", "\t", "\"", "\n", "\r\n", " ", "=", "'", "é", "日本", "\u{301}"]
    let rows = (0..<20).map { _ in
      ["x"]
        + (0..<3).map { _ in
          (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
    }
    let text = CSV.mark + CSV.line(["1", "2", "3", "4"]) + rows.map(CSV.line).joined()
    #expect(CSV(Array(text.utf8)).rows.dropFirst().map(\.cells) == rows)
  }

  @Test(
    "no cell is a formula, and every text comes back",
    arguments: ["=1+1", "+49 30", "-x", "@a", "\tx", "'=x", "''-", "'", "plain", "", "'quoted'", "a=b"])
  func formulas(text: String) {
    let cell = SheetCell.protected(text)
    #expect(cell.first.map { !"=+-@\t\r".contains($0) } ?? true)
    #expect(SheetCell.unprotected(cell) == text)
  }

  @Test(
    "lists come back, whatever their entries hold",
    arguments: [["cfo"], ["a", "b c"], ["x; y", "z"], ["\"q\"", "a\"b"], ["a,b", "'c'"], ["=x", "-y"]])
  func lists(items: [String]) {
    #expect(SheetCell.items(SheetCell.unprotected(SheetCell.protected(SheetCell.joined(items)))) == items)
  }

  @Test("people separate entries in their own way")
  func typedLists() {
    #expect(SheetCell.items(" a ;b;; c\nd ") == ["a", "b", "c", "d"])
    #expect(SheetCell.items(" ; ") == [])
  }
}

private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
  ([0xFEFF] + Array(text.utf16)).flatMap { unit in
    let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return isLittle ? bytes : bytes.reversed()
  }
}
