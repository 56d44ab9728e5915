import Markdown
import Testing

@Suite("Markdown: headings")
struct HeadingTests {
  @Test(
    "ids are GitHub's",
    arguments: [
      ("Hello World", "hello-world"), ("What's *new* in `v1.2`?", "whats-new-in-v12"), ("A_b-C", "a_b-c"),
      ("Über uns", "über-uns"), ("Ελλάδα", "ελλάδα"), ("日本 語", "日本-語"), ("a  b", "a--b"), ("A & B", "a--b"),
      ("🎉 Party", "-party"), ("x ![alt](a.png) y", "x--y"), ("[link](a.md) end", "link-end"), ("!!!", "section"),
      ("100 %", "100-"), ("é́", "é́"),
    ])
  func ids(heading: String, id: String) {
    #expect(render("# \(heading)").document.headings.map(\.id) == [id])
  }

  @Test("ids are unique, whatever other headings say")
  func unique() {
    let ids = render("# a\n# a\n# a-1\n# a\n# a-1\n#\n#\n# fn:1").document.headings.map(\.id)
    #expect(ids == ["a", "a-1", "a-1-1", "a-2", "a-1-2", "section", "section-1", "fn1"])
  }

  @Test("a prefix for ids is the caller's")
  func prefix() {
    var options = MarkdownOptions()
    options.headingIDPrefix = "x-"
    #expect(render("# a\n# a", options: options).html == "<h2 id=\"x-a\">a</h2>\n<h2 id=\"x-a-1\">a</h2>\n")
  }

  @Test(
    "the highest level becomes the second, the others follow, none below the sixth",
    arguments: [
      ("# a\n## b\n###### c", "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n<h6 id=\"c\">c</h6>\n"),
      ("### a\n#### b", "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n"),
      ("## b\n# a", "<h3 id=\"b\">b</h3>\n<h2 id=\"a\">a</h2>\n"),
      ("a\n===\n\nb\n---", "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n"),
    ])
  func levels(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(
    "a first heading that repeats the title is left out, and does not count as the highest",
    arguments: [
      (TitleHeading.omit("The *Title*"), false), (.omit("The  Title"), true), (.omit("the title"), false),
      (.keep, false),
      (.omitFirst, true),
    ])
  func title(option: TitleHeading, isOmitted: Bool) {
    var options = MarkdownOptions()
    options.title = option
    let (document, html, _) = render("# The *Title*\n\n## Next\n\n# The Title", options: options)
    #expect(html.hasPrefix(isOmitted ? "<h3 id=\"next\">" : "<h2 id=\"the-title\">"))
    #expect(document.headings.map(\.isTitle) == [isOmitted, false, false])
    #expect(document.headings.map(\.id) == ["the-title", "next", "the-title-1"])
    #expect(String(decoding: document.text, as: UTF8.self) == (isOmitted ? "" : "The Title\n") + "Next\nThe Title\n")
    #expect(
      document.headings.map { document.string($0.textRange) } == [isOmitted ? "" : "The Title", "Next", "The Title"])
  }
}
