import Diagnostics
import Library
import Markdown
import Testing

/// A kind as somebody would add it: this much is all that is needed.
private struct GlossaryKind: Kind {
  struct Term: Sendable, Equatable {
    var id: String
    var title: String
    var meaning: String
  }
  let folder = "glossary"
  let noun = "a term"
  let example = ["title: OEE", "meaning: How much of its time a machine makes good parts"]

  func read(_ page: inout PageReader, in context: LoadContext) -> Term {
    page.labels.require("meaning", example: "meaning: How much of its time a machine makes good parts")
    return Term(
      id: page.file.id, title: page.title().value, meaning: page.labels.text("meaning", limit: 40)?.value ?? "")
  }

  func add(_ pages: [Loaded<Term>], to library: inout Library, report: inout Findings) {
    library[others: folder] = pages.compactMap(\.entry)
  }
}

@Suite("Kinds") struct KindTests {
  private func load(_ files: [String: String]) throws -> (TestLibrary, LoadedLibrary) {
    let library = try TestLibrary(files)
    var options = LoadOptions()
    options.kinds = Kinds.all + [GlossaryKind()]
    return (library, try Library.load(library.folder, options: options))
  }

  @Test("a kind of its own is one type: its files are found, read and put in order")
  func isRead() throws {
    let (_, loaded) = try load([
      "content/glossary/z/oee.md": "---\nmeaning: Good parts\n---\n\n# OEE\n\n[x](../../personas/cfo.md)\n",
      "content/glossary/mtbf.md": "---\ntitle: MTBF\nmeaning: Time between failures\n---\n",
      "content/resources/roi-sheet.md": PlantedMistake.text("[OEE](../glossary/z/oee.md#oee)"),
    ])
    #expect(loaded.problems == [])
    let terms: [GlossaryKind.Term] = loaded.library[others: "glossary"]
    #expect(terms.map(\.title) == ["MTBF", "OEE"])
    let html = loaded.library.resources.last.map { String(decoding: $0.body.html, as: UTF8.self) } ?? ""
    #expect(html.contains("href=\"../glossary/oee.html#oee\""))
  }

  @Test("its labels, names and links are checked like all others")
  func isChecked() throws {
    let (library, loaded) = try load([
      "content/glossary/oee.md": "---\ntitle: OEE\nmeanin: Good parts\n---\n\n[x](nowhere.md)\n",
      "content/glossary/OEE 2.md": "---\nmeaning: Good parts\n---\n",
    ])
    #expect(
      library.lines(loaded).map { String($0.prefix { $0 != "[" }) } == [
        "glossary/OEE 2.md:1:1: error: 'OEE 2.md' cannot be part of an address: use small letters, digits and hyphens ",
        "glossary/OEE 2.md:1:1: error: the label 'title' is missing, and the text has no heading to take it from ",
        "glossary/oee.md:3:1: error: 'meanin' is not a label of a term ",
        "glossary/oee.md:6:1: error: there is no file 'nowhere.md' ",
      ])
  }
}
