// A new library: every file of it, as text in this folder, so that the binary needs nothing beside itself. What a team
// will read and change first is written as carefully as the program: the files beside this one are meant to be read.

package import Files
package import Library

/// What a new library is made of.
package enum Starter {
  struct File {
    /// Below the library's folder.
    let path: String
    let text: String
    var isExecutable = false
  }

  /// `today` is the day on which the two resources count as reviewed.
  static func files(today: Day) -> [File] {
    [File(path: "content/library.yml", text: settings)] + stages + personas + resources(reviewed: today.iso) + [
      File(path: Hook.path, text: Hook.text, isExecutable: true),
      File(path: ".github/workflows/library.yml", text: CIExamples.gitHub),
      File(path: ".gitlab-ci.yml", text: CIExamples.gitLab),
      File(path: ".gitignore", text: gitignore), File(path: "README.md", text: readme),
    ]
  }

  /// What a fresh repository may hold already. None of it is touched.
  private static let harmless = [
    "README", "README.md", "README.txt", "LICENSE", "LICENSE.md", "LICENSE.txt", "CODEOWNERS",
  ]

  /// What was done, and what is left to do by hand.
  package struct Report: Sendable {
    package internal(set) var written: [String] = []
    /// Files that stood there before, as they were.
    package internal(set) var kept: [String] = []
    package internal(set) var hook = Hook.State.noRepository
    /// True where a `.gitignore` was kept that does not name the built site.
    package internal(set) var siteIsNotIgnored = false
  }

  /// Why nothing was written: the folder holds these already.
  package struct Refusal: Error, Sendable {
    package let names: [String]
  }

  /// Makes a library in `folder`, which may be missing, empty, or a repository without content.
  package static func make(in folder: Folder, today: Day) throws(FileFailure) -> Result<Report, Refusal> {
    if folder.has("") {
      let names = try folder.names().filter { !harmless.contains($0) }
      guard names.isEmpty else { return .failure(Refusal(names: names.sorted())) }
    }
    var report = Report()
    for file in files(today: today) {
      if folder.has(file.path) {
        report.kept.append(file.path)
      } else {
        try folder.create(file.path, Array(file.text.utf8), isExecutable: file.isExecutable)
        report.written.append(file.path)
      }
    }
    if report.kept.contains(".gitignore") {
      let lines = String(decoding: try folder.read(".gitignore"), as: UTF8.self).split(whereSeparator: \.isNewline)
      report.siteIsNotIgnored = !lines.contains { ["site", "site/", "/site", "/site/"].contains($0) }
    }
    report.hook = try Hook.install(in: folder)
    return .success(report)
  }
}
