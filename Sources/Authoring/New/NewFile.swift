// A new file of content with every label it needs: what was asked for is held against the library's own words before
// anything is written, and what was not said is 'todo', which the check then names with its place.

import Diagnostics
import FrontMatter
package import Library

/// What kind of file is wanted.
package enum NewKind: String, CaseIterable, Sendable {
  case resource, persona, stage

  /// The folder below content/.
  package var folder: String { rawValue + "s" }
}

/// What somebody asked for, as it was typed.
package struct NewFileRequest: Sendable {
  package var kind: NewKind
  package var id: String
  /// By label: ("personas", "cfo, it-lead"). A label may come more than once.
  package var values: [(label: String, value: String)]
  /// Below the kind's folder, for resources; nil for the folder itself.
  package var folder: String?

  package init(kind: NewKind, id: String, values: [(label: String, value: String)], folder: String? = nil) {
    self.kind = kind
    self.id = id
    self.values = values
    self.folder = folder
  }
}

/// Something in a request that does not fit the library, and what to write instead.
package struct RequestMistake: Error, Sendable, Equatable {
  package let message: String
  package let help: String
}

package struct NewFile: Sendable {
  /// Below the library's root.
  package let path: String
  package let text: String
}

extension NewFile {
  /// The file for a request, or all that is wrong with the request. `today` only stands in a comment.
  package static func make(
    _ request: NewFileRequest, in library: Library, today: Day
  ) -> (file: NewFile?, mistakes: [RequestMistake]) {
    var values = RequestedValues(request.values, library: library)
    let path = path(for: request, in: library, &values.mistakes)
    let text =
      switch request.kind {
      case .resource: resource(request.id, &values, today: today)
      case .persona: persona(request.id, &values)
      case .stage: stage(request.id, &values)
      }
    values.reportUnread(of: request.kind)
    guard values.mistakes.isEmpty else { return (nil, values.mistakes) }
    return (NewFile(path: path, text: text), [])
  }

  private static func path(
    for request: NewFileRequest, in library: Library, _ mistakes: inout [RequestMistake]
  ) -> String {
    let id = request.id
    if !IDForm.isValid(id) {
      let last = id.split(separator: "/").last.map(String.init) ?? id
      let bare = last.lowercased().hasSuffix(".md") ? String(last.dropLast(3)) : last
      mistakes.append(
        RequestMistake(
          message: "'\(id)' cannot be the name of a file here: use small letters, digits and hyphens",
          help: IDForm.suggestion(for: bare).map { "did you mean '\($0)'?" } ?? "choose a name such as roi-sheet"))
    }
    let owner: String? =
      switch request.kind {
      case .resource: library.resources.first { $0.id == id }?.file
      case .persona: library.personas.first { $0.id == id }?.file
      case .stage: library.stages.first { $0.id == id }?.file
      }
    if let owner {
      mistakes.append(
        RequestMistake(message: "there is a \(request.kind.rawValue) '\(id)' already", help: "edit \(owner)"))
    } else if let old = library.redirects.first(where: { $0.kind == request.kind.folder && $0.from == id }) {
      mistakes.append(
        RequestMistake(message: "'\(id)' is an old name of '\(old.to)', and leads there", help: "choose another name"))
    }
    return "content/\(request.kind.folder)/" + (folder(of: request, &mistakes).map { $0 + "/" } ?? "") + id + ".md"
  }

  private static func folder(of request: NewFileRequest, _ mistakes: inout [RequestMistake]) -> String? {
    guard var folder = request.folder else { return nil }
    guard request.kind == .resource else {
      mistakes.append(
        RequestMistake(
          message: "a \(request.kind.rawValue) stands in no folder of its own",
          help: "leave '--folder' out: it goes to content/\(request.kind.folder)"))
      return nil
    }
    for start in ["content/", "resources/"] where folder.hasPrefix(start) { folder.removeFirst(start.count) }
    while folder.hasSuffix("/") { folder.removeLast() }
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("\\") }) else {
      mistakes.append(
        RequestMistake(
          message: "'\(folder)' is not a folder below content/resources",
          help: "write it as it stands there, such as --folder case-studies"))
      return nil
    }
    return folder
  }
}
