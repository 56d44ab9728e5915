// Times whole builds: floor, Shelfmark and, where they are installed, Hugo and Pagefind, in turn and several times over
// fresh output folders, and prints medians and ratios to the floor.

import Foundation

struct BuildBenchmark {
  private var sizes = [1_000, 10_000, 50_000]
  private var runs = 5
  private var folder = NSTemporaryDirectory() + "shelfmark-benchmark"

  init(_ words: ArraySlice<String>) throws {
    var rest = words
    while let word = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Benchmark.usage }
      switch word {
      case "--sizes": sizes = value.split(separator: ",").compactMap { Int($0) }
      case "--runs": runs = Int(value) ?? runs
      case "--folder": folder = value
      default: throw Benchmark.usage
      }
    }
  }

  /// One program under test: how it is started on a corpus of one size.
  private struct Contender {
    let name: String
    let program: String
    let arguments: (_ corpus: String, _ output: String) -> [String]
  }

  func run() throws {
    for size in sizes { try run(size) }
  }

  /// Whether an output may go as soon as it was measured. ext4 makes files up to ten times slower for a while after many
  /// were deleted; a virtual machine gives memory that was never used before more slowly than what was given back.
  private var isOnMemoryDisk: Bool { folder.hasPrefix("/dev/shm/") }

  private func run(_ size: Int) throws {
    let corpus = "\(folder)/corpus-\(size)"
    if !FileManager.default.fileExists(atPath: corpus) {
      var generator = Corpus(layout: .shelfmark)
      _ = try generator.write(size, to: corpus)
    }
    var costs: [String: [Cost]] = [:]
    var written: [String: Int] = [:]
    var outputs: [String] = []
    let contenders = try contenders(size)
    for round in 0..<runs {
      for contender in contenders {
        let output = "\(folder)/output-\(contender.name)-\(size)-\(round)"
        let cost = try measure(contender.program, contender.arguments(corpus, output))
        costs[contender.name, default: []].append(cost)
        if written[contender.name] == nil { written[contender.name] = byteCount(output) }
        if isOnMemoryDisk {
          try? FileManager.default.removeItem(atPath: output)
        } else {
          outputs.append(output)
        }
      }
    }
    for output in outputs { try? FileManager.default.removeItem(atPath: output) }
    print("\n\(size) resources, medians of \(runs) runs in turn\n")
    print("program        CPU s   × floor   wall s   peak MB   written MB   CPU µs each")
    let floor = costs["floor"] ?? []
    for contender in contenders {
      let own = costs[contender.name] ?? []
      let ratios = zip(own, floor).map { $0.cpu / $1.cpu }
      let cpu = median(own.map(\.cpu))
      print(
        pad(contender.name, 12, left: true), pad(decimal(cpu, 2), 7), pad(decimal(median(ratios), 2), 9),
        pad(decimal(median(own.map(\.wall)), 2), 8),
        pad(decimal(median(own.map { Double($0.peakMemory) / 1e6 }), 0), 9),
        pad(decimal(Double(written[contender.name] ?? 0) / 1e6, 1), 12),
        pad(decimal(cpu / Double(size) * 1e6, 0), 13))
    }
    if let phases = costs["shelfmark"]?.last?.output, !phases.isEmpty { print("\nlast run of shelfmark:\n" + phases) }
  }

  private func contenders(_ size: Int) throws -> [Contender] {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let shelfmark = own.deletingLastPathComponent().appendingPathComponent("shelfmark").path
    var list = [
      Contender(name: "floor", program: own.path) { ["floor", $0 + "/content/resources", $1, "2"] },
      Contender(name: "shelfmark", program: shelfmark) {
        ["build", "-C", $0, "--output", $1, "--timings", "--jobs", "2"]
      },
    ]
    guard let hugo = find("hugo") else { return list }
    let hugoCorpus = try hugoFolder(size)
    list.append(
      Contender(name: "hugo", program: hugo) { _, output in ["--source", hugoCorpus, "--destination", output] })
    if let pagefind = find("pagefind") {
      list.append(
        Contender(name: "hugo+pagefind", program: "/bin/sh") { _, output in
          ["-c", "\(hugo) --source \(hugoCorpus) --destination \(output) && \(pagefind) --site \(output)"]
        })
    }
    return list
  }

  /// The same content for Hugo, with the plainest templates that show what ours show: a page and lists by label.
  private func hugoFolder(_ size: Int) throws -> String {
    let path = "\(folder)/hugo-\(size)"
    guard !FileManager.default.fileExists(atPath: path) else { return path }
    var generator = Corpus(layout: .hugo)
    _ = try generator.write(size, to: path)
    let files = [
      "hugo.toml": """
      baseURL = "https://example.com/"
      title = "Library"
      disableKinds = ["RSS"]
      [taxonomies]
      persona = "personas"
      stage = "stages"
      format = "formats"
      industry = "industries"
      """,
      "layouts/_default/single.html": """
      <!doctype html><html lang="en"><title>{{ .Title }}</title><main><h1>{{ .Title }}</h1>
      <p>{{ .Params.summary }}</p>{{ .Content }}</main></html>
      """,
      "layouts/_default/list.html": """
      <!doctype html><html lang="en"><title>{{ .Title }}</title><main><h1>{{ .Title }}</h1>
      <ul>{{ range (.Paginate .Pages 100).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
      </main></html>
      """,
    ]
    for (name, text) in files {
      let url = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return path
  }

  private func find(_ program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func byteCount(_ folder: String) -> Int {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.reduce(0) { sum, name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      guard attributes?[.type] as? FileAttributeType == .typeRegular else { return sum }
      return sum + (attributes?[.size] as? Int ?? 0)
    }
  }

  private func decimal(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

  private func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + blanks : blanks + text
  }
}
