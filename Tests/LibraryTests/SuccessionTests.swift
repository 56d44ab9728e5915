import Diagnostics
import Library
import Testing

@Suite("Succession") struct SuccessionTests {
  private func card(_ title: String, _ labels: String) -> String {
    TestLibrary.card.changing("Battlecard Acme", to: title).changing("type:", to: labels + "\ntype:")
  }

  @Test("old names and replaced resources lead to what is valid now")
  func redirects() throws {
    let library = try TestLibrary([
      "content/resources/one.md": card("One", "replaces: [zero]\naliases: [eins]"),
      "content/resources/two.md": card("Two", "replaces: [one, gone]"),
      "content/resources/new.md": card("New", "replaces: [two]\nstatus: draft"),
      "content/personas/it-director.md": TestLibrary.itDirector.changing(
        "job_titles", to: "aliases: [CIO, IT chief]\njob_titles"),
    ])
    let loaded = try library.load()
    #expect(loaded.problems == [])
    #expect(
      loaded.library.redirects.map { "\($0.kind)/\($0.from) > \($0.to)" } == [
        "personas/cio > it-director", "resources/eins > two", "resources/gone > two", "resources/zero > two",
      ])
    let successors = loaded.library.resources.map { "\($0.id): \($0.replacedBy ?? "-")" }
    #expect(successors == ["battlecard-acme: -", "new: -", "one: two", "roi-sheet: -", "two: -"])
  }

  @Test("resources that replace each other are reported, and nothing hangs")
  func loops() throws {
    let library = try TestLibrary([
      "content/resources/a.md": card("A", "replaces: [b, old]"), "content/resources/b.md": card("B", "replaces: [c]"),
      "content/resources/c.md": card("C", "replaces: [a]"),
    ])
    let loaded = try library.load()
    #expect(loaded.problems.map(\.rule.name) == ["invalid-value"])
    #expect(loaded.library.resources.count { $0.replacedBy != nil } == 2)
    #expect(loaded.library.redirects.map(\.from) == ["old"])
  }

  @Test("one resource has one successor")
  func rivals() throws {
    let library = try TestLibrary([
      "content/resources/a.md": card("A", "replaces: [c]"), "content/resources/b.md": card("B", "replaces: [c]"),
      "content/resources/c.md": card("C", "featured: true"),
    ])
    #expect(try library.load().problems.map(\.message) == ["'c' is already replaced by 'a'"])
  }
}
