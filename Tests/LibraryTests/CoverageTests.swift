import Library
import Testing

@Suite("Coverage") struct CoverageTests {
  @Test("a cell counts what names it, and beside it what is for all")
  func counts() throws {
    func sheet(_ labels: String) -> String {
      TestLibrary.roi.changing("personas: [cfo]\nstages: [decision]", to: labels)
    }
    let library = try TestLibrary([
      "content/resources/a.md": sheet("personas: [cfo, it-director]\nstages: [decision, retention]"),
      "content/resources/b.md": sheet("personas: [all]\nstages: [decision]"),
      "content/resources/c.md": sheet("personas: [all]\nstages: [all]"),
      "content/resources/d.md": sheet("personas: [it-director]\nstages: [decision]\nstatus: draft"),
      "content/resources/e.md": sheet("personas: [it-director]\nstages: [decision]\nstatus: archived"),
      "content/resources/f.md": sheet("personas: [it-director]\nstages: todo"),
      "content/resources/g.md": sheet("personas: [cfo]\nstages: [decision]\nexpires: 2020-01-01"),
    ])
    let loaded = try library.load()
    let coverage = Coverage(loaded.library)
    let cells = coverage.cells.map { $0.map { "\($0.named)+\($0.forAll)" } }
    #expect(loaded.library.personas.map(\.id) == ["cfo", "it-director"])
    #expect(cells == [["4+2", "1+1"], ["1+2", "1+1"]])
    #expect(coverage.gaps.isEmpty)
  }

  @Test("a gap is a cell that nothing names")
  func gaps() throws {
    let coverage = Coverage(try TestLibrary().load().library)
    #expect(coverage.gaps.map { [$0.persona, $0.stage] } == [[0, 1], [1, 0], [1, 1]])
  }
}
