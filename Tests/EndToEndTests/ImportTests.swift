// Messy folders and inventories become resources, with the program as it is used. Whatever comes in, what comes out checks
// without an error and builds.

import Foundation
import TestSupport
import Testing

@Suite("Import")
struct ImportTests {
  /// A folder like those that people keep, with something of every tool in it.
  static let mess: [String: String] = [
    "README.md": """
    # Welcome

    See [guide](docs/Guide%20One.md#setup), [rooted](/docs/other.md), [folder](docs/), [gone](nope.md "t"),
    [out](../../etc/passwd), ![pic](img/a.png) ![far](https://x.example/p.png), [js](javascript:alert(1)), [[Wiki]]
    [![badge](https://x.example/b.svg)](https://ci.example)

    [by name][r] and [dead][d]

    [r]: docs/other.md
    [d]: dead.md

    ```
    [r]: docs/other.md
    ```

    """,
    "docs/Guide One.md": """
    ---
    title: "Guide: One"
    type: docs
    layout: post # keep
    tags: [a, b]
    Description: A description that is long enough to be a summary.
    ---
    ## Setup

    [up](../README.md) ![other](../sub/a.png) ![one](../img/a.png)

    """,
    "docs/other.md":
      "+++\ntitle = \"Other\"\ntags = [\"x\"]\n[params]\nfoo = \"bar\"\n+++\nSee [home](../README.html).\n",
    "docs/json.md": "{\n  \"title\": \"Json\",\n  \"draft\": true\n}\n\nText\n",
    "docs/broken.md": "---\ntitle: a: b\nowner: Jane\n---\nSee [a draft](json.md).\n",
    "docs/index.md": "# All guides\n\n[a](<Guide One.md>) [b](./other) [c](broken.html)\n",
    "docs/overview.md": "no heading\n", "sub/overview.md": "---\n\nA rule, then text.\n\n---\nmore\n",
    "sub/all.md": "# All\n", "sub/CON.md": "# Con\n", "sub/日本語.md": "# 日本語\n",
    "crlf.md": "\u{FEFF}# Win\r\n\r\nText\r\n",
    "empty.md": "", "unclosed.md": "---\ntitle: never closed\n\ntext\n", "tabs.md": "---\nk:\n\t- x\n---\nhi\n",
    "evil.md": "![e](evil.svg) [p](page.html) {{< ref \"x\" >}}\n",
    "evil.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>", "page.html": "<html>",
    "img/a.png": "\u{89}PNG1", "sub/a.png": "\u{89}PNG2", "deep.md": String(repeating: ">", count: 5_000) + " x\n",
    "node_modules/x/README.md": "# No\n",
    "files/Q3_ROI-sheet_v2 (final).pdf": "%PDF-1.4", "files/deck.pptx": "PK", "files/deck.pdf": "%PDF-1.4",
    "files/site.url": "[InternetShortcut]\r\nURL=https://www.example.com/a\r\n",
    "files/bad.url": "[InternetShortcut]\nURL=file:///x\n",
    "files/mac.webloc":
      "<plist><dict><key>URL</key><string>https://www.example.com/?a=1&amp;b=2</string></dict></plist>",
  ]

  private func imported(_ source: [String: String], _ options: String...) throws -> (TemporaryFolder, CommandResult) {
    let folder = try SmallLibrary.folder()
    for (name, text) in source { try folder.write("mess/\(name)", text) }
    let result = try run(Project.shelfmark, ["import", "mess"] + options, in: folder.path)
    return (folder, result)
  }

  /// Checks without an error, and builds.
  private func expectSound(_ folder: TemporaryFolder) throws {
    let checked = try shelfmark("check", "--today", SmallLibrary.today, in: folder.path)
    #expect(checked.status == 0, "\(checked.output)")
    #expect(try shelfmark("build", "--today", SmallLibrary.today, in: folder.path).status == 0)
  }

  @Test("a messy folder checks and builds, and every file of it is accounted for")
  func messyFolder() throws {
    let (folder, result) = try imported(Self.mess)
    #expect(result.status == 0, "\(result.errors)")
    for name in Self.mess.keys where !name.hasPrefix("node_modules") {
      #expect(result.output.contains("\(name) -> ") || result.output.contains("skipped: \(name): "), "\(name)")
    }
    try expectSound(folder)
    let root = "content/resources/mess/"
    let home = try #require(folder.read(root + "mess.md"))
    for text in [
      "[guide](docs/guide-one.md#setup)", "[rooted](docs/other.md)", "[folder](docs/docs.md)", "gone (`nope.md`)",
      "![pic](img/img-a.png) [far](https://x.example/p.png)", "js (`javascript:alert(1)`)", "[[Wiki]]",
      "[badge](https://ci.example)",
      "[by name][r] and dead (`dead.md`)", "```\n[r]: docs/other.md\n```",
    ] { #expect(home.contains(text), "\(text)") }
    let guide = try #require(folder.read(root + "docs/guide-one.md"))
    #expect(
      guide.hasPrefix("---\ntitle: \"Guide: One\"\nx-type: docs\nx-layout: post # keep\nkeywords: [a, b]\nsummary: A "))
    #expect(guide.contains("[up](../mess.md) ![other](../sub/a.png) ![one](../img/img-a.png)"))
    let other = try #require(folder.read(root + "docs/other.md"))
    #expect(other.contains("title: Other\nkeywords: [x]\n") && other.contains("```toml\ntitle = \"Other\""))
    #expect(folder.read(root + "docs/json.md")?.contains("status: draft\n") == true)
    let broken = try #require(folder.read(root + "docs/broken.md"))
    #expect(
      broken.contains("a draft (`json.md`)") && broken.contains("```yaml\ntitle: a: b\n")
        && broken.contains("x-owner: Jane\n"))
    #expect(folder.read(root + "docs/docs.md")?.contains("[a](<guide-one.md>) [b](other.md) [c](broken.md)") == true)
    #expect(folder.read(root + "sub/sub-overview.md")?.hasSuffix("---\n\nA rule, then text.\n\n---\nmore\n") == true)
    #expect(folder.read(root + "crlf.md")?.hasSuffix("---\r\n\r\n# Win\r\n\r\nText\r\n") == true)
    let sheet = try #require(folder.read(root + "files/q3-roi-sheet-v2-final.md"))
    #expect(
      sheet.hasPrefix("---\ntitle: Q3 ROI sheet v2 (final)\nsummary: todo\nfiles: [Q3_ROI-sheet_v2 (final).pdf]\n"))
    #expect(folder.read(root + "files/mac.md")?.contains("https://www.example.com/?a=1&b=2") == true)
    #expect(
      result.errors.contains("imported") && result.errors.contains("left todo") && result.errors.contains("skipped"))
    for note in [
      "README.md:3: 'nope.md'", "README.md:4: 'javascript:alert(1)'", "is called 'sub-overview'", "'layout'",
    ] {
      #expect(result.output.contains(note), "\(note)")
    }
  }

  @Test("a dry run writes nothing and says the same; a second run adds nothing")
  func twice() throws {
    let (folder, result) = try imported(Self.mess, "--dry-run")
    #expect(FolderSnapshot(folder.path + "/content").names.filter { $0.contains("mess") }.isEmpty)
    let real = try shelfmark("import", "mess", in: folder.path)
    #expect(real.output == result.output)
    try folder.write("content/resources/mess/crlf.md", "changed by hand\n")
    let before = FolderSnapshot(folder.path)
    let again = try shelfmark("import", "mess", in: folder.path)
    #expect(again.status == 0 && again.output.contains("skipped: crlf.md: imported before"))
    #expect(FolderSnapshot(folder.path).differences(from: before).isEmpty)
  }

  @Test("rules decide, what they leave open stays 'todo', and nothing internal is shown to prospects")
  func rules() throws {
    let map = """
      folders:
        files: {type: one-pager, owner: ana}
        docs: {type: case-study, industries: [retail]}
      words:
        ROI: {personas: [cfo], stages: [decision]}
        sheet: {personas: [it-lead]}
      names: {category: type}
      skip: [sub]

      """
    let folder = try SmallLibrary.folder(["map.yml": map])
    for (name, text) in Self.mess { try folder.write("mess/\(name)", text) }
    try folder.write("mess/own.md", "---\nCategory: Battlecard\npersonas: [cfo, nobody]\nreviewed: soon\n---\n# Own\n")
    let result = try shelfmark("import", "mess", "--map", "map.yml", "--stages", "retention", in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    try expectSound(folder)
    let sheet = try #require(folder.read("content/resources/mess/files/q3-roi-sheet-v2-final.md"))
    for line in ["type: one-pager", "owner: ana", "personas: [cfo, it-lead]", "stages: [decision]"] {
      #expect(sheet.contains(line + "\n"), "\(line)")
    }
    let index = try #require(folder.read("content/resources/mess/docs/docs.md"))
    #expect(
      index.contains("type: case-study\n") && index.contains("stages: [retention]\n")
        && index.contains("personas: todo\n"))
    #expect(folder.read("content/resources/mess/docs/other.md")?.contains("audience: internal\n") == true)
    let own = try #require(folder.read("content/resources/mess/own.md"))
    #expect(
      own.hasPrefix("---\ntype: Battlecard\nx-personas: [cfo, nobody]\nx-reviewed: soon\n")
        && own.contains("personas: todo\n"))
    #expect(folder.read("content/resources/mess/sub/all-1.md") == nil)
  }

  @Test(
    "a wrong rule is told at its place, and nothing is imported",
    arguments: [
      ("folders:\n  a: {type: one-pagr}\n", "map.yml:2:13: error: 'one-pagr' is not a type"),
      ("wrods:\n  a: {type: one-pager}\n", "map.yml:1:1: error: 'wrods' means nothing here"),
      ("words:\n  a: {persona: cfo}\n", "map.yml:2:7: error: 'persona'"),
      ("names: {a: titel}\n", "did you mean 'title'?"),
    ])
  func wrongRules(map: String, message: String) throws {
    let folder = try SmallLibrary.folder(["map.yml": map, "mess/a.md": "# A\n"])
    let result = try shelfmark("import", "mess", "--map", "map.yml", in: folder.path)
    #expect(result.status == 1 && result.errors.contains(message), "\(result.errors)")
    #expect(!FolderSnapshot(folder.path + "/content").names.contains { $0.contains("mess") })
  }

  @Test(
    "what cannot be a source is refused",
    arguments: [
      ("content/resources", "one within the other"), (".", "one within the other"), ("nowhere", "no 'nowhere'"),
    ])
  func refused(source: String, message: String) throws {
    let folder = try SmallLibrary.folder()
    let result = try shelfmark("import", source, in: folder.path)
    #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
  }

  @Test("links out of the source are not followed")
  func symbolicLinks() throws {
    let folder = try SmallLibrary.folder([
      "secret.md": "# Secret\n", "mess/a.md": "# A\n\n[x](in.md) [y](../secret.md)\n",
    ])
    try folder.link("mess/in.md", to: folder.path + "/secret.md")
    try folder.link("mess/out", to: "/etc")
    let result = try shelfmark("import", "mess", in: folder.path)
    #expect(
      result.output.contains("skipped: in.md: a symbolic link")
        && result.output.contains("skipped: out: a symbolic link"))
    #expect(FolderSnapshot(folder.path + "/content").names(containing: "Secret").isEmpty)
    try expectSound(folder)
  }

  @Test("an inventory becomes a resource a row")
  func inventory() throws {
    let csv = """
      Asset Name;URL;Buyer Persona;Funnel Stage;Asset Type;Industry;Tags;Cost centre
      ROI one-pager;https://files.example.com/roi.pdf;CFO / IT leader;Decision;One-pager;Mfg;a, b;12
      "Quoted,
      title";deck.pptx;Chief Nobody;Decision, Retention;flyer;;;
      ROI one-pager;../../etc/passwd;;;;;;
      ;;CFO;;;;;
      '=cmd;;all;;;;;

      """
    let folder = try SmallLibrary.folder(["lists/assets.csv": csv, "lists/deck.pptx": "PK"])
    let result = try shelfmark("import", "lists/assets.csv", in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    try expectSound(folder)
    let root = "content/resources/assets/"
    let first = try #require(folder.read(root + "roi-one-pager.md"))
    for line in [
      "title: ROI one-pager", "files: [\"https://files.example.com/roi.pdf\"]", "personas: [cfo, it-lead]",
      "stages: [decision]",
      "type: One-pager", "industries: [manufacturing]", "keywords: [a, b]", "x-cost-centre: 12", "summary: todo",
    ] { #expect(first.contains(line + "\n"), "\(line): \(first)") }
    let second = try #require(folder.read(root + "quoted-title.md"))
    for line in [
      "title: Quoted, title", "files: [deck.pptx]", "x-personas: Chief Nobody", "personas: todo", "x-type: flyer",
      "type: todo",
    ] {
      #expect(second.contains(line + "\n"), "\(line): \(second)")
    }
    #expect(folder.read(root + "cmd.md")?.contains("title: =cmd\n") == true)
    #expect(result.output.contains("skipped: row 5: neither a title nor a link"))
    #expect(result.output.contains("'../../etc/passwd' is neither"))
    #expect(folder.files(below: root).count == 5)
  }

  @Test("generated trees of every shape check and build", arguments: 0..<6)
  func generated(seed: Int) throws {
    var random = Chance(seed)
    let folders = ["", "a", "a/b", "Sales & Co", "2024"]
    let names = ["index", "README", "one", "Two Words", "über", "one.two", "ALL", "page-2", "x_y", "one-"]
    var files: [String: String] = [:]
    for folder in folders {
      for name in names where random.next(3) > 0 { files[folder.isEmpty ? "\(name).md" : "\(folder)/\(name).md"] = "" }
    }
    let targets = files.keys.sorted()
    for file in targets {
      var text = ["", "---\ntitle: T\nweight: 1\n---\n", "---\n- x\n---\n", "+++\na = 1\n+++\n", "# Heading\n"][
        random.next(5)]
      for _ in 0..<random.next(8) {
        let target = targets[random.next(targets.count)]
        let encoded = target.replacingOccurrences(of: " ", with: "%20")
        text +=
          [
            "[a](/\(encoded)) ", "[b](</\(target)>) ", "![c](/\(encoded)) ", "[d](../\(encoded)#x) ",
            "\n\n[e\(file.count)]: /\(encoded)\n\n",
            "[f](missing.pdf) ", "[g [h](x.md) `]` ", "![i][e\(file.count)] ", "> [j](\n", "[k](\(encoded) \"t\") ",
            "* <data:x> ",
            "[![l](https://h/i.png)](/\(encoded)) ",
          ][random.next(12)]
      }
      files[file] = text + "\n"
    }
    let (folder, result) = try imported(files)
    #expect(result.status == 0, "\(result.errors)")
    try expectSound(folder)
  }
}

/// Chance that is the same on every run.
private struct Chance {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 7_919 &+ 1 }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
