// Carries out the steps of a program for one value. Everything that nests (sections, calls, blocks, contexts) is kept
// on stacks of its own, so depth costs memory, never the thread's stack.

import Diagnostics

/// Values around what is rendered, and where a program's names are among them.
struct Surroundings: Sendable {
  let context: Context
  /// For each of the program's names its place twice, or −1 where it is not there.
  let places: [Int32]

  init(_ object: Object, _ program: Program) {
    context = Context(object)
    var places = [Int32](repeating: -1, count: program.names.count)
    for place in object.fields.indices {
      if let number = program.number(of: object.fields[place].0) { places[number] = Int32(place * 2) }
    }
    self.places = places
  }
}

/// What names are looked for in: what is rendered, what is around it, and what sections put on the stack. Values are looked
/// at where they are, since a copy counts references, which other threads count too.
struct Context {
  /// Of an object.
  fileprivate let fields: [(Name, Value)]
  /// Without a name's bit here, it is not among the fields.
  private let mask: UInt64
  /// Where it is: an entry of a list, or the field of an outer context.
  fileprivate var list: [Value] = []
  fileprivate var index = 0
  fileprivate var context = -1

  init(_ object: Object) { (fields, mask) = (object.fields, object.mask) }

  /// What is no object, the field of a context.
  fileprivate init(_ field: Int, of context: Int) {
    (fields, mask, index, self.context) = ([], 0, field, context)
  }

  /// An entry of a list.
  fileprivate init(_ list: [Value], _ index: Int) {
    if case .object(let object) = list[index] { self.init(object) } else { self.init(index, of: -1) }
    (self.list, self.index) = (list, index)
  }

  @inline(__always)
  fileprivate func place(of name: Name, _ bit: UInt64) -> Int? {
    guard mask & bit != 0 else { return nil }
    var place = fields.count - 1
    while place >= 0, fields[place].0 != name { place -= 1 }
    return place >= 0 ? place : nil
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
  private(set) var result = Rendering()
  /// First what is around what is rendered, then that itself.
  private var contexts: [Context] = []
  /// For each of the program's names its place in one of the first two contexts: twice the place, and the number of the
  /// context; −1 where neither has it.
  private var places: [Int32]
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
  init(_ program: Program, _ templates: [Template], _ value: Value, within outer: Surroundings, _ limits: RenderLimits)
  {
    self.program = program
    self.templates = templates
    self.limits = limits
    contexts.reserveCapacity(8)
    contexts.append(outer.context)
    if case .object(let object) = value {
      contexts.append(Context(object))
    } else {
      contexts.append(Context([value], 0))
    }
    places = outer.places
    let fields = contexts[1].fields
    for place in fields.indices {
      if let number = program.number(of: fields[place].0) { places[number] = Int32(place * 2 + 1) }
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
        if step.isOneName {
          guard let place = place(of: step) else { continue }
          output.put(contexts[place.context].fields[place.field].1, isRaw: step.kind == .raw)
        } else {
          output.put(resolve(step), isRaw: step.kind == .raw)
        }
      case .section:
        if step.isOneName {
          guard let place = place(of: step), enter(place.field, of: place.context) else {
            next = Int(step.d)
            continue
          }
        } else {
          let value = resolve(step)
          if value.isShown { enter(value) } else { next = Int(step.d) }
        }
      case .inverted:
        if step.isOneName {
          guard let place = place(of: step), contexts[place.context].fields[place.field].1.isShown else { continue }
          next = Int(step.d)
        } else if resolve(step).isShown {
          next = Int(step.d)
        }
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

  @inline(__always)
  private mutating func place(of step: Step) -> (context: Int, field: Int)? {
    let number = Int(step.a)
    let bit = program.bits[number]
    var index = contexts.count - 1
    work += contexts.count
    while index > 1 {
      if let field = contexts[index].place(of: program.names[number], bit) { return (index, field) }
      index -= 1
    }
    let place = Int(places[number])
    return place >= 0 ? (place & 1, place >> 1) : nil
  }

  private mutating func resolve(_ step: Step) -> Value {
    guard step.a >= 0 else { return current }
    guard let place = place(of: step) else { return .absent }
    return program.descend(from: contexts[place.context].fields[place.field].1, Int(step.b)..<Int(step.c))
  }

  // MARK: Sections

  /// The value that is the innermost context.
  private var current: Value {
    let top = contexts[contexts.count - 1]
    if !top.list.isEmpty { return top.list[top.index] }
    return top.context < 0 ? .object(Object(top.fields)) : contexts[top.context].fields[top.index].1
  }

  /// Puts a field on the stack, if it is to be shown.
  @inline(__always)
  private mutating func enter(_ field: Int, of context: Int) -> Bool {
    switch contexts[context].fields[field].1 {
    case .object(let object): contexts.append(Context(object))
    case .list(let values):
      guard !values.isEmpty else { return false }
      contexts.append(Context(values, 0))
    default:
      guard contexts[context].fields[field].1.isShown else { return false }
      contexts.append(Context(field, of: context))
    }
    work += 1
    return true
  }

  private mutating func enter(_ value: Value) {
    work += 1
    if case .list(let values) = value {
      contexts.append(Context(values, 0))
    } else {
      contexts.append(Context([value], 0))
    }
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
    contexts[top] = Context(contexts[top].list, index)
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
}

extension Value {
  /// What a dynamic partial takes for the name of a template.
  fileprivate var templateName: String? {
    switch self {
    case .text(let text): text.isEmpty ? nil : text
    case .bytes(let bytes), .escaped(let bytes, _): bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    case .integer(let number): String(number)
    case .absent, .bool, .html, .list, .object, .gap: nil
    }
  }
}
