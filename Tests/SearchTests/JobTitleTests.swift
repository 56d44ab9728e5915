// Job titles as CRMs hold them, against the sample library: who sells must not be sent to the wrong buyer.

import Diagnostics
import Files
import Foundation
import Library
import Search
import TestSupport
import Testing

@Suite("Job titles of a CRM")
struct JobTitleTests {
  private static let titles: [(title: String, persona: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/job-titles.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { line in
      let parts = line.split(separator: ": ", maxSplits: 1)
      return parts[1].components(separatedBy: " | ").map { ($0, String(parts[0])) }
    }
  }()

  @Test("of two hundred, nine in ten find their persona and none a wrong one")
  func sample() throws {
    let library = try Library.load(Folder(Project.root)).library
    let reader = LeadReader(library)
    var missed: [String] = []
    let known = Self.titles.filter { $0.persona != "-" }
    #expect(Self.titles.count >= 200)
    for (title, persona) in Self.titles {
      let found = reader.persona(titled: title).map { library.personas[$0.persona].id }
      if found == nil, persona != "-" { missed.append(title) }
      #expect(found == nil || found == persona, "\(title)")
    }
    #expect(missed.count * 10 <= known.count, "\(missed)")
  }

  @Test(
    "a library that spells out no short form understands the common ones",
    arguments: [
      ("VP, Finance", 0), ("Dir. of Fin Ops", 0), ("Head of Finance EMEA", 0), ("Sr. VP Finance", 0),
      ("I.T. Mgr", 1), ("Manager, Information Technology", 1), ("Sales Manager", nil),
    ] as [(String, Int?)])
  func defaults(title: String, persona: Int?) throws {
    let folder = try TemporaryFolder([
      "content/library.yml": "site: {title: A}\ntypes:\n  note: {label: Note}\n",
      "content/personas/a.md":
        "---\ntitle: A\nsummary: One who signs what costs money.\n"
        + "job_titles: [Vice President Finance, Director Finance Operations, Head of Finance]\n---\n",
      "content/personas/b.md":
        "---\ntitle: B\nsummary: One who runs the machines for all.\njob_titles: [IT Manager]\n---\n",
    ])
    let reader = LeadReader(try Library.load(Folder(folder.path)).library)
    #expect(reader.persona(titled: title)?.persona == persona)
  }
}
