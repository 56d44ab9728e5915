// A name in a template that no page ever fills: it prints nothing, and nobody would notice.

package import Diagnostics

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
