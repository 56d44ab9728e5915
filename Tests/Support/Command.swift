// Runs a program as a user would and keeps what it said. Output goes to files, so that no amount of it can block.

import Foundation

package struct CommandResult: Sendable {
  package let status: Int32
  package let output: String
  package let errors: String
}

/// Runs `program` with `arguments` in `folder`; `environment` adds to this process's.
package func run(
  _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
) throws -> CommandResult {
  let scratch = try TemporaryFolder(["output": "", "errors": ""])
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
  let output = FileHandle(forWritingAtPath: scratch.path + "/output")
  let errors = FileHandle(forWritingAtPath: scratch.path + "/errors")
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  process.waitUntilExit()
  return CommandResult(
    status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
    output: scratch.read("output") ?? "", errors: scratch.read("errors") ?? "")
}

/// Places of this project that tests use.
package enum Project {
  /// The folder with Package.swift.
  package static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The built `shelfmark`, beside the test bundle.
  package static let shelfmark: String = {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let folder = (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
    return folder.appendingPathComponent("shelfmark").path
  }()

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
