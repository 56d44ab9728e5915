// A name in a template that no page ever fills: it prints nothing, and nobody would notice. Also a template that asks
// for another which is not there.

package import Diagnostics
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
  for missing in templates.missingPartials {
    let meant = templates.templates.map(\.name).closest(to: missing.name).map { "did you mean '\($0)'?" }
    report.add(
      Problem(
        .templateSyntax, in: missing.file, at: missing.range, "there is no template '\(missing.name)'",
        help: meant ?? "add the file templates/\(missing.name)\(Theme.templateSuffix), or take this tag out"))
  }
  for template in templates.templates {
    for use in template.names {
      for part in use.parts where !TemplateNames.all.contains(part) {
        let meant = TemplateNames.all.sorted().closest(to: part).map { "did you mean '\($0)'?" }
        report.add(
          Problem(
            .unknownTemplateName, in: template.file, at: use.range, "no page has a value '\(part)'",
            help: meant ?? "templates/README.md lists all values"))
      }
    }
  }
}
