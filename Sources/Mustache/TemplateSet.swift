// All templates of a site, compiled together because they call one another. Immutable: any number of threads may
// render from one set.

package import Diagnostics

/// Compiled templates that can bring in one another by name.
package struct TemplateSet: Sendable {
  /// The largest template that is read.
  package static let byteLimit = 16 << 20

  /// In the order given; where two share a name, the later is the one that is rendered.
  package let templates: [Template]
  let program: Program

  /// Compiles all templates and reports every mistake in them. A template with mistakes can still be rendered, as far
  /// as it was understood.
  package init(_ sources: [TemplateSource], report: inout Problems) {
    var indices: [String: Int] = [:]
    for (index, source) in sources.enumerated() { indices[source.name] = index }
    var compiler = Compiler(templates: indices)
    var compiled: [Template] = []
    var starts: [Int] = []
    for (index, source) in sources.enumerated() {
      starts.append(compiler.steps.count)
      var mistakes = Problems(limit: Problem.most)
      compiled.append(compiler.compile(source, index: index, report: &mistakes))
      report.add(contentsOf: mistakes.withOthers(of: .templateSyntax, in: source.file))
    }
    var unknownBlocks = UnknownBlocks(compiled, indices)
    unknownBlocks.check(report: &report)
    templates = compiled
    program = Program(compiler, starts: starts, indices: indices)
  }

  /// The places that bring in a template by a fixed name which the set does not have; nothing is printed there.
  package var missingPartials: [MissingTemplate] {
    templates.flatMap { template in
      template.partials.compactMap { partial in
        guard !partial.isDynamic, !partial.name.isEmpty, program.indices[partial.name] == nil else { return nil }
        return MissingTemplate(name: partial.name, template: template.name, file: template.file, range: partial.range)
      }
    }
  }

  /// Appends the template `name`, filled with `value`, to `output`.
  package func render(
    _ name: String, _ value: Value, into output: inout [UInt8], limits: RenderLimits = RenderLimits()
  ) -> Rendering {
    var written = Output(output)
    output = []
    let values = FlatValues(value)
    let rendering = render(
      name, values.root, of: KeptValues(values), KeptValues(), within: Surroundings(Object(), program), into: &written,
      limits)
    output = written.finished()
    return rendering
  }

  /// The template `name` with `constants` in place, to be filled many times. A constant means the same everywhere: no
  /// value that fills the template may have a name that is a constant's, and no constant is kept (`Value.kept`).
  package func prepared(_ name: String, with constants: Object) -> PreparedTemplate {
    PreparedTemplate(self, name, constants)
  }

  /// Whether a template other than `ignored` uses the name of a value.
  package func uses(_ value: String, besides ignored: String = "") -> Bool {
    templates.contains { template in
      template.name != ignored && template.names.contains { $0.parts.contains(value) }
    }
  }

  fileprivate func render(
    _ name: String, _ root: Cell, of values: KeptValues, _ kept: KeptValues, within outer: Surroundings,
    into output: inout Output, _ limits: RenderLimits
  ) -> Rendering {
    guard let index = program.indices[name] else {
      return Rendering(missing: [MissingTemplate(name: name, template: name, file: "", range: .start)])
    }
    var renderer = Renderer(program, templates, values, kept, within: outer, limits)
    renderer.start(with: root)
    renderer.run(from: index, into: &output)
    return renderer.result
  }
}

/// A template in which all that is the same on many pages has been printed already.
package final class PreparedTemplate: Sendable {
  private let set: TemplateSet
  private let name: String
  private let constants: Surroundings
  /// nil where it has to be rendered from the whole program.
  private let prepared: Program?

  fileprivate init(_ set: TemplateSet, _ name: String, _ constants: Object) {
    self.set = set
    self.name = name
    self.constants = Surroundings(constants, set.program)
    prepared = set.program.indices[name].flatMap { Preparation.prepare(set.program, $0, constants) }
  }

  /// Appends it, filled with `value`, to `output`.
  package func render(_ value: Value, into output: inout Output, limits: RenderLimits = RenderLimits()) -> Rendering {
    render(FlatValues(value), KeptValues(), into: &output, limits: limits)
  }

  /// Appends it, filled with `values`, to `output`; `kept` are what they refer to.
  package func render(
    _ values: FlatValues, _ kept: KeptValues, into output: inout Output, limits: RenderLimits = RenderLimits()
  ) -> Rendering {
    render([values.root], of: KeptValues(values), kept, into: &output, limits) { _ in }
  }

  /// Appends it once for each of a list, and tells after each what there is then. Stops where one cannot be rendered to
  /// its end.
  package func render(
    each all: FlatValues, _ kept: KeptValues, into output: inout Output,
    limits: RenderLimits = RenderLimits(), _ rendered: (Output) -> Void
  ) -> Rendering {
    var roots: [Cell] = []
    var place = all.root.field
    while place >= 0 {
      roots.append(all.fields[place].cell)
      place = Int(all.fields[place].link)
    }
    return render(roots, of: KeptValues(all), kept, into: &output, limits, rendered)
  }

  private func render(
    _ roots: [Cell], of values: KeptValues, _ kept: KeptValues, into output: inout Output,
    _ limits: RenderLimits, _ rendered: (Output) -> Void
  ) -> Rendering {
    let (program, start) = (prepared ?? set.program, prepared == nil ? set.program.indices[name] : 0)
    guard let start else {
      return Rendering(missing: [MissingTemplate(name: name, template: name, file: "", range: .start)])
    }
    var renderer = Renderer(program, set.templates, values, kept, within: constants, limits)
    for root in roots {
      let before = output.count
      renderer.start(with: root)
      renderer.run(from: start, into: &output)
      guard renderer.result.stopped == nil else {
        guard prepared != nil else { break }
        output.cut(to: before)  // once more, for the place at which it stops
        return set.render(name, root, of: values, kept, within: constants, into: &output, limits)
      }
      rendered(output)
    }
    return renderer.result
  }
}
