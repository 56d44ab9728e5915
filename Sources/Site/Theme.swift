// The theme: the templates, styles and scripts that the binary carries, with a library's own `templates/NAME` in place
// of the built-in file of that name. Styles and scripts get their content's hash into their names, so that browsers
// may keep them for ever.

package import Diagnostics
package import Files
import Markdown
import Mustache

package struct Theme: Sendable {
  /// A style sheet or script under the name it is served by.
  struct Asset: Sendable {
    let path: String
    let bytes: [UInt8]
  }

  let templates: TemplateSet
  /// By the name of the file in `templates/`: "site.css". Scripts are in bundles alone.
  let assets: [String: Asset]
  let bundles: [Bundle: Asset]
  /// Why pages could not be made whole.
  let unfinished = Locked(Problems())
  var makesWholePages: Bool { unfinished.withLock { $0.isEmpty } }

  /// The built-in theme alone.
  package static func builtIn() throws(FileFailure) -> Theme {
    var none = Problems()
    return try Theme(overriding: nil, report: &none)
  }

  /// `root`: the library's folder, whose `templates/` may override files.
  package init(overriding root: Folder?, report: inout Problems) throws(FileFailure) {
    var sources: [TemplateSource] = []
    var assets: [String: Asset] = [:]
    var scripts: [String: [UInt8]] = [:]
    var overrides: Set<String> = []
    if let root, root.has("templates") {
      overrides = Set(try root.list("templates").filter { $0.kind == .file }.map(\.path))
    }
    for (name, text) in EmbeddedTheme.files {
      let file = "templates/" + name
      // A copy that nobody has changed counts as built in: the same bytes whether it lies there or not.
      let builtIn = Array(text.description.utf8)
      var bytes = builtIn
      if let root, overrides.contains(file) { bytes = try Self.own(file, in: root, report: &report) ?? builtIn }
      let isOwn = bytes != builtIn
      if name.hasSuffix(Self.templateSuffix) {
        sources.append(TemplateSource(name: String(name.dropLast(Self.templateSuffix.count)), bytes: bytes, file: file))
      } else if name.hasSuffix(".js") {
        scripts[name] = isOwn ? bytes + [UInt8(ascii: "\n")] : Slim.script(bytes)
      } else {
        assets[name] = Self.asset(name, name.hasSuffix(".css") && !isOwn ? Slim.style(bytes) : bytes)
      }
    }
    templates = TemplateSet(sources, report: &report)
    checkTemplates(templates, report: &report)
    self.assets = assets
    bundles = Dictionary(
      uniqueKeysWithValues: Bundle.allCases.map { bundle in
        (bundle, Self.asset(bundle.rawValue + ".js", Array(bundle.scripts.compactMap { scripts[$0] }.joined())))
      })
  }

  /// Appends a template, filled with `values`, to `output`.
  func render(_ template: PreparedTemplate, _ values: FlatValues, _ kept: KeptValues, into output: inout Output) {
    note(template.render(values, kept, into: &output))
  }

  func note(_ rendering: Rendering) {
    guard let problem = Problem.unfinished(rendering) else { return }
    unfinished.withLock { if !$0.all.contains(problem) { $0.add(problem) } }
  }

  /// A file that the library has of its own, nil where it is too large.
  private static func own(_ file: String, in root: Folder, report: inout Problems) throws(FileFailure) -> [UInt8]? {
    do {
      return try root.read(file, limit: TemplateSet.byteLimit)
    } catch {
      guard error.isTooLarge else { throw error }
      report.add(
        Problem(
          .tooLarge, in: file, "this file is larger than \(TemplateSet.byteLimit >> 20) MB",
          help: "make it smaller, or delete it to use the built-in one"))
      return nil
    }
  }

  static let templateSuffix = ".mustache"

  /// "site.css" becomes "assets/site.1f0c9a2b3d.css".
  private static func asset(_ name: String, _ bytes: [UInt8]) -> Asset {
    let hash = SHA256.hex(bytes).prefix(10)
    let parts = name.split(separator: ".", maxSplits: 1)
    let ending = parts.count == 2 ? "." + parts[1] : ""
    return Asset(path: "assets/\(parts.first ?? "").\(hash)\(ending)", bytes: bytes)
  }
}
