// Where the links, images and HTML tags of one paragraph, heading or cell stand in the file. cmark-gfm's own positions are
// wrong for links over several lines, after line breaks, escapes, definitions, and in lazy lines, and absent for bare
// addresses. What it does give is the text that a block's inlines were made of. That text is read again here for just
// the marks that matter, and what the tree says is matched against it in order; then its lines are found in the file.

/// The inline marks of one block and the way from its text to the file. One value serves all blocks of a document, so that
/// the memory of its arrays is used again.
struct InlinePlaces {
  private let definitions: Set<String>
  private var content = CText()
  /// Where each line of `content` begins in it and in the file.
  private var lines: [(content: Int, source: Int)] = []
  private var isCell = false
  private var openers: [Opener] = []
  private var open: [Int] = []
  private var tags: [Range<Int>] = []
  private var codes: [Range<Int>] = []
  private var nextOpener = 0
  private var nextTag = 0
  private var cursor = 0
  /// A text that cannot be matched must not be searched again for each of its links.
  private var missesLeft = 0

  private struct Opener {
    var start: Int
    var isImage: Bool
    /// Of the closing bracket; nil if there is none.
    var close: Int?
  }

  /// `definitions` are the document's "[names]: …", without brackets, as `normalizedName` makes them.
  init(definitions: Set<String>) { self.definitions = definitions }

  /// Turns to another block. `source` says where a line of the text begins in the file.
  mutating func begin(_ content: CText, isCell: Bool, source: (_ line: Int, _ text: CText) -> Int) {
    self.content = content
    self.isCell = isCell
    lines.removeAll(keepingCapacity: true)
    var start = 0
    while start <= content.count {
      let end = content.firstIndex(of: 0x0a, from: start) ?? content.count
      lines.append((start, source(lines.count, content[start..<end])))
      start = end + 1
    }
    openers.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    (nextOpener, nextTag, cursor, missesLeft) = (0, 0, 0, 64)
    readMarks()
  }

  // MARK: Reading

  /// Escapes, code, autolinks and tags hide brackets, as in Markdown.
  private mutating func readMarks() {
    var closedRuns: [Int: Int] = [:]
    var next = 0
    forEachPlace(
      in: content.buffer,
      where: {
        $0.areWithin(UInt8(ascii: "[")...UInt8(ascii: "]")) .| $0.equal(UInt8(ascii: "`"))
          .| $0.equal(UInt8(ascii: "<"))
      }
    ) { index in
      guard index >= next else { return true }
      switch content[index] {
      case UInt8(ascii: "\\"): next = index + 2
      case UInt8(ascii: "`"):
        let length = run(at: index)
        next = index + length
        if let end = codeEnd(after: next, ofLength: length, &closedRuns) {
          codes.append(index..<end)
          next = end
        }
      case UInt8(ascii: "<"):
        if let end = tagEnd(at: index) {
          tags.append(index..<end)
          next = end
        }
      case UInt8(ascii: "["):
        let isImage = index > 0 && content[index - 1] == UInt8(ascii: "!")
        open.append(openers.count)
        openers.append(Opener(start: isImage ? index - 1 : index, isImage: isImage))
      default: if let last = open.popLast() { openers[last].close = index }
      }
      return true
    }
  }

  private func run(at start: Int) -> Int {
    var end = start
    while end < content.count, content[end] == content[start] { end += 1 }
    return end - start
  }

  /// `known` remembers up to where no run of a length was found.
  private func codeEnd(after start: Int, ofLength length: Int, _ known: inout [Int: Int]) -> Int? {
    guard known[length] == nil else { return nil }
    var index = start
    while index < content.count {
      guard content[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let found = run(at: index)
      index += found
      if found == length { return index }
    }
    known[length] = start
    return nil
  }

  /// The end of what may be a tag or an autolink: the next ">" with no "<" before it.
  private func tagEnd(at start: Int) -> Int? {
    guard start + 1 < content.count else { return nil }
    switch content[start + 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "/"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      break
    default: return nil
    }
    var index = start + 1
    while index < content.count, content[index] != UInt8(ascii: "<") {
      if content[index] == UInt8(ascii: ">") { return index + 1 }
      index += 1
    }
    return nil
  }

  // MARK: Finding

  /// The place of the next link or image: what its text begins with and its address tell it from other brackets.
  mutating func link(isImage: Bool, destination: CText, text: CText) -> Range<Int>? {
    for isStrict in [true, false] where missesLeft > 0 {
      for candidate in nextOpener..<max(nextOpener, openers.count) {
        let opener = openers[candidate]
        guard opener.isImage == isImage, opener.start >= cursor, let close = opener.close else { continue }
        guard let end = end(ofLinkClosedAt: close, from: opener.start, destination, text, isStrict) else { continue }
        nextOpener = candidate + 1
        cursor = opener.start + 1
        return opener.start..<end
      }
      missesLeft -= 1
    }
    return nil
  }

  private func end(
    ofLinkClosedAt close: Int, from start: Int, _ destination: CText, _ text: CText, _ isStrict: Bool
  ) -> Int? {
    let behind = close + 1
    if behind < content.count, content[behind] == UInt8(ascii: "(") {
      var index = behind + 1
      while index < content.count, content[index] <= 0x20 { index += 1 }
      let isBracketed = index < content.count && content[index] == UInt8(ascii: "<")
      if isBracketed { index += 1 }
      var matched = 0
      // An escape or an entity is written differently from what it means.
      var isEscaped = false
      while index < content.count {
        isEscaped = isEscaped || content[index] == UInt8(ascii: "\\") || content[index] == UInt8(ascii: "&")
        guard matched < destination.count, content[index] == destination[matched] else { break }
        (index, matched) = (index + 1, matched + 1)
      }
      if matched == destination.count || isEscaped { return inlineEnd(from: index) }
      if isStrict { return nil }
    }
    guard begins(with: text, at: start, isStrict: isStrict), !definitions.isEmpty else { return nil }
    var end = behind
    var name = start + (content[start] == UInt8(ascii: "!") ? 2 : 1)..<close
    if behind < content.count, content[behind] == UInt8(ascii: "["),
      let label = content.firstIndex(of: UInt8(ascii: "]"), from: behind)
    {
      end = label + 1
      if label > behind + 1 { name = behind + 1..<label }
    }
    guard name.count <= 1_000, !isStrict || definitions.contains(normalizedName(content[name].buffer)) else {
      return nil
    }
    return end
  }

  /// The end of "(address "title")" from somewhere in the address on.
  private func inlineEnd(from start: Int) -> Int {
    var index = start
    var quote: UInt8?
    var depth = 0
    while index < content.count {
      let byte = content[index]
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == byte { quote = nil } else if quote == nil, content[index - 1] <= 0x20 { quote = byte }
      case UInt8(ascii: "(") where quote == nil: depth += 1
      case UInt8(ascii: ")") where quote == nil:
        if depth == 0 { return index + 1 }
        depth -= 1
      default: break
      }
      index += 1
    }
    return content.count
  }

  private func begins(with text: CText, at start: Int, isStrict: Bool) -> Bool {
    var index = start + (content[start] == UInt8(ascii: "!") ? 2 : 1)
    var matched = 0
    while matched < text.count, index < content.count, content[index] == text[matched] {
      (index, matched) = (index + 1, matched + 1)
    }
    guard matched < text.count, index < content.count else { return true }
    return !isStrict || "\\&*_`~<![".utf8.contains(content[index])
  }

  /// The place of the next address that is written bare or in angle brackets.
  mutating func autolink(_ text: CText) -> Range<Int>? {
    guard !text.isEmpty, missesLeft > 0 else { return nil }
    var index = cursor
    var code = 0
    while let start = content.firstIndex(of: text[0], from: index), start + text.count <= content.count {
      while code < codes.count, codes[code].upperBound <= start { code += 1 }
      if code < codes.count, codes[code].contains(start) {
        index = codes[code].upperBound
      } else if content.has(text, at: start) {
        let isBracketed = start > 0 && content[start - 1] == UInt8(ascii: "<")
        cursor = start + text.count
        return isBracketed ? start - 1..<min(cursor + 1, content.count) : start..<cursor
      } else {
        index = start + 1
      }
    }
    missesLeft -= 1
    return nil
  }

  /// The place of the next HTML tag that is written so.
  mutating func tag(_ text: CText) -> Range<Int>? {
    while nextTag < tags.count {
      let tag = tags[nextTag]
      nextTag += 1
      let written = text[0..<min(text.count, tag.count)]
      if content.has(written, at: tag.lowerBound) { return tag.lowerBound..<tag.lowerBound + text.count }
    }
    return nil
  }

  // MARK: The file

  /// Where an offset of the text stands in the file.
  func source(_ offset: Int) -> Int {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].content <= offset { low = middle } else { high = middle }
    }
    guard low < lines.count else { return 0 }
    var source = lines[low].source + offset - lines[low].content
    // In a table's cell each "|" of the text is "\|" in the file.
    if isCell {
      for index in lines[low].content..<min(offset, content.count) where content[index] == UInt8(ascii: "|") {
        source += 1
      }
    }
    return source
  }
}

/// The name of a reference as it is compared: case and the kind of blanks do not count.
func normalizedName(_ name: some Collection<UInt8>) -> String {
  collapsingBlanks(String(decoding: name, as: UTF8.self).lowercased())
}
