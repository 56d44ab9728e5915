// Turns the paired tags of each template into steps of one program, and notes which names it uses. Text given to the
// blocks of a parent is compiled in place, behind the call that it belongs to.

import Diagnostics

struct Compiler {
  private(set) var steps: [Step] = []
  private(set) var literals: [UInt8] = []
  private(set) var lineEnds: [Int32] = []
  private(set) var names: [Name] = []
  private(set) var rest: [Int32] = []
  private(set) var sites: [Site] = []
  private(set) var fillings: [Filling] = []
  private let templates: [String: Int]
  private var nameNumbers: [String: Int32] = [:]
  private var blockNumbers: [String: Int32] = [:]

  // Of the template being compiled.
  private var bytes: [UInt8] = []
  private var template = Template(name: "", file: "")
  private var templateIndex = 0
  private var open: [Open] = []
  private var position = 0
  private var enclosing: Int?

  /// What has been opened and not yet closed.
  private struct Open {
    enum Kind { case section, block, filling, parent, ignored }
    var kind: Kind
    var tag: Tag
    var step = 0
    /// Of the lines within: the blanks taken away from the start of each.
    var dedent: Range<Int>
    /// To go back to when it is closed.
    var enclosing: Int?
    var fillings: [Filling] = []
    var filled: Set<Int32> = []
    /// A parent's place in the template's `partials`.
    var partial = 0
    var reportsIgnored = true
  }

  init(templates: [String: Int]) { self.templates = templates }

  mutating func compile(_ source: TemplateSource, index: Int, report: inout Problems) -> Template {
    template = Template(name: source.name, file: source.file)
    templateIndex = index
    guard source.bytes.count <= TemplateSet.byteLimit, literals.count <= 1 << 30 else {
      report.add(.templateTooLarge(source.file, limit: TemplateSet.byteLimit))
      steps.append(Step(kind: .end))
      return template
    }
    bytes = source.bytes
    open = []
    enclosing = nil
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    position = start
    let scanned = Scanner.tags(of: bytes, file: source.file, from: start, report: &report)
    let tags = Nesting.paired(scanned, end: bytes.count, file: source.file, report: &report)
    let layout = Layout(bytes, tags, start: start)
    for index in tags.indices {
      let tag = tags[index]
      let placement = layout.placement(of: index)
      addText(upTo: placement.before, &report)
      position = max(position, placement.after)
      add(tag, placement, &report)
    }
    addText(upTo: bytes.count, &report)
    steps.append(Step(kind: .end))
    bytes = []
    return template
  }

  // MARK: Tags

  private mutating func add(_ tag: Tag, _ placement: Layout.Placement, _ report: inout Problems) {
    if tag.kind == .close {
      close()
    } else if isIgnoring {
      addIgnored(tag, placement, &report)
    } else {
      switch tag.kind {
      case .escaped, .raw:
        let path = addPath(tag, tag.kind == .raw ? .raw : .value)
        steps.append(Step(kind: tag.kind == .raw ? .raw : .escaped, a: path.a, b: path.b, c: path.c))
      case .section, .inverted:
        push(.section, tag)
        let path = addPath(tag, tag.kind == .section ? .section : .inverted)
        enclosing = template.names.count - 1
        steps.append(Step(kind: tag.kind == .section ? .section : .inverted, a: path.a, b: path.b, c: path.c))
      case .partial:
        addCall(tag, placement)
      case .parent:
        push(.parent, tag)
        open[open.count - 1].partial = template.partials.count
        addCall(tag, placement)
      case .block:
        push(.block, tag)
        template.blocks.insert(tag.name)
        let site = addSite(tag, indent: placement.indent, indentsOwnText: !placement.opensLine)
        steps.append(Step(kind: .block, a: blockNumber(tag.name), d: site))
      case .close, .silent: break
      }
    }
  }

  /// Directly inside a parent: only blocks count.
  private mutating func addIgnored(_ tag: Tag, _ placement: Layout.Placement, _ report: inout Problems) {
    guard tag.kind != .silent else { return }
    guard tag.kind == .block, let parent = open.indices.last, open[parent].kind == .parent else {
      reportIgnored(tag.range, &report)
      if tag.opens { push(.ignored, tag) }
      return
    }
    let number = blockNumber(tag.name)
    if !open[parent].filled.insert(number).inserted { report.add(.filledTwice(template.file, tag)) }
    open[parent].fillings.append(Filling(block: number, start: Int32(steps.count)))
    push(.filling, tag)
    if placement.opensLine, let own = placement.indent { open[open.count - 1].dedent = own }
    template.fillings.append((tag.name, tag.nameRange, open[parent].partial))
  }

  private mutating func push(_ kind: Open.Kind, _ tag: Tag) {
    let dedent = open.last?.dedent ?? 0..<0
    open.append(Open(kind: kind, tag: tag, step: steps.count, dedent: dedent, enclosing: enclosing))
  }

  private mutating func close() {
    guard let opened = open.popLast() else { return }
    enclosing = opened.enclosing
    switch opened.kind {
    case .section:
      if steps[opened.step].kind == .section {
        steps.append(Step(kind: .endSection, a: Int32(opened.step + 1)))
      }
      steps[opened.step].d = Int32(steps.count)
    case .block: sites[Int(steps[opened.step].d)].next = Int32(steps.count)
    case .filling: steps.append(Step(kind: .end))
    case .parent:
      let site = Int(steps[opened.step].d)
      let first = fillings.count
      fillings += opened.fillings.sorted { ($0.block, $0.start) < ($1.block, $1.start) }
      sites[site].fillings = first..<fillings.count
      sites[site].next = Int32(steps.count)
    case .ignored: break
    }
  }

  private mutating func addCall(_ tag: Tag, _ placement: Layout.Placement) {
    let site = addSite(tag, indent: placement.indent)
    template.partials.append(
      Template.Partial(name: tag.name, range: tag.nameRange, isDynamic: tag.isDynamic, enclosing: enclosing))
    if tag.isDynamic {
      let path = addPath(tag, .value)
      steps.append(Step(kind: .dynamicCall, a: path.a, b: path.b, c: path.c, d: site))
    } else {
      let target = tag.name.isEmpty ? -1 : templates[tag.name] ?? -1
      steps.append(Step(kind: .call, a: Int32(target), d: site))
    }
    sites[Int(site)].next = Int32(steps.count)
  }

  private mutating func addSite(_ tag: Tag, indent: Range<Int>?, indentsOwnText: Bool = false) -> Int32 {
    var site = Site(template: templateIndex, range: tag.nameRange)
    if let indent {
      let kept = withoutDedent(indent)
      site.indent = Int32(literals.count)..<Int32(literals.count + kept.count)
      literals += bytes[kept]
      site.indentsOwnText = indentsOwnText
    }
    sites.append(site)
    return Int32(sites.count - 1)
  }

  // MARK: Names

  private mutating func addPath(_ tag: Tag, _ use: Template.NameUse.Kind) -> (a: Int32, b: Int32, c: Int32) {
    let parts = tag.name == "." ? [] : tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    template.names.append(Template.NameUse(parts: parts, kind: use, range: tag.nameRange, enclosing: enclosing))
    guard let first = parts.first else { return (-1, 0, 0) }
    let start = rest.count
    for part in parts.dropFirst() { rest.append(nameNumber(part)) }
    return (nameNumber(first), Int32(start), Int32(rest.count))
  }

  private mutating func nameNumber(_ text: String) -> Int32 {
    if let known = nameNumbers[text] { return known }
    names.append(Name(text))
    nameNumbers[text] = Int32(names.count - 1)
    return Int32(names.count - 1)
  }

  private mutating func blockNumber(_ text: String) -> Int32 {
    let number = blockNumbers[text] ?? Int32(blockNumbers.count)
    blockNumbers[text] = number
    return number
  }

  // MARK: Text

  private var isIgnoring: Bool { open.last.map { $0.kind == .parent || $0.kind == .ignored } ?? false }

  private mutating func reportIgnored(_ range: ByteRange, _ report: inout Problems) {
    guard let innermost = open.last, innermost.kind == .parent, innermost.reportsIgnored else { return }
    open[open.count - 1].reportsIgnored = false  // one problem a parent
    report.add(.ignored(template.file, range, parent: innermost.tag))
  }

  private mutating func addText(upTo end: Int, _ report: inout Problems) {
    guard position < end else { return }
    let range = position..<end
    position = end
    guard !isIgnoring else {
      guard let first = bytes[range].firstIndex(where: { !$0.isBlank }) else { return }
      var upper = first
      while upper < end, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
      reportIgnored(ByteRange(first, upper), &report)
      return
    }
    let start = literals.count
    if (open.last?.dedent ?? 0..<0).isEmpty {
      literals += bytes[range]
    } else {
      addDedented(range)
    }
    guard literals.count > start else { return }
    let firstLine = lineEnds.count
    for index in start..<literals.count where literals[index] == UInt8(ascii: "\n") {
      lineEnds.append(Int32(index + 1))
    }
    steps.append(
      Step(
        kind: .literal, a: Int32(start), b: Int32(literals.count), c: Int32(firstLine), d: Int32(lineEnds.count)))
  }

  private mutating func addDedented(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      var lineEnd = index
      while lineEnd < range.upperBound, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      let next = min(lineEnd + 1, range.upperBound)
      let isLineStart = index > 0 && bytes[index - 1] == UInt8(ascii: "\n")
      literals += bytes[isLineStart ? withoutDedent(index..<next) : index..<next]
      index = next
    }
  }

  /// A line's range without the blanks that all lines of the innermost filling share.
  private func withoutDedent(_ line: Range<Int>) -> Range<Int> {
    let dedent = open.last?.dedent ?? 0..<0
    var count = 0
    while count < dedent.count, line.lowerBound + count < line.upperBound,
      bytes[line.lowerBound + count] == bytes[dedent.lowerBound + count]
    {
      count += 1
    }
    return line.lowerBound + count..<line.upperBound
  }
}
