// The arrows between modules, held against the table in ARCHITECTURE.md, and where C and the disk may be touched.

import Foundation
import TestSupport
import Testing

@Suite("Architecture")
struct ArchitectureTests {
  /// Module name to Swift files' contents by path below Sources/.
  private let sources: [String: [String: String]]
  /// "`Library` | Diagnostics, Files" rows of ARCHITECTURE.md.
  private let arrows: [String: Set<String>]

  init() throws {
    var sources: [String: [String: String]] = [:]
    let root = Project.root + "/Sources"
    for case let name as String in try #require(FileManager.default.enumerator(atPath: root))
    where name.hasSuffix(".swift") {
      let module = String(name.split(separator: "/")[0])
      sources[module, default: [:]][name] = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
    }
    self.sources = sources
    let document = try String(contentsOfFile: Project.root + "/ARCHITECTURE.md", encoding: .utf8)
    var arrows: [String: Set<String>] = [:]
    for match in document.matches(of: /(?m)^\| `(\w+)` \|([^|]*)\|([^|]*)\|/) {
      let allowed = match.output.2.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      arrows[String(match.output.1)] = Set(allowed)
    }
    self.arrows = arrows
  }

  private static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization", "PackagePlugin",
  ]

  @Test("every module imports only what ARCHITECTURE.md lists for it")
  func imports() throws {
    #expect(arrows.count >= 9)
    for (module, files) in sources where !module.hasPrefix("EmbedTheme") {
      let allowed = try #require(arrows[module], "ARCHITECTURE.md does not list \(module)")
      for (path, text) in files {
        for match in text.matches(of: /(?m)^\s*(?:\w+ )?import (\w+)/) {
          let name = String(match.output.1)
          #expect(allowed.contains(name) || Self.system.contains(name), "\(path) may not import \(name)")
        }
      }
    }
  }

  @Test("only Files reads and writes the disk, only Markdown calls C's library, only the terminal prints")
  func boundaries() {
    for (module, files) in sources where !module.hasPrefix("EmbedTheme") {
      for (path, text) in files {
        let usesLibC = text.contains("import Glibc")
        #expect(!usesLibC || ["Files", "Markdown", "shelfmark", "Preview"].contains(module), "\(path) imports libc")
        #expect(!text.contains("cmark_") || module == "Markdown", "\(path) calls cmark-gfm")
        #expect(
          !text.contains(/\bprint\(/) || path == "shelfmark/Terminal.swift" || text.contains("terminal.print"),
          "\(path) prints")
        #expect(!text.contains("FileManager"), "\(path) goes round the module Files")
        #expect(!text.contains("@unchecked"), "\(path) silences the compiler's look at threads")
        #expect(!text.contains(/\btry!|fatalError\(/), "\(path) traps")
      }
    }
  }

  @Test("a file says at its head what lives in it, and holds at most 400 lines")
  func heads() {
    for files in sources.values {
      for (path, text) in files {
        #expect(text.hasPrefix("//"), "\(path) has no head")
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(path) is long")
      }
    }
  }
}
