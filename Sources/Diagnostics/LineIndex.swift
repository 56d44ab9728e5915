// Turns byte offsets into lines and columns, as swiftc and clang count them.

/// Where each line of one file begins. A line ends with "\n", "\r\n" or a lone "\r".
package struct LineIndex: Sendable {
  private let starts: [UInt32]  // never empty, starts[0] == 0
  private let byteCount: Int

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { continue }
      starts.append(UInt32(clamping: index + 1))
    }
    self.starts = starts
    byteCount = bytes.count
  }

  /// The line and column of `offset`, both from 1; columns count UTF-8 bytes. O(log lines).
  package func position(of offset: UInt32) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, Int(offset - starts[low]) + 1)
  }

  /// The bytes of a line (from 1), its terminator included.
  package func bounds(ofLine line: Int) -> Range<Int> {
    let start = Int(starts[line - 1])
    return start..<(line < starts.count ? Int(starts[line]) : byteCount)
  }
}
