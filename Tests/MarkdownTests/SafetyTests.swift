import Diagnostics
import Markdown
import Testing

@Suite("Markdown: safety")
struct SafetyTests {
  static let addresses = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
    "java&#9;script:alert(1)", "java&#10;script:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
    "javascript&colon;alert(1)", "javascript&#58;alert(1)", "&#1;javascript:alert(1)", "&#32;javascript:alert(1)",
    "\u{1}javascript:alert(1)", "\u{b}javascript:alert(1)", "\\javascript:alert(1)", "javascript\\:alert(1)",
    "vbscript:x", "VBSCRIPT:x", "data:text/html,<script>alert(1)</script>", "data:image/svg+xml,x", "DATA:,x",
    "file:///etc/passwd",
    "file:x", "view-source:javascript:x", "feed:javascript:x", "blob:x", "about:blank", "ms-word:ofe|u|x",
    "ftp://a.example", "x:y",
    "\u{a0}javascript:x", "ｊavascript:x", "livescript:x", "jar:x", "intent:x", "C:\\x.md", ":x", "java%73cript:x",
  ]

  @Test("no address but those allowed becomes a link or an image, however it is spelled", arguments: addresses)
  func unsafe(address: String) {
    for markdown in [
      "[a](\(address))", "[a](<\(address)>)", "[a][r]\n\n[r]: <\(address)>", "![a](<\(address)>)",
      "[![a](<\(address)>)](<\(address)>)",
    ] {
      let (document, html, problems) = render(markdown)
      #expect(!html.contains("href=") && !html.contains("src="), "\(markdown) \(html)")
      #expect(document.links.allSatisfy { $0.target == .unsafe })
      #expect(problems.filter { $0.rule == .unsafeLink }.count == document.links.count)
    }
  }

  @Test(
    "an autolink in angle brackets is no way round",
    arguments: ["<javascript:alert(1)>", "<data:text/html,x>", "<file:///x>", "<vbscript:x>"])
  func autolinks(markdown: String) {
    let (_, html, problems) = render(markdown)
    #expect(!html.contains("<a"))
    #expect(problems.map(\.rule) == [.unsafeLink])
  }

  @Test(
    "a bare address with another scheme stays text, and is nothing to report",
    arguments: ["ftp://a.example", "xmpp:a@b.example"])
  func bare(markdown: String) {
    let (_, html, problems) = render(markdown)
    #expect(html == "<p>\(markdown)</p>\n")
    #expect(problems.isEmpty)
  }

  @Test(
    "safe addresses stay links",
    arguments: [
      ("https://a.example", MarkdownLink.Target.external), ("HTTP://a.example", .external), ("//a.example", .external),
      ("mailto:a@b.example", .contact), ("tel:1", .contact), ("a.md", .local), ("../a/b.md#c", .local), ("/a", .local),
      ("./a:b.md", .local),
      ("?a:b", .local), ("#a:b", .fragment), ("a/b:c", .local), ("/\\a.example", .local), ("javascript%3Ax", .local),
    ])
  func safe(address: String, target: MarkdownLink.Target) {
    let (document, html, problems) = render("[a](\(address))")
    #expect(document.links.map(\.target) == [target])
    #expect(html.contains("<a href="))
    #expect(problems.isEmpty)
  }

  @Test(
    "nothing breaks out of text, attributes or code",
    arguments: [
      "<script>alert(1)</script>", "[a](b.md \"\\\"><script>\")", "[a](\"><script>)",
      "![\"><script>](a.png '\"><script>')", "`<script>`",
      "```\"><script>\n</code><script>\n```", "# <script>\n", "# \"><script>", "|<script>|\n|-|\n|\"><script>|",
      "<img src=x onerror=alert(1)>", "&lt;script&gt;",
      "<svg/onload=x>", "[a]: \"><script>\n\n[a]", "a[^\"><script>]\n\n[^\"><script>]: x",
      "<a href='x' onclick=y>z</a>", "| \" onclick=x |\n|-|",
    ])
  func breakOuts(markdown: String) {
    let html = html(markdown)
    #expect(isInert(html), "\(html)")
  }

  @Test("paths and fragments are decoded for who looks files up")
  func paths() {
    let links = render("[a](b%20c.md?d#e%C3%A9) [a](%ff) [a](a%00b) [a](%2e%2e/x%2) [a](#x%zz)").document.links
    #expect(links.map(\.path) == ["b c.md", nil, nil, "../x%2", ""])
    #expect(links.map(\.fragment) == ["eé", nil, nil, nil, "x%zz"])
  }
}
