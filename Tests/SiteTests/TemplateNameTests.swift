// The list of names that templates may use, held to the pages' code and to what templates/README.md tells people.

import Diagnostics
import Files
import Foundation
import Library
import Site
import TestSupport
import Testing

@Suite("Names in templates")
struct TemplateNameTests {
  private func problems(overriding files: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder(files)
    var report = Problems()
    _ = try Theme(overriding: Folder(folder.path), report: &report)
    return report.resolved { folder.read($0).map { Array($0.utf8) } }.map {
      "\($0.problem.file):\($0.line):\($0.column) \($0.problem.message) (\($0.problem.help ?? ""))"
    }
  }

  @Test("the built-in templates ask for nothing that no page has")
  func builtIn() throws {
    #expect(try problems(overriding: [:]).isEmpty)
  }

  @Test("a mistyped name is told with its place and the name that was meant")
  func mistyped() throws {
    #expect(
      try problems(overriding: ["templates/not-found.mustache": "<p>{{titel}}</p>"]) == [
        "templates/not-found.mustache:1:6 no page has a value 'titel' (did you mean 'title'?)"
      ])
  }

  @Test("a template that is not there is told with its place and the one that was meant")
  func missing() throws {
    #expect(
      try problems(overriding: ["templates/not-found.mustache": "a\n{{>rwo}}"]) == [
        "templates/not-found.mustache:2:4 there is no template 'rwo' (did you mean 'row'?)"
      ])
  }

  @Test("every name that pages are filled with is known and explained in templates/README.md")
  func documented() throws {
    let readme = try String(contentsOfFile: Project.root + "/templates/README.md", encoding: .utf8)
    let pages = Project.root + "/Sources/Site"
    var names: Set<String> = []
    for case let path as String in try #require(FileManager.default.enumerator(atPath: pages))
    where path.hasSuffix(".swift") && (path.hasPrefix("Pages/") || path.hasSuffix("Values.swift")) {
      let text = try String(contentsOfFile: pages + "/" + path, encoding: .utf8)
      let written = /"(\w+)":\s|(?:object\[|shown\(|put\(|as: |Name = )"(\w+)"/
      for match in text.matches(of: written) { names.insert(String(match.output.1 ?? match.output.2 ?? "")) }
    }
    // Told with the list that each of them is about.
    names.subtract(["hasContents", "hasReplaces"])
    #expect(names.count > 80)
    for name in names.sorted() {
      #expect(knownTemplateNames.contains(name), "TemplateNames lacks '\(name)'")
      #expect(readme.contains("`\(name)`") || name == "iso", "templates/README.md lacks '\(name)'")
    }
  }
}
