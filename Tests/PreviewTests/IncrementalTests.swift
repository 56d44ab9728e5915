// A preview that has followed a series of edits against one that starts anew: the same problems and, where there are no
// errors, the same bytes at every address.

import Diagnostics
import Files
import Library
import Preview
import Site
import TestSupport
import Testing

@Suite("Following edits")
struct IncrementalTests {
  private static let files: [String: String] = [
    "content/library.yml": """
    site: {title: Small, base_url: https://small.example/}
    owner: marketing
    types:
      one-pager: {label: One-pager, audience: external}
      card: {label: Card, audience: internal}
    facets:
      industries: {label: Industry, values: {retail: {label: Retail}, public: {label: Public sector}}}

    """,
    "content/personas/cfo.md": """
    ---
    title: Finance leader
    summary: Signs for what it costs in the end.
    job_titles: [CFO]
    ---

    """,
    "content/personas/cio.md": """
    ---
    title: IT leader
    summary: Keeps systems running day and night.
    job_titles: [CIO]
    ---

    """,
    "content/stages/decision.md": """
    ---
    title: Decision
    summary: They choose and must defend the choice.
    order: 1
    next: [retention]
    ---

    """,
    "content/stages/retention.md": """
    ---
    title: Retention
    summary: They use it and ask whether to go on.
    order: 2
    next: [decision]
    ---

    """,
  ]

  private static func resource(_ title: String, _ more: String = "") -> String {
    """
    ---
    title: \(title)
    summary: A sentence of more than twenty letters.
    type: one-pager
    personas: [cfo]
    stages: [decision]
    \(more)---

    """
  }

  /// Edits by chance, remembering what they touched.
  private struct Editor {
    let folder: TemporaryFolder
    var random: UInt64
    var touched: Set<String> = []
    var names: [String] = []

    mutating func number(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }

    mutating func pick(_ list: [String]) -> String { list[number(list.count)] }

    mutating func touch(_ path: String, _ text: String) throws {
      try folder.write(path, text)
      touched.insert(path)
    }

    /// Sound more often than not: `path` is where it will stand.
    mutating func resource(at path: String) -> String {
      let isCard = number(2) == 0
      let up = path.hasPrefix("content/resources/sub") ? "../" : ""
      let target = names.isEmpty || !isCard || number(2) == 0 ? nil : pick(names).dropFirst("content/resources/".count)
      let link = target.map { "See [it](\(up)\($0)#part).\n" } ?? ""
      var others = [
        "", "", "", "aliases: [old-\(path.split(separator: "/").last?.dropLast(3) ?? "")]\n", "replaces: [r2]\n",
      ]
      others += ["related: [r1]\n", isCard ? "files: [\(up)a.txt]\n" : "", number(3) == 0 ? "status: draft\n" : ""]
      return """
        ---
        title: Title \(number(1_000))
        summary: A sentence of more than twenty letters, \(number(100)).
        type: \(isCard ? "card" : "one-pager")
        personas: [\(number(60) == 0 ? "cof" : pick(["cfo", "cio", "all"]))]
        stages: [\(pick(["decision", "retention"]))]
        industries: [\(pick(["retail", "public"]))]
        reviewed: 2026-0\(1 + number(3))-1\(number(9))
        \(pick(others))---
        \(link)Words \(number(50)) and ![a picture](\(up)p.png)\n\n## Part\n
        """
    }

    mutating func edit() throws {
      switch number(14) {
      case 0 where names.count > 3:
        let path = names.remove(at: number(names.count))
        try folder.remove(path)
        touched.insert(path)
      case 1:
        let label = pick(["Retail", "Shops"])
        let text = (IncrementalTests.files["content/library.yml"] ?? "").replacing("Retail", with: label)
        try touch("content/library.yml", text)
      case 2:
        let text = IncrementalTests.files["content/personas/cio.md"] ?? ""
        try touch("content/personas/cio.md", text.replacing("IT leader", with: "IT \(number(3))"))
      case 3: try touch("content/resources/a.txt", "text \(number(100))")
      case 4: try touch("content/resources/p.png", "\u{89}PNG \(number(100))")
      default:
        let deep = number(8)
        let path = "content/resources/" + (deep < 2 ? "sub\(deep)/s\(deep)\(number(3)).md" : "r\(number(8)).md")
        try touch(path, resource(at: path))
        if !names.contains(path) { names.append(path) }
      }
    }
  }

  private func pages(_ site: PreviewSite, _ folder: Folder) throws -> [String: [UInt8]] {
    var pages: [String: [UInt8]] = [:]
    for path in site.paths {
      switch site[path] {
      case .bytes(let bytes): pages[path] = bytes
      case .file(let file): pages[path] = try folder.read(file)
      case nil: Issue.record("\(path) is named but not there")
      }
    }
    return pages
  }

  private func lines(_ problems: [ResolvedProblem]) -> String { TextFormat(usesColor: false).render(problems) }

  @Test("after any edits the problems and pages are those of a fresh start", arguments: 1...6 as ClosedRange<UInt64>)
  func equality(seed: UInt64) throws {
    let temporary = try TemporaryFolder(Self.files)
    let folder = Folder(temporary.path)
    var editor = Editor(folder: temporary, random: seed)
    try editor.touch("content/resources/a.txt", "text")
    try editor.touch("content/resources/p.png", "\u{89}PNG")
    for _ in 0..<4 { try editor.edit() }
    let day = try #require(Day("2026-03-20"))
    let options = PreviewOptions(root: folder, workers: 2) { day }
    var followed = try PreviewedLibrary(options)
    var soundCount = 0
    for _ in 0..<40 {
      editor.touched = []
      for _ in 0...editor.number(3) { try editor.edit() }
      // Some tell of whole folders.
      if editor.number(10) == 0 { editor.touched.insert("content/resources") }
      try followed.update(ContentChange(editor.touched))
      let fresh = try PreviewedLibrary(options)
      #expect(lines(followed.problems) == lines(fresh.problems))
      guard !fresh.hasErrors else { continue }
      soundCount += 1
      #expect(!followed.isOutdated)
      let (left, right) = (try pages(followed.site, folder), try pages(fresh.site, folder))
      let different = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }
      #expect(different.isEmpty, "\(different.sorted().prefix(5))")
    }
    #expect(soundCount > 2, "nearly every state had errors: nothing was compared")
  }

  @Test("with an error the pages stay as they were; without any good ones before, what is sound is shown")
  func lastGood() throws {
    let broken = "---\ntitle: Broken\ntype: one-pager\npersonas: [cof]\nstages: [decision]\n---\n"
    let sound = Self.resource("Sound")
    let temporary = try TemporaryFolder(
      Self.files.merging(["content/resources/a.md": broken, "content/resources/b.md": sound]) { $1 })
    let day = try #require(Day("2026-03-20"))
    var library = try PreviewedLibrary(PreviewOptions(root: Folder(temporary.path), workers: 1) { day })
    #expect(library.hasErrors && !library.isOutdated)
    #expect(library.site["resources/a.html"] == nil && library.site["resources/b.html"] != nil)
    func update(_ path: String, _ text: String) throws {
      try temporary.write(path, text)
      try library.update(ContentChange([path]))
    }
    try update("content/resources/a.md", sound.replacing("Sound", with: "Mended"))
    #expect(!library.hasErrors && library.site["resources/a.html"] != nil)
    let number = library.siteNumber
    try update("content/resources/a.md", broken)
    #expect(library.hasErrors && library.isOutdated && library.siteNumber == number)
    #expect(library.site["resources/a.html"] != nil)
    try update("templates/row.mustache", "{{#open}}")
    #expect(library.problems.contains { $0.problem.file == "templates/row.mustache" })
    try temporary.remove("templates/row.mustache")
    try library.update(ContentChange(["templates/row.mustache"]))
    try update("content/resources/a.md", sound.replacing("Sound", with: "Mended again"))
    #expect(!library.hasErrors && !library.isOutdated && library.siteNumber > number)
  }

  @Test("drafts have pages and stand in lists and in the search, each marked in its title")
  func drafts() throws {
    let draft = Self.resource("Secret plan", "status: draft\n") + "xylophone\n"
    let temporary = try TemporaryFolder(Self.files.merging(["content/resources/plan.md": draft]) { $1 })
    let day = try #require(Day("2026-03-20"))
    let library = try PreviewedLibrary(PreviewOptions(root: Folder(temporary.path), workers: 1) { day })
    #expect(library.site.isDraft("resources/plan.html"))
    let all = try pages(library.site, Folder(temporary.path)).mapValues { String(decoding: $0, as: UTF8.self) }
    for path in ["resources/plan.html", "personas/cfo.html", "stages/decision.html"] {
      #expect(all[path]?.contains("Draft: Secret plan") == true, "\(path)")
    }
    #expect(all.contains { $0.key.hasPrefix("search/") && $0.value.contains("Draft: Secret plan") })
    #expect(all.contains { $0.key.hasPrefix("search/") && $0.value.contains("xylophon") })
  }
}
