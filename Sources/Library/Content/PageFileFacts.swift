// What is found out about a file that pages bring along: its size, its digest, and whether it would run something.

import Diagnostics
import Files

/// One file, looked at once however many pages bring it along.
struct PageFileFacts: Sendable {
  var byteCount = 0
  /// Empty where nobody asked.
  var sha256 = ""
  /// Why it must not be published.
  var activeReason: String?
  var failure: FileFailure?

  /// Reads a file in pieces. `hashing`: whether its digest is wanted.
  init(_ path: String, in folder: Folder, hashing: Bool, byteLimit: Int) {
    var sniffer = ContentSniffer(name: lastComponent(path))
    var hash = SHA256()
    var count = 0
    do throws(FileFailure) {
      try folder.stream(path) { (piece) throws(FileFailure) in
        count += piece.count
        guard count <= byteLimit else { return }
        sniffer.add(piece)
        if hashing { hash.update(piece) }
      }
    } catch {
      failure = error
    }
    byteCount = count
    guard failure == nil, count <= byteLimit else { return }
    activeReason = sniffer.finish()
    if hashing { sha256 = hash.finish() }
  }
}
