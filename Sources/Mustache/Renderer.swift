// Carries out the steps of a program for one value. Everything that nests (sections, calls, blocks, contexts) is kept
// on stacks of its own, so depth costs memory, never the thread's stack.

import Diagnostics

struct Renderer {
  private struct Frame {
    enum Kind { case call, section, loop }
    var kind: Kind
    /// Where a call goes back to.
    var next = 0
    /// How things were before a call.
    var indentCount = 0
    var scope = -1
    var scopeCount = 0
  }

  private struct Loop {
    var values: [Value]
    var index: Int
  }

  /// The blocks that a parent tag fills, for the time of its call. Scopes form a chain from the innermost outwards.
  private struct Scope {
    var fillings: Range<Int>
    var outer: Int
  }

  private let program: Program
  private let templates: [Template]
  private let limits: RenderLimits
  private(set) var result = Rendering()
  private var contexts: [Value] = []
  /// For each context the mask of its names: most of those that are asked do not have the name, and are not touched,
  /// for that would count references up and down which other threads count too.
  private var masks: [UInt64] = []
  private var frames: [Frame] = []
  private var loops: [Loop] = []
  private var scopes: [Scope] = []
  private var scope = -1
  private var depth = 0
  private var work = 0
  private var outputLimit = 0
  /// Put before each line of a template, but not before lines within values.
  private var indent: [UInt8] = []
  private var isAtLineStart = true

  /// `values`: what names are looked for in, the last one first.
  init(_ program: Program, _ templates: [Template], _ values: [Value], _ limits: RenderLimits) {
    self.program = program
    self.templates = templates
    self.limits = limits
    for value in values { push(value) }
  }

  private mutating func push(_ value: Value) {
    contexts.append(value)
    masks.append(value.mask)
  }

  mutating func run(from template: Int, into output: inout [UInt8]) {
    let steps = program.steps
    outputLimit = output.count + limits.output
    var next = program.starts[template]
    while true {
      let step = steps[next]
      next += 1
      switch step.kind {
      case .literal: addLiteral(step, to: &output)
      case .escaped: add(resolve(step), isRaw: false, to: &output)
      case .raw: add(resolve(step), isRaw: true, to: &output)
      case .section:
        if !enter(resolve(step)) { next = Int(step.d) }
      case .inverted:
        if resolve(step).isShown { next = Int(step.d) }
      case .endSection:
        if leaveOrRepeat() { next = Int(step.a) }
      case .call, .dynamicCall: next = call(step)
      case .block: next = block(step, at: next, &output)
      case .end:
        guard let target = goBack() else { return }
        next = target
      }
      if work > limits.work { return stop(.work, at: next - 1) }
      if output.count > outputLimit { return stop(.output, at: next - 1) }
      if result.stopped != nil { return }
    }
  }

  // MARK: Printing

  private mutating func addLiteral(_ step: Step, to output: inout [UInt8]) {
    guard !indent.isEmpty else {
      output.append(contentsOf: program.literals[Int(step.a)..<Int(step.b)])
      return
    }
    var start = Int(step.a)
    for line in Int(step.c)..<Int(step.d) where output.count <= outputLimit {
      addIndentIfDue(to: &output)
      let end = Int(program.lineEnds[line])
      output.append(contentsOf: program.literals[start..<end])
      start = end
      isAtLineStart = true
    }
    guard start < Int(step.b) else { return }
    addIndentIfDue(to: &output)
    output.append(contentsOf: program.literals[start..<Int(step.b)])
  }

  private mutating func addIndentIfDue(to output: inout [UInt8]) {
    guard isAtLineStart else { return }
    output.append(contentsOf: indent)
    isAtLineStart = false
  }

  private mutating func add(_ value: Value, isRaw: Bool, to output: inout [UInt8]) {
    if !indent.isEmpty { addIndentIfDue(to: &output) }
    switch value {
    case .text(let text):
      if isRaw { output.append(contentsOf: text.utf8) } else { output.append(escaping: text) }
    case .html(let bytes): output.append(contentsOf: bytes)
    case .bytes(let bytes):
      if isRaw { output.append(contentsOf: bytes) } else { output.append(escaping: bytes) }
    case .integer(let number): output.append(decimal: number)
    case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .absent, .list, .object: break
    }
  }

  // MARK: Names

  private mutating func resolve(_ step: Step) -> Value {
    guard step.a >= 0 else { return contexts.last ?? .absent }
    var index = contexts.count - 1
    let bit = program.bits[Int(step.a)]
    while index >= 0 {
      work += 1
      if masks[index] & bit != 0, case .object(let object) = contexts[index],
        let place = object.index(of: program.names[Int(step.a)])
      {
        let found = object.value(at: place)
        return step.b == step.c ? found : descend(from: found, step)
      }
      index -= 1
    }
    return .absent
  }

  private func descend(from value: Value, _ step: Step) -> Value {
    var value = value
    for number in program.rest[Int(step.b)..<Int(step.c)] {
      guard case .object(let object) = value, let place = object.index(of: program.names[Int(number)]) else {
        return .absent
      }
      value = object.value(at: place)
    }
    return value
  }

  // MARK: Sections

  private mutating func enter(_ value: Value) -> Bool {
    guard value.isShown else { return false }
    work += 1
    if case .list(let values) = value {
      frames.append(Frame(kind: .loop))
      loops.append(Loop(values: values, index: 0))
      push(values[0])
    } else {
      frames.append(Frame(kind: .section))
      push(value)
    }
    return true
  }

  /// True if a list has another entry, which is then the context.
  private mutating func leaveOrRepeat() -> Bool {
    let top = frames.count - 1
    if frames[top].kind == .loop {
      let loop = loops.count - 1
      let index = loops[loop].index + 1
      if index < loops[loop].values.count {
        work += 1
        loops[loop].index = index
        let value = loops[loop].values[index]
        contexts[contexts.count - 1] = value
        masks[masks.count - 1] = value.mask
        return true
      }
      loops.removeLast()
    }
    frames.removeLast()
    contexts.removeLast()
    masks.removeLast()
    return false
  }

  // MARK: Calls and blocks

  private mutating func call(_ step: Step) -> Int {
    let site = program.sites[Int(step.d)]
    let next = Int(site.next)
    var target = Int(step.a)
    if step.kind == .dynamicCall {
      guard let name = resolve(step).templateName else { return next }
      guard let index = program.indices[name] else {
        noteMissing(name, site)
        return next
      }
      target = index
    }
    guard target >= 0, push(site, next: next) else { return next }
    if !site.fillings.isEmpty {
      scopes.append(Scope(fillings: site.fillings, outer: scope))
      scope = scopes.count - 1
    }
    return program.starts[target]
  }

  private mutating func block(_ step: Step, at next: Int, _ output: inout [UInt8]) -> Int {
    let site = program.sites[Int(step.d)]
    guard let filling = filling(of: step.a) else {
      if site.indentsOwnText, let blanks = site.indent {
        if !indent.isEmpty { addIndentIfDue(to: &output) }
        output.append(contentsOf: program.literals[Int(blanks.lowerBound)..<Int(blanks.upperBound)])
      }
      return next
    }
    guard push(site, next: Int(site.next)) else { return Int(site.next) }
    // A filling sees only what was filled from outside the template that it stands in.
    scope = filling.outer
    return filling.start
  }

  private mutating func push(_ site: Site, next: Int) -> Bool {
    work += 1
    depth += 1
    guard depth <= limits.depth, indent.count + (site.indent?.count ?? 0) <= limits.indent else {
      stop(.depth, site)
      return false
    }
    frames.append(
      Frame(kind: .call, next: next, indentCount: indent.count, scope: scope, scopeCount: scopes.count))
    if let blanks = site.indent, !blanks.isEmpty {
      if indent.isEmpty { isAtLineStart = true }  // not kept while nothing is indented
      indent += program.literals[Int(blanks.lowerBound)..<Int(blanks.upperBound)]
    }
    return true
  }

  private mutating func goBack() -> Int? {
    guard let frame = frames.popLast() else { return nil }
    depth -= 1
    indent.removeLast(indent.count - frame.indentCount)
    scope = frame.scope
    scopes.removeLast(scopes.count - frame.scopeCount)
    return frame.next
  }

  /// What is given to a block: of all that fill it, the outermost has the last word.
  private mutating func filling(of block: Int32) -> (start: Int, outer: Int)? {
    var found: (start: Int, outer: Int)?
    var index = scope
    while index >= 0 {
      work += 1
      let candidates = program.fillings[scopes[index].fillings]
      let place = candidates.firstPlace { $0.block >= block }
      if place < candidates.endIndex, candidates[place].block == block {
        found = (Int(candidates[place].start), scopes[index].outer)
      }
      index = scopes[index].outer
    }
    return found
  }

  // MARK: Facts

  private mutating func noteMissing(_ name: String, _ site: Site) {
    let template = templates[site.template]
    let missing = MissingTemplate(name: name, template: template.name, file: template.file, range: site.range)
    if result.missing.count < 100, !result.missing.contains(missing) { result.missing.append(missing) }
  }

  private mutating func stop(_ limit: Rendering.Limit, _ site: Site) {
    let template = templates[site.template]
    result.stopped = (limit, template.name, template.file, site.range)
  }

  /// For the limits that no single tag passes: the template is named, the place is its start.
  private mutating func stop(_ limit: Rendering.Limit, at step: Int) {
    let index = (program.starts.firstPlace { $0 > step }) - 1
    let template = templates[max(0, index)]
    result.stopped = (limit, template.name, template.file, .start)
  }
}

extension Value {
  fileprivate var mask: UInt64 { if case .object(let object) = self { object.mask } else { 0 } }

  /// What a dynamic partial takes for the name of a template.
  fileprivate var templateName: String? {
    switch self {
    case .text(let text): text.isEmpty ? nil : text
    case .bytes(let bytes): bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    case .integer(let number): String(number)
    case .absent, .bool, .html, .list, .object: nil
    }
  }
}

extension RandomAccessCollection {
  /// The first place from which on `isReached` holds; false elements come first. O(log count).
  fileprivate func firstPlace(_ isReached: (Element) -> Bool) -> Index {
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

extension [UInt8] {
  fileprivate mutating func append(decimal number: Int) {
    if (0..<10).contains(number) {
      append(UInt8(ascii: "0") + UInt8(number))
    } else {
      append(contentsOf: String(number).utf8)
    }
  }
}
