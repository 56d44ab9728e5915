// All rules there are: the library's own, with those that only the site can break.

package import Diagnostics
import Library
import Mustache

extension Rule {
  /// Every rule that `shelfmark explain` knows and library.yml may set.
  package static let all: [Rule] = Library.rules + [.templateSyntax, .templateIgnored, .unknownTemplateName]
}
