import Diagnostics
import Markdown
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

#if DEBUG
  /// Checked builds are slower by about this.
  private let slowness = 10.0
  private let sizes = [20_000, 200_000]
#else
  private let slowness = 1.0
  private let sizes = [10_000, 100_000, 2_000_000]
#endif

/// Processor time, which other work on the machine does not lengthen.
private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

@Suite("Markdown: limits", .serialized)
struct LimitTests {
  private static func many(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }

  /// Each made cmark-gfm slow, or huge, out of proportion when it was measured.
  static let hostile: [(String, @Sendable (Int) -> String)] = [
    ("wide table, short rows", { n in many(n / 20, "|a") + "\n" + many(n / 20, "|-") + "\n" + many(n / 4, "a\n") }),
    ("many wide rows", { n in many(n / 1_026, many(512, "|") + "\n") }),
    (
      "wide table in a list, lazily",
      { n in "- x\n" + many(n / 20, "|a") + "\n" + many(n / 20, "|-") + "\n" + many(n / 4, "a\n") }
    ),
    (
      "wide table in a quote in a list",
      { n in "10. > " + many(n / 40, "|a") + "\n    > " + many(n / 40, "|-") + "\n" + many(n / 9, "    > a\n") }
    ),
    ("deep lists, blank lines", { n in many(n / 4, "- ") + "a\n" + many(n / 2, "\n") }),
    ("somewhat deep lists, blank lines", { n in many(90, "- ") + "a\n" + many(n, "\n") }),
    ("lists deeper by a step", { n in (0..<500).map { many($0, "  ") + "- a\n" }.joined() + many(n, "\n") }),
    ("footnotes within each other", { n in many(n / 12, "[^a]: ") + "x\n" + many(n / 2, "\n") }),
    ("quotes within code's indent", { n in "-   a\n\n    " + many(n / 4, "> ") + "\n" + many(n / 2, "b\n") }),
    ("deep quotes, lazy lines", { n in many(n / 4, "> ") + "a\n" + many(n / 4, "b\n") }),
    ("pipes", { n in many(n, "|") }),
    ("closing parentheses after an address", { n in "http://a.b/" + many(n, ")") }),
    ("domains that are none", { n in many(n / 5, "_www.") }),
    ("domains that are none, after list lines", { n in many(n / 10, "www._") + "\n- " + many(n / 10, "_www.") }),
    ("at signs", { n in many(n / 2, "a@") }),
    ("e-mail addresses", { n in many(n / 8, "a@b.cc ") }),
    ("images within each other", { n in many(n / 6, "![[]()") }),
    ("links and emphasis", { n in many(n / 12, "[l](u) *em* ") }),
    ("links and emphasis in what looks like a list", { n in "a\n" + many(n / 15, "2. [l](u) *em*\n") }),
    ("links and emphasis in what looks like code", { n in "- x\na\n```\n" + many(n / 12, "[l](u) *em* ") }),
    ("links and emphasis behind a hidden fence", { n in "<!--\n```\n-->\n" + many(n / 12, "[l](u) *em* ") }),
    ("links and emphasis in what looks like a table", { n in "- x\na|b\n-|-\n" + many(n / 12, "[l](u) *em*\n") }),
    ("links and emphasis behind deep bullets", { n in "a\n" + many(n / 20, "       - [l](u) *em*\n") }),
    ("footnotes and emphasis", { n in many(n / 9, "[^1] *a* ") + "\n\n[^1]: x" }),
    ("strikethroughs of two lengths", { n in many(n / 7, "~a ") + many(n / 7, "a~~ ") }),
    ("instructions never closed", { n in "a " + many(n / 2, "<?") }),
    ("declarations never closed", { n in "a " + many(n / 4, "<!A ") }),
    ("data never closed", { n in "a " + many(n / 9, "<![CDATA[") }),
    ("rules of tables that are none", { n in many(n / 10, "-|-\n-|-|-\n") }),
    ("one long address used often", { n in "[a]: " + many(n / 2, "x") + "\n\n" + many(n / 6, "[a]") }),
    ("one long title used often", { n in "[a]: x \"" + many(n / 16, "[b]: y\n") + "\"\n\n" + many(n / 6, "[a]") }),
    ("brackets", { n in many(n, "[") }), ("closing brackets", { n in many(n / 2, "a]") }),
    ("links in links", { n in many(n / 6, "[") + "a" + many(n / 6, "](b)") }),
    ("images in images", { n in many(n / 8, "![") + "a" + many(n / 8, "](b)") }),
    ("emphasis", { n in many(n / 7, "*a **a ") }), ("underscores", { n in many(n / 4, "a_ _") }),
    ("both", { n in many(n / 2, "*_") }),
    ("backticks", { n in (0..<n / 45).map { many($0 % 90 + 1, "`") + "a" }.joined() }),
    ("half-open links", { n in many(n / 4, "[a](") }),
    ("half-open titles", { n in many(n / 7, "[a](b \"") }), ("entities", { n in many(n / 2, "&a") }),
    ("tags", { n in many(n / 3, "<a ") }),
    ("headings", { n in many(n / 2, "#\n") }), ("equal headings", { n in many(n / 4, "# a\n") }),
    ("short paragraphs", { n in many(n / 3, "a\n\n") }),
    ("items", { n in many(n / 2, "-\n") }), ("tasks", { n in many(n / 8, "- [ ] a\n") }),
    ("quoted items", { n in many(n / 6, "> - a\n") }),
    ("underlines", { n in many(n / 4, "a\n=\n") }), ("definitions", { n in many(n / 7, "[a]: b\n") }),
    ("colons", { n in many(n / 2, "a:") }),
    ("the letter w", { n in many(n, "w") }), ("raw tags", { n in "a " + many(n / 4, "<b> ") }),
    ("references without definition", { n in many(n / 4, "[a] ") }),
    ("cells with links", { n in "|a|\n|-|\n" + many(n / 12, "|[l](u) *e*|\n") }),
    ("references", { n in "[a]: b\n\n" + many(n / 4, "[a] ") }),
    ("autolinks in one line", { n in many(n / 14, "<https://a.b> ") }),
    ("escaped pipes", { n in "|a|\n|-|\n|" + many(n / 2, "\\|") }),
    ("footnote references", { n in many(n / 5, "[^a] ") + "\n\n[^a]: x" }), ("one line", { n in many(n, "x") }),
  ]

  @Test("hostile texts of any size end soon, rendered or refused with a place", arguments: hostile.indices)
  func hostileTexts(index: Int) {
    let (name, make) = LimitTests.hostile[index]
    for size in sizes {
      let text = make(size)
      let start = threadSeconds()
      let (result, _, problems) = render(text)
      let time = threadSeconds() - start
      #expect(time < 0.5 * slowness, "\(name), \(size): \(time)")
      #expect(result.isRefused == problems.contains { $0.rule == .tooLarge || $0.rule == .tooDeep })
      if result.isRefused { #expect(problems.count == 1 && result.html.isEmpty) }
    }
  }

  @Test("an ordinary text of two megabytes passes")
  func ordinary() {
    var text = "# Report\n\n"
    var section = 0
    while text.utf8.count < 2_000_000 {
      section += 1
      text +=
        "## Section \(section)\n\nOrdinary words, *some* of them **marked**, with a [link](a\(section).md) and `code`. "
      text += Self.many(6, "More words follow here so that the paragraph has a usual length, as people write them. ")
      text +=
        "\n\n- one [link](b.md)\n- two\n  - three *four*\n\n1. first\n2. second\n\n| a | b |\n|---|--:|\n| c | 1 |\n| d | 2 |\n\n"
    }
    let (document, _, problems) = render(String(text.prefix(2_000_000)))
    #expect(!document.isRefused)
    #expect(problems.isEmpty)
  }

  @Test(
    "large but ordinary lists, tables, code and definitions pass",
    arguments: [
      many(12_000, "- **Bold** words and a [link](page.md) with *emphasis* in `code`.\n"),
      many(6_000, "1. **Bold** [link](page.md) *emphasis*\n   continued\n"),
      many(4_000, "- a\n  - **b** [c](d.md)\n    - *e* [f](g.md)\n"),
      "| A | B |\n|---|---|\n" + many(12_000, "| **bold** | [link](page.md) |\n"),
      "```json\n" + many(40_000, "  [\"a_b\", [1, 2], {\"_c\": []}],\n") + "```\n",
      many(3_000, "See [one][a] and [two][b].\n\n")
        + (0..<3_000).map { "[r\($0)]: https://a.example/page/\($0) \"Title\"\n" }.joined(),
      many(5_000, "> - **quoted** [link](a.md)\n"), "* * * * * * * * * * * * * * * * * * *\n",
    ])
  func largeOrdinary(text: String) {
    let document = render(text).document
    #expect(!document.isRefused && !document.html.isEmpty)
  }

  @Test("each limit can be set, and says where it was passed")
  func configurable() {
    func refusal(_ text: String, _ change: (inout MarkdownLimits) -> Void) -> (String, UInt32)? {
      var options = MarkdownOptions()
      change(&options.limits)
      return render("---\n---\n" + text, bodyStart: 8, options: options).problems.first.map {
        ($0.message, $0.range.lower)
      }
    }
    #expect(refusal("abc") { $0.byteCount = 2 }?.1 == 8)
    #expect(refusal("a\n\n> > > b") { $0.depth = 2 }?.1 == 11)
    #expect(refusal("a\n\n> > b") { $0.depth = 2 } == nil)
    #expect(refusal("a\n*b*") { $0.pieceCount = 3 }?.1 == 10)
    #expect(refusal("|a|\n|-|\n|b|\n|c|") { $0.cellCount = 2 }?.1 == 20)
    #expect(refusal("a\n\n*b* [c](d)") { $0.stepCount = 3 }?.1 == 11)
    #expect(refusal("[a]: bcd\n\n[a] [a] [a]") { $0.referenceByteCount = 9 }?.1 == 10)
    #expect(refusal("[a]: bcd\n\n[a] [a] [a]") { $0.referenceByteCount = 100 } == nil)
  }
}
