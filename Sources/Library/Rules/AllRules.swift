// Every rule by name. A rule has a file of its own in this folder, or beside the code that finds it in a module below.

package import Diagnostics
import FrontMatter
import Markdown

extension Library {
  /// All rules of a library, by name; the site adds those of templates.
  package static let rules: [Rule] = [
    .activeContent, .audienceLeak, .brokenAnchor, .brokenLink, .deadEndStage, .draftLink, .duplicateID, .duplicateTitle,
    .expired, .fileName, .futureReview, .idForm, .incompleteLibrary, .invalidDate, .invalidValue, .labelSyntax,
    .missingAlt, .missingFile, .missingLabel, .missingShare, .missingTypeLabel, .notReviewed, .notUTF8, .outsideContent,
    .pathClash, .rawHTML, .remoteImage, .reviewOverdue, .scenario, .scenarioDate, .sharedCRMValue, .sharedJobTitle,
    .strayFile, .summaryLength,
    .titleLength, .todo, .tooBroad, .tooDeep, .tooLarge, .unknownLabel, .unknownPerson, .unknownPersona,
    .unknownResource, .unknownStage, .unknownTeam, .unknownType, .unknownValue, .unreadableFile, .unsafeLink,
  ]
}
