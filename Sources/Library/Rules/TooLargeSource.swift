// How much one file may hold; the rule itself stands with the parser of texts, which has limits of its own.

import Diagnostics
import Files
import Markdown

extension Problem {
  static func sourceTooLarge(_ path: String, limit: Int) -> Problem {
    Problem(
      .tooLarge, in: path, "this file has more than \(limit) KB",
      help: "split it, or raise 'max_source_kb' under 'site' in content/library.yml")
  }

  static func tooMany(_ message: String, limit: Int, setting: String) -> Problem {
    Problem(
      .tooLarge, in: LibrarySettings.path, "\(message), \(limit) are allowed",
      help: "put together what is alike, or raise '\(setting)' under 'site' in content/library.yml")
  }

  static func attachmentTooLarge(
    _ name: String, byteCount: Int, limit: Int, in file: String, at range: ByteRange
  ) -> Problem {
    Problem(
      .tooLarge, in: file, at: range, "\(quoted(name)) has \(Self.megabytes(byteCount)) MB, \(limit) MB are allowed",
      help: "make it smaller, link to it instead, or raise 'max_file_mb' under 'site' in content/library.yml")
  }

  /// "1.1", rounded up.
  private static func megabytes(_ byteCount: Int) -> String {
    let tenths = (byteCount + 99_999) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
