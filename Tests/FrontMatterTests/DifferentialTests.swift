// What is read means what an independent reader of YAML 1.2 says it means. The reader is ruamel.yaml for Python; where
// that is not installed, the test is skipped. `SHELFMARK_TEST_PYTHON` names a Python that has it.

import Diagnostics
import Foundation
import FrontMatter
import TestSupport
import Testing

@Suite("Labels as another reader sees them")
struct DifferentialTests {
  @Test(
    "every generated or broken document that is read, is read as by ruamel.yaml",
    .enabled(if: YAMLReader.python != nil, "no Python with ruamel.yaml: set SHELFMARK_TEST_PYTHON"))
  func agrees() throws {
    var generator = DocumentGenerator(seed: 3)
    var documents: [[UInt8]] = []
    for index in 0..<3_000 {
      let document = generator.document()
      documents.append(index % 3 == 0 ? document : generator.mutated(document))
    }
    let answers = try YAMLReader.read(documents)
    try #require(answers.count == documents.count)
    var counts = (equal: 0, refused: 0, skipped: 0)
    for (document, answer) in zip(documents, answers) {
      var report = Problems()
      let labels = Labels.inWholeFile(of: document, file: "f", report: &report)
      if !report.isEmpty {
        counts.refused += 1
      } else if answer.hasPrefix("differs: ") {
        counts.skipped += 1
      } else {
        counts.equal += 1
        #expect(tree(labels) == answer, "\(String(decoding: document, as: UTF8.self))")
      }
    }
    // Else the test would show nothing.
    #expect(counts.equal > 1_000, "\(counts)")
    #expect(counts.refused > 250, "\(counts)")
  }
}

/// The other reader, run once for many documents.
private enum YAMLReader {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static var project: URL { folder.deletingLastPathComponent().deletingLastPathComponent() }

  /// A Python that has ruamel.yaml.
  static let python: String? = {
    let candidates = [
      ProcessInfo.processInfo.environment["SHELFMARK_TEST_PYTHON"],
      project.appending(path: ".build/test-tools/bin/python").path(), "/usr/bin/python3", "/usr/local/bin/python3",
    ]
    return candidates.compactMap(\.self).first { path in
      FileManager.default.isExecutableFile(atPath: path) && (try? run(path, ["-c", "import ruamel.yaml"]))?.status == 0
    }
  }()

  static func read(_ documents: [[UInt8]]) throws -> [String] {
    let python = try #require(python)
    let workspace = FileManager.default.temporaryDirectory.appending(path: "shelfmark-labels-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: workspace, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: workspace) }
    let input = workspace.appending(path: "documents")
    let output = workspace.appending(path: "trees")
    let lines = documents.map { $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n" }
    try Data(lines.joined().utf8).write(to: input)
    let script = folder.appending(path: "Differential/read_labels.py").path()
    let status = try run(python, [script, input.path(), output.path()], seconds: 600).status
    #expect(status == 0)
    return try String(decoding: Data(contentsOf: output), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
