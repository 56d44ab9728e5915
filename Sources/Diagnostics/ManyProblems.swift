// A file with ten thousand broken links has one thing wrong with it, and nobody reads ten thousand lines of it.

extension Problem {
  /// How many problems of one rule are told of one file.
  package static var most: Int { 1_000 }

  /// What stands for the others.
  fileprivate static func others(_ count: Int, of rule: Rule, in file: String, from place: ByteRange) -> Problem {
    Problem(
      rule, in: file, at: place, "\(count) more mistakes of this kind are in this file",
      help: "mend those that are listed, and see what is left")
  }
}

extension [Problem] {
  /// The problems in their order, which is by file; of a rule that has too many in a file, the rest as one problem. A rest
  /// of one stays what it is; it may itself stand for what was left out earlier.
  package var shortened: [Problem] {
    guard count > Problem.most else { return self }
    var result: [Problem] = []
    var file = ""
    var counts: [Rule: Int] = [:]
    var places: [Rule: Int] = [:]
    func endFile() {
      for (rule, place) in places {
        let first = result[place]
        let count = counts[rule, default: 0] - Problem.most
        guard count > 1 else { continue }
        var rest = Problem.others(count, of: rule, in: file, from: first.range)
        rest.severity = first.severity
        result[place] = rest
      }
      counts = [:]
      places = [:]
    }
    for problem in self {
      if problem.file != file {
        endFile()
        file = problem.file
      }
      let count = counts[problem.rule, default: 0] + 1
      counts[problem.rule] = count
      guard count > Problem.most else {
        result.append(problem)
        continue
      }
      if places[problem.rule] == nil {
        places[problem.rule] = result.count
        result.append(problem)
      }
    }
    endFile()
    return result
  }
}

extension Problems {
  /// These problems, which are of one rule in one file, and what stands for those that were left out.
  package func withOthers(of rule: Rule, in file: String) -> [Problem] {
    leftOut == 0 ? all : all + [.others(leftOut, of: rule, in: file, from: .start)]
  }
}
