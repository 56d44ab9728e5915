// What the disk or the system refused, with the path and the reason; the command line turns it into a message.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package struct FileFailure: Error, Sendable, Equatable {
  /// What was tried, to follow "cannot": "read", "write", "list", "lock"…
  package let operation: String
  package let path: String
  /// The system's error number, or 0 where the reason is ours.
  package let code: Int32
  package let reason: String

  package init(_ operation: String, _ path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
    code = 0
  }

  /// The failure of the system call just made.
  init(_ operation: String, _ path: String, errno code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
    reason = String(cString: strerror(code)).lowercased()
  }

  /// True where a file is larger than what was asked for.
  package var isTooLarge: Bool { code == EFBIG }
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

extension FileFailure: CustomStringConvertible {
  package var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
