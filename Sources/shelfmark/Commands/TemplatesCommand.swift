// `shelfmark templates`: what the theme is made of, and a copy of any part of it to change. What is ejected is the
// source as its authors wrote it; the site's own copy is only served without comments and indentation, and a copy that
// nobody has changed yet is treated just so (see Theme.swift): ejecting alone changes not a byte of the site.

import Diagnostics
import Files
import Site

enum TemplatesCommand: Command {
  static let spec = CommandSpec(
    name: "templates", summary: "List the theme's files, or take a copy of some to change them",
    discussion: """
      A file 'templates/NAME' in your library takes the place of the theme's file of that name. 'eject' writes the theme's \
      own there, to begin from; until you change it, the site stays the same. Files that are there are left alone. Remove \
      a file to go back to the theme's.
      """,
    operands: "[list | eject NAME…]", operandCount: 0...1_000,
    operandWords: ["list", "eject"] + EmbeddedTheme.files.map(\.name),
    options: [CommonOptions.folder, OptionSpec("--all", help: "Eject every file of the theme")],
    examples: [
      "shelfmark templates list", "shelfmark templates eject coverage.mustache site.css",
      "shelfmark templates eject --all",
    ])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let names = arguments.operands.dropFirst()
    let action = arguments.operands.first ?? "list"
    guard ["list", "eject"].contains(action) else {
      throw .unknownChoice(
        option: "shelfmark templates", value: action, choices: ["list", "eject"], command: spec.name)
    }
    if action == "list", let name = names.first { throw .extraOperand(name, command: spec.name) }
    do throws(FileFailure) {
      if action == "eject" { return try eject(Array(names), arguments, terminal) }
      try list(arguments.folder, terminal)
      return .success
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  /// A line a file, and those of the library that take no theme file's place.
  private static func list(_ root: Folder, _ terminal: Terminal) throws(FileFailure) {
    let own = root.has("templates") ? try root.list("templates").filter { $0.kind == .file }.map(\.path) : []
    let width = (EmbeddedTheme.files.map(\.name.count).max() ?? 0) + 2
    var text = ""
    for (name, source) in EmbeddedTheme.files {
      let path = "templates/" + name
      var state = "the theme's"
      if own.contains(path) {
        let isChanged = try root.read(path) != Array(source.description.utf8)
        state = isChanged ? "yours" : "a copy of the theme's, not changed"
      }
      text += name + String(repeating: " ", count: width - name.count) + state + "\n"
    }
    terminal.print(text)
    let known = EmbeddedTheme.files.map(\.name)
    for path in own where !known.contains(String(path.dropFirst("templates/".count))) {
      let name = String(path.dropFirst("templates/".count))
      guard name != "README.md" else { continue }
      let meant =
        known.closest(to: name).map { "did you mean '\($0)'?" } ?? "remove it, or give it the name of a file above"
      terminal.printError("warning: nothing uses '\(printable(path))'\n  help: \(meant)\n")
    }
  }

  private static func eject(
    _ names: [String], _ arguments: Arguments, _ terminal: Terminal
  ) throws(FileFailure) -> ExitStatus {
    let root = arguments.folder
    guard root.has("content") else {
      terminal.printError("error: there is no folder 'content' here\n")
      terminal.printError("  help: name the library's folder with -C\n")
      return .usage
    }
    let known = EmbeddedTheme.files.map(\.name)
    var wanted = arguments.has("--all") ? known.filter { !root.has("templates/" + $0) } : []
    var mistakes: [(String, String)] = []
    for word in names {
      let name = word.hasPrefix("templates/") ? String(word.dropFirst("templates/".count)) : word
      let found = known.first { $0 == name } ?? known.first { $0 == name + ".mustache" }
      if let found {
        if root.has("templates/" + found) {
          mistakes.append(("'templates/\(found)' is there already", "change it, or remove it to eject it anew"))
        } else if !wanted.contains(found) {
          wanted.append(found)
        }
      } else {
        let meant = (known + known.map(bare)).closest(to: name).map { "did you mean '\($0)'?" }
        mistakes.append(("the theme has no file '\(name)'", meant ?? "'shelfmark templates list' names them"))
      }
    }
    if names.isEmpty, !arguments.has("--all") {
      mistakes.append(("no file was named", "name some, such as coverage.mustache, or all of them with --all"))
    }
    guard mistakes.isEmpty else {
      for (message, help) in mistakes {
        terminal.printError("error: \(printable(message))\n  help: \(printable(help))\n")
      }
      return .usage
    }
    for (name, source) in EmbeddedTheme.files where wanted.contains(name) {
      try root.create("templates/" + name, Array(source.description.utf8))
      terminal.print("templates/\(name)\n")
    }
    return .success
  }

  /// "coverage.mustache" as people may say it: "coverage".
  private static func bare(_ name: String) -> String {
    name.hasSuffix(".mustache") ? String(name.dropLast(".mustache".count)) : name
  }
}
