import Foundation
import Library
import Search
import Testing

/// The matcher is written twice; these hold the two together.
@Suite("The browser's twin", .enabled(if: Node.path != nil, "Node is not installed"))
struct TwinTests {
  @Test("reads the root once more where a shard is gone, and says so where it is gone for good")
  func missingShard() throws {
    let folder = try Node.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (site, seed) in [("before", UInt64(1)), ("after", 2)] {
      let library = GeneratedLibrary(resources: 30, seed: seed).library
      try write(SearchShards(SearchIndex(library), library, fileURL: { $1.label }).files(), below: folder + "/" + site)
    }
    let printed = try Node.run(
      """
      const fs = require("fs"), vm = require("vm"), [templates, folder] = process.argv.slice(2);
      const page = vm.createContext({ TextEncoder });
      vm.runInContext(fs.readFileSync(templates + "/search.js", "utf8"), page);
      let site = "before", roots = 0;
      const load = async (path) => {
        if (path === "search/root.js") roots++;
        if (site) vm.runInContext(fs.readFileSync(folder + "/" + site + "/" + path, "utf8"), page);
      };
      (async () => {
        const search = await page.Shelfmark.open(load);
        site = "after";
        const found = await search.find({ q: "pricing" });
        console.log(found.total > 0, (await search.describe([0]))[0].id, roots);
        site = null;
        await search.find({ q: "zzzzz" }).then(() => console.log("found"), (error) => console.log("failed", roots));
      })();
      """, [folder])
    let library = GeneratedLibrary(resources: 30, seed: 2).library
    let first = library.resources.first { $0.status == .approved }
    #expect(printed == "true \(first?.id ?? "") 2\nfailed 3\n")
  }

  private func write(_ files: [SearchFile], below folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder + "/search", withIntermediateDirectories: true)
    for file in files { try Data(file.bytes).write(to: URL(filePath: folder + "/" + file.name)) }
  }

  @Test("answers as the Swift matcher does", arguments: [(40, 3), (300, 11), (600, 12)])
  func answers(resources: Int, seed: UInt64) throws {
    var generated = GeneratedLibrary(resources: resources, seed: seed)
    let library = generated.library
    let index = SearchIndex(library)
    let fixtures = TwinFixtures(questions: 250, leads: 250, of: &generated, Matcher(library, index))
    let folder = try Node.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(SearchShards(index, library, fileURL: { $0.id + "/" + $1.label }).files(), below: folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try encoder.encode(fixtures).write(to: URL(filePath: folder + "/fixtures.json"))
    let printed = try Node.run(Self.script, [folder])
    #expect(printed == "500 answers, 0 differ\n")
  }

  private static let script = """
    const fs = require("fs"), vm = require("vm");
    const [engine, folder] = process.argv.slice(2);
    const page = vm.createContext({ TextEncoder });
    for (const name of ["search.js", "lead-reader.js"]) vm.runInContext(fs.readFileSync(engine + "/" + name, "utf8"), page);
    const load = async (path) => vm.runInContext(fs.readFileSync(folder + "/" + path, "utf8"), page);
    (async () => {
      const search = await page.Shelfmark.open(load);
      const { questions, leads } = JSON.parse(fs.readFileSync(folder + "/fixtures.json"));
      let differ = 0;
      const rows = async (found) => {
        const best = found.matches.slice(0, 40), shown = await search.describe(best.map((m) => m.doc));
        return best.map((m, i) => {
          const why = found.reasons(m.doc);
          return shown[i].id + (m.exact ? " exact " : " - ") + m.score + " " +
            why.map((r) => r.kind + ":" + r.points).join(",") + " " + search.sentence(why);
        });
      };
      const hold = (name, given, expected, got) => {
        if (JSON.stringify(expected) === JSON.stringify(got)) return true;
        if (differ++ < 5) {
          const at = Array.isArray(expected) ? expected.findIndex((row, i) => row !== got[i]) : -1;
          console.log(name, JSON.stringify(given), "expected", at < 0 ? expected : expected[at], "got", at < 0 ? got : got[at]);
        }
        return false;
      };
      for (const { rows: expected, total, corrections, ...question } of questions) {
        const found = await search.find(question);
        hold("corrections", question, corrections, found.corrections.map((c) => c.typed + ">" + c.meant)) &&
          hold("total", question, total, found.total) && hold("rows", question, expected, await rows(found));
      }
      for (const { rows: expected, total, read, ...lead } of leads) {
        const understood = await page.Shelfmark.leadReader(search).read(lead);
        const line = [understood.persona, understood.phrase || "-", understood.stage, understood.stageField || "-",
          understood.facets.map((f) => f.join("+")).join("/"), understood.unknown.map((u) => u.join("=")).join("|")].join(" ");
        const found = await search.match(understood, lead.today);
        hold("read", lead, read, line) && hold("total", lead, total, found.total) && hold("rows", lead, expected, await rows(found));
      }
      console.log(questions.length + leads.length + " answers, " + differ + " differ");
    })().catch((error) => console.log(error));
    """
}
