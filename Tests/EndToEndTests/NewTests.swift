// `shelfmark new`: a file with every label it needs, held against the library's words, with nothing replaced.

import Foundation
import TestSupport
import Testing

@Suite("A new file")
struct NewTests {
  private func check(_ library: TemporaryFolder) throws -> [JSON] {
    let result = try shelfmark("check", "-C", library.path, "--today", SmallLibrary.today, "--format", "json")
    return try JSON(parsing: result.output)["problems"].array
  }

  private func new(_ words: String..., in library: TemporaryFolder) throws -> CommandResult {
    try run(Project.shelfmark, ["new", "-C", library.path] + words)
  }

  @Test("what was not said is todo, and a warning at its place; nothing is an error")
  func bare() throws {
    let library = try SmallLibrary.folder()
    #expect(try new("resource", "price-sheet", in: library).output == "content/resources/price-sheet.md\n")
    #expect(try new("persona", "buyer", in: library).output == "content/personas/buyer.md\n")
    #expect(try new("stage", "renewal", in: library).output == "content/stages/renewal.md\n")
    let problems = try check(library)
    expectNone(problems.filter { $0["severity"] == "error" }.map { "\($0)" })
    let text = try #require(library.read("content/resources/price-sheet.md"))
    for label in ["type", "personas", "stages", "summary"] {
      let line = try #require(text.split(separator: "\n").firstIndex { $0.hasPrefix(label + ": todo") })
      let found = problems.contains { problem in
        problem["file"] == "content/resources/price-sheet.md" && problem["line"].int == line + 1
          && problem["column"].int == label.count + 3
      }
      #expect(found, "\(label)")
    }
    #expect(text.contains("# one of: one-pager, case-study, battlecard\n"))
    #expect(text.contains("# all, or some of: cfo, it-lead\n"))
    #expect(problems.contains { $0["file"] == "content/stages/renewal.md" && $0["rule"] == "dead-end-stage" })
  }

  @Test("with everything said it checks clean but for what is not written yet, and is built")
  func whole() throws {
    let library = try SmallLibrary.folder()
    let result = try new(
      "resource", "bakery-story", "--type", "Case study", "--personas", "CFO, IT leader", "--stages", "DECISION",
      "--industries", "Mfg", "--title", "Bread: \"on time\" # at last", "--owner", "Ana Ruiz", "--audience", "external",
      "--summary", "How a bakery got its mornings back, in four weeks.", "--status", "approved", "--reviewed",
      SmallLibrary.today, "--use-when", "They ask: does it work?", "--keywords", "bread, ovens", "--folder", "stories",
      in: library)
    #expect(result.output == "content/resources/stories/bakery-story.md\n", "\(result.errors)")
    expectNone(try check(library).map { "\($0)" })
    #expect(try shelfmark("build", "-C", library.path, "--today", SmallLibrary.today).status == 0)
    let json = try JSON(parsing: #require(library.read("site/library.json")))
    let resource = try #require(json["resources"].array.first { $0["id"] == "bakery-story" })
    #expect(resource["title"] == "Bread: \"on time\" # at last")
    #expect(resource["personas"].strings == ["cfo", "it-lead"] && resource["stages"].strings == ["decision"])
    #expect(resource["facets"]["industries"].strings == ["manufacturing"] && resource["owner"] == "ana")
    #expect(resource["useWhen"] == "They ask: does it work?" && resource["keywords"].strings == ["bread", "ovens"])
  }

  @Test("a label that the type wants stands there to be filled in")
  func required() throws {
    let library = try SmallLibrary.folder()
    _ = try new("resource", "a-story", "--type", "case-study", in: library)
    let text = try #require(library.read("content/resources/a-story.md"))
    #expect(text.contains("# some of: manufacturing, retail\nindustries:\n"))
    #expect(try check(library).contains { $0["rule"] == "missing-type-label" })
  }

  @Test("all that does not fit the library is said at once, with what was meant, and nothing is written")
  func mistakes() throws {
    let library = try SmallLibrary.folder()
    let before = library.files()
    let result = try new(
      "resource", "ROI Sheet (final).md", "--type", "onepager", "--personas", "Finance Director", "--stages", "decison",
      "--industries", "retale", "--owner", "anna", "--colour", "red", "--reviewed", "soon", "--folder", "../out",
      in: library)
    #expect(result.status == 2 && result.output == "")
    for words in [
      "did you mean 'roi-sheet-final'?", "did you mean 'one-pager'?", "did you mean 'cfo'?", "did you mean 'decision'?",
      "did you mean 'retail'?", "did you mean 'ana'?", "a resource has no '--colour'", "'soon' is not a day",
      "'../out' is not a folder",
    ] { #expect(result.errors.contains(words), "\(words): \(result.errors)") }
    #expect(library.files() == before)
  }

  @Test("what is there is never replaced, wherever it stands")
  func refuses() throws {
    let library = try SmallLibrary.folder(["content/resources/broken.md": "no labels\n"])
    let before = FolderSnapshot(library.path)
    for id in ["roi-sheet", "broken"] {
      let result = try new("resource", id, in: library)
      #expect(result.status == 2 && result.errors.contains("already"), "\(result.errors)")
    }
    #expect(try new("resource", "roi-sheet", "--folder", "elsewhere", in: library).status == 2)
    #expect(try new("persona", "cfo", in: library).status == 2)
    #expect(try new("persona", "money", "--title", "Finance leader", in: library).errors.contains("already names"))
    #expect(try new("persona", "money", "--job-titles", "CFO", in: library).errors.contains("job title of 'cfo'"))
    #expect(try new("stage", "later", "--order", "1", in: library).errors.contains("already that of 'decision'"))
    #expect(try new("persona", "money", "--folder", "x", in: library).status == 2)
    #expect(try new("persona", "money", "--type", "one-pager", in: library).errors.contains("has no '--type'"))
    #expect(try new("play", "money", in: library).errors.contains("resource, persona, stage"))
    #expect(FolderSnapshot(library.path).names == before.names)
    let nowhere = try TemporaryFolder()
    #expect(try new("resource", "x", in: nowhere).errors.contains("there is no folder 'content' here"))
    expectNone(nowhere.files())
  }
}
