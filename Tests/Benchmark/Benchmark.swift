// `swift run -c release benchmark`: how much a build costs, against the floor and, where they are installed, against
// Hugo and Pagefind, on the same content in the same run. docs/performance.md says how to read it.
//
//     benchmark corpus N DIR [hugo]     write a library of N resources
//     benchmark floor SOURCE OUTPUT N   the yardstick, on N threads
//     benchmark build [--sizes 1000,10000,50000] [--runs 5] [--folder DIR]

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
    default: throw usage
    }
  }

  static let usage = BenchmarkFailure(description: "corpus N DIR [hugo] | floor SOURCE OUTPUT N | build [options]")
}
