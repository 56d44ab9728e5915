// Carries out the steps of a program for one value. Everything that nests (sections, calls, blocks, contexts) is kept
// on stacks of its own, so depth costs memory, never the thread's stack.

import Diagnostics

/// What a section put on the stack, for names to be looked for in.
private struct Context {
  var value: Cell
  /// Without a name's bit here, it is not among the fields of an object.
  var mask: UInt64 = 0
  /// The entry of a list that comes behind this one; −1 where there is none.
  var next = -1
  var listHome = Cell.Home.own

  init(_ value: Cell) {
    self.value = value
    if value.kind == .object { mask = value.mask }
  }
}

struct Renderer: ~Copyable {
  /// Where a call goes back to, and how things were before it.
  private struct Call {
    var next: Int
    var indentCount: Int
    var scope: Int
    var scopeCount: Int
  }

  private let program: Program
  private let templates: [Template]
  private let limits: RenderLimits
  private let outer: Surroundings
  private let homes: Homes
  private(set) var result = Rendering()
  /// First what is rendered.
  private var contexts: [Context] = []
  /// For each of the program's names its value in what is rendered, or else around it.
  private var cells: [Cell]
  /// The numbers of what is rendered.
  private var filled: [Int] = []
  private var calls: [Call] = []
  private var scopes: [Scope] = []
  private var scope = -1
  private var depth = 0
  private var work = 0
  private var outputLimit = 0
  /// Put before each line of a template, but not before lines within values.
  private var indent: [UInt8] = []
  private var isAtLineStart = true

  /// Names are looked for in what is rendered, then in `outer`.
  init(
    _ program: Program, _ templates: [Template], _ values: KeptValues, _ kept: KeptValues,
    within outer: Surroundings, _ limits: RenderLimits
  ) {
    self.program = program
    self.templates = templates
    self.limits = limits
    self.outer = outer
    homes = Homes(surroundings: outer.values, own: values, kept: kept)
    cells = outer.cells
    contexts.reserveCapacity(8)
    filled.reserveCapacity(64)
  }

  /// Takes `root`, one of the values, as what is rendered, in place of what was before.
  mutating func start(with root: Cell) {
    contexts.removeAll(keepingCapacity: true)
    let root = homes.found(root, .own)
    contexts.append(Context(root))
    work = 0
    // Put one by one into an array of this one's, each would have it asked whether somebody else holds it.
    var cells: [Cell] = []
    swap(&cells, &self.cells)
    fill(&cells, with: root)
    swap(&cells, &self.cells)
  }

  private mutating func fill(_ cells: inout [Cell], with root: Cell) {
    var cells = cells.mutableSpan
    for number in filled { cells[number] = outer.cells[number] }
    filled.removeAll(keepingCapacity: true)
    guard root.kind == .object else { return }
    var place = root.field
    while place >= 0 {
      let field = homes.field(place, root.home)
      place = Int(field.link)
      guard program.mask & field.name.bit != 0, let number = program.number(of: field.name),
        cells[number].home == .surroundings
      else { continue }
      cells[number] = homes.found(field.cell, root.home)
      filled.append(number)
    }
  }

  mutating func run(from template: Int, into output: inout Output) {
    let (steps, literals, blocks) = (program.steps, program.literals, program.blocks)
    let text = literals.span
    outputLimit = output.count + limits.output
    var next = program.starts[template]
    while true {
      let step = steps[next]
      next += 1
      if step.byteCount > 0 { output.put(blocks.span, from: Int(step.block), byteCount: Int(step.byteCount)) }
      switch step.kind {
      case .literal:
        if indent.isEmpty {
          output.put(text.extracting(Int(step.a)..<Int(step.b)))
        } else {
          addIndented(step, text, to: &output)
        }
      case .escaped, .raw:
        if !indent.isEmpty { addIndentIfDue(to: &output) }
        homes.put(value(step.a, step.b, step.c), isEscaped: step.kind == .escaped, to: &output)
      case .section:
        let value = value(step.a, step.b, step.c)
        if value.isShown { enter(value) } else { next = Int(step.d) }
      case .inverted:
        if value(step.a, step.b, step.c).isShown { next = Int(step.d) }
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

  // MARK: Names

  /// The value of a step's path; absent where it breaks off.
  @inline(never)  // one copy of it keeps the loop over steps small
  private mutating func value(_ first: Int32, _ from: Int32, _ to: Int32) -> Cell {
    guard first >= 0 else { return contexts[contexts.count - 1].value }
    let number = Int(first)
    let bit = program.bits[number]
    var index = contexts.count - 1
    work += contexts.count + 1
    while index > 0 {
      if contexts[index].mask & bit != 0, let value = homes.value(of: program.names[number], in: contexts[index].value)
      {
        return from == to ? value : descend(from: value, from, to)
      }
      index -= 1
    }
    return from == to ? cells[number] : descend(from: cells[number], from, to)
  }

  /// What the other names of a path lead to.
  private func descend(from value: Cell, _ from: Int32, _ to: Int32) -> Cell {
    var value = value
    for number in Int(from)..<Int(to) {
      guard value.kind == .object,
        let inner = homes.value(of: program.names[Int(program.rest[number])], in: value)
      else { return .absent }
      value = inner
    }
    return value
  }

  // MARK: Sections

  private mutating func enter(_ value: Cell) {
    work += 1
    guard value.kind == .list else { return contexts.append(Context(value)) }
    contexts.append(entry(value.field, of: value.home))
  }

  /// True if a list has another entry, which is then the context.
  private mutating func leaveOrRepeat() -> Bool {
    let top = contexts.count - 1
    guard contexts[top].next >= 0 else {
      contexts.removeLast()
      return false
    }
    work += 1
    contexts[top] = entry(contexts[top].next, of: contexts[top].listHome)
    return true
  }

  private func entry(_ place: Int, of home: Cell.Home) -> Context {
    let field = homes.field(place, home)
    var context = Context(homes.found(field.cell, home))
    (context.next, context.listHome) = (Int(field.link), home)
    return context
  }

  // MARK: Calls and blocks

  private mutating func call(_ step: Step) -> Int {
    let site = program.sites[Int(step.d)]
    let next = Int(site.next)
    var target = Int(step.a)
    if step.kind == .dynamicCall {
      guard let name = templateName(value(step.a, step.b, step.c)) else { return next }
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
    work += scopes.count
    guard let filling = program.filling(of: step.a, from: scope, in: scopes) else {
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

  /// What a dynamic partial takes for the name of a template.
  private mutating func templateName(_ value: Cell) -> String? {
    switch value.kind {
    case .text, .escaped:
      var name = Output()
      homes.put(value, isEscaped: false, to: &name)
      return name.count > 0 ? String(decoding: name.finished(), as: UTF8.self) : nil
    case .integer: return String(value.number)
    case .absent, .bool, .html, .block, .list, .object, .gap, .kept: return nil
    }
  }
}
