// A name in a template that no page ever fills: it prints nothing, and nobody would notice. Also a template that asks
// for another which is not there.

package import Diagnostics
import Library
import Mustache

extension Rule {
  package static let unknownTemplateName = Rule(
    "unknown-template-name", .warning,
    explanation: """
      A template asks for a value that no page has.

      Nothing is printed in its place, so a mistyped name looks like missing content. templates/README.md lists every \
      template with all the values it gets.

      Write the name as it stands there:

          {{summary}} instead of {{sumary}}
      """)
}

/// Holds the templates' names against what pages are filled with, and against each other.
func checkTemplates(_ templates: TemplateSet, report: inout Problems) {
  let (files, values) = (templates.templates.map(\.name), TemplateNames.all.sorted())
  var guesses = 100  // more would only take time
  func meant(by name: String, among known: [String]) -> String? {
    guesses -= 1
    return guesses < 0 ? nil : known.closest(to: name).map { "did you mean '\($0)'?" }
  }
  var missing = Problems(limit: Problem.most)
  for place in templates.missingPartials where missing.leftOut == 0 {
    missing.add(
      Problem(
        .templateSyntax, in: place.file, at: place.range, "there is no template \(quoted(place.name))",
        help: meant(by: place.name, among: files)
          ?? "add the file templates/\(place.name)\(Theme.templateSuffix), or take this tag out"))
  }
  report.add(contentsOf: missing)
  for template in templates.templates {
    var unknown = Problems(limit: Problem.most)
    for use in template.names {
      for part in use.parts where !TemplateNames.all.contains(part) {
        unknown.add(
          Problem(
            .unknownTemplateName, in: template.file, at: use.range, "no page has a value \(quoted(part))",
            help: meant(by: part, among: values) ?? "templates/README.md lists all values"))
      }
    }
    report.add(contentsOf: unknown.withOthers(of: .unknownTemplateName, in: template.file))
  }
}

extension Problem {
  /// A page is not whole: its template passed a limit.
  static func unfinished(_ rendering: Rendering) -> Problem? {
    rendering.stopped.map { limit, template, file, range in
      let reason =
        switch limit {
        case .depth: "templates bring in one another more than \(RenderLimits().depth) deep"
        case .work: "templates repeat themselves so often that the page takes too long"
        case .output: "the page has more than \(RenderLimits().output >> 20) MB"
        }
      return Problem(
        .templateSyntax, in: file, at: range, "no page can be made with '\(template)': \(reason)",
        help: "take out the tag by which a template brings in itself, or a section that stands within the same one")
    }
  }
}
