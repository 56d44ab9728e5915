// *Edit* everywhere, where the library says how its host edits a file, and nowhere else.

import Foundation
import TestSupport
import Testing

@Suite("Edit links")
struct EditLinkTests {
  private static let address = "https://github.com/acme/library/edit/main/lib/"

  private func built(_ editURL: String?) throws -> FolderSnapshot {
    let settings = try #require(SmallLibrary.files["content/library.yml"])
    let library = try SmallLibrary.folder([
      "content/library.yml": editURL.map { settings.replacing("site: {", with: "site: {edit_url: '\($0){path}', ") }
        ?? settings,
      "content/resources/odd/not-labelled.md":
        "---\ntitle: Odd\ntype: todo\npersonas: todo\nstages: todo\n---\nText.\n",
      "content/resources/leaks.md":
        "---\ntitle: Leak\ntype: nonsense\npersonas: [cfo]\nstages: [decision]\n---\nText.\n",
      "content/resources/slip.md":
        "---\ntitle: Slip\ntype: one-pager\npersonas: [cfo]\nstages: [decision]\nindustries: [x]\n---\nText.\n",
    ])
    let build = try shelfmark("build", "-C", library.path, "--hold-back", "--today", SmallLibrary.today)
    #expect(build.status == 0, "\(build.errors)")
    return FolderSnapshot(library.path + "/site")
  }

  @Test("every resource, persona and stage has one, and so has every row of Coverage")
  func everywhere() throws {
    let site = try built(Self.address)
    for (page, file) in [
      ("resources/roi-sheet.html", "content/resources/roi-sheet.md"),
      ("resources/not-labelled.html", "content/resources/odd/not-labelled.md"),
      ("personas/cfo.html", "content/personas/cfo.md"), ("stages/decision.html", "content/stages/decision.md"),
    ] { #expect(site.text(page)?.contains("href=\"\(Self.address)\(file)\"") == true, "\(page)") }
    let coverage = try #require(site.text("coverage.html"))
    for name in ["roi-sheet", "plant-story", "spreadsheet-card", "odd/not-labelled", "leaks", "slip"] {
      #expect(coverage.contains("href=\"\(Self.address)content/resources/\(name).md\""), "\(name)")
    }
    let tables = coverage.matches(of: /(?s)<tbody>(.*?)<\/tbody>/).map { $0.output.1 }.filter {
      !$0.contains("data-cell")
    }
    let rows = tables.flatMap { $0.matches(of: /(?s)<tr.*?<\/tr>/).map { String($0.output) } }
    #expect(rows.count >= 5)
    expectNone(rows.filter { !$0.contains(/<a [^>]*>Edit/) })
  }

  @Test("without an address none is offered")
  func nowhere() throws {
    let site = try built(nil)
    expectNone(site.names.filter { $0.hasSuffix(".html") && site.text($0)?.contains(/<a [^>]*>Edit/) == true })
  }
}
