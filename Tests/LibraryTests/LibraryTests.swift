import Diagnostics
import Files
import Library
import Testing

@Suite("A library") struct LibraryTests {
  @Test("without mistakes has none reported")
  func sound() throws {
    let library = try TestLibrary()
    #expect(try library.report(today: "2026-03-02") == [])
  }

  @Test func tryout() throws {
    let roi = TestLibrary.roi
    let cases: [[String: String]] = [
      ["resources/roi-sheet.md": roi.changing("[cfo]", to: "[cf0, it-direktor]")],
      ["resources/roi-sheet.md": roi.changing("personas: [cfo]", to: "personnas:\n  - cf0")],
      ["resources/roi-sheet.md": roi.changing("Much.", to: "![](x.png) [a](../persona/cfo.md) [b](#what-it-cost) [c](battlecard-acme.md) <b>x</b> [x](roi_sheet.md)")],
      ["resources/roi-sheet.md": roi.changing("2026-03-01", to: "1.3.2026\nfiles: [x.pdf, /etc/passwd, ../../../etc/passwd]\nsnippet: |\n  Hello {{firstname}} https://library.example.com/x\n  {{link}}")],
      ["resources/ROI Sheet.md": roi, "resources/a/roi-sheet.md": roi, "x.md": ""],
      ["resources/x.md": "hello"],
    ]
    for files in cases {
      let library = try TestLibrary(Dictionary(uniqueKeysWithValues: files.map { ("content/" + $0, $1) }))
      var problems = Problems()
      for problem in try library.load(today: "2026-03-02").problems { problems.add(problem) }
      print(TextFormat(usesColor: false).render(problems.resolved { try? library.folder.read($0) }))
    }
  }
}
