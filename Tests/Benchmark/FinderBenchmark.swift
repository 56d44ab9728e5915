// What a search costs at a size: requests and compressed bytes of a first one, how many round trips it waits for, and
// the time from a key to the list once the index is there. Questions are three words: a common one, one in between and a
// rare one, in every order.

import Foundation
import TestSupport

struct FinderBenchmark {
  private var size = 10_000
  private let questions = 24
  /// Long beside what anything else takes, so that the time tells how many times the browser waited for the network.
  private let latency = 500.0

  init(_ words: ArraySlice<String>) throws {
    var rest = words
    while let word = rest.popFirst() {
      guard word == "--size", let value = rest.popFirst().flatMap({ Int($0) }) else { throw Benchmark.usage }
      size = value
    }
  }

  func run() throws {
    let folder = try TemporaryFolder()
    var corpus = Corpus(layout: .shelfmark)
    _ = try corpus.write(size, to: folder.path)
    let site = try buildSite(folder.path, folder)
    let questions = questions(corpus.frequencies(in: folder.path, sample: 500))
    let page = try SearchPage(site)
    print("\(size) resources, first searches of three words, each on a page just opened")
    for (kind, questions) in [
      ("of different frequency", questions), ("the last one half typed", questions.map(Self.halfTyped)),
      ("one misspelt", questions.map(Self.misspelt)), ("one a label's", questions.map(Self.labelled)),
    ] {
      print("\n\(questions.count) × three words, \(kind)")
      let firsts = try questions.map { try first($0, page, site) }
      show("requests, the page itself and its icon not counted", firsts.map { Double($0.requests) }, limit: 16)
      show("results in the first list", firsts.map { Double($0.rows) }, limit: nil)
      show("KB, gzip -9: script, style, index", firsts.map { Double($0.bytes) / 1_024 }, limit: 150)
      show("KB of excerpts and further results afterwards", firsts.map { Double($0.excerptBytes) / 1_024 }, limit: 100)
      if let most = firsts.max(by: { $0.requests < $1.requests }) { print("most requests: \(most.kinds)") }
    }
    print("")

    try page.browser.slowNetwork(milliseconds: latency)
    let rounds = try questions.prefix(6).map { question in
      try page.open()
      return (try page.ask(question).milliseconds / latency).rounded(.down)
    }
    try page.browser.slowNetwork(milliseconds: 0)
    show("rounds, from the open page", rounds, limit: 3)

    try page.open()
    var cold: [Double] = []
    var warm: [Double] = []
    for question in questions { cold += try keystrokes(question, page) }
    for question in questions { warm += try keystrokes(question, page) }
    show("ms from key to list, every shard in memory", warm, limit: 50)
    show("ms from key to list, the first time these words are typed", cold, limit: nil)
  }

  private struct First {
    let requests: Int
    let rows: Int
    let bytes: Int
    let excerptBytes: Int
    let kinds: String
  }

  private func first(_ question: String, _ page: SearchPage, _ site: String) throws -> First {
    _ = page.takeRequests()
    try page.open()
    let answer = try page.ask(question)
    let asked = answer.files.filter { !$0.hasSuffix(".svg") }
    Thread.sleep(forTimeInterval: 0.6)
    let afterwards = page.takeRequests().map(\.target).filter { $0.hasPrefix("/search/") && !asked.contains($0) }
    var kinds: [String: Int] = [:]
    for file in asked { kinds[kind(file), default: 0] += 1 }
    return First(
      requests: asked.count, rows: answer.ids.count,
      bytes: try asked.reduce(0) { try $0 + packed(site + $1) },
      excerptBytes: try afterwards.reduce(0) { try $0 + packed(site + $1) },
      kinds: kinds.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }.joined(separator: ", "))
  }

  private func kind(_ target: String) -> String {
    let name = target.split(separator: "/").last.map(String.init) ?? ""
    return target.hasPrefix("/search/") && name != "root.js" ? String(name.prefix(1)) : name
  }

  private func packed(_ file: String) throws -> Int {
    let packed = try TestSupport.run("/bin/sh", ["-c", "gzip -9 -c < \"$0\" | wc -c", file])
    return Int(packed.output.filter(\.isNumber)) ?? 0
  }

  private func keystrokes(_ question: String, _ page: SearchPage) throws -> [Double] {
    try (1...question.count).map { try page.ask(String(question.prefix($0))).milliseconds }
  }

  private func questions(_ frequencies: [(word: String, count: Int)]) -> [String] {
    let common = frequencies[20..<60]
    let medium = frequencies[400..<800]
    let rare = frequencies.filter { $0.count == 1 && $0.word.count > 4 }
    return (0..<questions).map { index in
      let words = [
        common[common.startIndex + index % common.count].word,
        medium[medium.startIndex + index * 13 % medium.count].word,
        rare[index * 101 % rare.count].word,
      ]
      return (0..<3).map { words[($0 + index) % 3] }.joined(separator: " ")
    }
  }

  private static func halfTyped(_ question: String) -> String { String(question.dropLast(2)) }

  /// Two neighbours swapped, in the first word that is long enough.
  private static func misspelt(_ question: String) -> String {
    var words = question.split(separator: " ").map(Array.init)
    guard let long = words.firstIndex(where: { $0.count > 4 }) else { return question }
    words[long].swapAt(words[long].count / 2, words[long].count / 2 - 1)
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func labelled(_ question: String) -> String {
    (["champion"] + question.split(separator: " ").dropFirst()).joined(separator: " ")
  }

  private func show(_ what: String, _ values: [Double], limit: Double?) {
    let text = String(
      format: "median %6.1f   p95 %6.1f   most %6.1f", median(values), percentile(values, 0.95), values.max() ?? 0)
    print(text + (limit.map { "   (at most \(Int($0)))" } ?? "") + "   " + what)
  }
}

extension Corpus {
  /// How many of the first resources hold each word, the commonest first.
  func frequencies(in folder: String, sample: Int) -> [(word: String, count: Int)] {
    var counts: [String: Int] = [:]
    for index in 0..<sample {
      let text = (try? String(contentsOfFile: "\(folder)/content/resources/\(Self.path(index))", encoding: .utf8)) ?? ""
      let body = text.components(separatedBy: "\n---\n").dropFirst().joined()
      for word in Set(body.lowercased().split { !$0.isLetter }) { counts[String(word), default: 0] += 1 }
    }
    return counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

extension Browser {
  /// Every answer comes so much later; 0 for no delay.
  func slowNetwork(milliseconds: Double) throws {
    try driver.devTools("Network.enable")
    try driver.devTools(
      "Network.emulateNetworkConditions",
      ["offline": false, "latency": .number(milliseconds), "downloadThroughput": -1, "uploadThroughput": -1])
  }
}
