// The command line as a person or a script meets it: help, slips, colours, pipes.

import Foundation
import TestSupport
import Testing

@Suite("Command line")
struct CommandLineTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let words: [String]
    let status: Int32
    var output: [String] = []
    var errors: [String] = []

    var testDescription: String { "shelfmark " + words.joined(separator: " ") }

    init(_ words: String, _ status: Int32, output: [String] = [], errors: [String] = []) {
      self.words = words.split(separator: " ").map(String.init)
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  @Test(
    "help, versions and slips",
    arguments: [
      Line("", 0, output: ["Usage: shelfmark COMMAND", "build", "check", "explain"]),
      Line("--help", 0, output: ["Usage: shelfmark COMMAND", "--version", "Exit status: 0"]),
      Line("-h", 0, output: ["Usage: shelfmark COMMAND"]),
      Line("help", 0, output: ["Usage: shelfmark COMMAND"]),
      Line("help build", 0, output: ["Usage: shelfmark build", "--output DIR"]),
      Line(
        "build --help", 0, output: ["Usage: shelfmark build", "--hold-back", "--adopt", "--jobs N", "--today DATE"]),
      Line("check --help", 0, output: ["Usage: shelfmark check", "--format FORMAT", "--strict"]),
      Line("explain --help", 0, output: ["Usage: shelfmark explain"]),
      Line("build --output", 2, errors: ["'--output' needs a value", "help:"]),
      Line("build --output= ", 2, errors: ["'--output' has an empty value"]),
      Line("check --directory= ", 2, errors: ["'--directory' has an empty value"]),
      Line("--version", 0, output: ["shelfmark "]),
      Line("biuld", 2, errors: ["there is no command 'biuld'", "did you mean 'shelfmark build'?"]),
      Line("frobnicate", 2, errors: ["there is no command 'frobnicate'", "'shelfmark --help'"]),
      Line("help biuld", 2, errors: ["'biuld'"]),
      Line("--verison", 2, errors: ["--verison", "--version"]),
      Line("build --ouput x", 2, errors: ["no option '--ouput'", "did you mean '--output'?"]),
      Line("build --output=a --output=b", 2, errors: ["'--output' stands more than once"]),
      Line("build --adopt=yes", 2, errors: ["'--adopt' takes no value"]),
      Line("build -C /dev/null", 2, errors: ["'/dev/null' is no value of '--directory'", "'content/'"]),
      Line("-C /dev/null build", 2, errors: ["'/dev/null' is no value of '--directory'", "'content/'"]),
      Line("-C /dev/null", 2, errors: ["there is no command '-C'"]),
      Line("build somewhere", 2, errors: ["'somewhere'"]),
      Line("build --jobs 0", 2, errors: ["'0' is no value of '--jobs'"]),
      Line("build --jobs many", 2, errors: ["'many' is no value of '--jobs'"]),
      Line("check --today soon", 2, errors: ["'soon' is no value of '--today'", "2026-03-01"]),
      Line("check --today 2026-02-30", 2, errors: ["'2026-02-30' is no value of '--today'"]),
      Line("check --format xml", 2, errors: ["'xml' is no value of '--format'", "text, json"]),
      Line("check --format jsn", 2, errors: ["did you mean 'json'?"]),
      Line("explain unknown-persona", 0, output: ["unknown-persona", "content/personas"]),
      Line("explain unknown-persna", 2, errors: ["'unknown-persna'", "unknown-persona"]),
    ])
  func lines(line: Line) throws {
    let folder = try TemporaryFolder()
    let result = try run(Project.shelfmark, line.words, in: folder.path)
    #expect(result.status == line.status, "\(result.output)\(result.errors)")
    for words in line.output { #expect(result.output.contains(words)) }
    for words in line.errors { #expect(result.errors.contains(words)) }
    #expect(line.status == 0 ? result.errors == "" : result.output == "", "words go to one channel")
    #expect(
      (result.output + result.errors).split(separator: "\n").allSatisfy { $0.count <= 100 }, "lines fit a terminal")
    expectNone(FolderSnapshot(folder.path, includingHidden: true).names, "nothing is made")
  }

  @Test("every command that the help lists has a help of its own, with an example")
  func everyHelp() throws {
    let help = try shelfmark("--help").output
    let start = try #require(help.range(of: "Commands:\n")).upperBound
    let commands = help[start...].split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      .compactMap { $0.wholeMatch(of: /\s+(\w+) .*/).map { String($0.output.1) } }
    #expect(commands.count >= 3)
    for command in commands {
      let result = try shelfmark(command, "--help")
      #expect(result.status == 0)
      #expect(result.output.contains("Usage: shelfmark \(command)"))
      #expect(result.output.contains("Examples:"))
      #expect(try shelfmark("help", command).output == result.output)
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(command): lines fit a terminal")
    }
  }

  @Test("what goes into a file or a pipe, or with NO_COLOR to a terminal, has no escape codes", .needs(.script))
  func colors() throws {
    let library = try SmallLibrary.folder(["content/notes.md": "Stray.\n"])
    let plain = try shelfmark("check", "-C", library.path)
    #expect(!(plain.output + plain.errors).contains("\u{1B}"))
    let script = try #require(Project.tool("script"))
    func inTerminal(_ environment: [String: String]) throws -> String {
      try run(
        script, ["-qec", "'\(Project.shelfmark)' check -C '\(library.path)'", "/dev/null"],
        // The test runner sets NO_COLOR itself.
        environment: ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 }
      ).output
    }
    let colored = try inTerminal([:])
    #expect(colored.contains("\u{1B}["))
    #expect(try !inTerminal(["NO_COLOR": "1"]).contains("\u{1B}"))
    #expect(try !inTerminal(["TERM": "dumb"]).contains("\u{1B}"))
  }

  @Test("with its channels closed nothing that is said ends up in a file", arguments: [">&-", "2>&-", "<&- >&- 2>&-"])
  func closedChannels(redirection: String) throws {
    let library = try SmallLibrary.folder(["content/notes.md": "Stray.\n"])
    let before = library.files()
    _ = try run("/bin/sh", ["-c", "\"$0\" check -C \"$1\" \(redirection)", Project.shelfmark, library.path])
    #expect(library.files() == before)
    let build = ["-c", "\"$0\" build --hold-back -C \"$1\" \(redirection)", Project.shelfmark, library.path]
    _ = try run("/bin/sh", build)
    expectNone(FolderSnapshot(library.path, includingHidden: true).names(containing: "Published "))
  }

  @Test("a reader that stops reading ends a check without noise")
  func pipe() throws {
    let library = try SmallLibrary.folder()
    for index in 0..<3_000 { try library.write("content/stray-\(index).md", "Stray.\n") }
    let result = try run(
      "/bin/bash", ["-c", "\"$0\" check -C \"$1\" | head -n 1; echo ${PIPESTATUS[0]}", Project.shelfmark, library.path])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    // Ended by the pipe's signal, as other programs are, or by itself.
    #expect(["0", "1", "141"].contains(lines.last ?? ""))
    #expect(!result.errors.contains("Fatal") && !result.errors.contains("Crash"), "\(result.errors)")
  }

  @Test("output that cannot be written is a failure", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullOutput() throws {
    let library = try SmallLibrary.folder(["content/notes.md": "Stray.\n"])
    let result = try run(
      "/bin/sh", ["-c", "\"$0\" check -C \"$1\" --format json > /dev/full", Project.shelfmark, library.path])
    #expect(result.status == 3, "a script that gets no report must not take it for a good one")
  }

  @Test("--today changes what is due, not what is built; the environment's clock is not asked twice")
  func today() throws {
    let library = try SmallLibrary.folder()
    let early = try shelfmark("check", "-C", library.path, "--today", SmallLibrary.today)
    let late = try shelfmark("check", "-C", library.path, "--today", "2031-01-01")
    #expect(!early.output.contains("[review-overdue]"))
    #expect(late.output.contains("[review-overdue]"))
    #expect(early.status == 0 && late.status == 0, "nothing that only time changes is an error")
    #expect(try shelfmark("check", "-C", library.path, "--today", "2031-01-01", "--strict").status == 1)
  }

  @Test("more problems than a screen shows are counted by rule, errors first")
  func tally() throws {
    var changes: [String: String?] = [
      "content/resources/roi-sheet.md": SmallLibrary.files["content/resources/roi-sheet.md"].map {
        $0.replacingOccurrences(of: "[cfo]", with: "[cfoo]")
      }
    ]
    for number in 1...12 {
      changes["content/resources/note-\(number).md"] =
        "---\ntitle: Note \(number)\nsummary: Something that a seller may need on a rainy day.\ntype: todo\npersonas: todo\nstages: [decision]\nreviewed: 2026-02-01\n---\nText.\n"
    }
    let folder = try SmallLibrary.folder(changes)
    let answer = try shelfmark("check", "--today", SmallLibrary.today, in: folder.path)
    let lines = answer.errors.split(separator: "\n")
    #expect(lines.count == 3 && lines[1] == "  1 unknown-persona, 24 todo", "\(answer.errors)")
  }

  @Test("check --format json is one JSON document with every problem and a summary")
  func json() throws {
    let library = try SmallLibrary.folder(["content/notes.md": "Stray.\n", "content/personas/cfo.md": nil])
    let result = try shelfmark("check", "-C", library.path, "--today", SmallLibrary.today, "--format", "json")
    let json = try JSON(parsing: result.output)
    let first = json["problems"][0]
    #expect(first["file"] == "content/notes.md" && first["severity"] == "warning" && first["rule"] == "stray-file")
    let fields = Set(["rule", "severity", "file", "line", "column", "message", "help"])
    #expect(json["problems"].array.allSatisfy { Set($0.fields.keys) == fields })
    let errors = json["problems"].array.count { $0["severity"] == "error" }
    #expect(json["summary"]["errors"].int == errors)
    #expect(json["summary"]["warnings"].int == json["problems"].array.count - errors)
    #expect(json["summary"]["files"].int == 7, "library.yml, a persona, two stages, three resources")
    #expect(result.status == 1)
  }
}
