import Diagnostics
import Files
import Library
import Testing

@Suite("Rules") struct RuleTests {
  @Test("a mistake is reported once, where it stands, with what to do", arguments: PlantedMistake.all)
  func reports(mistake: PlantedMistake) throws {
    let library = try mistake.library()
    #expect(try library.report(today: "2026-03-02") == mistake.reports)
  }

  @Test("a mistake is of the rule it is planted for", arguments: PlantedMistake.all)
  func isOfItsRule(mistake: PlantedMistake) {
    #expect(mistake.reports.contains { $0.contains("[\(mistake.rule)]") })
  }

  @Test("every rule is listed once, in the order of names")
  func areListed() {
    let names = Library.rules.map(\.name)
    #expect(names == Set(names).sorted())
  }

  @Test("every rule is tested")
  func areTested() {
    // Not made of texts: in `OddFileTests`. Found by who can match: in Search.
    let elsewhere: Set = ["not-utf8", "unreadable-file", "scenario", "scenario-date"]
    #expect(Set(Library.rules.map(\.name)) == Set(PlantedMistake.all.map(\.rule)).union(elsewhere))
  }

  @Test("every file of the rules' folder declares a rule that is listed")
  func areDeclared() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = Folder("/\(root)/Sources/Library/Rules")
    let names = Set(Library.rules.map(\.name))
    for file in try folder.list() {
      let text = String(decoding: try folder.read(file.path), as: UTF8.self)
      for part in text.split(separator: "= Rule(\n").dropFirst() {
        let name = part.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
        #expect(names.contains(name), "\(file.path)")
      }
    }
  }

  @Test("every rule is explained, most with an example", arguments: Library.rules)
  func areExplained(rule: Rule) {
    #expect(rule.explanation.count > 200)
    #expect(rule.explanation.contains("\n\n"))
    #expect(!rule.explanation.hasSuffix("\n"))
  }

  @Test("what the design calls an error that cannot be lowered is one")
  func areFixed() {
    let fixed = Library.rules.filter(\.isFixed)
    let names: Set = [
      "label-syntax", "duplicate-id", "path-clash", "audience-leak", "unsafe-link", "active-content", "outside-content",
    ]
    #expect(Set(fixed.map(\.name)) == names)
    #expect(fixed.allSatisfy { $0.severity == .error })
  }

  @Test("messages and explanations use the words of people who write content")
  func usePlainWords() throws {
    let banned: Set = ["scalar", "scalars", "mapping", "mappings", "key", "keys", "yaml", "kebab", "kebab-case"]
    var texts = Library.rules.map { ($0.name, $0.explanation) }
    for mistake in PlantedMistake.all { texts += mistake.reports.map { (mistake.name, $0) } }
    for (name, text) in texts {
      let words = text.lowercased().split { !$0.isLetter && $0 != "-" }
      #expect(words.allSatisfy { !banned.contains(String($0)) }, "\(name)")
    }
  }

  @Test("messages are lower case, without a full stop, and always say what to do", arguments: PlantedMistake.all)
  func areWorded(mistake: PlantedMistake) throws {
    for problem in try mistake.library().load(today: "2026-03-02").problems {
      #expect(problem.message.first?.isUppercase == false || problem.message.hasPrefix("HTML"))
      #expect(!problem.message.hasSuffix("."))
      #expect(problem.help != nil || problem.message.hasPrefix("there is no day"))
    }
  }

  @Test("library.yml lowers, raises and silences rules")
  func changeSeverity() throws {
    let settings = TestLibrary.settings + "rules: {broken-link: warning, todo: error, not-reviewed: off}\n"
    let library = try TestLibrary([
      "content/library.yml": settings,
      "content/resources/roi-sheet.md": TestLibrary.roi.changing("[decision]\nreviewed: 2026-03-01", to: "todo")
        .changing("Much.", to: "[a](b.md)"),
    ])
    let severities = try library.load(today: "2026-03-02").problems.map { "\($0.rule.name) \($0.severity)" }
    #expect(severities == ["todo error", "broken-link warning"])
  }
}
