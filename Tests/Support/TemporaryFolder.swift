// A folder of one test, gone when the test is done.

import Foundation

package final class TemporaryFolder: Sendable {
  package let path: String

  /// `inMemory` where the system has such a place: a disk's own work then counts for nothing.
  package init(_ files: [String: String] = [:], inMemory: Bool = false) throws {
    let memory = "/dev/shm/"
    let root =
      inMemory && FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    path = root + "shelfmark-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  /// Takes over a folder that a program has made.
  package init(movedFrom folder: String) throws {
    path = NSTemporaryDirectory() + "shelfmark-test-" + UUID().uuidString
    try FileManager.default.moveItem(atPath: folder, toPath: path)
  }

  deinit {
    _ = try? FileManager.default.removeItem(atPath: path)
  }

  package func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  package func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  package func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

  /// The paths of all files, dot-files included, in byte order.
  package func files(below start: String = "") -> [String] {
    let root = start.isEmpty ? path : path + "/" + start
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}

extension TemporaryFolder {
  package func link(_ name: String, to target: String) throws {
    let folder = URL(fileURLWithPath: path + "/" + name).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }
}
