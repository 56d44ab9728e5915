// Carries out the steps of a program for one value. Everything that nests (sections, calls, blocks, contexts) is kept
// on stacks of its own, so depth costs memory, never the thread's stack.

import Diagnostics

struct Renderer {
  /// What a section put on the stack: its value, or an entry of its list.
  private struct Context {
    var value: Value
    /// Most objects that are asked for a name do not have it, and are not touched: that would count references up and
    /// down which other threads count too.
    var mask: UInt64
    var list: [Value] = []
    var index = 0

    init(_ value: Value) {
      self.value = value
      mask = value.mask
    }
  }

  /// Where a call goes back to, and how things were before it.
  private struct Call {
    var next: Int
    var indentCount: Int
    var scope: Int
    var scopeCount: Int
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
  /// What is rendered, its fields, and those of the object around it.
  private let value: Value
  private let page: [(Name, Value)]
  private let outer: [(Name, Value)]
  /// For each of the program's names its place in `page`, or behind that in `outer`; −1 where neither has it.
  private var places: [Int32]
  private var contexts: [Context] = []
  private var calls: [Call] = []
  private var scopes: [Scope] = []
  private var scope = -1
  private var depth = 0
  private var work = 0
  private var outputLimit = 0
  /// Put before each line of a template, but not before lines within values.
  private var indent: [UInt8] = []
  private var isAtLineStart = true

  /// Names are looked for in `value`, then in `outer`.
  init(_ program: Program, _ templates: [Template], _ value: Value, within outer: Value, _ limits: RenderLimits) {
    self.program = program
    self.templates = templates
    self.limits = limits
    self.value = value
    page = value.fields
    self.outer = outer.fields
    var places = [Int32](repeating: -1, count: program.names.count)
    for place in self.outer.indices {
      if let number = program.number(of: self.outer[place].0) { places[number] = Int32(page.count + place) }
    }
    for place in page.indices {
      if let number = program.number(of: page[place].0) { places[number] = Int32(place) }
    }
    self.places = places
    contexts.reserveCapacity(8)
    calls.reserveCapacity(8)
  }

  mutating func run(from template: Int, into output: inout Output) {
    let (steps, literals) = (program.steps, program.literals)
    let text = literals.span
    outputLimit = output.count + limits.output
    var next = program.starts[template]
    while true {
      let step = steps[next]
      next += 1
      switch step.kind {
      case .literal:
        if indent.isEmpty {
          output.put(text.extracting(Int(step.a)..<Int(step.b)))
        } else {
          addIndented(step, text, to: &output)
        }
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

  private mutating func addIndented(_ step: Step, _ literals: Span<UInt8>, to output: inout Output) {
    var start = Int(step.a)
    for line in Int(step.c)..<Int(step.d) where output.count <= outputLimit {
      addIndentIfDue(to: &output)
      let end = Int(program.lineEnds[line])
      output.put(literals.extracting(start..<end))
      start = end
      isAtLineStart = true
    }
    guard start < Int(step.b) else { return }
    addIndentIfDue(to: &output)
    output.put(literals.extracting(start..<Int(step.b)))
  }

  private mutating func addIndentIfDue(to output: inout Output) {
    guard isAtLineStart else { return }
    output.put(indent.span)
    isAtLineStart = false
  }

  private mutating func add(_ value: Value, isRaw: Bool, to output: inout Output) {
    if !indent.isEmpty { addIndentIfDue(to: &output) }
    switch value {
    case .text(let text):
      let text = text.utf8
      if isRaw { output.put(text.span) } else { output.put(escaping: text.span) }
    case .html(let bytes): output.put(bytes.span)
    case .escaped(let bytes, let html): if isRaw { output.put(bytes.span) } else { output.put(html.span) }
    case .bytes(let bytes): if isRaw { output.put(bytes.span) } else { output.put(escaping: bytes.span) }
    case .integer(let number): output.put(decimal: number)
    case .bool(let flag):
      let text = (flag ? "true" : "false").utf8
      output.put(text.span)
    case .absent, .list, .object: break
    }
  }

  // MARK: Names

  private mutating func resolve(_ step: Step) -> Value {
    guard step.a >= 0 else { return contexts.last?.value ?? value }
    let number = Int(step.a)
    let bit = program.bits[number]
    var index = contexts.count - 1
    work += contexts.count + 1
    while index >= 0 {
      if contexts[index].mask & bit != 0, case .object(let object) = contexts[index].value,
        let place = object.index(of: program.names[number])
      {
        let found = object.fields[place].1
        return step.b == step.c ? found : program.descend(from: found, Int(step.b)..<Int(step.c))
      }
      index -= 1
    }
    let place = Int(places[number])
    guard place >= 0 else { return .absent }
    let found = place < page.count ? page[place].1 : outer[place - page.count].1
    return step.b == step.c ? found : program.descend(from: found, Int(step.b)..<Int(step.c))
  }

  // MARK: Sections

  private mutating func enter(_ value: Value) -> Bool {
    guard value.isShown else { return false }
    work += 1
    if case .list(let values) = value {
      contexts.append(Context(values[0]))
      contexts[contexts.count - 1].list = values
    } else {
      contexts.append(Context(value))
    }
    return true
  }

  /// True if a list has another entry, which is then the context.
  private mutating func leaveOrRepeat() -> Bool {
    let top = contexts.count - 1
    let index = contexts[top].index + 1
    guard index < contexts[top].list.count else {
      contexts.removeLast()
      return false
    }
    work += 1
    contexts[top].index = index
    contexts[top].value = contexts[top].list[index]
    contexts[top].mask = contexts[top].value.mask
    return true
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

  private mutating func block(_ step: Step, at next: Int, _ output: inout Output) -> Int {
    let site = program.sites[Int(step.d)]
    guard let filling = filling(of: step.a) else {
      if site.indentsOwnText, let blanks = site.indent {
        if !indent.isEmpty { addIndentIfDue(to: &output) }
        for blank in program.literals[Int(blanks.lowerBound)..<Int(blanks.upperBound)] { output.put(blank) }
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
    calls.append(Call(next: next, indentCount: indent.count, scope: scope, scopeCount: scopes.count))
    if let blanks = site.indent, !blanks.isEmpty {
      if indent.isEmpty { isAtLineStart = true }  // not kept while nothing is indented
      indent += program.literals[Int(blanks.lowerBound)..<Int(blanks.upperBound)]
    }
    return true
  }

  private mutating func goBack() -> Int? {
    guard let call = calls.popLast() else { return nil }
    depth -= 1
    if indent.count > call.indentCount { indent.removeLast(indent.count - call.indentCount) }
    scope = call.scope
    if scopes.count > call.scopeCount { scopes.removeLast(scopes.count - call.scopeCount) }
    return call.next
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

  fileprivate var fields: [(Name, Value)] {
    if case .object(let object) = self { object.fields } else { [] }
  }

  /// What a dynamic partial takes for the name of a template.
  fileprivate var templateName: String? {
    switch self {
    case .text(let text): text.isEmpty ? nil : text
    case .bytes(let bytes), .escaped(let bytes, _): bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
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
