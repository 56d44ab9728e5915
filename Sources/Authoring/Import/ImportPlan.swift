// What an import would do, decided before anything is written: so that it can be shown, and done whole or not at all.

package import Files

package struct ImportPlan: Sendable {
  /// A resource to write.
  package struct Page: Sendable {
    /// Where it comes from, below the source: "sales/ROI sheet.pdf", or "row 5".
    package var source: String
    package var id: String
    package var path: String
    package var bytes: [UInt8]
    /// Those of type, personas and stages that are left 'todo'.
    package var undecided: [String]
  }

  /// A file to bring along: below the source, and below the library's root.
  package struct Copy: Sendable, Hashable {
    package var source: String
    package var path: String
  }

  /// Something a person should know: where, and what was done.
  package struct Note: Sendable {
    package var source: String
    package var line: Int?
    package var text: String
  }

  package var pages: [Page] = []
  package var copies: [Copy] = []
  package var skipped: [(source: String, reason: String)] = []
  package var notes: [Note] = []

  package init() {}

  package var undecidedCount: Int { pages.count { !$0.undecided.isEmpty } }

  /// Writes everything, or, where the disk refuses, nothing. `source`: the folder that is imported.
  package func write(from source: Folder, to library: Folder) throws(FileFailure) {
    var written: [String] = []
    do throws(FileFailure) {
      for copy in copies {
        try library.create(copy.path, from: copy.source, in: source)
        written.append(copy.path)
      }
      for page in pages {
        try library.create(page.path, page.bytes)
        written.append(page.path)
      }
    } catch {
      library.removeNewFiles(written)
      throw error
    }
  }
}
