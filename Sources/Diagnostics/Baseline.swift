// A baseline: problems that were there when a library adopted the check. A file with one problem a line, ordered, so
// that its changes can be read and two branches rarely touch the same line. A problem is known by its rule, its file and
// its message, not by its line, which moves; two alike in a file are two lines.

/// The problems that a baseline names, and how many of each.
package struct Baseline: Sendable, Equatable {
  package struct Entry: Hashable, Comparable, Sendable {
    package var file: String
    package var rule: String
    package var message: String

    package init(_ problem: Problem) {
      file = problem.file
      rule = problem.rule.name
      message = problem.message
    }

    init(file: String, rule: String, message: String) {
      self.file = file
      self.rule = rule
      self.message = message
    }

    package static func < (left: Entry, right: Entry) -> Bool {
      left.line.utf8.lexicographicallyPrecedes(right.line.utf8)
    }

    fileprivate var line: String { [file, rule, message].map(Baseline.escaped).joined(separator: "\t") }
  }

  /// Never zero.
  private(set) var counts: [Entry: Int] = [:]

  package init() {}

  /// Of the problems that a baseline may hold.
  package init(of problems: [Problem]) {
    for problem in problems where Self.mayHold(problem) { counts[Entry(problem), default: 0] += 1 }
  }

  package var count: Int { counts.values.reduce(0, +) }

  /// False for what stops a publication always: what leaks, or what cannot be read for certain.
  package static func mayHold(_ problem: Problem) -> Bool { !problem.rule.isFixed }

  /// Takes a problem off; false where the baseline does not hold it, or not so many.
  package mutating func take(_ problem: Problem) -> Bool {
    let entry = Entry(problem)
    guard Self.mayHold(problem), let count = counts[entry] else { return false }
    counts[entry] = count > 1 ? count - 1 : nil
    return true
  }

  /// Takes off all that it holds, and parts the problems into known and new ones.
  package mutating func split(_ problems: [Problem]) -> (new: [Problem], known: [Problem]) {
    var result: (new: [Problem], known: [Problem]) = ([], [])
    for problem in problems {
      if take(problem) { result.known.append(problem) } else { result.new.append(problem) }
    }
    return result
  }

  /// What is left, in order: after all problems have been taken off, what has been mended since.
  package var entries: [(entry: Entry, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: As a file

  private static let head = "# shelfmark baseline 1"
  private static let about = """
    # Problems that were there when the check was adopted: file, rule and message, between tabs. New ones fail.
    # 'shelfmark check --baseline FILE --update-baseline' writes this file anew.

    """

  package var text: String {
    entries.reduce(into: Self.head + "\n" + Self.about) { text, item in
      for _ in 0..<item.count { text += item.entry.line + "\n" }
    }
  }

  /// Reads a file that `text` made; what is wrong with it is thrown, with its line.
  package init(parsing bytes: [UInt8]) throws(BaselineMistake) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw BaselineMistake(line: 1, message: "it is not text in UTF-8")
    }
    var isFirst = true
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if isFirst {
        isFirst = false
        guard line == Self.head || line == "\u{FEFF}" + Self.head else {
          throw BaselineMistake(line: 1, message: "a baseline begins with the line '\(Self.head)'")
        }
        continue
      }
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: line.hasPrefix) {
        throw BaselineMistake(line: index + 1, message: "a merge has left its marks here")
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { Self.unescaped($0) }
      guard fields.count == 3, !fields.contains("") else {
        throw BaselineMistake(
          line: index + 1, message: "a line is a file, a rule and a message, with tabs between them")
      }
      counts[Entry(file: fields[0], rule: fields[1], message: fields[2]), default: 0] += 1
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      // At the start of a line these would be a remark, or what an unfinished merge leaves.
      case "#" where result.isEmpty, "<" where result.isEmpty, "=" where result.isEmpty, ">" where result.isEmpty,
        "|" where result.isEmpty:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      // All others that may end a line.
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      switch next {
      case "t": result += "\t"
      case "n": result += "\n"
      case "u" where rest.hasPrefix("{"):
        let digits = rest.dropFirst().prefix { $0 != "}" }
        if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
          result.unicodeScalars.append(scalar)
        }
        rest = rest.dropFirst(digits.count + 2)
      default: result.append(next)
      }
    }
    return result
  }
}

/// What is wrong with a baseline file.
package struct BaselineMistake: Error, Sendable, Equatable {
  package let line: Int
  package let message: String
}
