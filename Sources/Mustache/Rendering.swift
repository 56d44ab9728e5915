// What rendering tells besides its bytes: facts with places, which the caller turns into problems.

package import Diagnostics

/// A place that brings in a template which does not exist.
package struct MissingTemplate: Sendable, Equatable {
  package var name: String
  /// The template that asks for it, its file, and where.
  package var template: String
  package var file: String
  package var range: ByteRange
}

/// Bounds that no sound template reaches; a template that calls itself for ever does.
package struct RenderLimits: Sendable {
  /// Templates within templates.
  package var depth = 100
  /// Blanks before a line, all templates around it taken together; counts as depth.
  package var indent = 10_000
  /// Entries of lists, calls of templates, and objects searched for a name.
  package var work = 20_000_000
  /// Bytes printed; more than the largest text becomes.
  package var output = 40 << 20

  package init() {}
}

/// What came of rendering one template.
package struct Rendering: Sendable {
  package enum Limit: Sendable { case depth, work, output }

  /// Names held by values, in '{{>*name}}', for which there is no template; at most a hundred, each once.
  package internal(set) var missing: [MissingTemplate] = []
  /// Set if rendering was given up: which limit was passed, and the call, block or section that passed it.
  package internal(set) var stopped: (limit: Limit, template: String, file: String, range: ByteRange)?
}
