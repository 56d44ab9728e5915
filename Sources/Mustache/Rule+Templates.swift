// The rules for mistakes in templates that can be seen without any data.

package import Diagnostics

extension Rule {
  package static let templateSyntax = Rule(
    "template-syntax", .error,
    explanation: """
      A template has a tag that cannot be read: it is not closed, has no name, or closes something that is not open. \
      Every page made with the template would come out wrong, so nothing is published until it is mended.

      A tag stands between '{{' and '}}'. What is opened with '#' (shown if there is something, once for each entry \
      of a list), '^' (shown if there is nothing), '<' (a page that fills the blocks of another template) or '$' (a \
      block) is closed with '/' and the same name, inner ones first:

          {{#files}}<a href="{{url}}">{{label}}</a>{{/files}}
          {{^files}}<p>No files.</p>{{/files}}
      """)

  package static let templateIgnored = Rule(
    "template-ignored", .warning,
    explanation: """
      Between '{{<page}}' and '{{/page}}' only blocks have an effect: each takes the place of the block of the same \
      name in the template 'page'. Anything beside the blocks appears nowhere, nor does a block that 'page' does not have.

      Move it into a block, and write the block's name as 'page' does:

          {{<page}}
          {{$main}}<p>This is shown.</p>{{/main}}
          {{/page}}
      """)
}
