// `swift run -c release benchmark`: how much a build costs, against the floor and, where they are installed, against
// Hugo and Pagefind, on the same content in the same run; what a search costs in a browser, and how well it ranks.
// docs/performance.md says how to read it.
//
//     benchmark corpus N DIR [hugo]     write a library of N resources
//     benchmark floor SOURCE OUTPUT N   the yardstick, on N threads
//     benchmark build [--sizes 1000,10000,50000] [--runs 5] [--folder DIR]
//     benchmark finder [--size 10000]   requests, bytes, rounds and milliseconds of searches in Chromium
//     benchmark ranking COLLECTION      nDCG@10 of a folder with docs.jsonl, queries.jsonl, qrels.tsv, in Chromium
//     benchmark known-items LIBRARY [N] how often a page is first for its title, a typo, words of its text…

import Foundation

@main
struct Benchmark {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
      exit(1)
    }
  }

  static func run(_ words: [String]) throws {
    switch words.first {
    case "corpus":
      guard words.count >= 3, let count = Int(words[1]) else { throw usage }
      var corpus = Corpus(layout: words.count > 3 ? .hugo : .shelfmark)
      print("\(count) resources, \(try corpus.write(count, to: words[2])) bytes")
    case "floor":
      guard words.count == 4, let threads = Int(words[3]) else { throw usage }
      try Floor.run(source: words[1], output: words[2], threads: threads)
    case "build":
      try BuildBenchmark(words.dropFirst()).run()
    case "finder":
      try FinderBenchmark(words.dropFirst()).run()
    case "ranking":
      guard words.count == 2 else { throw usage }
      try RankingBenchmark(collection: words[1]).run()
    case "known-items":
      guard words.count == 2 || words.count == 3 else { throw usage }
      var benchmark = KnownItemBenchmark(library: words[1], limit: words.count > 2 ? Int(words[2]) ?? 300 : 300)
      try benchmark.run()
    default: throw usage
    }
  }

  static let usage = BenchmarkFailure(
    description: """
      corpus N DIR [hugo] | floor SOURCE OUTPUT N | build [options] | finder [--size N] |
      ranking COLLECTION | known-items LIBRARY [N]
      """)
}
