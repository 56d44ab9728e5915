// What content could use to reach out of its folder, or to be what it is not: sockets, devices, links in every place,
// paths that climb, names that some system takes for something else. The first pages of `OddFileTests` are its kin.

import Diagnostics
import Files
import Library
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Nothing from outside") struct InputSafetyTests {
  private static let secret = "SECRET-FROM-OUTSIDE"

  @Test("a socket is no file")
  func sockets() throws {
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels("files: [s.pdf]")])
    let path = library.path + "/content/resources/s.pdf"
    let id = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(id) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(id, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(status == 0)
    let loaded = try library.load()
    #expect(
      library.lines(loaded).map { String($0.prefix { $0 != "[" }) } == [
        "resources/s.pdf:1:1: error: 's.pdf' is not an ordinary file "
      ])
    #expect(loaded.library.files.isEmpty)
  }

  @Test("a device is not read, as a page, an attachment or library.yml", .enabled(if: getuid() == 0, "needs root"))
  func devices() throws {
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels("files: [zero.pdf]")])
    let zero = dev_t(1 << 8 | 5)  // /dev/zero
    library.delete("content/library.yml")
    for name in ["resources/zero.pdf", "resources/endless.md", "library.yml"] {
      try #require(mknod(library.path + "/content/" + name, S_IFCHR | 0o666, zero) == 0)
    }
    let loaded = try library.load()
    let odd = loaded.problems.filter { $0.message.hasSuffix("is not an ordinary file") }.map(\.file)
    #expect(odd.sorted() == ["content/library.yml", "content/resources/endless.md", "content/resources/zero.pdf"])
  }

  @Test(
    "a symbolic link is not followed, wherever it stands and wherever it leads",
    arguments: [
      "content/resources/a.md", "content/resources/a.pdf", "content/resources/folder", "content/resources",
      "content/personas/cfo.md", "content/library.yml",
    ], ["../outside", "../../outside", "../../outside/a.md", "roi-sheet.md", "."])
  func links(name: String, target: String) throws {
    let library = try TestLibrary([
      "outside/a.md": TestLibrary.card.changing("Battlecard", to: Self.secret), "outside/library.yml": Self.secret,
    ])
    library.delete(name)
    symlink(target, library.path + "/" + name)
    let loaded = try library.load()
    #expect(
      loaded.problems.contains { $0.rule.name == "outside-content" && $0.file == name && $0.severity == .error })
    var text = ""
    dump(loaded.library, to: &text)
    #expect(!text.contains(Self.secret))
  }

  @Test("content/ itself may be a link: who starts the program says where the library is")
  func contentIsALink() throws {
    let library = try TestLibrary()
    rename(library.path + "/content", library.path + "/elsewhere")
    symlink("elsewhere", library.path + "/content")
    #expect(try library.load().library.resources.count == 2)
  }

  @Test(
    "a path that climbs out of content leads nowhere, however it is spelled",
    arguments: [
      "../../secret.pdf", "../../../secret.pdf", "..//..//secret.pdf", "./../../secret.pdf", "x/../../../secret.pdf",
      "../../../../../../../../etc/passwd", "/etc/passwd", "/secret.pdf", "~/secret.pdf", "..%2f..%2fsecret.pdf",
      "%2e%2e/%2e%2e/secret.pdf", "%252e%252e/%252e%252e/secret.pdf", "..\\..\\secret.pdf", "C:\\secret.pdf",
      "\\\\host\\share\\secret.pdf", "file:///etc/passwd", "file:secret.pdf", "..", "../..", ".", "/",
      "resources/../../../secret.pdf",
      "..%00/secret.pdf", "..;/..;/secret.pdf", "．．/．．/secret.pdf",
    ])
  func climbing(path: String) throws {
    let quoted = path.replacing("\\", with: "\\\\")
    for text in [
      PlantedMistake.labels("files: [\"\(quoted)\"]"), PlantedMistake.text("[a](<\(path)>)"),
      PlantedMistake.text("![a](<\(path)>)"),
    ] {
      let library = try TestLibrary(["secret.pdf": "%PDF", "content/resources/roi-sheet.md": text])
      let loaded = try library.load()
      #expect(loaded.library.files.isEmpty)
      // A link to the top of the page itself is a link like any other.
      #expect(loaded.hasErrors, "\(text)")
    }
  }

  @Test(
    "an old name, a related or a replaced one is a name and never a path",
    arguments: [
      "../x", "a/b", "..", ".", "/etc/passwd", "a\\\\b", "a%2fb", "index", "all", "page-2", "con", "nul", "com1", "a b",
      "ä", "a.b", "-", "",
    ])
  func names(name: String) throws {
    for label in ["aliases", "replaces"] {
      let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels("\(label): [\"\(name)\"]")]
      )
      let loaded = try library.load()
      #expect(loaded.library.redirects.isEmpty)
      #expect(loaded.problems.map(\.rule.name) == (name.isEmpty ? [] : ["invalid-value"]), "\(label) \(name)")
    }
  }

  @Test(
    "a page cannot be called what Windows, or the site itself, calls something else",
    arguments: [
      "con", "prn", "aux", "nul", "com1", "com9", "lpt1", "CON", "index", "all", "page-2", "a.b", "a b", "-", "é",
      "a\u{202E}b",
    ])
  func pageNames(name: String) throws {
    let library = try TestLibrary()
    try library.write("content/resources/\(name).md", TestLibrary.card)
    let loaded = try library.load()
    #expect(loaded.library.resources.count == 2)
    #expect(loaded.problems.contains { $0.rule.name == "id-form" && $0.file.hasSuffix("\(name).md") })
  }

  @Test("as many old names as are allowed lead on; more are a problem that says how to raise the limit")
  func aliases() throws {
    func names(_ count: Int) -> String { "aliases: [" + (0..<count).map { "old-\($0)" }.joined(separator: ", ") + "]" }
    let library = try TestLibrary(["content/resources/roi-sheet.md": PlantedMistake.labels(names(50))])
    #expect(try library.load().library.redirects.count == 50)
    try library.write("content/resources/roi-sheet.md", PlantedMistake.labels(names(51)))
    #expect(
      try library.report() == [
        "resources/roi-sheet.md:4:10: error: 'aliases' has 51 entries, 50 are allowed [invalid-value] help: "
          + "shorten it to 50, or raise 'max_aliases' under 'site' in content/library.yml"
      ])
    try library.write(
      "content/library.yml", TestLibrary.settings.changing("title: Test,", to: "title: Test, max_aliases: 51,"))
    #expect(try library.load().library.redirects.count == 51)
  }

  @Test(
    "each limit on texts and labels can be set in library.yml",
    arguments: [
      ("max_nesting: 3", "> > > > a", "too-deep"),
      ("max_formatting: 100", String(repeating: "*a* ", count: 60), "too-large"),
      ("max_table_cells: 10", "|a|\n|-|\n" + String(repeating: "|b|\n", count: 20), "too-large"),
      ("max_reading_ms: 1", String(repeating: "[l](https://a.example) *em* ", count: 1_000), "too-large"),
      (
        "max_references_kb: 1",
        "[a]: /" + String(repeating: "x", count: 900) + "\n\n" + String(repeating: "[a] ", count: 40), "too-large"
      ),
      ("max_labels: 10", "a", "label-syntax"),
      ("max_labels_kb: 1", "a", "label-syntax"),
      ("max_source_kb: 1", String(repeating: "word ", count: 400), "too-large"),
    ])
  func limits(setting: String, text: String, rule: String) throws {
    let library = try TestLibrary([
      "content/resources/roi-sheet.md": PlantedMistake.text(text).changing(
        "type:", to: "# \(String(repeating: "note ", count: 220))\nkeywords: [a, b, c, d, e, f, g]\ntype:")
    ])
    let before = try library.load().problems.filter { $0.rule.name == rule }
    #expect(before.isEmpty)
    try library.write(
      "content/library.yml", TestLibrary.settings.changing("title: Test,", to: "title: Test, \(setting),"))
    let after = try library.load().problems.filter { $0.rule.name == rule && $0.file.hasSuffix("roi-sheet.md") }
    #expect(after.count == 1, "\(setting)")
  }
}
