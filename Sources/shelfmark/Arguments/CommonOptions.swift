// Options that several commands share, with how they are read.

import Files
import Library

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

enum CommonOptions {
  static let folder = OptionSpec(
    "-C", "--directory", value: "DIR", help: "Work as if started in DIR (default: the current folder)")
  static let today = OptionSpec(
    "--today", value: "DATE",
    help: "Check dates against this day, such as 2026-03-01 (default: today, UTC). Never changes what is built")
  static let strict = OptionSpec("--strict", help: "Warnings count as errors for the exit status")
  static let jobs = OptionSpec("--jobs", value: "N", help: "Use at most N processor cores (default: all)")
}

/// Today, UTC.
func currentDay() -> Day { Day(number: Int32(Date().timeIntervalSince1970 / 86_400)) }

extension Arguments {
  /// The library's root folder.
  var folder: Folder { Folder(self["--directory"] ?? ".") }

  /// A file where a folder is meant, such as -C my-library/content/library.yml.
  func checkFolder() throws(UsageError) {
    guard folder.isOtherThanFolder else { return }
    throw .invalidValue(
      option: "--directory", value: folder.path, expected: "the folder that has 'content/'", command: command)
  }

  func today() throws(UsageError) -> Day {
    guard let text = self["--today"] else { return currentDay() }
    guard let day = Day(text) else {
      throw .invalidValue(option: "--today", value: text, expected: "a day such as 2026-03-01", command: command)
    }
    return day
  }

  func jobs() throws(UsageError) -> Int {
    guard let text = self["--jobs"] else { return ProcessInfo.processInfo.activeProcessorCount }
    guard let count = Int(text), (1...256).contains(count) else {
      throw .invalidValue(option: "--jobs", value: text, expected: "a number from 1 to 256", command: command)
    }
    return count
  }

  /// `path` as an option gives it, seen from the folder of `-C`.
  func path(_ path: String) -> String {
    guard let base = self["--directory"], !path.hasPrefix("/") else { return path }
    return base + "/" + path
  }
}
