// `find` and `match`: the finder's and the lead page's answers on the terminal, and the job titles nobody covers.

import Foundation
import TestSupport
import Testing

@Suite("Find and match on the terminal")
struct FindTests {
  private static func ask(_ arguments: String..., changes: [String: String?] = [:]) throws -> CommandResult {
    let folder = try SmallLibrary.folder(changes)
    return try run(Project.shelfmark, arguments + ["--today", SmallLibrary.today], in: folder.path)
  }

  @Test(
    "words and labels find what bears them, with why and where", arguments: [["stopped", "line"], ["Mfg", "costs"]])
  func finds(words: [String]) throws {
    let folder = try SmallLibrary.folder()
    let answer = try run(
      Project.shelfmark, ["find"] + words + ["--today", SmallLibrary.today], in: folder.path)
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("1. What a stopped line costs  (One-pager, OK to share)\n"), "\(answer.output)")
    #expect(answer.output.contains("\n   content/resources/roi-sheet.md\n"))
  }

  @Test("the points of a result add up to its score, and labels leave out what does not fit")
  func points() throws {
    let answer = try JSON(parsing: Self.ask("find", "plant", "--persona", "CFO", "--json").output)
    #expect(answer["results"].array.first?["id"].string == "plant-story")
    for result in answer["results"].array {
      let sum = result["points"].array.compactMap { $0["points"].double }.reduce(0, +)
      #expect(abs(sum - (result["score"].double ?? -1)) < 0.0005, "\(result)")
      #expect(result["id"].string != "spreadsheet-card")
    }
  }

  @Test("a misspelt word is told with what was looked for instead")
  func corrects() throws {
    let answer = try Self.ask("find", "spreadshete")
    #expect(answer.output.hasPrefix("1. Against the spreadsheet"))
    #expect(answer.errors == "'spreadshete' is nowhere in the library; looked for 'spreadsheet'\n")
  }

  @Test("nothing found says what to try, and a label that is not there names those that are")
  func nothing() throws {
    #expect(try Self.ask("find", "zzzzzz", "qqqqq").errors.contains("nothing found; try fewer words or labels"))
    let wrong = try Self.ask("find", "--persona", "ceo")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("cfo"))
  }

  @Test("a lead as the CRM holds it is read, told and answered; what was sent comes last")
  func matches() throws {
    let lead = ["--title", "Finance Dir.", "--industries", "mfg", "--stage", "Decision"]
    let folder = try SmallLibrary.folder()
    let answer = try run(Project.shelfmark, ["match"] + lead + ["--today", SmallLibrary.today], in: folder.path)
    #expect(answer.output.hasPrefix("1. "))
    #expect(answer.errors.contains("We read this as: Finance leader · Decision · Manufacturing"), "\(answer.errors)")
    let first = answer.output.contains("1. What a stopped line costs") ? "roi-sheet" : "plant-story"
    let next = try run(
      Project.shelfmark, ["match"] + lead + ["--sent", first, "--today", SmallLibrary.today], in: folder.path)
    #expect(!next.output.hasPrefix(try #require(answer.output.split(separator: "\n").first)))
  }

  @Test(
    "job titles that no persona covers are listed by count, whatever the CRM calls the column",
    arguments: ["Title", "Job Title", "job_title", "Contact: Title", "\u{FEFF}Jobtitle", "Lead Job Title"], [",", ";"])
  func titles(column: String, separator: String) throws {
    let rows = ["Jane,CFO", "Bob,Head of Fun", "Li,Head of Fun", "Ann,\"Keeper\nof keys\"", "Cy,"]
    let folder = try SmallLibrary.folder()
    let text = (["Name,\(column)"] + rows).joined(separator: "\r\n").replacingOccurrences(of: ",", with: separator)
    try Data(text.utf8).write(to: URL(filePath: folder.path + "/leads.csv"))
    let answer = try shelfmark("match", "--titles", folder.path + "/leads.csv", "-C", folder.path, in: "/")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.hasPrefix("2\tHead of Fun\n1\tKeeper"), "\(answer.output)")
    #expect(answer.errors == "1 of 4 job titles have a persona\n")
  }

  @Test("a list without job titles says which columns it has, one that is not there where it was looked for")
  func noTitles() throws {
    let folder = try SmallLibrary.folder()
    try Data("Name;Job Title 2;Title 3\nA;B;C\n".utf8).write(to: URL(filePath: folder.path + "/leads.csv"))
    let answer = try shelfmark("match", "--titles", "leads.csv", in: folder.path)
    #expect(answer.status == 1)
    #expect(answer.errors.contains("its columns are: Name, Job Title 2, Title 3"))
    let missing = try shelfmark("match", "--titles", "/no/such.csv", in: folder.path)
    #expect(missing.status == 3)
    #expect(missing.errors == "error: cannot read '/no/such.csv': no such file or directory\n")
  }
}
