// `shelfmark templates`: what a library overrides, and copies of the theme that change nothing until they are changed.

import Foundation
import TestSupport
import Testing

@Suite("Copies of the theme")
struct TemplatesTests {
  @Test("a site built with every file of the theme ejected is the same site, byte for byte")
  func equal() throws {
    let library = try SmallLibrary.folder()
    #expect(try shelfmark("build", "-C", library.path, "--output", "before").status == 0)
    let ejected = try shelfmark("templates", "eject", "--all", "-C", library.path)
    #expect(ejected.status == 0, "\(ejected.errors)")
    let names = ejected.output.split(separator: "\n").map(String.init)
    #expect(names.count > 30)
    for name in names {
      // What a person edits is what its authors wrote, comments and all.
      let source = try String(contentsOfFile: Project.root + "/" + name, encoding: .utf8)
      #expect(library.read(name) == source, "\(name)")
    }
    #expect(try shelfmark("build", "-C", library.path, "--output", "after").status == 0)
    let (before, after) = (FolderSnapshot(library.path + "/before"), FolderSnapshot(library.path + "/after"))
    #expect(before.names == after.names)
    expectNone(before.names.filter { before.text($0) != after.text($0) })
  }

  @Test("the list says what is the theme's, what is a copy and what is yours")
  func lists() throws {
    let library = try SmallLibrary.folder(["templates/cell.mustache": "mine", "templates/site.ccs": "a {}"])
    _ = try shelfmark("templates", "eject", "coverage", "-C", library.path)
    for words in [["templates"], ["templates", "list"]] {
      let result = try run(Project.shelfmark, words + ["-C", library.path])
      #expect(result.status == 0)
      #expect(result.output.contains(/(?m)^cell\.mustache +yours$/))
      #expect(result.output.contains(/(?m)^coverage\.mustache +a copy of the theme's, not changed$/))
      #expect(result.output.contains(/(?m)^finder\.mustache +the theme's$/))
      #expect(result.errors.contains("nothing uses 'templates/site.ccs'"))
      #expect(result.errors.contains("did you mean 'site.css'?"))
    }
  }

  @Test(
    "a template that has no end makes no page, and the site stays as it was",
    arguments: [
      (
        "resource", "a\n{{>resource}}",
        "error: no page can be made with 'resource': templates bring in one another"
      ),
      ("row", "{{>row}}", "error: no page can be made with 'row': templates bring in one another"),
      (
        "finder",
        String(repeating: "{{#personas}}{{#stages}}", count: 14) + "x"
          + String(repeating: "{{/stages}}{{/personas}}", count: 14),
        "error: no page can be made with 'finder': templates repeat themselves so often"
      ),
    ])
  func endless(name: String, text: String, message: String) throws {
    let library = try SmallLibrary.folder()
    #expect(try shelfmark("build", "-C", library.path).status == 0)
    let before = FolderSnapshot(library.path + "/site")
    try library.write("templates/\(name).mustache", text)
    let result = try shelfmark("build", "-C", library.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("templates/\(name).mustache:") && result.errors.contains(message))
    let after = FolderSnapshot(library.path + "/site")
    let shown = before.names.filter { !$0.hasPrefix(".shelfmark/") }
    expectNone(shown.filter { before.text($0) != after.text($0) })
  }

  @Test("what is there is never replaced, and one wrong name keeps all from being written")
  func refuses() throws {
    let library = try SmallLibrary.folder(["templates/cell.mustache": "mine"])
    let before = library.files()
    let wrong = try shelfmark("templates", "eject", "cell.mustache", "layuot", "facet", "-C", library.path)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("'templates/cell.mustache' is there already"))
    #expect(wrong.errors.contains("did you mean 'layout'?"))
    #expect(try shelfmark("templates", "eject", "-C", library.path).errors.contains("no file was named"))
    #expect(try shelfmark("templates", "ejct", "-C", library.path).errors.contains("did you mean 'eject'?"))
    #expect(library.files() == before)
    #expect(try shelfmark("templates", "eject", "--all", "-C", library.path).status == 0)
    #expect(library.read("templates/cell.mustache") == "mine")
  }

  @Test("of a template with thousands of mistakes a thousand of each kind are told, and once how many more there are")
  func manyMistakes() throws {
    let library = try SmallLibrary.folder(["templates/row.mustache": String(repeating: "{{#a\n", count: 3_000)])
    let result = try shelfmark("check", "--format", "json", "-C", library.path, "--today", SmallLibrary.today)
    let problems = try JSON(parsing: result.output)["problems"].array
    for (rule, rest) in [("template-syntax", 5_000), ("unknown-template-name", 2_000)] {
      let messages = problems.filter { $0["rule"].string == rule }.compactMap { $0["message"].string }
      #expect(messages.count == 1_001)
      #expect(
        messages.filter { $0.contains("more mistakes") } == ["\(rest) more mistakes of this kind are in this file"])
    }
  }
}
