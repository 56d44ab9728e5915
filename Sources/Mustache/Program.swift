// All templates of a set, compiled: one array of steps, in which sections are jumps and partials are calls, so that
// rendering needs no recursion. Steps hold numbers only; texts and names are in tables beside them.

import Diagnostics

struct Step {
  enum Kind {
    /// Prints `a..<b` of the literals; `c..<d` are its line ends.
    case literal
    /// Prints the value of the path `a, b, c`.
    case escaped, raw
    /// Over the value of the path `a, b, c`; `d` is the step behind the end.
    case section, inverted
    /// The end of a section whose first step is `a`.
    case endSection
    /// Goes to template `a` (−1: there is none), as `sites[d]` says.
    case call
    /// Goes to the template named by the value of the path `a, b, c`.
    case dynamicCall
    /// The block `a`, as `sites[d]` says: its own text follows.
    case block
    /// Goes back to where a call or a block came from.
    case end
  }

  var kind: Kind
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  var d: Int32 = 0
  /// The first of the blocks, and how many bytes of them are printed before, in a prepared program.
  var block: Int32 = 0
  var byteCount: Int32 = 0

  var hasPath: Bool { kind == .escaped || kind == .raw || kind == .section || kind == .inverted }
}

/// What a call or a block needs besides its name.
struct Site {
  /// In the literals: what is put before each line; nil within a line.
  var indent: Range<Int32>?
  /// A block with its own text on the same line: the indent is printed before that text too.
  var indentsOwnText = false
  /// The blocks that a parent tag fills, in the set's `fillings`.
  var fillings: Range<Int> = 0..<0
  /// The step behind the call and what belongs to it.
  var next: Int32 = 0
  var template: Int
  var range: ByteRange
}

/// The text that a parent tag gives to a block, ended by an `end` step.
struct Filling {
  var block: Int32
  var start: Int32
}

/// The blocks that a parent tag fills, for the time of its call. Scopes form a chain from the innermost outwards.
struct Scope {
  var fillings: Range<Int>
  var outer: Int
}

/// Immutable once compiled, and shared by everyone who renders.
final class Program: Sendable {
  let steps: [Step]
  let literals: [UInt8]
  /// In a prepared program, the texts of its steps, each from the start of a block on.
  let blocks: [TextBlock]
  /// Behind each line end in the literals, so that indented lines need not be searched for.
  let lineEnds: [Int32]
  /// A path is its first name and a range of `rest` with the numbers of the others; the first is −1 for ".".
  let names: [Name]
  /// The bit of each name, and those of all that steps begin a path with.
  let bits: [UInt64]
  let mask: UInt64
  let rest: [Int32]
  /// The numbers of names, each at its hash's place or behind it; at most half full, −1 where nothing is.
  private let table: [Int32]
  let sites: [Site]
  let fillings: [Filling]
  /// The first step of each template.
  let starts: [Int]
  /// The place of each template among the set's, by name.
  let indices: [String: Int]

  init(_ parts: Compiler, starts: [Int], indices: [String: Int]) {
    steps = parts.steps
    literals = parts.literals
    blocks = []
    lineEnds = parts.lineEnds
    names = parts.names
    bits = parts.names.map(\.bit)
    mask = .max
    rest = parts.rest
    var table = [Int32](repeating: -1, count: 2)
    while table.count < parts.names.count * 2 { table += table }
    for (number, name) in parts.names.enumerated() {
      var place = Int(truncatingIfNeeded: name.hash) & (table.count - 1)
      while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
      table[place] = Int32(number)
    }
    self.table = table
    sites = parts.sites
    fillings = parts.fillings
    self.starts = starts
    self.indices = indices
  }

  /// One template of `program` with steps of its own, which call no other.
  init(_ program: Program, steps: [Step], blocks: [TextBlock]) {
    self.steps = steps
    self.blocks = blocks
    names = program.names
    bits = program.bits
    mask = steps.reduce(0) { $1.hasPath && $1.a >= 0 ? $0 | program.bits[Int($1.a)] : $0 }
    rest = program.rest
    table = program.table
    (literals, lineEnds, sites, fillings, starts, indices) = ([], [], [], [], [0], [:])
  }

  /// What is given to a block: of all that fill it, the outermost has the last word.
  func filling(of block: Int32, from scope: Int, in scopes: [Scope]) -> (start: Int, outer: Int)? {
    var found: (start: Int, outer: Int)?
    var index = scope
    while index >= 0 {
      let candidates = fillings[scopes[index].fillings]
      let place = candidates.firstPlace { $0.block >= block }
      if place < candidates.endIndex, candidates[place].block == block {
        found = (Int(candidates[place].start), scopes[index].outer)
      }
      index = scopes[index].outer
    }
    return found
  }

  /// What is at the end of a path that begins with a value; absent where it breaks off.
  func descend(from value: Value, _ path: Range<Int>) -> Value {
    var value = value
    for number in rest[path] {
      guard case .object(let object) = value, let place = object.index(of: names[Int(number)]) else { return .absent }
      value = object.fields[place].1
    }
    return value
  }

  /// The place of a name in `names`; nil where no template asks for it.
  func number(of name: Name) -> Int? {
    var place = Int(truncatingIfNeeded: name.hash) & (table.count - 1)
    while table[place] >= 0 {
      let number = Int(table[place])
      if names[number] == name { return number }
      place = (place + 1) & (table.count - 1)
    }
    return nil
  }
}

extension RandomAccessCollection {
  /// The first place from which on `isReached` holds; false elements come first. O(log count).
  func firstPlace(_ isReached: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let middle = index(low, offsetBy: count / 2)
      if isReached(self[middle]) {
        count /= 2
      } else {
        low = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return low
  }
}
