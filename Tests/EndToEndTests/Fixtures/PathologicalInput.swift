// What the other files of a library, and what people hand to the commands, can hold that asks for far more than its
// size: library.yml, personas and stages, templates, drawings, sheets, sources of an import, words to look for. Texts and
// labels of resources have a file of their own (`PathologicalText`).

struct PathologicalInput: Sendable {
  let name: String
  /// Added to a small library.
  let files: @Sendable () -> [String: String]
  /// LIBRARY stands for the library's folder.
  var command = ["build", "-C", "LIBRARY", "--today", SmallLibrary.today]

  private static func many(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }
  private static func lines(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map(line).joined() }

  static let all = settings + journeys + manyFiles + templates + drawings + sheets + imports + questions

  private static func settings(_ name: String, _ after: String, _ added: @escaping @Sendable () -> String) -> Self {
    Self(name: "library.yml: " + name) {
      ["content/library.yml": (SmallLibrary.files["content/library.yml"] ?? "").replacing(after, with: after + added())]
    }
  }

  static let settings: [Self] = [
    settings("lists in a list", "owner: ana\n") { "x: " + many(1_900_000, "[") + "\n" },
    settings("a long name", "owner: ana\n") { many(1_900_000, "k") + ": a\n" },
    settings("comments", "owner: ana\n") { many(450_000, "# a\n") },
    settings("people", "people:\n") { lines(45_000) { "  p\($0): {name: P\($0), team: marketing}\n" } },
    settings("people of unknown teams", "people:\n") { lines(40_000) { "  p\($0): {name: P\($0), team: m\($0)}\n" } },
    settings("teams", "teams:\n") { lines(60_000) { "  t\($0): {label: T\($0)}\n" } },
    settings("names of another form", "teams:\n") { lines(60_000) { "  T_\($0): {label: T\($0)}\n" } },
    settings("types", "types:\n") { lines(30_000) { "  t\($0): {label: T\($0), review_every: 6m}\n" } },
    settings("types of one name", "types:\n") { lines(30_000) { "  t\($0): {label: T}\n" } },
    settings("facets", "facets:\n") { lines(20_000) { "  f\($0): {label: F\($0), values: {a: A}}\n" } },
    settings("values", "    values:\n") { lines(60_000) { "      v\($0): {label: V\($0)}\n" } },
    settings("as many values as may be", "    values:\n") { lines(4_900) { "      v\($0): {label: V\($0)}\n" } },
    settings("other names", "aliases: [") { lines(150_000) { "a\($0), " } },
    settings("short forms", "owner: ana\n") { "title_words:\n" + lines(80_000) { "  w\($0): w\($0 + 1) w\($0)\n" } },
    settings("unknown rules", "owner: ana\n") { "rules:\n" + lines(80_000) { "  w\($0): off\n" } },
    settings("nearly rules", "owner: ana\n") { "rules:\n" + lines(80_000) { "  broken-lin\($0): off\n" } },
    settings("a long title", "title: ") { many(1_900_000, "a") },
    settings("a long description", "site: {") { "description: " + many(1_900_000, "a") + ", " },
    settings("a long name of a person", "name: ") { many(1_900_000, "A") },
    settings("brackets", "owner: ana\n") { many(600_000, "] \n") },
    settings("zero bytes", "owner: ana\n") { many(1_900_000, "\0") },
    Self(name: "scenarios") {
      ["content/scenarios.yml": lines(20_000) { "s\($0):\n  title: CFO\n  expect: [plant-storey]\n" }]
    },
    Self(name: "scenarios that hold") {
      ["content/scenarios.yml": lines(5_000) { "s\($0):\n  title: CFO\n  expect: [roi-sheet]\n" }]
    },
    Self(name: "a scenario of many words") {
      ["content/scenarios.yml": "s:\n  title: CFO\n  q: " + many(900_000, "a ") + "\n  expect: [roi-sheet]\n"]
    },
  ]

  private static func journey(_ personas: Int, _ stages: Int) -> Self {
    Self(name: "\(personas) personas at \(stages) stages") {
      var files: [String: String] = [:]
      let summary = "summary: What a file can hold that no person would ever write.\n"
      for index in 0..<personas {
        files["content/personas/p\(index).md"] = "---\ntitle: P\(index)\n\(summary)job_titles: [T\(index)]\n---\n"
      }
      for index in 0..<stages {
        let next = (index + 1) % stages
        files["content/stages/s\(index).md"] =
          "---\ntitle: S\(index)\n\(summary)order: \(index + 5)\nnext: [s\(next)]\n---\n"
      }
      return files
    }
  }

  private static func persona(_ name: String, _ labels: @escaping @Sendable () -> String) -> Self {
    Self(name: "persona: " + name) {
      ["content/personas/p.md": "---\ntitle: P\nsummary: Signs for what it costs and brings in.\n\(labels())\n---\n"]
    }
  }

  static let journeys: [Self] = [
    journey(300, 40), journey(2_000, 5), journey(20, 500), journey(100, 100), journey(1, 2_000), journey(48, 48),
    journey(20, 95), journey(1_200, 1),
    persona("job titles") { "job_titles: [" + lines(9_000) { "Title \($0), " } + "]" },
    persona("one job title, often") { "job_titles: [" + many(9_000, "CFO, ") + "]" },
    persona("a long job title") { "job_titles: [" + many(200_000, "V") + "]" },
    persona("goals") { "job_titles: [X]\ngoals: [" + lines(9_000) { "g\($0), " } + "]" },
    Self(name: "stages that all lead to all") {
      var files: [String: String] = [:]
      for index in 0..<95 {
        let next = lines(95) { "s\($0), " }
        files["content/stages/s\(index).md"] =
          "---\ntitle: S\(index)\nsummary: They choose, and must defend it.\norder: \(index + 5)\nnext: [\(next)]\n---\n"
      }
      return files
    },
  ]

  private static func resources(
    _ name: String, count: Int = 3_000, folder: @escaping @Sendable (Int) -> String = { _ in "" },
    _ labels: @escaping @Sendable (Int) -> String, text: @escaping @Sendable (Int) -> String = { _ in "Text.\n" }
  ) -> Self {
    Self(name: "\(count) files: " + name) {
      var files: [String: String] = [:]
      for index in 0..<count {
        files["content/resources/\(folder(index))r\(index).md"] =
          "---\ntitle: Text \(index)\nsummary: What a file can hold that no person would ever write.\n"
          + "type: one-pager\nstages: [decision]\nreviewed: 2026-02-01\n\(labels(index))\n---\n\(text(index))"
      }
      return files
    }
  }

  /// One mistake each.
  static let manyFiles: [Self] = [
    resources("unknown personas") { "personas: [cf\($0)]" },
    resources("unknown values", { "personas: [cfo]\nindustries: [retai\($0)]" }),
    resources("unknown labels") { "personas: [cfo]\npersona\($0): a" },
    resources("missing files") { "personas: [cfo]\nfiles: [x\($0).pdf]" },
    resources("broken links", { _ in "personas: [cfo]" }, text: { "[a](x\($0).md)\n" }),
    resources("broken headings", { _ in "personas: [cfo]" }, text: { "[a](plant-story.md#x\($0))\n" }),
    resources("broken labels") { "personas: [cfo\nx\($0): ]" },
    resources("no resource of that name") { "personas: [cfo]\nrelated: [roi-shee\($0)]" },
    resources("in a circle") { "personas: [cfo]\nreplaces: [r\(($0 + 1) % 3_000)]" },
    resources("in folders", count: 300, folder: { _ in many(200, "dd/") }, { _ in "personas: [cfo]" }),
  ]

  private static func template(_ name: String, _ text: @escaping @Sendable () -> String) -> Self {
    Self(name: "template: " + name) { ["templates/resource.mustache": text()] }
  }

  static let templates: [Self] = [
    template("names") { many(400_000, "{{x}}") }, template("known names") { many(200_000, "{{title}}") },
    template("tags never closed") { many(1_000_000, "{{") },
    template("sections") { many(160_000, "{{#a}}{{/a}}") },
    template("sections in sections") { many(160_000, "{{#a}}") + many(160_000, "{{/a}}") },
    template("sections never closed") { many(330_000, "{{#a}}") },
    template("sections never opened") { many(330_000, "{{/a}}") },
    template("itself") { "{{>resource}}" }, template("itself, twice") { "{{>resource}}{{>resource}}" },
    template("itself, indented") { "  {{>resource}}\n  {{>resource}}\n" },
    template("itself as its parent") { many(100_000, "{{<resource}}{{/resource}}") },
    template("templates that are not there") { lines(200_000) { "{{>p\($0)}}" } },
    template("whatever a value says") { many(300_000, "{{>*a}}") },
    template("other marks") { many(280_000, "{{=<% %>=}}") }, template("comments") { many(330_000, "{{!a}}") },
    template("blocks") { many(160_000, "{{$a}}{{/a}}") }, template("dots") { "{{" + many(1_000_000, "a.") + "b}}" },
    template("a long name") { "{{" + many(2_000_000, "a") + "}}" }, template("lines") { many(330_000, "{{x}}\n") },
    template("as much as may be") { many(16 << 20, "x") }, template("more than may be") { many(17 << 20, "x") },
    Self(name: "template: lists in lists") {
      let open = many(12, "{{#personas}}{{#stages}}{{#types}}")
      return ["templates/finder.mustache": open + "x" + many(12, "{{/types}}{{/stages}}{{/personas}}")]
    },
    Self(name: "template: doubling") {
      // Names of templates that are there already, each twice in the one before.
      let names = ["resource", "row", "small-row", "short-list", "stage-chip", "persona-chip", "audience", "labels"]
      var files: [String: String] = [:]
      for (name, next) in zip(names, names.dropFirst()) {
        files["templates/\(name).mustache"] = many(20, "{{>\(next)}}")
      }
      files["templates/labels.mustache"] = "0123456789"
      return files
    },
    Self(name: "template: a style") { ["templates/site.css": "/*" + many(1_000_000, "/*")] },
    Self(name: "template: a script") { ["templates/finder.js": many(600_000, "/*a")] },
  ]

  private static func drawing(_ name: String, _ text: @escaping @Sendable () -> String) -> Self {
    Self(name: "drawing: " + name) {
      let resource = (SmallLibrary.files["content/resources/roi-sheet.md"] ?? "").replacing("roi.pdf", with: "x.svg")
      return ["content/resources/roi-sheet.md": resource, "content/resources/x.svg": text()]
    }
  }

  static let drawings: [Self] = [
    drawing("groups in groups") { many(2_600_000, "<g>") },
    drawing("attributes") { "<svg" + lines(500_000) { " a\($0)='b'" } + ">" },
    drawing("entities") { "<!DOCTYPE svg [" + lines(200_000) { "<!ENTITY a\($0) 'b'>" } + "]><svg/>" },
    drawing("angles") { many(7_900_000, "<") }, drawing("comments") { many(1_900_000, "<!--") },
    drawing("data") { many(880_000, "<![CDATA[") }, drawing("instructions") { many(3_900_000, "<?") },
    drawing("a long name") { "<" + many(7_900_000, "a") }, drawing("quotes") { "<svg a=" + many(3_900_000, "'\"") },
    drawing("references") { "<svg>" + many(7_900_000, "&") + "</svg>" },
    drawing("addresses") { "<svg><style>" + many(1_900_000, "url(") + "</style></svg>" },
    drawing("escapes") { "<svg style='" + many(1_900_000, "u\\72") + "'/>" },
    drawing("zero bytes") { many(7_900_000, "\0") },
  ]

  private static func sheet(_ name: String, _ text: @escaping @Sendable () -> String) -> Self {
    Self(
      name: "sheet: " + name, files: { ["sheet.csv": text()] },
      command: ["labels", "-C", "LIBRARY", "--apply", "LIBRARY/sheet.csv", "--dry-run"])
  }

  static let sheets: [Self] = [
    sheet("quotes") { many(2_000_000, "\"") }, sheet("separators") { many(2_000_000, ",") },
    sheet("line ends") { many(2_000_000, "\n") }, sheet("columns") { lines(300_000) { "c\($0)," } },
    sheet("one column, often") { many(400_000, "type,") },
    sheet("unknown rows") { "id,type\n" + lines(200_000) { "x\($0),a\n" } },
    sheet("nearly known rows") { "id,type\n" + lines(200_000) { "roi-shee\($0),a\n" } },
    sheet("one row, often") { "id,type\n" + many(150_000, "roi-sheet,x\n") },
    sheet("entries") { "id,personas\nroi-sheet," + many(500_000, "cfo;") + "\n" },
    sheet("a long cell") { "id,title\nroi-sheet," + many(2_000_000, "x") + "\n" },
    sheet("wide rows") { "id,title\n" + many(10, "roi-sheet" + many(100_000, ",x") + "\n") },
    sheet("a quote never closed") { "id,title\nroi-sheet,\"" + many(2_000_000, "x\n") },
  ]

  private static func source(
    _ name: String, _ file: String = "source/a.md", _ text: @escaping @Sendable () -> String
  ) -> Self {
    let source = file.hasPrefix("source/") ? "source" : file
    return Self(
      name: "import: " + name, files: { [file: text()] },
      command: ["import", "LIBRARY/" + source, "-C", "LIBRARY", "--type", "one-pager"])
  }

  static let imports: [Self] = [
    source("links") { many(160_000, "[a](x.md)\n\n") }, source("pictures") { many(140_000, "![a](b.png)\n\n") },
    source("brackets") { many(2_000_000, "[") }, source("links of angles") { many(240_000, "[a](<b>)") },
    source("parentheses") { "[a](" + many(1_900_000, "(") }, source("tags") { many(450_000, "<a>\n") },
    source("other links") { many(240_000, "[[abc]]\n") }, source("a long heading") { "# " + many(1_900_000, "x") },
    source("definitions") { lines(60_000) { "[a\($0)]: x\($0).md\n" } },
    source("lists in a list") { "---\nx: " + many(1_900_000, "[") + "\n---\n" },
    source("brackets in labels") { "---\n" + many(600_000, "]: \n") + "---\n" },
    source("labels") { "---\n" + lines(9_000) { "k\($0): v\n" } + "---\n" },
    source("TOML's lists") { "+++\nx = " + many(1_900_000, "[") + "\n+++\n" },
    source("TOML's names") { "+++\n" + lines(100_000) { "k\($0) = 1\n" } + "+++\n" },
    source("TOML's quotes") { "+++\na = \"" + many(900_000, "\\\"") + "\n+++\n" },
    source("TOML's groups") { "+++\n" + lines(100_000) { "[k\($0)]\n" } + "+++\n" },
    source("more than may be") { many(10_000_000, "a ") },
    source("an inventory of quotes", "i.csv") { many(2_000_000, "\"") },
    source("an inventory of columns", "i.csv") { lines(200_000) { "c\($0)," } + "\na,b\n" },
    source("an inventory of alike titles", "i.csv") {
      "title,link\n" + lines(1_500) { "Title,https://a.example/\($0)\n" }
    },
    source("an inventory with a long title", "i.csv") {
      "title,link\n" + many(2_000_000, "x") + ",https://a.example\n"
    },
  ]

  private static func question(_ name: String, _ words: String...) -> Self {
    Self(name: "\(words[0]): " + name, files: { [:] }, command: [words[0], "-C", "LIBRARY"] + words.dropFirst())
  }

  static let questions: [Self] = [
    question("a long word", "find", many(100_000, "x")),
    question("many words", "find", lines(15_000) { "w\($0) " }),
    question("marks on nothing", "find", many(60_000, "\u{301}")),
    question("a long title", "match", "--title", many(40_000, "vp ")),
    question("a title of many words", "match", "--title", lines(15_000) { "w\($0) " }),
    Self(
      name: "report: alike texts",
      files: {
        let text = lines(30_000) { "w\($0 * 7) " }
        var files: [String: String] = [:]
        for index in 0..<10 {
          files["content/resources/d\(index).md"] = "---\ntitle: D\(index)\ntype: one-pager\n---\n" + text
        }
        return files
      }, command: ["report", "duplicates", "-C", "LIBRARY"]),
    Self(
      name: "check: a long baseline", files: { ["known.txt": many(250_000, "abcdefg\n")] },
      command: ["check", "-C", "LIBRARY", "--baseline", "LIBRARY/known.txt"]),
  ]
}
