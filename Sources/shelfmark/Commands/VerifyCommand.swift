// `shelfmark verify`: somebody has looked at a resource and it still holds.

import Authoring
import Diagnostics
import Files
import Library

enum VerifyCommand: Command {
  static let spec = CommandSpec(
    name: "verify", summary: "Write into resources that they were reviewed today",
    discussion: "Sets the label 'reviewed' and changes no other line. Nothing is written if one of the ids is unknown.",
    operands: "ID…", operandCount: 1...10_000,
    options: [
      CommonOptions.folder,
      OptionSpec("--today", value: "DATE", help: "The day to write, such as 2026-03-01 (default: today, UTC)"),
    ],
    examples: ["shelfmark verify roi-sheet battlecard-fixwright"])

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws(UsageError) -> ExitStatus {
    let today = try arguments.today()
    do throws(FileFailure) {
      let library = try Editing.library(arguments)
      var resources: [Resource] = []
      var isSound = true
      for name in arguments.operands {
        let named = library.resources.first { $0.id == name || $0.file == name || $0.id + ".md" == name }
        if let named {
          if !resources.contains(where: { $0.id == named.id }) { resources.append(named) }
          continue
        }
        let meant = library.resources.lazy.map(\.id).closest(to: name).map { "did you mean '\($0)'?" }
        terminal.printError("error: there is no resource '\(printable(name))'\n")
        terminal.printError("  help: \(meant ?? "a resource's id is its file's name without '.md'")\n")
        isSound = false
      }
      guard isSound else { return .usage }
      var changes: [FileChange] = []
      var lines: [String] = []
      for resource in resources {
        let before = try arguments.folder.read(resource.file)
        do throws(LabelEditRefusal) {
          let after = try LabelEditor.edited(before, file: resource.file, [.set("reviewed", to: .text(today.iso))])
          if after != before { changes.append(FileChange(path: resource.file, before: before, after: after)) }
          lines.append(line(resource, today))
        } catch {
          terminal.printError("error: \(printable(error.description))\n  help: \(error.help)\n")
          isSound = false
        }
      }
      guard isSound else { return .mistakes }
      try arguments.folder.replace(changes)
      terminal.print(lines.joined())
      return .success
    } catch {
      terminal.printError("error: \(printable(error.description))\n")
      return .failure
    }
  }

  /// "content/resources/roi-sheet.md: reviewed 2026-03-01, was 2025-09-14".
  private static func line(_ resource: Resource, _ today: Day) -> String {
    let before = resource.reviewed.map { $0 == today ? " already" : ", was \($0.iso)" } ?? ""
    let status = resource.status == .approved ? "" : " (\(resource.status.rawValue))"
    return "\(printable(resource.file)): reviewed \(today.iso)\(before)\(status)\n"
  }
}
