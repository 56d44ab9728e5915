// `shelfmark completions`, as the shells themselves take it.

import Foundation
import TestSupport
import Testing

@Suite("Completions")
struct CompletionTests {
  private func completed(_ line: String) throws -> Set<String> {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let script = """
      source /dev/stdin <<< "$(\(Project.shelfmark) completions bash)"
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
      _shelfmark; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try run("/bin/bash", ["--norc", "-c", script])
    #expect(result.errors == "", "\(result.errors)")
    return Set(result.output.split(separator: "\n").map(String.init))
  }

  @Test("bash completes commands, options, their values and the words a command knows")
  func bash() throws {
    #expect(try completed("shelfmark bu") == ["build"])
    #expect(try completed("shelfmark ").isSuperset(of: ["init", "new", "check", "completions", "--version"]))
    #expect(try completed("shelfmark build --ho") == ["--hold-back"])
    #expect(try completed("shelfmark new resource x --audience ") == ["internal", "external"])
    #expect(try completed("shelfmark explain unknown-per") == ["unknown-person", "unknown-persona"])
    #expect(try completed("shelfmark new ") == ["resource", "persona", "stage"])
    #expect(try completed("shelfmark build --output ") == [], "left to the shell's own file names")
    #expect(try completed("shelfmark frobnicate --") == [])
  }

  @Test("zsh and fish find nothing wrong with theirs", arguments: ["zsh", "fish"])
  func others(shell: String) throws {
    let text = try shelfmark("completions", shell).output
    #expect(text.contains("hold-back") && text.contains("Start a new library"))
    guard let program = Project.tool(shell) else { return }
    let folder = try TemporaryFolder(["completions": text])
    let result = try run(program, ["-n", folder.path + "/completions"])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("another shell is a wrong command line")
  func unknown() throws {
    let result = try shelfmark("completions", "bsh")
    #expect(result.status == 2 && result.errors.contains("did you mean 'bash'?"))
  }
}
