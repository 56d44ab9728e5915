// Runs the browser's engine under Node, where Node is installed.

import Foundation

enum Node {
  static let path: String? = ["/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static let engine: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appending(path: "templates").path
  }()

  /// Runs `script`, which finds the folder of the engine and then `arguments` in `process.argv`, and returns what it prints.
  static func run(_ script: String, _ arguments: [String] = []) throws -> String {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/script.js"
    try Data(script.utf8).write(to: URL(filePath: file))
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/usr/bin/node")
    process.arguments = [file, engine] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self)
  }

  static func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shelfmark-search-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }
}
