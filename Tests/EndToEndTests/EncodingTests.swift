// Text as it comes from elsewhere: what is UTF-8 is read whatever its line ends, what is not is refused with a command,
// and the command, as it stands in the help, mends the file.

import Foundation
import TestSupport
import Testing

@Suite("Encodings")
struct EncodingTests {
  private static let text = (SmallLibrary.files["content/resources/plant-story.md"] ?? "")
    .replacing("Better than they thought.", with: "Größer – “besser”, d’accord: 5 €.")

  private static func built(_ bytes: Data, at name: String = "content/resources/plant-story.md") throws -> (
    library: TemporaryFolder, CommandResult
  ) {
    let library = try SmallLibrary.folder()
    try library.write(name, Array(bytes))
    return (library, try shelfmark("build", "-C", library.path, "--today", SmallLibrary.today))
  }

  @Test(
    "UTF-8 with and without a mark and with any line ends gives the same page",
    arguments: ["", "\u{FEFF}"], ["\n", "\r\n", "\r"])
  func accepted(mark: String, lineEnd: String) throws {
    let (library, result) = try Self.built(Data((mark + Self.text.replacing("\n", with: lineEnd)).utf8))
    #expect(result.status == 0, "\(result.errors)")
    let page = try #require(library.read("site/resources/plant-story.html"))
    #expect(page.contains("Größer – “besser”, d’accord: 5 €."))
    #expect(page.contains("How a plant got its Sundays back") && !page.contains("\u{FEFF}"))
  }

  @Test(
    "anything else is refused with the command that converts it, and that command mends it",
    .enabled(if: Project.tool("iconv") != nil),
    arguments: ["UTF-16", "UTF-16LE", "UTF-16BE", "WINDOWS-1252"], ["plant-story.md", "it's a $(test) `name`.md"])
  func converted(encoding: String, name: String) throws {
    let scratch = try TemporaryFolder(["a.md": Self.text])
    let iconv = try #require(Project.tool("iconv"))
    let path = "content/resources/" + name
    let shell = try run("/bin/sh", ["-c", "\(iconv) -f UTF-8 -t \(encoding) a.md > b.md"], in: scratch.path)
    try #require(shell.status == 0)
    let (library, result) = try Self.built(
      try #require(FileManager.default.contents(atPath: scratch.path + "/b.md")), at: path)
    #expect(result.status == 1)
    #expect(library.read("site/index.html") == nil)
    let help = try #require(result.errors.firstMatch(of: /or run: (iconv .*)/)).output.1
    _ = try run("/bin/sh", ["-c", String(help)], in: library.path)
    #expect(library.read(path) == Self.text)
  }

  @Test("Latin-1 in library.yml is refused in the same way")
  func settings() throws {
    let bytes =
      Data((SmallLibrary.files["content/library.yml"] ?? "").utf8) + Data("# Gr".utf8) + [0xFC, 0xDF] + Data("e\n".utf8)
    let (_, result) = try Self.built(bytes, at: "content/library.yml")
    #expect(result.status == 1 && result.errors.contains("iconv -f WINDOWS-1252 -t UTF-8 content/library.yml"))
  }
}
