import Diagnostics
import Files
import Library
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Odd files") struct OddFileTests {
  @Test(
    "a file that is not UTF-8 is refused with the command that converts it",
    arguments: [
      ([0xFF, 0xFE, 0x2D, 0x00], "this file is stored as UTF-16, not as UTF-8", "UTF-16"),
      ([0xFE, 0xFF, 0x00, 0x2D], "this file is stored as UTF-16, not as UTF-8", "UTF-16"),
      (Array("- - - -".utf8).flatMap { [$0, 0] }, "this file is stored as UTF-16, not as UTF-8", "UTF-16LE"),
      (Array("- - - -".utf8).flatMap { [0, $0] }, "this file is stored as UTF-16, not as UTF-8", "UTF-16BE"),
      (
        Array("---\ntitle: Caf".utf8) + [0xE9],
        "this file is not stored as UTF-8; it looks like Latin-1 (Windows-1252)",
        "WINDOWS-1252"
      ),
    ] as [([UInt8], String, String)])
  func encodings(bytes: [UInt8], message: String, encoding: String) throws {
    // What names the file is no mistake: it is there.
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels("related: [old]")])
    try library.write("content/resources/old.md", bytes)
    let problem = try #require(try library.load().problems.first)
    #expect(problem.rule.name == "not-utf8")
    #expect(problem.message == message)
    #expect(problem.help?.contains("iconv -f \(encoding) -t UTF-8 content/resources/old.md >") == true)
    #expect(try library.load().problems.count == 1)
  }

  @Test("the place of the first byte that is not UTF-8 is told")
  func placeOfByte() throws {
    let library = try TestLibrary()
    try library.write("content/resources/old.md", Array("---\ntitle: Caf".utf8) + [0xE9, 0x0A])
    #expect(try library.report().first?.hasPrefix("resources/old.md:2:11: error:") == true)
  }

  @Test("a byte order mark, and lines ended by CR or CRLF, are fine", arguments: ["\r\n", "\r"])
  func lineEnds(ending: String) throws {
    let text = TestLibrary.roi.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
    let library = try TestLibrary(["content/resources/roi-sheet.md": "\u{FEFF}" + text])
    #expect(try library.report(today: "2026-03-02") == [])
    #expect(try library.load().library.resources.map(\.title) == ["Battlecard Acme", "ROI sheet"])
  }

  @Test("references to other places, pipes and devices are neither followed nor read")
  func links() throws {
    let library = try TestLibrary([
      "secret.md": TestLibrary.card, "outside/secret.md": TestLibrary.card,
      "content/resources/roi-sheet.md": PlantedMistake.labels("files: [link.pdf]")
        .changing("Much.", to: "[a](link.md) ![b](pipe.png) [c](folder/secret.md)"),
    ])
    symlink("../../secret.md", library.path + "/content/resources/link.md")
    symlink("/etc/passwd", library.path + "/content/resources/link.pdf")
    symlink("../../outside", library.path + "/content/resources/folder")
    mkfifo(library.path + "/content/resources/pipe.png", 0o644)
    let loaded = try library.load()
    #expect(
      library.lines(loaded).map { String($0.prefix { $0 != "[" }) } == [
        "resources/folder:1:1: error: 'folder' is only a reference to another place, which is not followed ",
        "resources/link.md:1:1: error: 'link.md' is only a reference to another place, which is not followed ",
        "resources/link.pdf:1:1: error: 'link.pdf' is only a reference to another place, which is not followed ",
        "resources/pipe.png:1:1: error: 'pipe.png' is not an ordinary file ",
        "resources/roi-sheet.md:15:29: error: there is no file 'folder/secret.md' ",
      ])
    #expect(loaded.library.resources.count == 2)
    #expect(loaded.library.files.isEmpty)
  }

  @Test("a file that may not be read is reported, and the others are read", .enabled(if: getuid() != 0))
  func permission() throws {
    let library = try TestLibrary()
    chmod(library.path + "/content/resources/roi-sheet.md", 0)
    #expect(
      try library.report().map { String($0.prefix(76)) } == [
        "resources/roi-sheet.md:1:1: error: 'content/resources/roi-sheet.md' cannot b"
      ])
  }

  @Test("names that differ only in Unicode form or capitals are one name")
  func unicodeForms() throws {
    let library = try TestLibrary()
    try library.write("content/resources/caf\u{E9}.md", TestLibrary.card)
    try library.write("content/resources/cafe\u{301}.md", TestLibrary.card)
    let problems = try library.load().problems
    #expect(problems.map(\.rule.name).sorted() == ["duplicate-id", "id-form"])
    #expect(problems.first { $0.rule.name == "id-form" }?.help == "rename it to: cafe.md")
  }

  @Test("a persona whose file cannot be used is no unknown persona, however its name is spelled")
  func unusablePersona() throws {
    let library = try TestLibrary([
      "content/resources/roi-sheet.md": TestLibrary.roi.changing("[cfo]", to: "[cfo, Zo\u{EB}]")
    ])
    try library.write("content/personas/Zoe\u{308}.md", TestLibrary.persona)
    let rules = try library.load().problems.map(\.rule.name)
    #expect(rules.contains("id-form") && !rules.contains("unknown-persona"), "\(rules)")
  }

  @Test("attachments whose names differ only in Unicode form are told apart by renaming one of them")
  func unicodeFormsOfAttachments() throws {
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels("files: [caf\u{E9}.pdf]")])
    try library.write("content/resources/caf\u{E9}.pdf", "%PDF 1")
    try library.write("content/resources/cafe\u{301}.pdf", "%PDF 2")
    let problems = try library.load().problems
    #expect(problems.map(\.rule.name) == ["file-name"])
    #expect(problems.first?.message.contains("two files called 'caf\u{E9}.pdf'") == true)
  }

  @Test("names that are not UTF-8 are reported, of files and of folders, and the rest is read")
  func namesNotUTF8() throws {
    let library = try TestLibrary()
    let folder: [CChar] =
      Array((library.path + "/content/resources/").utf8CString.dropLast())
      + [CChar(truncatingIfNeeded: 0xFF), CChar(truncatingIfNeeded: 0xFE)]
    let file = folder + Array(".md".utf8CString)
    mkdir(folder + [0], 0o755)
    close(open(file, O_WRONLY | O_CREAT, 0o644))
    defer {
      rmdir(folder + [0])
      unlink(file)
    }
    let loaded = try library.load()
    #expect(
      library.lines(loaded).map { String($0.prefix { $0 != "[" }) } == [
        "resources/\u{FFFD}\u{FFFD}:1:1: error: the name '\u{FFFD}\u{FFFD}' is not stored as UTF-8 ",
        "resources/\u{FFFD}\u{FFFD}.md:1:1: error: the name '\u{FFFD}\u{FFFD}.md' is not stored as UTF-8 ",
      ])
    #expect(loaded.library.resources.count == 2)
  }

  @Test("a folder that may not be listed is reported, and the others are read", .enabled(if: getuid() != 0))
  func closedFolder() throws {
    let library = try TestLibrary(["content/resources/closed/x.md": TestLibrary.card])
    chmod(library.path + "/content/resources/closed", 0)
    defer { chmod(library.path + "/content/resources/closed", 0o755) }
    let loaded = try library.load()
    #expect(loaded.problems.map(\.rule.name) == ["unreadable-file"])
    #expect(loaded.library.resources.count == 2)
  }

  @Test("an attachment is found whatever Unicode form its name has on the disk")
  func unicodeFormOfAttachment() throws {
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels("files: [caf\u{E9}.pdf]")])
    try library.write("content/resources/cafe\u{301}.pdf", "%PDF")
    let loaded = try library.load()
    #expect(loaded.problems == [])
    #expect(loaded.library.files.map(\.url) == ["files/resources/roi-sheet/cafe%CC%81.pdf"])
  }

  @Test(
    "names that deceive or that some computers cannot keep are refused",
    arguments: ["a\u{202E}fdp.exe", "a\u{200B}.pdf", "con.pdf", "a.pdf ", "a?.pdf", "a\u{7}.pdf"])
  func fileNames(name: String) throws {
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.text("![x](<\(name)>)")])
    try library.write("content/resources/" + name, "x")
    let rules = try library.load().problems.map(\.rule.name)
    #expect(rules == ["file-name"] || rules == ["missing-file"])  // Markdown drops some characters
    #expect(try library.load().library.files.isEmpty)
  }

  @Test("what begins with a dot is not content")
  func hidden() throws {
    let library = try TestLibrary(["content/.git/x.md": "x", "content/resources/.x.md": "x"])
    #expect(try library.report() == [])
  }

  @Test("library.yml that is a folder, or a page that is none, is no crash")
  func folders() throws {
    let library = try TestLibrary()
    library.delete("content/library.yml")
    library.delete("content/personas/cfo.md")
    try library.write("content/library.yml/x", "x")
    try library.write("content/personas/cfo.md/x.txt", "x")
    #expect(try library.load().hasErrors)
  }
}
