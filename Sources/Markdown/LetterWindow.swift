// Where the words of plain text are, asked of 64 bytes at once: for the search, whose texts are rendered here.

/// 64 bytes of a text, a bit for each, the first byte's the lowest.
package struct LetterWindow {
  /// Where a run of ASCII letters begins, and the first byte behind each run.
  package let starts: UInt64
  package let ends: UInt64
  /// Digits, and bytes of what is not ASCII.
  package let others: UInt64
  /// Marks, among them all that may tie a word to what follows.
  package let marks: UInt64

  /// `text` has at least 64 bytes; all but the first 64 are left out. What stands before them is no letter.
  package init(_ text: Span<UInt8>) {
    let masks = text.extracting(first: 64).withUnsafeBytes { bytes in
      var masks: (letters: UInt64, others: UInt64, marks: UInt64) = (0, 0, 0)
      for index in 0..<4 {
        let block = bytes.loadUnaligned(fromByteOffset: index * 16, as: ByteBlock.self)
        masks.letters |= block.with(0x20).areWithin(0x61...0x7A).bits &<< UInt64(index * 16)
        masks.others |= (block.areWithin(0x30...0x39) .| block.areNotASCII).bits &<< UInt64(index * 16)
        masks.marks |= block.areWithin(0x23...0x2F).bits &<< UInt64(index * 16)
      }
      return masks
    }
    starts = masks.letters & ~(masks.letters << 1)
    ends = ~masks.letters & (masks.letters << 1)
    others = masks.others
    marks = masks.marks
  }
}
