// Where labels stand in a file: above a text, between two lines of three dashes, or alone in a file of their own.
// Finding their bounds needs no parsing: dashes at the very start of a line end them even within a longer text, whose
// lines are all indented.

package import Diagnostics

extension Labels {
  /// Reads the labels above a text. `bodyStart` is the offset of the first byte of the text; a file without labels is
  /// all text, and `labels` is nil. `file` is only named in problems.
  package static func inFrontMatter(
    of bytes: [UInt8], file: String, limits: LabelLimits = .frontMatter, report: inout Problems
  ) -> (labels: Labels?, bodyStart: Int) {
    guard let bounds = FrontMatterBounds(bytes, file: file, report: &report) else { return (nil, bytes.startOfText) }
    guard bounds.labels.count <= limits.byteCount else {
      report.add(.tooLarge(bounds.labels, file: file, limit: limits.byteCount))
      return (Labels(isWhole: false), bounds.bodyStart)
    }
    reportOddCharacters(bytes, in: bounds.labels, file: file, report: &report)
    var parser = LabelParser(bytes, in: bounds.labels, file: file, limits: limits, isFrontMatter: true)
    let labels = parser.root()
    report.add(contentsOf: parser.problems)
    return (labels, parser.bodyStart ?? bounds.bodyStart)
  }

  /// Reads a file that holds nothing but labels.
  package static func inWholeFile(
    of bytes: [UInt8], file: String, limits: LabelLimits = .wholeFile, report: inout Problems
  ) -> Labels {
    let all = bytes.startOfText..<bytes.count
    guard all.count <= limits.byteCount else {
      report.add(.tooLarge(all, file: file, limit: limits.byteCount))
      return Labels(isWhole: false)
    }
    reportOddCharacters(bytes, in: all, file: file, report: &report)
    var result = Labels()
    for part in wholeFileParts(of: bytes, in: all, file: file, report: &report) {
      var parser = LabelParser(bytes, in: part, file: file, limits: limits, isFrontMatter: false)
      let labels = parser.root()
      report.add(contentsOf: parser.problems)
      result.entries += labels.entries
      result.isWhole = result.isWhole && labels.isWhole
    }
    return result
  }

  /// The labels between the lines of dashes: all of the file, unless there are several sets, which is a mistake.
  private static func wholeFileParts(
    of bytes: [UInt8], in all: Range<Int>, file: String, report: inout Problems
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = all.lowerBound
    var hasContent = false
    var isEnded = false
    let limit = report.all.count + LabelLimits.problemCount
    for line in bytes.lines(in: all) {
      guard report.all.count < limit else {
        report.add(.tooManyProblems(ByteRange(line.start, line.start + 1), file: file))
        return parts
      }
      let marker = DocumentMarker(bytes, line)
      if let marker {
        parts.append(start..<line.start)
        start = line.next
        if marker == .closing, isEnded {
          report.add(.textAfterEnd(line, file: file))
        } else if marker == .opening, hasContent || isEnded {
          report.add(.severalSets(line, file: file))
        } else if !bytes.isBlankOrComment(line.start + 3..<line.end) {
          report.add(.textBesideDashes(bytes, line, file: file))
        }
        hasContent = hasContent || marker == .opening
        isEnded = marker == .closing
      } else if !bytes.isBlankOrComment(line.start..<line.end) {
        if bytes[line.start] == .percent, !hasContent {
          report.add(.directive(line, file: file))
          parts.append(start..<line.start)
          start = line.next
          continue
        }
        if isEnded { report.add(.textAfterEnd(line, file: file)) }
        hasContent = true
        isEnded = false
      }
    }
    parts.append(start..<all.upperBound)
    return parts
  }

  /// True for printable ASCII and line feeds; without "and" and "or", the compiler looks at sixteen bytes at a time.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    func mark(_ isFound: Bool) -> UInt8 { isFound ? 1 : 0 }
    var found: UInt8 = 0
    for index in bytes.indices { found |= mark(bytes[index] &- 0x20 >= 0x5F) & mark(bytes[index] != .lineFeed) }
    return found == 0
  }

  /// Characters that no file of labels may hold, because no one can see them. One problem per line.
  private static func reportOddCharacters(
    _ bytes: [UInt8], in range: Range<Int>, file: String, report: inout Problems
  ) {
    guard !isPlain(bytes.span.extracting(range)) else { return }
    var index = range.lowerBound
    var isReported = false
    let limit = report.all.count + LabelLimits.problemCount
    while index < range.upperBound, report.all.count < limit {
      let byte = bytes[index]
      index += 1
      if byte >= 0x20, byte < 0x7F { continue }
      if byte.isBreak { isReported = false }
      guard !isReported, let (code, length) = bytes.oddCharacter(at: index - 1) else { continue }
      isReported = true
      report.add(.oddCharacter(code, ByteRange(index - 1, index - 1 + length), file: file))
    }
  }
}

/// Where the labels above a text begin and end.
struct FrontMatterBounds {
  let labels: Range<Int>
  let bodyStart: Int

  /// Nil without labels. Dashes that are missing or not exactly three are reported, and guessed, where the lines around
  /// leave no doubt.
  init?(_ bytes: [UInt8], file: String, report: inout Problems) {
    guard let opening = Self.opening(bytes, file: file, report: &report) else { return nil }
    for line in bytes.lines(in: opening.labels..<bytes.count) {
      guard let marker = DocumentMarker(bytes, line) else { continue }
      if marker == .closing {
        report.add(.dotsInsteadOfDashes(line, file: file))
      } else if !bytes.isBlank(line.start + 3..<line.end) {
        report.add(.textBesideDashes(bytes, line, file: file))
      }
      labels = opening.labels..<line.start
      bodyStart = line.next
      return
    }
    // Never closed: the labels end before the first line that cannot be one.
    for line in bytes.lines(in: opening.labels..<bytes.count) where !bytes.continuesLabels(line) {
      labels = opening.labels..<line.start
      let isNearly = bytes.isNearlyDashes(line)
      bodyStart = isNearly ? line.next : line.start
      report.add(
        isNearly
          ? .notThreeDashes(bytes, line, file: file)
          : .neverClosed(opening.dashes, before: bytes.lineNumber(of: line.start), file: file))
      return
    }
    labels = opening.labels..<bytes.count
    bodyStart = bytes.count
    report.add(.neverClosed(opening.dashes, before: nil, file: file))
  }

  private static func opening(
    _ bytes: [UInt8], file: String, report: inout Problems
  ) -> (dashes: ByteRange, labels: Int)? {
    let start = bytes.startOfText
    guard start < bytes.count else { return nil }
    var isFirst = true
    for line in bytes.lines(in: start..<bytes.count) {
      if bytes.isBlank(line.start..<line.end) {
        isFirst = false
        continue
      }
      let content = bytes.trimmed(line)
      let dashes = ByteRange(content.lowerBound, content.upperBound)
      let isThree = content.count == 3 && bytes[content].allSatisfy { $0 == .dash }
      if isFirst, isThree, content.lowerBound == line.start { return (dashes, line.next) }
      if isThree || bytes.isNearlyDashes(line) {
        // A line of dashes may also be a rule between two parts of a text.
        guard bytes.startsWithLabel(line.next) else { return nil }
        report.add(isThree ? .notOnFirstLine(dashes, file: file) : .notThreeDashes(bytes, line, file: file))
        return (dashes, line.next)
      }
      guard isFirst, bytes.hasLabelsWithoutOpening(line.start) else { return nil }
      report.add(.missingOpening(dashes, file: file))
      return (ByteRange(line.start, line.start), line.start)
    }
    return nil
  }
}

/// A line that starts with three dashes or dots, and nothing or a blank after them.
enum DocumentMarker {
  case opening, closing

  init?(_ bytes: [UInt8], _ line: SourceLine) {
    guard line.end - line.start >= 3 else { return nil }
    let first = bytes[line.start]
    guard first == .dash || first == .dot, bytes[line.start + 1] == first, bytes[line.start + 2] == first,
      line.end == line.start + 3 || bytes[line.start + 3].isWhite
    else { return nil }
    self = first == .dash ? .opening : .closing
  }
}
