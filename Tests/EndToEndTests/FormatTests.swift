// Every report format of `check`, read by somebody else's reader, with many problems and with hostile ones.

import Foundation
import TestSupport
import Testing

@Suite("Report formats")
struct FormatTests {
  /// GitLab's documentation as a schema: what its Code Quality report must and may hold.
  private static let gitlabSchema = """
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "items": {
      "type": "object", "additionalProperties": false,
      "required": ["description", "check_name", "fingerprint", "severity", "location"],
      "properties": {
        "description": {"type": "string", "minLength": 1}, "check_name": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {"type": "object", "required": ["path", "lines"], "additionalProperties": false, "properties": {
          "path": {"type": "string", "pattern": "^[^/.]"},
          "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}
        }}
      }
    }}
    """

  /// Every mistake there is, in one library.
  private static func planted() throws -> TemporaryFolder {
    let folder = try SmallLibrary.folder()
    for mistake in PlantedMistakeTests.together { try mistake.plant(in: folder) }
    return folder
  }

  /// Names and texts that mean something to a format.
  private static func hostile() throws -> TemporaryFolder {
    let folder = try SmallLibrary.folder()
    let evil = "]]> <b>&amp; \" ' %0A::error::x, | ` [a](javascript:1) {0} \u{202E}\u{7}é😀"
    try folder.write(
      "content/resources/evil.md",
      "---\ntitle: Evil\ntype: one-pager\npersonas: ['\(evil.replacing("'", with: "''"))']\nstages: [decision]\n---\n\n[x](\(evil).md)\n"
    )
    for name in ["a\nb::error.md", "quote\"'<&>]]>.md", "%41,b:c.md", "tab\t\u{1B}[31m.md"] {
      try folder.write("content/resources/\(name)", "---\ntitle: [\n---\n")
    }
    // A name that is not UTF-8: a shell writes it.
    _ = try run("/bin/sh", ["-c", "printf x > \"$(printf 'content/resources/bad-\\377.md')\""], in: folder.path)
    return folder
  }

  private static func report(_ format: String, _ folder: TemporaryFolder, _ more: [String] = []) throws -> String {
    let arguments = ["check", "--today", SmallLibrary.today, "--format", format] + more
    return try run(Project.shelfmark, arguments, in: folder.path, environment: ["GITHUB_STEP_SUMMARY": ""]).output
  }

  private static func problems(_ folder: TemporaryFolder) throws -> [JSON] {
    try JSON(parsing: report("json", folder))["problems"].array
  }

  private static let libraries: [@Sendable () throws -> TemporaryFolder] = [{ try planted() }, { try hostile() }]

  @Test("SARIF is what its schema asks for, and holds every problem", .needs(.reportReaders), arguments: 0..<2)
  func sarif(library: Int) throws {
    let folder = try Self.libraries[library]()
    let problems = try Self.problems(folder)
    #expect(problems.count >= (library == 0 ? 30 : 6))
    try folder.write("report.json", Self.report("sarif", folder))
    expectNone(try ReportReader.sarifProblems(in: folder.path + "/report.json"))
    let run = try JSON(parsing: #require(folder.read("report.json")))["runs"][0]
    #expect(run["results"].array.map { $0["ruleId"].string } == problems.map { $0["rule"].string })
    for (result, problem) in zip(run["results"].array, problems) {
      let location = result["locations"][0]["physicalLocation"]
      let uri = try #require(location["artifactLocation"]["uri"].string)
      #expect(uri.removingPercentEncoding == problem["file"].string && uri.allSatisfy(\.isASCII) && !uri.contains(" "))
      #expect(location["region"]["startLine"].int == problem["line"].int)
    }
    let rules = run["tool"]["driver"]["rules"].array
    #expect(rules.allSatisfy { ($0["help"]["text"].string ?? "").count > 40 })
  }

  @Test(
    "JUnit's XML is valid and holds every problem: errors fail, warnings are skipped", .needs(.reportReaders),
    arguments: 0..<2)
  func junit(library: Int) throws {
    let folder = try Self.libraries[library]()
    let problems = try Self.problems(folder)
    try folder.write("report.xml", Self.report("junit", folder))
    expectNone(try XMLChecker.problems(in: folder.path + "/report.xml", as: .junit))
    let cases = try ReportReader.junitCases(in: folder.path + "/report.xml")
    #expect(cases.count == problems.count)
    #expect(cases.count { $0.hasPrefix("failure:") } == problems.count { $0["severity"] == "error" })
    #expect(cases.count { $0.hasPrefix("skipped:") } == problems.count { $0["severity"] == "warning" })
    try folder.write("strict.xml", Self.report("junit", folder, ["--strict"]))
    let strict = try ReportReader.junitCases(in: folder.path + "/strict.xml")
    #expect(strict.allSatisfy { $0.hasPrefix("failure:") })
  }

  @Test("a library without problems is one test that passed", .needs(.reportReaders))
  func nothingWrong() throws {
    let folder = try SmallLibrary.folder()
    try folder.write("report.xml", Self.report("junit", folder))
    expectNone(try XMLChecker.problems(in: folder.path + "/report.xml", as: .junit))
    #expect(try ReportReader.junitCases(in: folder.path + "/report.xml") == ["passed: shelfmark: "])
    try folder.write("report.json", Self.report("sarif", folder))
    expectNone(try ReportReader.sarifProblems(in: folder.path + "/report.json"))
    #expect(try Self.report("gitlab", folder) == "[]\n")
    #expect(try Self.report("github", folder) == "")
  }

  @Test(
    "GitLab's report is as documented, with a fingerprint for each problem", .needs(.schemaChecker), arguments: 0..<2)
  func gitlab(library: Int) throws {
    let folder = try Self.libraries[library]()
    let problems = try Self.problems(folder)
    try folder.write("report.json", Self.report("gitlab", folder))
    try folder.write("schema.json", Self.gitlabSchema)
    expectNone(
      try JSONSchema.problems(document: folder.path + "/report.json", schema: folder.path + "/schema.json"))
    let issues = try JSON(parsing: #require(folder.read("report.json"))).array
    #expect(issues.map { $0["check_name"].string } == problems.map { $0["rule"].string })
    #expect(Set(issues.compactMap { $0["fingerprint"].string }).count == problems.count)
  }

  @Test("a fingerprint stays when lines move, and two problems alike have two")
  func fingerprints() throws {
    let file = "content/resources/twice.md"
    let labels =
      "---\ntitle: Twice\nsummary: Two mistakes of one kind in it.\ntype: one-pager\npersonas: [cfo]\nstages: [decision]\nreviewed: 2026-02-01\n---\n"
    let folder = try SmallLibrary.folder([file: labels + "[a](gone.md)\n\n[b](gone.md)\n"])
    func fingerprints() throws -> [String] {
      try JSON(parsing: Self.report("gitlab", folder)).array.compactMap { $0["fingerprint"].string }
    }
    let before = try fingerprints()
    #expect(Set(before).count == 2)
    try folder.write(file, labels + "A new line.\n\n[a](gone.md)\n\nMore.\n\n[b](gone.md)\n")
    #expect(try fingerprints() == before)
  }

  @Test("GitHub gets one command a problem, errors first, that it reads back as it was meant", arguments: 0..<2)
  func github(library: Int) throws {
    let folder = try Self.libraries[library]()
    let problems = try Self.problems(folder)
    let lines = try Self.report("github", folder).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == problems.count)
    let kinds = lines.map { $0.hasPrefix("::error ") ? 0 : $0.hasPrefix("::warning ") ? 1 : 2 }
    #expect(kinds == kinds.sorted() && !kinds.contains(2))
    func read(_ text: Substring) -> String {
      String(text).replacing("%0A", with: "\n").replacing("%0D", with: "\r").replacing("%3A", with: ":")
        .replacing("%2C", with: ",").replacing("%25", with: "%")
    }
    // As the runner takes a command apart: properties end at the first "::".
    let files = lines.map { line in
      let command = line.drop { $0 != " " }.dropFirst()
      let end = command.firstRange(of: "::")?.lowerBound ?? command.endIndex
      let properties = command[..<end].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
      return properties.first { $0.first == "file" }.map { read($0.last ?? "") } ?? ""
    }
    let expected = problems.compactMap { $0["file"].string }
    #expect(
      files.sorted() == expected.map { $0.replacing("\u{1B}", with: "\u{FFFD}").replacing("\t", with: " ") }.sorted())
    #expect(lines.allSatisfy { !$0.contains("\u{1B}") && !$0.contains("\u{202E}") })
  }

  @Test("what GitHub would not show is told in the job's summary, with its counts")
  func githubSummary() throws {
    let folder = try Self.planted()
    let problems = try Self.problems(folder)
    let errors = problems.count { $0["severity"] == "error" }
    try folder.write("summary.md", "what an earlier step wrote\n")
    let arguments = ["check", "--today", SmallLibrary.today, "--format", "github"]
    let result = try run(
      Project.shelfmark, arguments, in: folder.path, environment: ["GITHUB_STEP_SUMMARY": folder.path + "/summary.md"])
    #expect(result.status == 1)
    let summary = try #require(folder.read("summary.md"))
    #expect(summary.hasPrefix("what an earlier step wrote\n"))
    #expect(summary.contains("\(errors) errors, \(problems.count - errors) warnings"))
    let rows = summary.split(separator: "\n").filter { $0.hasPrefix("| error") || $0.hasPrefix("| warning") }
    #expect(rows.count == max(0, errors - 10) + max(0, problems.count - errors - 10))
    let bars = /[^\\]\|/
    #expect(rows.allSatisfy { $0.matches(of: bars).count == 4 }, "four cells, whatever stands in them")
  }

  @Test("columns count UTF-16 code units in SARIF, bytes in JSON")
  func columns() throws {
    let text =
      "---\ntitle: A\nsummary: 'Twenty letters and more.'\ntype: one-pager\nstages: [decision]\nreviewed: 2026-02-01\n"
    let folder = try SmallLibrary.folder([
      "content/resources/wide.md": text + "x-note: 'é😀日'\npersonas: [ cfo, '😀é', nobody ]\n---\n"
    ])
    let bytes = try Self.problems(folder).map { $0["column"].int }
    let regions = try JSON(parsing: Self.report("sarif", folder))["runs"][0]["results"].array
      .map { $0["locations"][0]["physicalLocation"]["region"] }
    #expect(bytes == [18, 28])
    #expect(regions.map { $0["startColumn"].int } == [18, 25])
    #expect(regions.map { $0["endColumn"].int } == [23, 31])
  }

  @Test("files are named as seen from the root of the repository")
  func basePath() throws {
    let folder = try TemporaryFolder()
    for (name, text) in SmallLibrary.files { try folder.write("docs/library/" + name, text) }
    try folder.write("docs/library/content/resources/roi-sheet.md", "no labels\n")
    let arguments = ["check", "--format", "gitlab", "--today", SmallLibrary.today]
    func path(_ more: [String], in start: String, _ environment: [String: String] = [:]) throws -> String? {
      let result = try run(
        Project.shelfmark, arguments + more, in: folder.path + start,
        environment: ["GITHUB_WORKSPACE": "", "CI_PROJECT_DIR": ""].merging(environment) { $1 })
      return try JSON(parsing: result.output)[0]["location"]["path"].string
    }
    let whole = "docs/library/content/resources/roi-sheet.md"
    #expect(try path(["-C", "docs/library"], in: "") == whole)
    #expect(try path(["-C", folder.path + "/docs/library/."], in: "") == whole)
    #expect(try path([], in: "/docs/library") == "content/resources/roi-sheet.md")
    #expect(try path([], in: "/docs/library", ["CI_PROJECT_DIR": folder.path]) == whole)
  }

  @Test("a build tells its problems in the same formats, and nothing else on the same channel")
  func build() throws {
    let folder = try SmallLibrary.folder(["content/resources/roi.pdf": nil])
    let result = try shelfmark("build", "--format", "sarif", "--today", SmallLibrary.today, in: folder.path)
    #expect(result.status == 1)
    #expect(try JSON(parsing: result.output)["runs"][0]["results"][0]["ruleId"] == "missing-file")
    #expect(result.errors.contains("nothing was published"))
    let held = try shelfmark("build", "--format", "json", "--hold-back", "--today", SmallLibrary.today, in: folder.path)
    #expect(try JSON(parsing: held.output)["summary"]["warnings"] == 1)
    #expect(held.errors.contains("Published"))
  }
}
