import Diagnostics
import Files
import Library
import Testing

@Suite("A library") struct LibraryTests {
  @Test("without mistakes has none reported")
  func sound() throws {
    #expect(try TestLibrary().report(today: "2026-03-02") == [])
  }

  @Test("that is none is reported as such")
  func missing() throws {
    let library = try TestLibrary()
    library.delete("content/library.yml")
    #expect(
      try library.report().map { $0.prefix(60) }
        == ["library.yml:1:1: error: the file 'library.yml' is missing [incom"].map { $0.prefix(60) })
    library.delete("content")
    #expect(try library.load().problems.map(\.message) == ["there is no folder 'content' here"])
  }

  @Test("with an empty folder 'content' is told what belongs there")
  func empty() throws {
    let library = try TestLibrary()
    for name in ["library.yml", "personas", "stages", "resources"] { library.delete("content/" + name) }
    #expect(
      try library.load().problems.map(\.message) == [
        "the file 'library.yml' is missing", "there is not one file in 'content/personas'",
        "there is not one file in 'content/stages'",
      ])
  }
}
