import Foundation
import Search
import TestSupport
import Testing

@Suite("Words")
struct AnalyserTests {
  @Test(
    "are folded, whole and in parts",
    arguments: [
      ("Élan ÉLAN elan ＥＬＡＮ e\u{301}lan", "elan elan elan elan elan"),
      ("Straße Łódź Ærø naïve İstanbul ΔΊΚΗΣ", "strasse lodz aero naive istanbul δικησ"),
      ("don’t O'Neil's", "dont oneils"), ("co\u{AD}op zero\u{200B}width", "coop zerowidth"),
      ("v2.1 ISO-27001 24/7 R&D", "v2 v2.1+ 1 iso 27001 iso27001+ 24 7 24/7+ r d r&d+"),
      ("e-mail state-of-the-art 10,000", "e mail email+ state of the art stateoftheart+ 10 000 10000+"),
      ("U.S. C++ c# b2b iso27001 node.js", "u s us+ c c+++ c c#+ b2b iso27001 iso+ 27001+ node js node.js+"),
      ("and/or either/or path/to/file", "and or and/or+ either or path to file path/to/file+"),
      ("価格表 版 iPhone版 セキュリティ", "価格 格表 版 iphone 版 セキ キュ ュリ リテ ティ"),
      ("가격표", "가격 격표"), ("ไทย безопасность", "ไท ทย безопасность"), ("…—!? ", ""), ("a.b.c.d.e.f", "a b c d e f"),
    ])
  func folding(text: String, words: String) {
    let found = Analyser(language: "en").words(in: text)
    let shown = found.map { String(decoding: $0.surface, as: UTF8.self) + ($0.hasPlace ? "" : "+") }
    #expect(Self.sorted(shown.joined(separator: " ")) == Self.sorted(words))
  }

  private static func sorted(_ words: String) -> [String] { words.split(separator: " ").map(String.init).sorted() }

  @Test(
    "have their English stems",
    arguments: [
      ("consign", "consign"), ("consistency", "consist"), ("knightly", "knight"), ("pricing", "price"),
      ("prices", "price"), ("companies", "compani"), ("company", "compani"), ("generalizations", "general"),
      ("relational", "relat"), ("hopping", "hop"), ("hoping", "hope"), ("falling", "fall"), ("dying", "die"),
      ("skies", "sky"), ("news", "news"), ("gently", "gentl"), ("exceed", "exceed"), ("agreed", "agre"),
      ("university", "universiti"), ("universal", "universal"), ("inning", "inning"), ("customer's", "custom"),
      ("boxes", "box"), ("gas", "gas"),
      ("this", "this"), ("happy", "happi"), ("by", "by"), ("saying", "say"), ("sensational", "sensat"),
      ("adoption", "adopt"), ("electricity", "electr"), ("controlling", "control"), ("wishes", "wish"),
      ("objections", "object"), ("manufacturing", "manufactur"), ("useful", "use"), ("naïvely", "naiv"),
    ])
  func stems(word: String, stem: String) {
    #expect(Analyser(language: "en-GB").words(in: word).map { String(decoding: $0.term, as: UTF8.self) } == [stem])
    #expect(Analyser(language: "fr").words(in: word).first.map { String(decoding: $0.term, as: UTF8.self) } != nil)
  }

  @Test("of no language but English are stemmed or dropped")
  func otherLanguages() {
    let words = Analyser(language: "fr").words(in: "the pricing l'offre")
    #expect(words.map { String(decoding: $0.term, as: UTF8.self) } == ["the", "pricing", "l", "offre", "loffre"])
    #expect(words.allSatisfy { !$0.isStopWord })
  }

  @Test("of a long text are those of its parts, wherever 64 bytes end")
  func longTexts() {
    let parts = [
      "a", "Plain", "words", "seventeenletterss", "sixteenletterss", "antidisestablishmentarianism", "don't", "e-mail",
      "end.", "one,two", "10,000", "iso27001", "24/7", "R&D", "(so)", "C++", "c#", "naïve", "…", "-", "x.", "U.S.", "版",
      String(repeating: "long", count: 30), "#tag", "@at", "under_score", "a+b", "A1", "\"quoted\"", "and/or",
    ]
    var random = SeededGenerator(seed: 11)
    let analyser = Analyser(language: "en")
    for _ in 0..<500 {
      let chosen = (0..<60).map { _ in parts.randomElement(using: &random) ?? "" }
      let text = chosen.joined(separator: Bool.random(using: &random) ? " " : "\n")
      #expect(analyser.words(in: text) == chosen.flatMap { analyser.words(in: $0) }, "\(text)")
    }
  }

  @Test("come out of any bytes, in linear time")
  func anyBytes() {
    var random = SeededGenerator(seed: 4)
    let analyser = Analyser(language: "en")
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = analyser.words(in: String(decoding: bytes, as: UTF8.self))
    }
    for piece in ["a-", "a.", "'", "ʼ", "1,", "a&", "価", "x/", "+", "\u{301}", "aaaaaaaaaa", "é"] {
      let words = analyser.words(in: String(repeating: piece, count: 20_000))
      #expect(words.allSatisfy { $0.surface.count <= 200 })
    }
  }

  @Test("are the same in the browser, whatever the character", .enabled(if: Node.path != nil, "Node is not installed"))
  func everyCharacter() throws {
    let printed = try Node.run(
      """
      const fs = require("fs"), vm = require("vm"), page = vm.createContext({ TextEncoder });
      vm.runInContext(fs.readFileSync(process.argv[2] + "/search.js", "utf8"), page);
      const analyser = page.Shelfmark.analyser("en"), lines = [];
      for (let c = 0x20; c < 0x20000; c++) {
        if ((c >= 0x3500 && c < 0xA000) || (c >= 0xAD00 && c < 0xF900) || (c >= 0x11000 && c < 0x1D000)) continue;
        const text = String.fromCodePoint(c);
        if (/\\p{Cn}/u.test(text)) continue;
        lines.push(c + " " + analyser.words("x" + text + "1 " + text).map((w) => w.surface + (w.placed ? "" : "+")).join(" "));
      }
      console.log(lines.join("\\n"));
      """)
    let analyser = Analyser(language: "en")
    var differing: [String] = []
    let lines = printed.split(separator: "\n")
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard let scalar = UInt32(parts[0]).flatMap(Unicode.Scalar.init), parts.count == 2 else {
        differing.append(String(line))
        continue
      }
      let words = analyser.words(in: "x\(scalar)1 \(scalar)")
      let shown = words.map { String(decoding: $0.surface, as: UTF8.self) + ($0.hasPlace ? "" : "+") }
      if shown.joined(separator: " ") != parts[1] { differing.append("\(line) ≠ \(shown.joined(separator: " "))") }
    }
    #expect(lines.count > 20_000)
    #expect(differing == [])
  }
}
