// Labels edited in a spreadsheet, and stamps of review, with the program as it is used.

import Foundation
import TestSupport
import Testing

@Suite("Label sheets")
struct LabelSheetTests {
  @Test("an unedited sheet of the sample changes no byte, whatever program saved it")
  func unedited() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Project.root + "/content", toPath: folder.path + "/content")
    let before = FolderSnapshot(folder.path + "/content")
    #expect(try shelfmark("labels", "--export", "labels.csv", in: folder.path).status == 0)
    let csv = try #require(folder.read("labels.csv"))
    #expect(csv.utf8.starts(with: [0xEF, 0xBB, 0xBF]) && csv.hasSuffix("\r\n"))
    #expect(try shelfmark("labels", "--export", "-", in: folder.path).output == csv)
    #expect(csv.split(separator: "\r\n").allSatisfy { line in !"=+-@".contains(line.first ?? "x") })
    let wide: [UInt8] = [0xFF, 0xFE] + csv.dropFirst().utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try folder.write("wide.csv", wide)
    try folder.write("plain.csv", csv.dropFirst().replacingOccurrences(of: "\r\n", with: "\n"))
    for file in ["labels.csv", "wide.csv", "plain.csv"] {
      let result = try shelfmark("labels", "--apply", file, "--yes", in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty && result.errors.contains("nothing to change"))
    }
    #expect(FolderSnapshot(folder.path + "/content").rewritten(since: before) == [])
  }

  @Test("only the lines of what was edited change, the difference says so first, and patch takes it")
  func edited() throws {
    let story = SmallLibrary.files["content/resources/plant-story.md"]?
      .replacingOccurrences(of: "personas: [cfo, it-lead]", with: "# who\npersonas:\n  - cfo # signs\n  - 'it-lead'")
      .replacingOccurrences(of: "\n", with: "\r\n")
    let folder = try SmallLibrary.folder(["content/resources/plant-story.md": story])
    let sheet = #"""
      file;id;personas;keywords;title;featured
      content/resources/plant-story.md;plant-story;cfo;"=a; ""b; c""";;TRUE
      ;roi-sheet;"it-lead; cfo";;'-ROI: now;

      """#
    try folder.write("labels.csv", sheet)
    let before = FolderSnapshot(folder.path)
    let dry = try shelfmark("labels", "--apply", "labels.csv", "--dry-run", in: folder.path)
    #expect(dry.status == 0 && FolderSnapshot(folder.path).differences(from: before).isEmpty)
    let unasked = try shelfmark("labels", "--apply", "labels.csv", in: folder.path)
    #expect(unasked.status == 2 && unasked.errors.contains("--yes"))
    #expect(FolderSnapshot(folder.path).differences(from: before).isEmpty)

    let copy = try SmallLibrary.folder(["content/resources/plant-story.md": story, "d.patch": dry.output])
    let applied = try shelfmark("labels", "--apply", "labels.csv", "--yes", in: folder.path)
    #expect(applied.status == 0 && applied.output == dry.output)
    #expect(
      folder.read("content/resources/plant-story.md")
        == story?
        .replacingOccurrences(of: "title: How a plant got its Sundays back\r\n", with: "")
        .replacingOccurrences(of: "  - 'it-lead'\r\n", with: "")
        .replacingOccurrences(
          of: "reviewed: 2026-02-01\r\n", with: "reviewed: 2026-02-01\r\nkeywords: [=a, b; c]\r\nfeatured: true\r\n"
        ))
    let sheetFile = try #require(folder.read("content/resources/roi-sheet.md"))
    #expect(sheetFile.contains("title: \"-ROI: now\"\n") && sheetFile.contains("personas: [it-lead, cfo]\n"))
    if let patch = Project.tool("patch") {
      let patched = try run(patch, ["-p1", "--binary", "-i", "d.patch"], in: copy.path)
      #expect(patched.status == 0, "\(patched.output)")
      for file in ["plant-story", "roi-sheet"] {
        let path = "content/resources/\(file).md"
        #expect(copy.read(path) == folder.read(path))
      }
    }
    #expect(try shelfmark("check", "--today", SmallLibrary.today, in: folder.path).status == 0)
  }

  @Test(
    "one mistake anywhere changes nothing, and says row, column and what to do",
    arguments: [
      ("id,personas\nroi-sheet,cf0\n", "row 2, column 'personas'", "did you mean 'cfo'?"),
      ("id,personas\nroi-sheet,\"cfo, it-lead\"\n", "row 2, column 'personas'", "semicolons"),
      ("id,reviewed\nroi-sheet,01/03/2026\n", "row 2, column 'reviewed'", "2026-03-01"),
      ("id,reviewed\nroi-sheet,46082\n", "row 2, column 'reviewed'", "'Text'"),
      ("id,type\n\nroi-shet,one-pager\n", "row 3, column 'id'", "did you mean 'roi-sheet'?"),
      ("id,persona\nroi-sheet,cfo\n", "row 1, column 'persona'", "did you mean 'personas'?"),
      ("id,owner\nroi-sheet,bob\n", "row 2, column 'owner'", "ana"),
      ("id,personas\nroi-sheet,\n", "row 2, column 'personas'", "'personas' is missing"),
      ("id,audience,type\nroi-sheet,internal,battlecard\n", "row 2", "snippet"),
      ("id,title\nroi-sheet\n", "row 2, column 'title'", "ends before"),
      ("id,title\nroi-sheet,a\nroi-sheet,b\n", "row 3, column 'id'", "row 2 too"),
      ("id,title\nroi-sheet,a,b\n", "row 2", "column 3"),
      ("title,type\na,b\n", "row 1", "no column 'id'"),
      ("id,title,title\nroi-sheet,a,b\n", "row 1", "two columns"),
      ("id,title\nroi-sheet,\"a\n", "row 2", "never closed"),
      ("id,personas\nroi-sheet," + String(repeating: "cfo;", count: 1_001) + "\n", "row 2", "1001 entries"),
      ("id" + String(repeating: ",c", count: 1_000) + "\nroi-sheet\n", "row 1", "1001 columns"),
      ("id,type\n" + String(repeating: "roi-shet,x\n", count: 1_100), "row 1002", "too many mistakes above"),
      ("id,file\nroi-sheet,content/resources/x.md\n", "row 2, column 'file'", "not 'content/resources/x.md'"),
    ])
  func mistakes(sheet: String, place: String, words: String) throws {
    let folder = try SmallLibrary.folder()
    let before = FolderSnapshot(folder.path)
    // A sound row beside the mistake must not be applied either.
    let sound = sheet.hasPrefix("id,title\n") && !sheet.contains("\"") ? sheet + "plant-story,Another title\n" : sheet
    try folder.write("labels.csv", sound)
    let result = try shelfmark("labels", "--apply", "labels.csv", "--yes", in: folder.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("labels.csv: \(place)") && result.errors.contains(words), "\(result.errors)")
    #expect(FolderSnapshot(folder.path).differences(from: before) == ["new: labels.csv"])
  }

  @Test("a person is asked, and no means no")
  func asks() throws {
    guard let script = Project.tool("script") else { return }
    for (answer, isChanged) in [("y", true), ("n", false), ("", false)] {
      let folder = try SmallLibrary.folder(["labels.csv": "id,title\nroi-sheet,Another title\n"])
      let command = "echo '\(answer)' | \(script) -qec '\(Project.shelfmark) labels --apply labels.csv' /dev/null"
      let result = try run("/bin/sh", ["-c", command], in: folder.path)
      #expect(result.output.contains("[y/N]"))
      #expect(folder.read("content/resources/roi-sheet.md")?.contains("title: Another title\n") == isChanged)
    }
  }

  @Test("'verify' stamps the day and nothing else")
  func verify() throws {
    let folder = try SmallLibrary.folder([
      "content/resources/old.md":
        "---\r\ntype: battlecard # c\r\npersonas: [cfo]\r\nstages: [decision]\r\nstatus: archived\r\n---\r\n# Old\r\n"
    ])
    let before = FolderSnapshot(folder.path)
    let unknown = try shelfmark("verify", "roi-sheet", "roi-shet", in: folder.path)
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean 'roi-sheet'?"))
    #expect(FolderSnapshot(folder.path).differences(from: before).isEmpty)
    let result = try shelfmark("verify", "roi-sheet", "old", "--today", "2026-03-01", in: folder.path)
    #expect(result.status == 0)
    #expect(
      result.output
        == "content/resources/roi-sheet.md: reviewed 2026-03-01, was 2026-01-15\ncontent/resources/old.md: reviewed 2026-03-01 (archived)\n"
    )
    #expect(
      folder.read("content/resources/old.md")
        == "---\r\ntype: battlecard # c\r\npersonas: [cfo]\r\nstages: [decision]\r\nstatus: archived\r\nreviewed: 2026-03-01\r\n---\r\n# Old\r\n"
    )
    #expect(
      folder.read("content/resources/roi-sheet.md")
        == SmallLibrary.files["content/resources/roi-sheet.md"]?.replacingOccurrences(
          of: "2026-01-15", with: "2026-03-01"))
  }
}
