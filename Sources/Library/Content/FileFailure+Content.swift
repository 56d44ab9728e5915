// Which failures of the disk are the author's to mend.

import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension FileFailure {
  /// True where a file is larger than what was asked for.
  var isTooLarge: Bool { code == EFBIG }
}
