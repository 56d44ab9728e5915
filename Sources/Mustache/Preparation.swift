// Prints ahead of time what is the same on every page: texts and constants become one literal, sections over constants are
// kept or left out, called templates and filled blocks are put in place. What remains is a program of one template, whose
// steps are the page's own values. Nothing is prepared that cannot be done so exactly: templates that call themselves or
// that a value names, and calls whose lines are indented, are rendered from the whole program.

struct Preparation {
  private struct Call {
    var next: Int
    var scope: Int
  }

  /// A section that has been entered: over a constant, or of the program that is being made.
  private enum Section {
    case constant([Value], index: Int)
    case step(Int)
  }

  /// An inverted section of the program that is being made, and where its end is in the whole program.
  private struct Inverted {
    var step: Int
    var end: Int
    var depth: Int
  }

  /// Steps of the whole program that are followed: sections over lists within one another, or partials that are brought in
  /// twice each, would take for ever.
  private static let workLimit = 20_000
  private static let depthLimit = 50

  private let program: Program
  private let constants: Object
  private var steps: [Step] = []
  private var blocks: [TextBlock] = []
  /// What the next step prints before it does anything else.
  private var text = Output()
  private var sections: [Section] = []
  private var inverted: [Inverted] = []
  private var calls: [Call] = []
  private var scopes: [Scope] = []
  private var scope = -1

  /// The template at a place of the program's; nil where it cannot be prepared.
  static func prepare(_ program: Program, _ template: Int, _ constants: Object) -> Program? {
    var preparation = Preparation(program, constants)
    guard preparation.run(from: program.starts[template]) else { return nil }
    return Program(program, steps: preparation.steps, blocks: preparation.blocks)
  }

  private init(_ program: Program, _ constants: Object) {
    self.program = program
    self.constants = constants
  }

  private mutating func run(from start: Int) -> Bool {
    let program = program
    var next = start
    var work = 0
    while work < Self.workLimit, text.count + blocks.count * TextBlock.scalarCount < TemplateSet.byteLimit {
      work += 1
      while let last = inverted.last, last.end == next, last.depth == calls.count {
        if text.count > 0 { add(Step(kind: .literal)) }
        steps[last.step].d = Int32(steps.count)
        inverted.removeLast()
      }
      let step = program.steps[next]
      next += 1
      switch step.kind {
      case .literal: put(Int(step.a)..<Int(step.b))
      case .escaped, .raw:
        guard let value = constant(step), !value.isLeftOpen else {
          add(step)
          continue
        }
        text.put(value, isRaw: step.kind == .raw)
      case .section:
        guard let value = constant(step), !value.hasNames else {
          add(step)
          sections.append(.step(steps.count - 1))
          continue
        }
        guard value.isShown else {
          next = Int(step.d)
          continue
        }
        if case .list(let values) = value {
          sections.append(.constant(values, index: 0))
        } else {
          sections.append(.constant([value], index: 0))
        }
      case .inverted:
        if let value = constant(step) {
          if value.isShown { next = Int(step.d) }
        } else {
          add(step)
          inverted.append(Inverted(step: steps.count - 1, end: Int(step.d), depth: calls.count))
        }
      case .endSection: if leaveOrRepeat() { next = Int(step.a) }
      case .call:
        let site = program.sites[Int(step.d)]
        next = Int(site.next)
        guard step.a >= 0 else { continue }
        guard push(site) else { return false }
        if !site.fillings.isEmpty {
          scopes.append(Scope(fillings: site.fillings, outer: scope))
          scope = scopes.count - 1
        }
        next = program.starts[Int(step.a)]
      case .block:
        let site = program.sites[Int(step.d)]
        guard let filling = program.filling(of: step.a, from: scope, in: scopes) else {
          if site.indentsOwnText, let blanks = site.indent {
            put(Int(blanks.lowerBound)..<Int(blanks.upperBound))
          }
          continue
        }
        guard push(site) else { return false }
        (next, scope) = (filling.start, filling.outer)
      case .dynamicCall: return false
      case .end:
        guard let call = calls.popLast() else {
          add(step)
          return true
        }
        (next, scope) = (call.next, call.scope)
      }
    }
    return false
  }

  // MARK: Names

  /// The value of a step's path where it is the same on every page: a constant, or the entry of one.
  private func constant(_ step: Step) -> Value? {
    guard step.a >= 0 else {
      guard case .constant(let values, let index) = sections.last else { return nil }
      return values[index]
    }
    guard let place = constants.index(of: program.names[Int(step.a)]) else { return nil }
    return program.descend(from: constants.fields[place].1, Int(step.b)..<Int(step.c))
  }

  // MARK: Sections and calls

  /// True if a constant list has another entry.
  private mutating func leaveOrRepeat() -> Bool {
    switch sections.popLast() {
    case .constant(let values, let index):
      guard index + 1 < values.count else { return false }
      sections.append(.constant(values, index: index + 1))
      return true
    case .step(let step):
      add(Step(kind: .endSection, a: Int32(step + 1)))
      steps[step].d = Int32(steps.count)
    case nil: break
    }
    return false
  }

  /// Puts a template or a filling in place.
  private mutating func push(_ site: Site) -> Bool {
    guard calls.count < Self.depthLimit, (site.indent ?? 0..<0).isEmpty else { return false }
    calls.append(Call(next: Int(site.next), scope: scope))
    return true
  }

  // MARK: Steps

  private mutating func put(_ part: Range<Int>) {
    let source = program.literals
    text.put(source.span.extracting(part))
  }

  private mutating func add(_ step: Step) {
    steps.append(step)
    steps[steps.count - 1].block = Int32(blocks.count)
    steps[steps.count - 1].byteCount = Int32(text.count)
    let bytes = text.finished()
    text = Output()
    for start in stride(from: 0, to: bytes.count, by: TextBlock.scalarCount) {
      var block = TextBlock()
      for index in start..<min(start + TextBlock.scalarCount, bytes.count) { block[index - start] = bytes[index] }
      blocks.append(block)
    }
  }
}

extension Value {
  /// Whether names may be looked for in it.
  fileprivate var hasNames: Bool {
    switch self {
    case .object: true
    case .list(let values): values.contains { if case .object = $0 { true } else { false } }
    default: false
    }
  }

  fileprivate var isLeftOpen: Bool { if case .gap = self { true } else { false } }
}
