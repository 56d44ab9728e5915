// What a kind of content is. To add one (plays, a glossary, campaigns…): write a file like the others in this folder and
// name it in `Kinds.all`. Finding its files, reading and checking their texts, links, images and names, and the order of
// everything come from the loader.

import Diagnostics

/// A folder of content/ whose Markdown files become values of one type.
package protocol Kind<Entry>: Sendable {
  /// What one file becomes. Whatever can only be known when all files have been read is added by `add`.
  associatedtype Entry: Sendable

  /// The folder below content/, and of the pages in the site: "resources".
  var folder: String { get }
  /// What one is called in messages: "a resource".
  var noun: String { get }
  /// The least labels a file needs, for a file that has none.
  var example: [String] { get }

  /// True where a library without any is not one.
  var isRequired: Bool { get }

  /// Takes the labels of one file. Runs in parallel; knows the vocabularies and the kinds loaded before.
  func read(_ page: inout PageReader, in context: LoadContext) -> Entry

  /// What only time says of one file. Runs in parallel, right after the file has been read.
  func checkDates(of page: Loaded<Entry>, today: Day?, report: inout Findings)

  /// Adds all that were read, in the order of their ids, to the library, with the checks that need more than one file.
  func add(_ pages: [Loaded<Entry>], to library: inout Library, report: inout Findings)

  /// Who may see the page and whether it will have one.
  func visibility(of entry: Entry) -> Visibility
}

extension Kind {
  package var isRequired: Bool { false }
  package func checkDates(of page: Loaded<Entry>, today: Day?, report: inout Findings) {}
  package func visibility(of entry: Entry) -> Visibility { Visibility() }
}

/// Who may see a page, and whether it is published.
package struct Visibility: Sendable {
  /// Nil for what is neither sent to prospects nor kept from them.
  package var audience: Audience?
  /// False where the audience is only the safe one, because what the file says could not be understood.
  package var isCertain: Bool
  package var status: Status

  package init(audience: Audience? = nil, isCertain: Bool = true, status: Status = .approved) {
    self.audience = audience
    self.isCertain = isCertain
    self.status = status
  }
}

package enum Kinds {
  /// In the order in which they are loaded: each may refer to those before it.
  package static let all: [any Kind] = [PersonaKind(), StageKind(), ResourceKind()]
}

/// One file as it was read. A class, since values with this many parts are costly to copy.
package final class Loaded<Entry: Sendable>: Sendable {
  package let file: ContentFile
  /// Nil where the file could not be read at all.
  package let entry: Entry?
  let page: CheckedPage
  let findings: Findings

  init(_ file: ContentFile, entry: Entry?, page: CheckedPage, findings: Findings) {
    self.file = file
    self.entry = entry
    self.page = page
    self.findings = findings
  }

  package var id: String { file.id }
  package var path: String { file.path }
}
