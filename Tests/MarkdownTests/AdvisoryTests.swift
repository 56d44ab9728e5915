// What is publicly known of cmark-gfm's past: for each advisory inputs of the kind it describes, in the version that is
// linked, which may be older than the one that mends it.

import Diagnostics
import Markdown
import Testing

@Suite("Markdown: known advisories", .serialized)
struct AdvisoryTests {
  private static func many(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }

  static let slow: [(advisory: String, text: @Sendable (Int) -> String)] = [
    ("CVE-2020-5238", { n in many(n / 4, "|x") + "|\n" + many(n / 4, "|-") + "|\n" + many(n / 4, "|") }),
    ("CVE-2022-24724", { n in many(n / 4, "|x") + "\n" + many(n / 4, "|:-") + "\n" }),
    ("CVE-2022-39209", { n in many(n / 2, "![l") }),
    ("CVE-2022-39209", { n in many(n / 2, "<a") + many(n / 2, "www.a") }),
    ("CVE-2023-22483", { n in many(n / 3, "[^1]: ") + "x" }), ("CVE-2023-22483", { n in many(n / 2, "a@") + "b" }),
    ("CVE-2023-22483", { n in many(n / 3, "- ") + "x\n" + many(n / 3, "\n") }),
    ("CVE-2023-22484", { n in "a" + many(n / 4, "<!--") }),
    ("CVE-2023-22484", { n in "a" + many(n / 2, "<?") + many(n / 4, "<!A ") }),
    ("CVE-2023-22486", { n in many(n / 6, "![[]()") }), ("CVE-2023-22486", { n in many(n / 3, "[a](") }),
    ("CVE-2023-24824", { n in many(n, ">") + "a\n" }),
    ("CVE-2023-24824", { n in many(n / 2, "- ") + "a\n" + many(n / 2, "b\n") }),
    ("CVE-2023-26485", { n in many(n / 2, "_") + "." + many(n / 2, "_") }),
    ("CVE-2023-26485", { n in many(n / 2, "*") + "." + many(n / 2, "*") }),
    ("CVE-2023-37463", { n in many(n / 4, "|a") + "\n" + many(n / 4, "|-") + "\n" + many(n / 8, "b\n") }),
    ("CVE-2023-37463", { n in "|a|\n|-|\n" + many(n / 4, "|[^a]|\n") + "\n[^a]: x" }),
  ]

  @Test("inputs that take or took time out of proportion end soon", arguments: slow.indices)
  func ends(index: Int) {
    let (advisory, make) = Self.slow[index]
    for size in [20_000, 200_000] {
      let text = make(size)
      let clock = ContinuousClock()
      // Half a second in a release build; a checked one, on a busy machine, takes longer.
      let time = clock.measure { _ = render(text) }
      #expect(time < .seconds(10), "\(advisory), \(size): \(time)")
    }
  }

  /// CVE-2023-22485: the byte before a text is read. Here it is always the allocation's own length.
  @Test(
    "a look before a text's first byte finds the same on every run, and changes nothing",
    arguments: [
      "xmpp:a@b.example", "mailto:a@b.example", "a@b.example", "*mailto:a@b.example*", "[mailto:a@b.example](c.md)",
      "|mailto:a@b.example|\n|-|",
    ])
  func before(text: String) {
    let first = render(text).html
    for _ in 0..<50 {
      _ = render("x" + text + "\n\n**y**")
      #expect(render(text).html == first)
    }
  }
}
