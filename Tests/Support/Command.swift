// Runs a program as a user would and keeps what it said. Output goes to files, so that no amount of it can block.

import Foundation

package struct CommandResult: Sendable {
  /// Minus the signal's number where a signal ended the program.
  package let status: Int32
  package let output: String
  package let errors: String
}

/// Runs `program` with `arguments` in `folder`; `environment` adds to this process's. Killed after `seconds`.
package func run(
  _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
  seconds: Double = 120
) throws -> CommandResult {
  let scratch = try TemporaryFolder()
  let process = try ChildProcess(
    program, arguments, in: folder, environment: environment, output: scratch.path + "/output",
    errors: scratch.path + "/errors")
  let status = try process.wait(seconds: seconds)
  return CommandResult(
    status: status, output: scratch.read("output") ?? "", errors: scratch.read("errors") ?? "")
}

/// Places of this project that tests use.
package enum Project {
  /// The folder with Package.swift.
  package static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// True where a run may take minutes longer and look at every page rather than one of each kind.
  package static let isThorough = ProcessInfo.processInfo.environment["THOROUGH"] == "1"

  /// The built `shelfmark`, beside the test bundle.
  package static let shelfmark: String = {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let folder = (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
    return folder.appendingPathComponent("shelfmark").path
  }()

  /// A `shelfmark` built for release, whose time and memory mean something; `Tests/run` names it.
  package static let releasedShelfmark = ProcessInfo.processInfo.environment["SHELFMARK_RELEASE"]

  /// A program that the test script installed beside the build, or nil.
  package static func tool(_ name: String) -> String? {
    let places = [root + "/.build/test-tools/bin/", "/usr/bin/", "/usr/sbin/", "/usr/local/bin/"]
    return places.map { $0 + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// Runs the built `shelfmark`.
package func shelfmark(
  _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
) throws -> CommandResult {
  try run(Project.shelfmark, arguments, in: folder, environment: environment)
}
