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

  /// Appends the template `name`, filled with `value`, to `output`; names that it lacks are looked for in `outer`.
  package func render(
    _ name: String, _ value: Value, within outer: Value = .absent, into output: inout [UInt8],
    limits: RenderLimits = RenderLimits()
  ) -> Rendering {
    guard let index = program.indices[name] else {
      return Rendering(missing: [MissingTemplate(name: name, template: name, file: "", range: .start)])
    }
    var renderer = Renderer(program, templates, value, within: outer, limits)
    var written = Output(output)
    output = []
    renderer.run(from: index, into: &written)
    output = written.finished()
    return renderer.result
  }
}
